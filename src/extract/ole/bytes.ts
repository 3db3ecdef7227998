import { Unread } from "../extractor.ts";

/** Little-endian numbers of a stream. Each throws Unread `corrupt` where the stream has no such bytes. */

export function u8(bytes: Uint8Array, at: number): number {
  need(bytes, at, 1);
  return bytes[at]!;
}

export function u16(bytes: Uint8Array, at: number): number {
  need(bytes, at, 2);
  return bytes[at]! | (bytes[at + 1]! << 8);
}

export function u32(bytes: Uint8Array, at: number): number {
  return i32(bytes, at) >>> 0;
}

export function i32(bytes: Uint8Array, at: number): number {
  need(bytes, at, 4);
  return bytes[at]! | (bytes[at + 1]! << 8) | (bytes[at + 2]! << 16) | (bytes[at + 3]! << 24);
}

/** `length` bytes from `at` on, all of them. */
export function slice(bytes: Uint8Array, at: number, length: number): Uint8Array {
  need(bytes, at, length);
  return bytes.subarray(at, at + length);
}

/** UTF-16LE as it stands, lone surrogates too. */
export function utf16(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length & ~1).toString("utf16le");
}

const CHINESE_ANSI = new TextDecoder("gb18030");

/** 8-bit text whose code page nobody tells: that of Chinese Windows, which has ASCII at its usual place. */
export function ansi(bytes: Uint8Array): string {
  return CHINESE_ANSI.decode(bytes);
}

/** What Windows-1252 has where Latin-1 has control characters; five places are empty. */
const C1 = "€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ";

/** Windows-1252. The platform's own decoder of that name leaves quotes and dashes as control characters in some versions of Node. */
export function cp1252(bytes: Uint8Array): string {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString("latin1");
  return text.replace(/[\x80-\x9f]/g, (character) => C1[character.charCodeAt(0) - 0x80]!);
}

/** Bytes up to the first zero, or all. */
export function untilZero(bytes: Uint8Array): Uint8Array {
  const end = bytes.indexOf(0);
  return end < 0 ? bytes : bytes.subarray(0, end);
}

function need(bytes: Uint8Array, at: number, length: number): void {
  if (!(at >= 0 && length >= 0 && at + length <= bytes.length)) throw new Unread("corrupt");
}
