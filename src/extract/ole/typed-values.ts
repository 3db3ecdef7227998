import { cp1252, i32, slice, u16, u32, untilZero, utf16 } from "./bytes.ts";

/** Turns 8-bit text into characters, by the code page of the set. */
export type Decode = (bytes: Uint8Array) => string;

const VT = {
  i2: 0x02,
  i4: 0x03,
  bstr: 0x08,
  bool: 0x0b,
  variant: 0x0c,
  lpstr: 0x1e,
  lpwstr: 0x1f,
  filetime: 0x40,
  blob: 0x41,
  vector: 0x1000,
} as const;

/** Numbers of items above this are no count but damage. */
const MOST_ITEMS = 100_000;
/** 1601-01-01 in milliseconds of the Unix epoch; FILETIME counts 100 ns from there. */
const FILETIME_EPOCH = -11_644_473_600_000;
const PER_MILLISECOND = 10_000;
/** Lengths of time are FILETIMEs too; dates before 1980 are such, or none. */
const FIRST_DATE = Date.UTC(1980, 0, 1);

interface Read {
  readonly texts: readonly string[];
  /** Bytes the value takes, without padding. */
  readonly length: number;
}

/**
 * The texts of a TypedPropertyValue ([MS-OLEPS] 2.15): strings, dates as ISO 8601, whole numbers. Other types, pictures among them,
 * yield none. A blob is read as the vector of variants that hyperlink bases are (`_PID_HLINKS`, [MS-OSHARED] 2.3.3.1.21).
 * @throws Unread `corrupt` where the value leaves the stream
 */
export function readTypedValue(bytes: Uint8Array, at: number, decode: Decode): readonly string[] {
  const type = u16(bytes, at);
  if (type === VT.blob) return blobTexts(slice(bytes, at + 8, u32(bytes, at + 4)), decode);
  return readValue(bytes, at + 4, type, decode).texts;
}

function readValue(bytes: Uint8Array, at: number, type: number, decode: Decode): Read {
  if ((type & VT.vector) !== 0) return readVector(bytes, at, type & ~VT.vector, decode);
  switch (type) {
    case VT.i2:
      return { texts: [String((u16(bytes, at) << 16) >> 16)], length: 4 };
    case VT.i4:
      return { texts: [String(i32(bytes, at))], length: 4 };
    case VT.lpstr:
    case VT.bstr: {
      const length = u32(bytes, at);
      return { texts: [decode(slice(bytes, at + 4, length))], length: 4 + length };
    }
    case VT.lpwstr: {
      const length = u32(bytes, at) * 2;
      return { texts: [cut(utf16(slice(bytes, at + 4, length)))], length: 4 + length };
    }
    case VT.filetime:
      return { texts: isoDate(u32(bytes, at), u32(bytes, at + 4)), length: 8 };
    case VT.bool:
      return { texts: [], length: 4 };
    default:
      return { texts: [], length: Number.NaN };
  }
}

/** Items of variants carry their own type; items of strings are padded only when they stand in variants. */
function readVector(bytes: Uint8Array, at: number, type: number, decode: Decode): Read {
  const count = Math.min(u32(bytes, at), MOST_ITEMS);
  const texts: string[] = [];
  let next = at + 4;
  for (let index = 0; index < count; index++) {
    const variant = type === VT.variant;
    const item = variant
      ? readValue(bytes, next + 4, u16(bytes, next), decode)
      : readValue(bytes, next, type, decode);
    if (Number.isNaN(item.length)) break;
    texts.push(...item.texts);
    const padded = type === VT.lpwstr || (variant && u16(bytes, next) === VT.lpwstr);
    next += (variant ? 4 : 0) + (padded ? Math.ceil(item.length / 4) * 4 : item.length);
  }
  return { texts, length: next - at };
}

function blobTexts(blob: Uint8Array, decode: Decode): readonly string[] {
  if (blob.length < 4) return [];
  return readVector(blob, 0, VT.variant, decode).texts.filter((text) => !/^-?\d*$/.test(text));
}

function isoDate(low: number, high: number): string[] {
  const milliseconds = (high * 2 ** 32 + low) / PER_MILLISECOND + FILETIME_EPOCH;
  const isDate = milliseconds >= FIRST_DATE && milliseconds < 8.64e15;
  return isDate ? [new Date(milliseconds).toISOString()] : [];
}

function cut(text: string): string {
  const end = text.indexOf("\0");
  return end < 0 ? text : text.slice(0, end);
}

const UTF16 = 1200;
const WESTERN = 1252;
/** Code pages of Windows by the names the platform knows them under ([MS-UCODEREF] 2.2.1); others are taken for Chinese. */
const CODE_PAGES: ReadonlyMap<number, string> = new Map([
  [932, "shift_jis"],
  [949, "euc-kr"],
  [950, "big5"],
  [1250, "windows-1250"],
  [1251, "windows-1251"],
  [10000, "macintosh"],
  [65001, "utf-8"],
]);

/** The decoder of a code page, up to the first zero character. */
export function decoderOf(codePage: number): Decode {
  if (codePage === UTF16) return (bytes) => cut(utf16(bytes));
  if (codePage === WESTERN) return (bytes) => cp1252(untilZero(bytes));
  const decoder = new TextDecoder(CODE_PAGES.get(codePage) ?? "gb18030");
  return (bytes) => decoder.decode(untilZero(bytes));
}
