/** PNG colour types that have an alpha channel (ISO/IEC 15948, 11.2.2). */
const WITH_ALPHA = new Set([4, 6]);
const HEADER_BYTES = 33;
/** Chunks before the pixels of any sane file. */
const CHUNKS = 64;

/**
 * Whether a picture file lets nothing through: JPEG, BMP of up to 24 bits, and PNG without alpha channel or transparency chunk.
 * Anything else, a broken file too, counts as transparent: what is not known to cover does not cover.
 */
export function isOpaque(bytes: Uint8Array): boolean {
  const head = Buffer.from(bytes.subarray(0, 8)).toString("latin1");
  if (head.startsWith("\xff\xd8\xff")) return true;
  if (head.startsWith("BM")) return bytes.length > 28 && bytes[28]! < 32;
  if (head !== "\x89PNG\r\n\x1a\n" || bytes.length < HEADER_BYTES) return false;
  return !WITH_ALPHA.has(bytes[25]!) && !hasTransparency(bytes);
}

/** A tRNS chunk stands before the first IDAT. */
function hasTransparency(bytes: Uint8Array): boolean {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let at = HEADER_BYTES;
  for (let count = 0; count < CHUNKS && at + 8 <= bytes.length; count++) {
    const type = Buffer.from(bytes.subarray(at + 4, at + 8)).toString("latin1");
    if (type === "IDAT") return false;
    if (type === "tRNS") return true;
    at += 12 + view.getUint32(at);
  }
  return true;
}
