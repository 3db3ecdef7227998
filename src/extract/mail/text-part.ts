import { Unread } from "../extractor.ts";
import { decodeCharset } from "./charset.ts";
import { unflow } from "./flowed.ts";
import type { PartHeader } from "./part-header.ts";

/**
 * The text of a part, decoded and, for format=flowed, with its soft line breaks undone.
 * @throws Unread `undecodable` when no charset fits
 */
export function textOfPart(bytes: Uint8Array, { parameters }: PartHeader): string {
  const charset = parameters.get("charset") ?? null;
  const text = decodeCharset(bytes, charset);
  if (text === null)
    throw new Unread("undecodable", charset === null ? {} : { encoding: charset.slice(0, 40) });
  if (parameters.get("format")?.toLowerCase() !== "flowed") return text;
  return unflow(text, parameters.get("delsp")?.toLowerCase() === "yes");
}

/** Markup as UTF-8, where the header of the part and not the page says what it is in; else as it is, for its own reader to judge. */
export function markupOfPart(bytes: Uint8Array, { parameters }: PartHeader): Uint8Array {
  const charset = parameters.get("charset");
  const text = charset === undefined ? null : decodeCharset(bytes, charset);
  return text === null ? bytes : Buffer.from(text, "utf8");
}
