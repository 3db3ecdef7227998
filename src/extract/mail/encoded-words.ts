import { decodeCharset } from "./charset.ts";
import { decodeQuotedPrintable } from "./quoted-printable.ts";

/** RFC 2047 §2; blanks inside are against the rules, but in use. */
const ENCODED_WORD = /=\?([^?\s]{1,80})\?([bq])\?([^?]*)\?=/gi;

interface Run {
  readonly charset: string | null;
  readonly bytes: Buffer[];
}

/**
 * The text of a header value (one unit per byte, unfolded): encoded words decoded, neighbours of one charset as one string, since
 * writers cut characters in two between them; raw bytes as UTF-8 or GBK. What cannot be decoded stays as it is written.
 */
export function decodeHeaderText(value: string): string {
  const runs: Run[] = [];
  const add = (charset: string | null, bytes: Buffer) => {
    const last = runs.at(-1);
    if (last && last.charset === charset) last.bytes.push(bytes);
    else runs.push({ charset, bytes: [bytes] });
  };
  let at = 0;
  for (const match of value.matchAll(ENCODED_WORD)) {
    const between = value.slice(at, match.index);
    // Blanks between two encoded words are there only to fold the line.
    if (between !== "" && (at === 0 || between.trim() !== "")) add(null, Buffer.from(between, "latin1"));
    const [whole, charset = "", encoding = "", text = ""] = match;
    add(charset.replace(/\*.*$/, "").toLowerCase(), decodeWord(encoding, text));
    at = match.index + whole.length;
  }
  if (at < value.length) add(null, Buffer.from(value.slice(at), "latin1"));
  return runs.map(decodeRun).join("");
}

function decodeWord(encoding: string, text: string): Buffer {
  if (encoding.toLowerCase() === "b") return Buffer.from(text, "base64");
  return decodeQuotedPrintable(text.replaceAll("_", " "));
}

function decodeRun({ charset, bytes }: Run): string {
  const all = Buffer.concat(bytes);
  return decodeCharset(all, charset) ?? all.toString("latin1");
}
