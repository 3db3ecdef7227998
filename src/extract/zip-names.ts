const END_SIGNATURE = 0x06054b50;
const ENTRY_SIGNATURE = 0x02014b50;
const END_BYTES = 22;
const ENTRY_BYTES = 46;
/** Enough to know a format by; the archive's own reader counts them all. */
const NAMES_ENOUGH = 20_000;

/** What the ZIP directory says, cheaply: enough to choose a reader, not to trust (APPNOTE.TXT 4.3.12, 4.3.16). */
export function zipNames(bytes: Uint8Array): string[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = endRecord(view);
  if (end < 0) return [];
  // Found from the end record backwards, since junk before the archive shifts the stated offset.
  let at = end - view.getUint32(end + 12, true);
  const names: string[] = [];
  while (at >= 0 && at + ENTRY_BYTES <= end && names.length < NAMES_ENOUGH) {
    if (view.getUint32(at, true) !== ENTRY_SIGNATURE) break;
    const nameLength = view.getUint16(at + 28, true);
    const name = bytes.subarray(at + ENTRY_BYTES, at + ENTRY_BYTES + nameLength);
    names.push(Buffer.from(name).toString("latin1").replaceAll("\\", "/").toLowerCase());
    at += ENTRY_BYTES + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return names;
}

/** The media type OpenDocument and EPUB put first, stored as it is; null for other archives. */
export function zipMimetype(bytes: Uint8Array): string | null {
  const head = Buffer.from(bytes.subarray(0, 256));
  if (head.length < 64 || head.toString("latin1", 30, 38) !== "mimetype") return null;
  const start = 38 + head.readUInt16LE(28);
  return /^[\w.+/-]+?(?=PK|$|[^\w.+/-])/.exec(head.toString("latin1", start))?.[0] ?? null;
}

function endRecord(view: DataView): number {
  const first = Math.max(0, view.byteLength - END_BYTES - 0xffff);
  for (let at = view.byteLength - END_BYTES; at >= first; at--)
    if (view.getUint32(at, true) === END_SIGNATURE) return at;
  return -1;
}
