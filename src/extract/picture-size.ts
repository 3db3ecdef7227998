/** Pixels. */
export interface PictureSize {
  readonly width: number;
  readonly height: number;
}

/** Reads width and height from the header of a PNG, JPEG, GIF, BMP, WebP, TIFF or icon file; null for anything else or a stump. */
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
  { magic: "II*\0", at: 0, read: (v) => tiffSize(v, true) },
  { magic: "MM\0*", at: 0, read: (v) => tiffSize(v, false) },
  { magic: "\0\0\x01\0", at: 0, read: iconSize },
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

const WIDTH_TAG = 0x0100;
const LENGTH_TAG = 0x0101;
const SHORT = 3;

/** TIFF 6.0 §2: the first directory's ImageWidth and ImageLength, each one SHORT or LONG. */
function tiffSize(view: DataView, littleEndian: boolean): PictureSize | null {
  const start = view.getUint32(4, littleEndian);
  const found = new Map<number, number>();
  for (let entry = 0; entry < view.getUint16(start, littleEndian); entry++) {
    const at = start + 2 + entry * 12;
    const short = view.getUint16(at + 2, littleEndian) === SHORT;
    const value = short ? view.getUint16(at + 8, littleEndian) : view.getUint32(at + 8, littleEndian);
    found.set(view.getUint16(at, littleEndian), value);
  }
  const [width, height] = [found.get(WIDTH_TAG), found.get(LENGTH_TAG)];
  return width === undefined || height === undefined ? null : { width, height };
}

/** The largest of an icon file's images; a byte of zero means 256. */
function iconSize(view: DataView): PictureSize | null {
  let largest: PictureSize | null = null;
  for (let image = 0; image < view.getUint16(4, true); image++) {
    const width = view.getUint8(6 + image * 16) || 256;
    const height = view.getUint8(7 + image * 16) || 256;
    if (largest === null || width * height > largest.width * largest.height) largest = { width, height };
  }
  return largest;
}

function uint24(view: DataView, at: number): number {
  return view.getUint16(at, true) | (view.getUint8(at + 2) << 16);
}
