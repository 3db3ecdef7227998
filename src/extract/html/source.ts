import type { Channel, Part, TextBlock } from "../../model/document.ts";
import { decodeEscapes, holdsHan, reading } from "../markup.ts";

/** Markup kept as it is written, and what a reader would see of it where that differs. */
export function sourceBlocks(
  text: string,
  part: Part,
  channel: Channel,
  location: { readonly line?: number },
): TextBlock[] {
  if (text.trim() === "") return [];
  const shown = reading(text);
  const block: TextBlock = { text, part, channel, location };
  return shown === null ? [block] : [block, { ...block, text: shown, view: "paint" }];
}

/** A telephone number, a bank card: digits long enough to identify a person. */
const LONG_NUMBER = /\d{11}/;

/** Fonts have Chinese names on most pages. */
const FONT_NAMES = /(?:[\w-]{0,20}font(?:-family)?|mso-style-name)\s{0,8}:[^;{}]*/gi;

/** The lines of a script or style sheet that hold Chinese or a long number once escapes are decoded; the rest is program. */
export function codeBlocks(
  source: string,
  kind: "script" | "style",
  location: { readonly line?: number },
): TextBlock[] {
  const shown = decodeEscapes(kind === "style" ? source.replace(FONT_NAMES, "") : source, kind === "style");
  const telling = shown.split("\n").filter((line) => holdsHan(line) || LONG_NUMBER.test(line));
  if (telling.length === 0) return [];
  return [
    { text: telling.join("\n"), part: "other", channel: "script", location: { ...location, object: kind } },
  ];
}
