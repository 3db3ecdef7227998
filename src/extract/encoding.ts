import { commonShare, hasControls } from "./plausible.ts";

export interface Decoded {
  readonly text: string;
  /** WHATWG label, lower case: `utf-8`, `gb18030`, `utf-16le` … (`utf-32le`/`be`, which WHATWG lacks, under these names). */
  readonly encoding: string;
}

/** Below this share of GB 2312 characters a gb18030 reading is more likely another encoding read wrongly. */
const PLAUSIBLE_SHARE = 0.6;
/** Above this share it is Chinese whatever a single-byte label claims. */
const CERTAIN_SHARE = 0.9;
/** Where a page or style sheet has to state its charset (HTML: 1,024 bytes; some write it later). */
const DECLARATION_BYTES = 4096;

/**
 * The text of a file, judged over all of its bytes and never with replacement characters: BOM, strict UTF-8, the charset it
 * declares (`declared`, from `declaredCharset`), UTF-16 without BOM, strict gb18030. null when none fits or the result is no text.
 */
export function decode(bytes: Uint8Array, declared: string | null = null): Decoded | null {
  const marked = byOrderMark(bytes);
  if (marked !== undefined) return marked;
  const utf8 = bytes.includes(0) ? null : strict(bytes, "utf-8");
  if (utf8 !== null) return hasControls(utf8.text) ? null : utf8;
  const candidates = [byDeclaration(bytes, declared), chinese(bytes, PLAUSIBLE_SHARE), utf16(bytes)];
  if (declared !== null && isSingleByte(declared)) candidates.unshift(chinese(bytes, CERTAIN_SHARE));
  return candidates.find((candidate) => candidate !== null && !hasControls(candidate.text)) ?? null;
}

/** The charset a page, style sheet or XML document states in its first bytes, else null. */
export function declaredCharset(bytes: Uint8Array): string | null {
  const head = Buffer.from(bytes.subarray(0, DECLARATION_BYTES)).toString("latin1");
  const found =
    /^\s{0,16}<\?xml[^>]{0,200}?encoding\s{0,8}=\s{0,8}["']([\w.:-]{1,40})/i.exec(head) ??
    /^@charset\s{1,8}"([\w.:-]{1,40})"/i.exec(head) ??
    /<meta[^>]{0,300}?charset\s{0,8}=\s{0,8}["']?([\w.:-]{1,40})/i.exec(head);
  return found?.[1]?.toLowerCase() ?? null;
}

/** Byte order marks, longest first: that of UTF-32LE begins with that of UTF-16LE. */
const ORDER_MARKS: readonly (readonly [mark: string, encoding: string])[] = [
  ["\xff\xfe\0\0", "utf-32le"],
  ["\0\0\xfe\xff", "utf-32be"],
  ["\x84\x31\x95\x33", "gb18030"],
  ["\xef\xbb\xbf", "utf-8"],
  ["\xff\xfe", "utf-16le"],
  ["\xfe\xff", "utf-16be"],
];

/** undefined: no mark; null: a mark, but the bytes break its promise. */
function byOrderMark(bytes: Uint8Array): Decoded | null | undefined {
  const start = Buffer.from(bytes.subarray(0, 4)).toString("latin1");
  const encoding = ORDER_MARKS.find(([mark]) => start.startsWith(mark))?.[1];
  if (encoding === undefined) return undefined;
  const decoded = encoding.startsWith("utf-32")
    ? utf32(bytes, encoding === "utf-32le")
    : strict(bytes, encoding);
  if (decoded === null || hasControls(decoded.text)) return null;
  // The gb18030 decoder keeps its own mark.
  return { ...decoded, text: decoded.text.replace(/^\uFEFF/, "") };
}

function strict(bytes: Uint8Array, label: string): Decoded | null {
  try {
    const decoder = new TextDecoder(label, { fatal: true });
    return { text: decoder.decode(bytes), encoding: decoder.encoding };
  } catch {
    return null;
  }
}

function byDeclaration(bytes: Uint8Array, declared: string | null): Decoded | null {
  // A declaration readable as ASCII can't be UTF-16, and UTF-8 has already failed.
  if (declared === null || /^utf-?(8|16|32)/.test(declared)) return null;
  return strict(bytes, /^gb/.test(declared) ? "gb18030" : declared);
}

function isSingleByte(label: string): boolean {
  return /^(iso-8859|windows-125|latin|ascii|us-ascii|cp125|koi8|macintosh)/.test(label);
}

function chinese(bytes: Uint8Array, share: number): Decoded | null {
  const decoded = strict(bytes, "gb18030");
  if (decoded === null || commonShare(decoded.text) < share) return null;
  return hasForeignLine(bytes) ? null : decoded;
}

const LINE_FEED = 0x0a;
/** Two Chinese characters in UTF-8: less may be GBK that happens to fit. */
const TELLING_BYTES = 6;

/** Whether a line is UTF-8 although the file is not: pasted together, it would be read as other Chinese than it holds. */
function hasForeignLine(bytes: Uint8Array): boolean {
  for (let start = 0; start < bytes.length; ) {
    const feed = bytes.indexOf(LINE_FEED, start);
    const end = feed < 0 ? bytes.length : feed;
    const line = bytes.subarray(start, end);
    const high = line.reduce((count, byte) => count + (byte > 0x7f ? 1 : 0), 0);
    if (high >= TELLING_BYTES && strict(line, "utf-8") !== null) return true;
    start = end + 1;
  }
  return false;
}

/** UTF-16 without a mark: zero bytes on one side only, or a reading that is plainly Chinese. */
function utf16(bytes: Uint8Array): Decoded | null {
  if (bytes.length % 2 !== 0) return null;
  for (const label of ["utf-16le", "utf-16be"]) {
    const decoded = strict(bytes, label);
    if (decoded !== null && !hasControls(decoded.text) && commonShare(decoded.text) >= CERTAIN_SHARE)
      return decoded;
  }
  return null;
}

function utf32(bytes: Uint8Array, little: boolean): Decoded | null {
  if (bytes.length % 4 !== 0) return null;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const pieces: string[] = [];
  for (let at = 4; at < bytes.length; at += 4) {
    const point = view.getUint32(at, little);
    if (point > 0x10ffff || (point >= 0xd800 && point < 0xe000)) return null;
    pieces.push(String.fromCodePoint(point));
  }
  return { text: pieces.join(""), encoding: little ? "utf-32le" : "utf-32be" };
}
