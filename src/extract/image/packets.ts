import { type ExtractContext, Unread } from "../extractor.ts";
import type { Outcome } from "../outcome.ts";
import { readExif } from "./exif.ts";
import { readIptc } from "./iptc.ts";
import type { Metadata, Packet, Property } from "./metadata.ts";
import { readResources } from "./resources.ts";
import { readTiff } from "./tiff.ts";
import { readXmp } from "./xmp.ts";

/** Where the packets of one picture put what they hold. */
export interface PacketReceiver {
  property(property: Property): void;
  thumbnail(file: Uint8Array): void;
}

/** Reads metadata in whatever form, and the metadata inside it. `prefix` begins the name of what could not be read. */
export async function readPackets(
  packets: readonly Packet[],
  prefix: string,
  receiver: PacketReceiver,
  outcome: Outcome,
  context: ExtractContext,
): Promise<void> {
  const waiting = [...packets];
  for (let packet = waiting.shift(); packet !== undefined; packet = waiting.shift()) {
    const { kind, bytes } = packet;
    await outcome.attempt(`${prefix}${kind}`, async () => {
      context.budget.spendEntries(1);
      context.budget.spendBytes(bytes.length);
      if (kind === "xmp") return readXmp(bytes, context.limits, receiver.property);
      const found = readBinary(kind, Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length), context);
      for (const property of found.properties) receiver.property(property);
      for (const file of found.thumbnails) receiver.thumbnail(file);
      for (const name of found.unread) outcome.report(`${prefix}${name}`, new Unread("corrupt"));
      waiting.push(...found.packets);
    });
  }
}

function readBinary(kind: Exclude<Packet["kind"], "xmp">, bytes: Buffer, context: ExtractContext): Metadata {
  if (kind === "iptc") return readIptc(bytes);
  return kind === "resources"
    ? readResources(bytes)
    : readExif(readTiff(bytes, context.budget), context.budget);
}
