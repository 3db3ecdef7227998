import type { TextBlock } from "../../model/document.ts";

const PICTURE = /!\[([^[\]\n]{1,500})\]/g;

/** What stands in place of pictures, once more in its channel: it is part of the source that is read as written. */
export function alternativeTexts(block: TextBlock): TextBlock[] {
  const found: TextBlock[] = [];
  let line = block.location.line ?? 1;
  let from = 0;
  for (const { 1: text, index } of block.text.matchAll(PICTURE)) {
    line += block.text.slice(from, index).split("\n").length - 1;
    from = index;
    const location = { line, object: "alt" };
    found.push({ text: text!, part: "image", channel: "alternative-text", location, view: "paint" });
  }
  return found;
}
