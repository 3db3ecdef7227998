import { isUtf8 } from "node:buffer";
import { decode } from "../encoding.ts";
import { commonShare, hasControls } from "../plausible.ts";

/** Pairs of GBK bytes can pass for UTF-8, but then spell Greek to Thaana, never Latin or Chinese. */
const TWO_BYTE_LETTERS = /[\u0250-\u07ff]/;
const CHINESE_SHARE = 0.9;

/**
 * Text of a field that names no encoding, or names ASCII and holds something else: UTF-8, GBK, UTF-16 with its mark, at last
 * Latin-1. Zeros at the end fill the field up. null when it is no text.
 */
export function looseText(bytes: Uint8Array): string | null {
  const content = withoutZeros(bytes);
  if (content.length === 0) return "";
  if (isUtf8(content)) {
    const text = Buffer.from(content).toString("utf8");
    const chinese = TWO_BYTE_LETTERS.test(text) ? gbk(content) : null;
    return chinese ?? (hasControls(text) ? null : text.replace(/^\ufeff/, ""));
  }
  const text = decode(content)?.text ?? new TextDecoder("windows-1252").decode(content);
  return hasControls(text) ? null : text;
}

/**
 * UTF-16 whose byte order the field does not tell for certain: a mark decides, else the order that gives known characters, else
 * the one asked for. null when it is no text.
 */
export function looseUtf16(bytes: Uint8Array, littleEndian: boolean): string | null {
  const even = bytes.subarray(0, bytes.length - (bytes.length % 2));
  const orders = littleEndian ? ["utf-16le", "utf-16be"] : ["utf-16be", "utf-16le"];
  const marked = [...even.subarray(0, 2)].join();
  if (marked === "255,254") orders.sort().reverse();
  if (marked === "254,255") orders.sort();
  const readings = orders
    .map((label) => new TextDecoder(label).decode(even).replace(/\0+$/, ""))
    .filter((text) => !hasControls(text));
  return readings.find((text) => commonShare(text) >= CHINESE_SHARE) ?? readings[0] ?? null;
}

function gbk(bytes: Uint8Array): string | null {
  try {
    const text = new TextDecoder("gb18030", { fatal: true }).decode(bytes);
    return commonShare(text) >= CHINESE_SHARE && !hasControls(text) ? text : null;
  } catch {
    return null;
  }
}

function withoutZeros(bytes: Uint8Array): Uint8Array {
  let end = bytes.length;
  while (end > 0 && bytes[end - 1] === 0) end--;
  return bytes.subarray(0, end);
}
