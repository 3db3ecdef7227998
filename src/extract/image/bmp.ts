import { pictureSize } from "../picture-size.ts";
import type { Container } from "./container.ts";

/** Compressions whose pixels take a fixed room: none, and two with bit masks. */
const FIXED = new Set([0, 3, 6]);
const OS2_HEADER = 12;
const V5_HEADER = 124;

/** Where a bitmap's pixels and colour profile end, by its own header ([MS-WMF] 2.2.2); the rest is trailing. */
export function walkBmp(bytes: Buffer, into: Container): void {
  into.size = pictureSize(bytes);
  const header = bytes.readUInt32LE(14);
  const start = bytes.readUInt32LE(10);
  const end = Math.max(start + pixelBytes(bytes, header, into), header >= V5_HEADER ? profileEnd(bytes) : 0);
  if (into.size === null || end > bytes.length) throw new RangeError("pixels");
  into.trailing = bytes.subarray(end);
  into.whole = true;
}

function pixelBytes(bytes: Buffer, header: number, { size }: Container): number {
  const compression = header === OS2_HEADER ? 0 : bytes.readUInt32LE(30);
  if (!FIXED.has(compression)) return bytes.readUInt32LE(34);
  const bits = bytes.readUInt16LE(header === OS2_HEADER ? 24 : 28);
  const row = Math.ceil(((size?.width ?? 0) * bits) / 32) * 4;
  return row * (size?.height ?? 0);
}

/** Offset and size of the profile count from the header that follows the 14 bytes of the file's. */
function profileEnd(bytes: Buffer): number {
  const length = bytes.readUInt32LE(14 + 116);
  return length === 0 ? 0 : 14 + bytes.readUInt32LE(14 + 112) + length;
}
