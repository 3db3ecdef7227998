/** Told of everything in a file of Rich Text Format 1.9.1, in order. */
export interface RtfHandlers {
  open(): void;
  close(): void;
  /** `\fs24`; the parameter is null where there is none. */
  word(name: string, parameter: number | null): void;
  /** `\~`, `\*`, `\{`: one character that is no letter. */
  symbol(character: string): void;
  /** Bytes of text, from `\'hh` or as they stand, without line ends. */
  text(bytes: Uint8Array): void;
  /** What `\bin` announces. */
  binary(bytes: Uint8Array): void;
}

const BACKSLASH = 0x5c;
const OPEN = 0x7b;
const CLOSE = 0x7d;
const QUOTE = 0x27;
const SPACE = 0x20;
const MINUS = 0x2d;
const LONGEST_WORD = 64;
const LONGEST_NUMBER = 10;

/** Reads the tokens of a file once, from first to last byte. Returns whether it broke off inside a token. */
export function readTokens(bytes: Uint8Array, handlers: RtfHandlers): boolean {
  let at = 0;
  while (at < bytes.length) {
    const byte = bytes[at]!;
    if (byte === OPEN) handlers.open();
    else if (byte === CLOSE) handlers.close();
    if (byte === OPEN || byte === CLOSE) at += 1;
    else if (byte === BACKSLASH) at = readControl(bytes, at + 1, handlers);
    else at = readText(bytes, at, handlers);
  }
  return at > bytes.length;
}

/** The place behind the token; behind the end of the file where the token is cut. */
function readControl(bytes: Uint8Array, at: number, handlers: RtfHandlers): number {
  const byte = bytes[at];
  if (byte === undefined) return at + 1;
  if (isLetter(byte)) return readWord(bytes, at, handlers);
  if (byte !== QUOTE) {
    handlers.symbol(String.fromCharCode(byte));
    return at + 1;
  }
  const code = Number.parseInt(latin1(bytes, at + 1, at + 3), 16);
  if (!Number.isNaN(code)) handlers.text(Uint8Array.of(code));
  return at + 3;
}

function readWord(bytes: Uint8Array, start: number, handlers: RtfHandlers): number {
  let at = start;
  while (at < bytes.length && isLetter(bytes[at]!) && at - start < LONGEST_WORD) at += 1;
  const name = latin1(bytes, start, at);
  const numberAt = at;
  if (bytes[at] === MINUS && isDigit(bytes[at + 1] ?? 0)) at += 1;
  const longest = at + LONGEST_NUMBER;
  while (at < longest && isDigit(bytes[at] ?? 0)) at += 1;
  const parameter = at > numberAt ? Number(latin1(bytes, numberAt, at)) : null;
  if (bytes[at] === SPACE) at += 1;
  if (name !== "bin") {
    handlers.word(name, parameter);
    return at;
  }
  const end = at + Math.max(parameter ?? 0, 0);
  handlers.binary(bytes.subarray(at, end));
  return end;
}

function readText(bytes: Uint8Array, start: number, handlers: RtfHandlers): number {
  let at = start;
  while (at < bytes.length && !isSyntax(bytes[at]!)) at += 1;
  if (at > start) handlers.text(bytes.subarray(start, at));
  // Line ends are there for the eye of whoever opens the source.
  while (at < bytes.length && isLineEnd(bytes[at]!)) at += 1;
  return at;
}

function isSyntax(byte: number): boolean {
  return byte === BACKSLASH || byte === OPEN || byte === CLOSE || isLineEnd(byte);
}

function isLineEnd(byte: number): boolean {
  return byte === 0x0a || byte === 0x0d || byte === 0;
}

function isLetter(byte: number): boolean {
  return (byte >= 0x61 && byte <= 0x7a) || (byte >= 0x41 && byte <= 0x5a);
}

function isDigit(byte: number): boolean {
  return byte >= 0x30 && byte <= 0x39;
}

function latin1(bytes: Uint8Array, start: number, end: number): string {
  return Buffer.from(
    bytes.buffer,
    bytes.byteOffset + start,
    Math.max(0, Math.min(end, bytes.length) - start),
  ).toString("latin1");
}
