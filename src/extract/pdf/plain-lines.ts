import type { TextBlock } from "../../model/document.ts";

/** A page's text without coordinates, one block a line. */
export function linesOf(text: string, page: number): TextBlock[] {
  return text
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "")
    .map((line, index) => ({ text: line, part: "body", channel: null, location: { page, line: index + 1 } }));
}
