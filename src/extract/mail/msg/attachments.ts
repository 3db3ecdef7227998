import { binaryProperty, objectProperty, PROPERTY, stringProperties } from "./properties.ts";
import type { MessageReading } from "./reading.ts";
import { type Storage, writeStorage } from "./storage.ts";

const ATTACHMENT = /^__attach_version1\.0_/i;
const FIXED_STREAM = "__properties_version1.0";
/** The property stream of an embedded message lacks the last eight bytes of the header a file has ([MS-OXMSG] 2.4.1.2). */
const EMBEDDED_HEADER = 24;
const NAMES: readonly number[] = [PROPERTY.attachLongName, PROPERTY.attachShortName, PROPERTY.displayName];

/** Names every attachment and hands it on; an embedded message or object as a compound file of its own. */
export async function readAttachments(reading: MessageReading): Promise<void> {
  const { root, outcome, context } = reading;
  await outcome.attempt("attachments", async () => {
    for (const [storageName, attachment] of root.storages) {
      if (!ATTACHMENT.test(storageName) || outcome.exhausted()) continue;
      context.budget.spendEntries(1);
      await outcome.attempt(storageName, () => readAttachment(attachment, reading));
    }
  });
}

async function readAttachment(attachment: Storage, reading: MessageReading): Promise<void> {
  const { outcome, context, pages, nameOf } = reading;
  const texts = stringProperties(attachment, pages);
  const named = NAMES.map((id) => texts.find((property) => property.id === id)?.text).find((text) => text);
  const object = objectProperty(attachment, PROPERTY.attachData);
  const isMessage = object?.streams.has(FIXED_STREAM) ?? false;
  const base = named ?? "attachment";
  const name = nameOf(isMessage && !/\.msg$/i.test(base) ? `${base}.msg` : base);
  outcome.blocks.push({ text: name, part: "attachment", channel: null, location: { object: name } });
  const data = binaryProperty(attachment, PROPERTY.attachData);
  if (object === null && data === null) return;
  const bytes = object ? await writeStorage(isMessage ? asFile(object) : object) : data!;
  context.budget.spendBytes(bytes.length);
  await context.child(name, bytes);
}

/** An embedded message with the header of one that is a file. */
function asFile(message: Storage): Storage {
  const fixed = message.streams.get(FIXED_STREAM)!;
  const header = Buffer.concat([fixed.subarray(0, EMBEDDED_HEADER), Buffer.alloc(8)]);
  const streams = new Map(message.streams);
  streams.set(FIXED_STREAM, Buffer.concat([header, fixed.subarray(EMBEDDED_HEADER)]));
  return { streams, storages: message.storages };
}
