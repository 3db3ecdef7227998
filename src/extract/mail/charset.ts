import { decode } from "../encoding.ts";
import { decodeHz, decodeUtf7 } from "./legacy-charsets.ts";

/** Names in use that WHATWG does not know. */
const ALIASES: readonly (readonly [RegExp, string])[] = [
  [/^(?:cp|ms|windows)-?936$|^gb18030-\d+$|^(?:x-)?euc-cn$/, "gb18030"],
  [/^(?:cp|ms)-?950$/, "big5"],
  [/^(?:cp|windows)-?65001$|^utf8mb4$/, "utf-8"],
  [/^cp-?(125\d)$/, "windows-$1"],
];
const SEVEN_BIT: Readonly<Record<string, (bytes: Uint8Array) => string>> = {
  "hz-gb-2312": decodeHz,
  hz: decodeHz,
  "utf-7": decodeUtf7,
  "unicode-1-1-utf-7": decodeUtf7,
};
/** Labels that writers put where they do not know, and those that Chinese is often sent under. */
const VAGUE =
  /^(?:|us-ascii|ascii|ansi_x3\.4-19\d\d|iso-?8859-1|latin-?1|windows-1252|x-unknown|unknown(?:-8bit)?|default|binary)$/;

/**
 * Text in the charset its header names (null: none). Where the bytes break that promise or the name says little, it is judged by
 * the bytes. null where no decoding fits.
 */
export function decodeCharset(bytes: Uint8Array, label: string | null): string | null {
  const name = (label ?? "").trim().toLowerCase();
  const byItself = () => decode(bytes, name === "" ? null : name)?.text ?? null;
  if (VAGUE.test(name)) return byItself();
  const sevenBit = SEVEN_BIT[name];
  if (sevenBit) return sevenBit(bytes);
  const alias = ALIASES.find(([pattern]) => pattern.test(name));
  const known = alias ? name.replace(...alias) : name;
  if (isKnown(known)) return strict(bytes, known) ?? byItself();
  // A charset nobody knows may be one of seven bits, in which ASCII stands for something else.
  return bytes.some((byte) => byte > 0x7f) ? byItself() : null;
}

function isKnown(label: string): boolean {
  try {
    return new TextDecoder(label).encoding !== "";
  } catch {
    return false;
  }
}

function strict(bytes: Uint8Array, label: string): string | null {
  try {
    return new TextDecoder(label, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}
