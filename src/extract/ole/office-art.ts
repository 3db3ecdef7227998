import { type PictureSize, pictureSize } from "../picture-size.ts";
import { speaks } from "../speaks.ts";
import { i32, u16, u32, utf16 } from "./bytes.ts";
import type { Range } from "./reading.ts";

/** What the drawing records of a stream hold ([MS-ODRAW]). */
export interface OfficeArt {
  readonly texts: readonly ArtText[];
  readonly pictures: readonly (PictureSize | null)[];
  /** Records that are read, pictures among them. */
  readonly ranges: readonly Range[];
}

export interface ArtText {
  readonly text: string;
  /** WordArt is seen; a description is only spoken; a file is where a picture was taken from or points to. */
  readonly kind: "word-art" | "description" | "file";
}

const HEADER = 8;
/** OfficeArtFOPT and its two continuations: tables of a shape's properties. */
const PROPERTY_TABLES = new Set([0xf00b, 0xf121, 0xf122]);
const PICTURE_FILE = 0x0105;
const NAME = 0x0380;
const TEXTS: ReadonlyMap<number, ArtText["kind"]> = new Map([
  [0x00c0, "word-art"],
  [PICTURE_FILE, "file"],
  [NAME, "description"],
  [0x0381, "description"],
  [0x0391, "description"],
]);
/** `图片 1`, `Picture 12`, `Rectangle 3`: names that programs give by themselves. */
const AUTOMATIC_NAME = /^[\p{L}\s]{0,20}\d{1,6}$/u;

/** OfficeArtBlip records, by type: the values of recInstance they may have; an odd one has a second identifier of 16 bytes. */
const BLIPS: ReadonlyMap<number, readonly number[]> = new Map([
  [0xf01a, [0x3d4, 0x3d5]],
  [0xf01b, [0x216, 0x217]],
  [0xf01c, [0x542, 0x543]],
  [0xf01d, [0x46a, 0x46b, 0x6e2, 0x6e3]],
  [0xf01e, [0x6e0, 0x6e1]],
  [0xf01f, [0x7a8, 0x7a9]],
  [0xf029, [0x6e4, 0x6e5]],
  [0xf02a, [0x46a, 0x46b, 0x6e2, 0x6e3]],
]);
const LAST_METAFILE = 0xf01c;
const EMU_PER_PIXEL = 9525;

/**
 * Finds the drawing records of a stream by their own marks, wherever they lie: Word, Excel and PowerPoint each wrap them in another
 * way. Only records that are right in themselves count.
 */
export function findOfficeArt(bytes: Uint8Array): OfficeArt {
  const texts: ArtText[] = [];
  const pictures: (PictureSize | null)[] = [];
  const ranges: Range[] = [];
  let from = 0;
  for (;;) {
    const at = nextRecord(bytes, from);
    if (at === undefined) return { texts, pictures, ranges };
    const { end, found, picture } = at;
    texts.push(...found);
    if (picture !== undefined) pictures.push(picture);
    ranges.push([at.start, end]);
    from = end;
  }
}

interface Found {
  readonly start: number;
  readonly end: number;
  readonly found: readonly ArtText[];
  readonly picture?: PictureSize | null;
}

function nextRecord(bytes: Uint8Array, from: number): Found | undefined {
  // The high byte of every record type looked for is F0 or F1, the fourth of its header.
  for (let high = from + 3; high + 5 <= bytes.length; high++) {
    const byte = bytes[high]!;
    if (byte !== 0xf0 && byte !== 0xf1) continue;
    const start = high - 3;
    const type = u16(bytes, start + 2);
    const length = u32(bytes, start + 4);
    const found = PROPERTY_TABLES.has(type)
      ? propertyTable(bytes, start, length)
      : blip(bytes, start, type, length);
    if (found) return found;
  }
  return undefined;
}

/** OfficeArtRGFOPTE ([MS-ODRAW] 2.2.7-2.3.1): fixed entries, then the data of those that say they have some. */
function propertyTable(bytes: Uint8Array, start: number, length: number): Found | undefined {
  const head = u16(bytes, start);
  const count = head >> 4;
  const end = start + HEADER + length;
  if ((head & 0xf) !== 3 || count === 0 || count * 6 > length || end > bytes.length) return undefined;
  const found: ArtText[] = [];
  let data = start + HEADER + count * 6;
  for (let index = 0; index < count; index++) {
    const entry = start + HEADER + index * 6;
    const operation = u16(bytes, entry);
    if ((operation & 0x8000) === 0) continue;
    const size = u32(bytes, entry + 2);
    if (data + size > end) return undefined;
    const text = utf16(bytes.subarray(data, data + size)).split("\0", 1)[0]!;
    const kind = TEXTS.get(operation & 0x3fff);
    if (kind !== undefined && says(text, operation & 0x3fff)) found.push({ text, kind });
    data += size;
  }
  return { start, end, found };
}

/** Names of shapes and of picture files are mostly given by programs. */
function says(text: string, property: number): boolean {
  if (property === NAME) return speaks(text) && !AUTOMATIC_NAME.test(text);
  return property === PICTURE_FILE ? /[\\/]/.test(text) : text.trim() !== "";
}

function blip(bytes: Uint8Array, start: number, type: number, length: number): Found | undefined {
  const head = u16(bytes, start);
  const instance = head >> 4;
  if ((head & 0xf) !== 0 || !BLIPS.get(type)?.includes(instance)) return undefined;
  const end = Math.min(start + HEADER + length, bytes.length);
  const content = start + HEADER + (instance & 1 ? 32 : 16);
  const picture =
    type <= LAST_METAFILE ? metafileSize(bytes, content) : pictureSize(bytes.subarray(content + 1, end));
  return { start, end, found: [], picture };
}

/** OfficeArtMetafileHeader.ptSize: the size it is shown in, in EMU ([MS-ODRAW] 2.2.31). */
function metafileSize(bytes: Uint8Array, at: number): PictureSize | null {
  if (at + 28 > bytes.length) return null;
  const width = i32(bytes, at + 20);
  const height = i32(bytes, at + 24);
  if (width <= 0 || height <= 0) return null;
  return { width: Math.round(width / EMU_PER_PIXEL), height: Math.round(height / EMU_PER_PIXEL) };
}
