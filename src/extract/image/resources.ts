import type { Metadata, Packet } from "./metadata.ts";

const PACKETS: ReadonlyMap<number, Packet["kind"]> = new Map([
  [0x0404, "iptc"],
  [0x0422, "exif"],
  [0x0424, "xmp"],
]);
const THUMBNAIL = 0x040c;
/** Format, sizes and depth stand before the JPEG. */
const THUMBNAIL_HEADER = 28;
/** Photoshop's own, and those of its relatives. */
const SIGNATURES = new Set(["8BIM", "PHUT", "AgHg", "DCSR", "MeSa"]);

/** Photoshop image resource blocks (Photoshop File Formats, “Image Resource Blocks”). */
export function readResources(bytes: Buffer): Metadata {
  const packets: Packet[] = [];
  const thumbnails: Uint8Array[] = [];
  let at = 0;
  let whole = true;
  while (at + 12 <= bytes.length) {
    if (!SIGNATURES.has(bytes.toString("latin1", at, at + 4))) {
      whole = false;
      break;
    }
    const id = bytes.readUInt16BE(at + 4);
    const name = bytes.readUInt8(at + 6) + 1;
    const sizeAt = at + 6 + name + (name % 2);
    const size = sizeAt + 4 <= bytes.length ? bytes.readUInt32BE(sizeAt) : Infinity;
    const end = sizeAt + 4 + size;
    if (end > bytes.length) {
      whole = false;
      break;
    }
    const data = bytes.subarray(sizeAt + 4, end);
    const kind = PACKETS.get(id);
    if (kind !== undefined) packets.push({ kind, bytes: data });
    if (id === THUMBNAIL) thumbnails.push(data.subarray(THUMBNAIL_HEADER));
    at = end + (size % 2);
  }
  return { properties: [], packets, thumbnails, unread: whole ? [] : ["8BIM"] };
}
