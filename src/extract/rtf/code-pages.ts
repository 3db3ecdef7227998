import { TextDecoder } from "node:util";
import { commonShare } from "../plausible.ts";

/** Windows code page → WHATWG label. */
const PAGES: Readonly<Record<number, string>> = {
  866: "ibm866",
  874: "windows-874",
  932: "shift_jis",
  936: "gb18030",
  949: "euc-kr",
  950: "big5",
  10000: "macintosh",
  10007: "x-mac-cyrillic",
  20866: "koi8-r",
  54936: "gb18030",
  65001: "utf-8",
};
/** `\fcharset` → code page (RTF 1.9.1, font table). */
const CHARSETS: Readonly<Record<number, number>> = {
  0: 1252,
  2: 1252,
  77: 10000,
  78: 932,
  79: 949,
  80: 936,
  81: 950,
  128: 932,
  129: 949,
  134: 936,
  136: 950,
  161: 1253,
  162: 1254,
  163: 1258,
  177: 1255,
  178: 1256,
  186: 1257,
  204: 1251,
  222: 874,
  238: 1250,
};
export const WESTERN = 1252;
const DOUBLE_BYTE: ReadonlySet<number> = new Set([932, 936, 949, 950, 54936]);
/** 0x80 to 0x9F of windows-1252, which the decoder of Node 20 leaves as control characters. */
const WESTERN_MARKS = "€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8dŽ\x8f\x90‘’“”•–—˜™š›œ\x9džŸ";
/** Two Chinese characters: single letters with accents do not stand so close. */
const TELLING = /[\x80-\xff]{4}/;

/** The code page of a font's character set; undefined for 1, the default, and for sets nobody knows. */
export function pageOfCharset(charset: number): number | undefined {
  return CHARSETS[charset];
}

/** Turns the bytes of a text into characters, across the borders of runs. */
export interface TextBytes {
  /** The characters that are complete; the first half of one is kept for the bytes to come. */
  decode(bytes: Uint8Array, page: number): string;
  /** What is left when no more bytes can follow: a replacement character for half a one, else nothing. */
  settle(): string;
  /** The page of bytes that could not be told, else null. */
  readonly failed: number | null;
}

/** `documentPage` is the one of `\ansicpg`, which may be told late. */
export function createTextBytes(documentPage: () => number): TextBytes {
  let current = WESTERN;
  let failed: number | null = null;
  const check = (text: string, page: number) => {
    if (text.includes("\ufffd")) failed = page;
    return text;
  };
  const decoders = new Map<number, TextDecoder | null>();
  const decoderOf = (page: number) => {
    const decoder = decoders.get(page) ?? createDecoder(page);
    decoders.set(page, decoder);
    return decoder;
  };
  // A decoder that was told the end begins anew.
  const settle = () => check(decoderOf(current)?.decode() ?? "", current);
  return {
    get failed() {
      return failed;
    },
    settle,
    decode(bytes, page) {
      const before = page === current ? "" : settle();
      current = page;
      if (page === WESTERN) return before + western(bytes, documentPage());
      const decoder = decoderOf(page);
      if (decoder !== null) return before + check(decoder.decode(bytes, { stream: true }), page);
      if (bytes.some((byte) => byte > 0x7f)) failed = page;
      return before + Buffer.from(bytes).toString("latin1");
    },
  };
}

function createDecoder(page: number): TextDecoder | null {
  const label = PAGES[page] ?? (page >= 1250 && page <= 1258 && page !== WESTERN ? `windows-${page}` : null);
  return label === null ? null : new TextDecoder(label);
}

/**
 * Western fonts have western bytes, but many programs give Chinese ones to whatever font stands first: pairs that make Chinese
 * characters are read as such.
 */
function western(bytes: Uint8Array, documentPage: number): string {
  const page = DOUBLE_BYTE.has(documentPage) ? documentPage : 936;
  const source = Buffer.from(bytes).toString("latin1");
  if (page === documentPage ? /[\x81-\xfe]{2}/.test(source) : TELLING.test(source)) {
    const text = createDecoder(page)!.decode(bytes);
    if (!text.includes("\ufffd") && (page !== 936 || commonShare(text) === 1)) return text;
  }
  return source.replace(/[\x80-\x9f]/g, (control) => WESTERN_MARKS[control.charCodeAt(0) - 0x80]!);
}
