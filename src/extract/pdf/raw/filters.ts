import { constants, inflateSync } from "node:zlib";
import { Dictionary, elementsOf, Name, type PdfValue } from "./values.ts";

/** A stream of which a filter gives all, a part, or nothing. */
export interface Decoded {
  readonly bytes: Uint8Array;
  /** False where the data broke off or was damaged; `bytes` is what came before. */
  readonly complete: boolean;
  /** More would have come out than was allowed. */
  readonly cut: boolean;
}

/** Adler-32 behind the data (RFC 1950). */
const CHECKSUM_BYTES = 4;

const ABBREVIATIONS: Readonly<Record<string, string>> = {
  Fl: "FlateDecode",
  AHx: "ASCIIHexDecode",
  A85: "ASCII85Decode",
};

/**
 * Undoes the filters of a stream (ISO 32000-1, 7.4). Null for filters of pictures and others not known here.
 * @param most bytes that may come out; more is cut off and incomplete
 */
export function decodeStream(dictionary: Dictionary, data: Uint8Array, most: number): Decoded | null {
  let bytes = data;
  let complete = true;
  let cut = false;
  for (const filter of filtersOf(dictionary)) {
    const decode = DECODERS[ABBREVIATIONS[filter] ?? filter];
    if (decode === undefined || hasPredictor(dictionary)) return null;
    const decoded = decode(bytes, most);
    bytes = decoded.bytes;
    complete &&= decoded.complete;
    cut ||= decoded.cut;
  }
  return { bytes, complete, cut };
}

export function filtersOf(dictionary: Dictionary): string[] {
  return elementsOf(dictionary.get("Filter")).flatMap((filter) =>
    filter instanceof Name ? [filter.name] : [],
  );
}

/** Predictors serve pictures and cross-reference tables. */
function hasPredictor(dictionary: Dictionary): boolean {
  const above = (value: PdfValue) => value instanceof Dictionary && Number(value.get("Predictor") ?? 1) > 1;
  return elementsOf(dictionary.get("DecodeParms")).some(above);
}

const DECODERS: Readonly<Record<string, (bytes: Uint8Array, most: number) => Decoded>> = {
  FlateDecode: inflate,
  ASCIIHexDecode: (bytes) => {
    const text = Buffer.from(bytes).toString("latin1");
    const end = text.indexOf(">");
    const digits = text.slice(0, end < 0 ? undefined : end).replace(/[^0-9A-Fa-f]/g, "");
    return {
      bytes: Buffer.from(digits.length % 2 ? `${digits}0` : digits, "hex"),
      complete: end >= 0,
      cut: false,
    };
  },
  ASCII85Decode: ascii85,
};

/** A stream cut short gives what came before the cut; a damaged one gives nothing. */
function inflate(bytes: Uint8Array, maxOutputLength: number): Decoded {
  try {
    return { bytes: inflateSync(bytes, { maxOutputLength }), complete: true, cut: false };
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === "ERR_BUFFER_TOO_LARGE") return { bytes: new Uint8Array(0), complete: false, cut: true };
    // A wrong checksum behind whole data is common and harmless; zlib then needs to be told not to look for the end.
    const whole = error instanceof Error && error.message === "incorrect data check";
    return { bytes: beginning(bytes, maxOutputLength), complete: whole, cut: false };
  }
}

function beginning(bytes: Uint8Array, maxOutputLength: number): Uint8Array {
  try {
    const cut = bytes.subarray(0, Math.max(0, bytes.length - CHECKSUM_BYTES));
    return inflateSync(cut, { maxOutputLength, finishFlush: constants.Z_SYNC_FLUSH });
  } catch {
    return new Uint8Array(0);
  }
}

/** 7.4.3: five digits to base 85 make four bytes; `z` is four zeros; `~>` ends. */
function ascii85(bytes: Uint8Array): Decoded {
  const out: number[] = [];
  let group: number[] = [];
  const flush = (count: number) => {
    let value = 0;
    for (let index = 0; index < 5; index++) value = value * 85 + (group[index] ?? 84);
    for (let index = 0; index < count; index++) out.push(Math.floor(value / 256 ** (3 - index)) % 256);
    group = [];
  };
  for (const byte of bytes) {
    if (byte === 0x7e) {
      if (group.length > 1) flush(group.length - 1);
      return { bytes: Uint8Array.from(out), complete: true, cut: false };
    }
    if (byte === 0x7a && group.length === 0) out.push(0, 0, 0, 0);
    else if (byte >= 0x21 && byte <= 0x75) group.push(byte - 0x21);
    if (group.length === 5) flush(4);
  }
  return { bytes: Uint8Array.from(out), complete: false, cut: false };
}
