import { PdfString } from "./values.ts";

/** A string and the position behind it. */
export interface ReadString {
  readonly value: PdfString;
  readonly end: number;
}

const BACKSLASH = 0x5c;
const OPEN = 0x28;
const CLOSE = 0x29;
/** `\n \r \t \b \f` */
const ESCAPED = new Map([
  [0x6e, 0x0a],
  [0x72, 0x0d],
  [0x74, 0x09],
  [0x62, 0x08],
  [0x66, 0x0c],
]);

/** `(…)` at `at` (ISO 32000-1, 7.3.4.2); without its closing bracket it goes on to `end`. */
export function readLiteral(bytes: Uint8Array, at: number, end: number): ReadString {
  const close = closingBracket(bytes, at, end);
  const out = Buffer.alloc(close - at - 1);
  let length = 0;
  for (let from = at + 1; from < close; ) {
    const byte = bytes[from]!;
    if (byte !== BACKSLASH) {
      out[length++] = byte;
      from++;
      continue;
    }
    const { code, size } = readEscape(bytes, from + 1);
    if (code !== null) out[length++] = code;
    from += 1 + size;
  }
  return { value: new PdfString(out.subarray(0, length)), end: Math.min(end, close + 1) };
}

function closingBracket(bytes: Uint8Array, at: number, end: number): number {
  let depth = 0;
  for (let index = at; index < end; index++) {
    const byte = bytes[index]!;
    if (byte === BACKSLASH) index++;
    else if (byte === OPEN) depth++;
    else if (byte === CLOSE && --depth === 0) return index;
  }
  return end;
}

/** What follows a backslash; a null code is a line end that only continues the string. */
function readEscape(bytes: Uint8Array, at: number): { code: number | null; size: number } {
  const byte = bytes[at] ?? 0;
  const control = ESCAPED.get(byte);
  if (control !== undefined) return { code: control, size: 1 };
  if (byte === 0x0d) return { code: null, size: bytes[at + 1] === 0x0a ? 2 : 1 };
  if (byte === 0x0a) return { code: null, size: 1 };
  let code = 0;
  let size = 0;
  for (; size < 3 && isOctal(bytes[at + size]); size++) code = code * 8 + bytes[at + size]! - 0x30;
  return size > 0 ? { code: code & 0xff, size } : { code: byte, size: 1 };
}

function isOctal(byte: number | undefined): boolean {
  return byte !== undefined && byte >= 0x30 && byte <= 0x37;
}

/** `<…>` at `at` (7.3.4.3); a last odd digit counts as followed by 0. */
export function readHexadecimal(bytes: Uint8Array, at: number, end: number): ReadString {
  const found = bytes.indexOf(0x3e, at);
  const close = found < 0 || found > end ? end : found;
  const digits = Buffer.from(bytes.subarray(at + 1, close))
    .toString("latin1")
    .replace(/[^0-9A-Fa-f]/g, "");
  const value = new PdfString(Buffer.from(digits.length % 2 === 0 ? digits : `${digits}0`, "hex"));
  return { value, end: Math.min(end, close + 1) };
}
