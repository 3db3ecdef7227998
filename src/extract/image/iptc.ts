import { speaks } from "../speaks.ts";
import { looseText } from "./loose-text.ts";
import type { Metadata, Property } from "./metadata.ts";

/** Datasets of the application record in words (IPTC-NAA IIM 4.2 chapter 6). */
const NAMES: Readonly<Record<number, string>> = {
  5: "ObjectName",
  7: "EditStatus",
  15: "Category",
  20: "SupplementalCategories",
  25: "Keywords",
  27: "ContentLocationName",
  40: "SpecialInstructions",
  80: "By-line",
  85: "By-lineTitle",
  90: "City",
  92: "Sub-location",
  95: "Province-State",
  101: "Country-PrimaryLocationName",
  103: "OriginalTransmissionReference",
  105: "Headline",
  110: "Credit",
  115: "Source",
  116: "CopyrightNotice",
  118: "Contact",
  120: "Caption-Abstract",
  122: "Writer-Editor",
};
const TAG_MARKER = 0x1c;
const ENVELOPE = 1;
const APPLICATION = 2;
const CODED_CHARACTER_SET = 90;
/** ISO 2022: what follows is UTF-8. */
const UTF8 = "\x1b%G";
/** Above this a length tells how long the length is. */
const EXTENDED = 0x8000;

interface Dataset {
  readonly record: number;
  readonly number: number;
  readonly data: Buffer;
}

/** Datasets of IPTC-NAA IIM. Without a coded character set the bytes are what the photographer's computer used. */
export function readIptc(bytes: Buffer): Metadata {
  const { datasets, whole } = datasetsOf(bytes);
  const utf8 = datasets.some(
    ({ record, number, data }) =>
      record === ENVELOPE && number === CODED_CHARACTER_SET && data.toString("latin1") === UTF8,
  );
  const properties: Property[] = [];
  const unread = whole ? [] : ["iptc"];
  for (const { record, number, data } of datasets) {
    const name = record === APPLICATION ? NAMES[number] : undefined;
    const object = `iptc:${name ?? `${record}:${number}`}`;
    const text = utf8 ? data.toString("utf8") : looseText(data);
    const telling = text !== null && (name === undefined ? speaks(text) : text.trim() !== "");
    if (telling) properties.push({ object, text });
    else if (text === null && name !== undefined) unread.push(object);
  }
  return { properties, packets: [], thumbnails: [], unread };
}

/** Zeros may fill the resource up behind the last one. */
function datasetsOf(bytes: Buffer): { readonly datasets: Dataset[]; readonly whole: boolean } {
  const datasets: Dataset[] = [];
  let at = 0;
  while (at + 5 <= bytes.length && bytes.readUInt8(at) === TAG_MARKER) {
    const { length, start } = lengthAt(bytes, at + 3);
    if (start + length > bytes.length) break;
    const data = bytes.subarray(start, start + length);
    datasets.push({ record: bytes.readUInt8(at + 1), number: bytes.readUInt8(at + 2), data });
    at = start + length;
  }
  return { datasets, whole: bytes.subarray(at).every((byte) => byte === 0) };
}

function lengthAt(bytes: Buffer, at: number): { readonly length: number; readonly start: number } {
  const length = bytes.readUInt16BE(at);
  if (length < EXTENDED) return { length, start: at + 2 };
  const digits = Math.min(4, length - EXTENDED);
  const known = digits > 0 && at + 2 + digits <= bytes.length;
  return { length: known ? bytes.readUIntBE(at + 2, digits) : Infinity, start: at + 2 + digits };
}
