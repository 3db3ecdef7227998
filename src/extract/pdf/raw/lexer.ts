import { readHexadecimal, readLiteral } from "./strings.ts";
import { Dictionary, Name, type PdfValue, Reference } from "./values.ts";

/** Reads values one after another. Never throws: what cannot be understood reads as null, and the position moves on. */
export interface Lexer {
  position: number;
  /** The next value; null as well at a keyword such as `endobj` or `stream`, before which the position stays. */
  value(): PdfValue;
  /** Whether this keyword comes next; moves past it if so. */
  keyword(word: string): boolean;
}

/** Deeper nesting than any writer makes; what lies below is not read. */
const DEPTH = 100;
/** ISO 32000-1, 7.2.2: white space and delimiters; all other bytes are regular. */
const BLANK = 1;
const DELIMITER = 2;
const CLASS = new Uint8Array(256);
for (const byte of [0x00, 0x09, 0x0a, 0x0c, 0x0d, 0x20]) CLASS[byte] = BLANK;
for (const character of "()<>[]{}/%") CLASS[character.charCodeAt(0)] = DELIMITER;

/** Words that stand between objects: where a bracket is missing, they end what is open. */
const STRUCTURE = new Set(["obj", "endobj", "stream", "endstream", "xref", "trailer", "startxref"]);
const REFERENCE = /^[\0\t\n\f\r ]{1,8}\d{1,5}[\0\t\n\f\r ]{1,8}R(?![^\0\t\n\f\r ()<>[\]{}/%])/;
const REFERENCE_BYTES = 24;

type Sign = "]" | ">>" | "keyword" | "end";
type Token = { readonly value: PdfValue } | { readonly sign: Sign };

function isEnd(token: Token): boolean {
  return "sign" in token && (token.sign === ">>" || token.sign === "end");
}

export function createLexer(bytes: Uint8Array, start = 0, end = bytes.length): Lexer {
  let at = start;
  const latin1 = (from: number, to: number) =>
    Buffer.from(bytes.buffer, bytes.byteOffset + from, Math.max(0, Math.min(to, end) - from)).toString(
      "latin1",
    );

  const skipBlanks = () => {
    for (; at < end; at++) {
      const byte = bytes[at]!;
      if (byte === 0x25) while (at < end && bytes[at] !== 0x0a && bytes[at] !== 0x0d) at++;
      else if (CLASS[byte] !== BLANK) return;
    }
  };
  const regular = () => {
    const from = at;
    while (at < end && CLASS[bytes[at]!] === 0) at++;
    return latin1(from, at);
  };
  const name = () => {
    at++;
    return new Name(
      regular().replace(/#([0-9A-Fa-f]{2})/g, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16))),
    );
  };

  const array = (depth: number): PdfValue => {
    at++;
    const elements: PdfValue[] = [];
    for (;;) {
      const next = token(depth + 1);
      if ("value" in next) elements.push(next.value);
      else if (next.sign === "]" || next.sign === "end") return elements;
    }
  };

  /** Keys and values up to `>>`; a key without a value, or a value without a key, is passed over. */
  const dictionary = (depth: number): PdfValue => {
    at += 2;
    const entries = new Map<string, PdfValue>();
    let key: string | null = null;
    for (let next = token(depth + 1); !isEnd(next); next = token(depth + 1)) {
      const value = "value" in next ? next.value : undefined;
      if (key !== null && value !== undefined) entries.set(key, value);
      key = key === null && value instanceof Name ? value.name : null;
    }
    return new Dictionary(entries);
  };

  /** A number, or a reference such as `12 0 R` (7.3.10). */
  const number = (digits: string): PdfValue => {
    const found = /^\d{1,10}$/.test(digits) ? REFERENCE.exec(latin1(at, at + REFERENCE_BYTES)) : null;
    if (found) at += found[0].length;
    return found ? new Reference(Number(digits)) : Number(digits);
  };

  const word = (): Token => {
    const from = at;
    const text = regular();
    if (/^[+-]?(?:\d+\.?\d*|\.\d+)$/.test(text)) return { value: number(text) };
    if (text === "true" || text === "false") return { value: text === "true" };
    if (text === "null") return { value: null };
    if (!STRUCTURE.has(text)) {
      if (text === "") at++;
      return { sign: "keyword" };
    }
    at = from;
    return { sign: "end" };
  };

  const step = (length: number, sign: Sign): Token => {
    at += length;
    return { sign };
  };
  const string = (read: typeof readLiteral): Token => {
    const { value, end: behind } = read(bytes, at, end);
    at = behind;
    return { value };
  };

  const token = (depth: number): Token => {
    skipBlanks();
    if (at >= end || depth > DEPTH) return { sign: "end" };
    const twice = bytes[at + 1] === bytes[at];
    switch (String.fromCharCode(bytes[at]!)) {
      case "/":
        return { value: name() };
      case "(":
        return string(readLiteral);
      case "[":
        return { value: array(depth) };
      case "]":
        return step(1, "]");
      case "<":
        return twice ? { value: dictionary(depth) } : string(readHexadecimal);
      case ">":
        return twice ? step(2, ">>") : step(1, "keyword");
      default:
        return word();
    }
  };

  return {
    get position() {
      return at;
    },
    set position(value) {
      at = value;
    },
    value() {
      const next = token(0);
      return "value" in next ? next.value : null;
    },
    keyword(expected) {
      skipBlanks();
      if (latin1(at, at + expected.length) !== expected) return false;
      at += expected.length;
      return true;
    },
  };
}
