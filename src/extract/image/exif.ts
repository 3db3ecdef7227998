import type { Budget } from "../extractor.ts";
import { speaks } from "../speaks.ts";
import { GPS_TEXT_TAGS, TEXT_TAGS, TEXTLESS_TAGS, type Writing } from "./exif-tags.ts";
import { decimalDegrees } from "./gps.ts";
import { looseText, looseUtf16 } from "./loose-text.ts";
import type { Metadata, Packet, Property } from "./metadata.ts";
import { type Directory, type Field, numberOf, type Tiff } from "./tiff.ts";

const PACKETS: ReadonlyMap<number, Packet["kind"]> = new Map([
  [0x02bc, "xmp"],
  [0x83bb, "iptc"],
  [0x8649, "resources"],
]);
const THUMBNAIL_OFFSET = 0x0201;
const THUMBNAIL_LENGTH = 0x0202;
/** BYTE, ASCII, UNDEFINED, UTF-8. */
const TEXT_TYPES = new Set([1, 2, 7, 129]);
const CHARSET_BYTES = 8;

interface Found {
  readonly properties: Property[];
  readonly packets: Packet[];
  readonly unread: string[];
}

/** The properties, thumbnails and further metadata of a TIFF structure: Exif (CIPA DC-008) or a TIFF file's own fields. */
export function readExif(tiff: Tiff, budget: Pick<Budget, "spendBytes">): Metadata {
  const found: Found = { properties: [], packets: [], unread: tiff.whole ? [] : ["exif"] };
  for (const directory of tiff.directories) {
    const tags = directory.kind === "gps" ? GPS_TEXT_TAGS : TEXT_TAGS;
    for (const tag of directory.lost) if (tags.has(tag)) found.unread.push(`exif:${tags.get(tag)![0]}`);
    for (const field of directory.fields) {
      budget.spendBytes(field.bytes.length);
      readField(field, directory, tiff.littleEndian, found);
    }
    const degrees = directory.kind === "gps" ? decimalDegrees(directory, tiff.littleEndian) : null;
    if (degrees !== null) found.properties.push({ object: "exif:GPS", text: degrees });
  }
  return { ...found, thumbnails: tiff.directories.flatMap((each) => thumbnail(each, tiff)) };
}

function readField(field: Field, { kind }: Directory, littleEndian: boolean, found: Found): void {
  const known = (kind === "gps" ? GPS_TEXT_TAGS : TEXT_TAGS).get(field.tag);
  const packet = PACKETS.get(field.tag);
  if (packet !== undefined) found.packets.push({ kind: packet, bytes: field.bytes });
  else if (known !== undefined) readKnown(field, known, littleEndian, found);
  else if (kind !== "gps") found.properties.push(...strays(field));
}

function readKnown(
  { bytes }: Field,
  [name, writing]: readonly [string, Writing],
  littleEndian: boolean,
  { properties, unread }: Found,
): void {
  const object = `exif:${name}`;
  const text = decoded(bytes, writing, littleEndian);
  if (text === null) unread.push(object);
  // Zeros part several strings of one field: photographer and editor of a copyright.
  else
    for (const piece of text.split("\0")) if (piece.trim() !== "") properties.push({ object, text: piece });
}

function decoded(bytes: Buffer, writing: Writing, littleEndian: boolean): string | null {
  if (writing === "utf-16le") return looseUtf16(bytes, true);
  if (writing === "prefixed") return prefixed(bytes, littleEndian);
  const pieces = bytes.toString("latin1").split("\0");
  const texts = pieces.map((piece) => looseText(Buffer.from(piece, "latin1")));
  return texts.some((text) => text === null) ? null : texts.join("\0");
}

/** Eight bytes name the character code (Exif 4.6.6.5.4); many writers leave them out or use another than they name. */
function prefixed(bytes: Buffer, littleEndian: boolean): string | null {
  const code = bytes.toString("latin1", 0, CHARSET_BYTES);
  const content = bytes.subarray(CHARSET_BYTES);
  if (code === "UNICODE\0") return looseUtf16(content, littleEndian);
  if (code === "JIS\0\0\0\0\0") return new TextDecoder("iso-2022-jp").decode(content).replace(/\0+$/, "");
  if (code === "ASCII\0\0\0" || code === "\0".repeat(CHARSET_BYTES)) return looseText(content);
  return looseText(bytes);
}

/** Fields of no known meaning that hold Chinese all the same. */
function strays({ tag, type, bytes }: Field): Property[] {
  if (!TEXT_TYPES.has(type) || TEXTLESS_TAGS.has(tag) || bytes.length <= 4) return [];
  const text = looseText(bytes);
  return text !== null && speaks(text) ? [{ object: `exif:0x${tag.toString(16)}`, text }] : [];
}

/** The second image of an Exif structure is a small JPEG of the first. */
function thumbnail(directory: Directory, { bytes, littleEndian }: Tiff): Buffer[] {
  const offset = numberOf(directory, THUMBNAIL_OFFSET, littleEndian);
  const length = numberOf(directory, THUMBNAIL_LENGTH, littleEndian);
  if (directory.kind !== "image" || directory.index === 0 || !offset || !length) return [];
  return [bytes.subarray(offset, offset + length)];
}
