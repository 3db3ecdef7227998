/** Pixels. */
export interface PictureSize {
  readonly width: number;
  readonly height: number;
}

/** Reads width and height from the header of a PNG, JPEG, GIF, BMP or WebP file; null for anything else or a stump. */
export function pictureSize(bytes: Uint8Array): PictureSize | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const read = READERS.find(({ magic, at }) => startsWith(bytes, magic, at))?.read;
  try {
    return read ? read(view) : null;
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}

interface SizeReader {
  readonly magic: string;
  readonly at: number;
  readonly read: (view: DataView) => PictureSize | null;
}

const READERS: readonly SizeReader[] = [
  { magic: "\x89PNG\r\n\x1a\n", at: 0, read: (v) => ({ width: v.getUint32(16), height: v.getUint32(20) }) },
  { magic: "\xff\xd8\xff", at: 0, read: jpegSize },
  { magic: "GIF8", at: 0, read: (v) => ({ width: v.getUint16(6, true), height: v.getUint16(8, true) }) },
  { magic: "BM", at: 0, read: bmpSize },
  { magic: "WEBP", at: 8, read: webpSize },
];

function startsWith(bytes: Uint8Array, magic: string, at: number): boolean {
  return [...magic].every((character, index) => bytes[at + index] === character.charCodeAt(0));
}

/** ITU T.81 B.2.2: the frame header SOFn; C4, C8 and CC in the same range are other segments. */
function jpegSize(view: DataView): PictureSize | null {
  let at = 2;
  for (;;) {
    const marker = view.getUint8(at) === 0xff ? view.getUint8(at + 1) : 0;
    if (marker === 0xff) {
      at += 1;
      continue;
    }
    const frame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
    if (frame) return { width: view.getUint16(at + 7), height: view.getUint16(at + 5) };
    if (marker < 0xc0) return null;
    at += 2 + view.getUint16(at + 2);
  }
}

/** The old OS/2 header has 16-bit sizes; a negative height means rows run downwards. */
function bmpSize(view: DataView): PictureSize {
  if (view.getUint32(14, true) === 12)
    return { width: view.getUint16(18, true), height: view.getUint16(20, true) };
  return { width: Math.abs(view.getInt32(18, true)), height: Math.abs(view.getInt32(22, true)) };
}

/** RFC 9649: lossy, lossless and extended files keep the size in different places. */
function webpSize(view: DataView): PictureSize | null {
  const kind = String.fromCharCode(
    view.getUint8(12),
    view.getUint8(13),
    view.getUint8(14),
    view.getUint8(15),
  );
  if (kind === "VP8 ")
    return { width: view.getUint16(26, true) & 0x3fff, height: view.getUint16(28, true) & 0x3fff };
  if (kind === "VP8L") {
    const bits = view.getUint32(21, true);
    return { width: (bits & 0x3fff) + 1, height: ((bits >>> 14) & 0x3fff) + 1 };
  }
  if (kind === "VP8X") return { width: uint24(view, 24) + 1, height: uint24(view, 27) + 1 };
  return null;
}

function uint24(view: DataView, at: number): number {
  return view.getUint16(at, true) | (view.getUint8(at + 2) << 16);
}
