import { visible } from "../wording/index.ts";

export const XML_DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

/** Longest text of a cell (ECMA-376 part 1, 18.3.1.4; Excel refuses more). */
const MAX_CELL_CHARACTERS = 32_767;
const ENTITIES: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

/** Text for element content or an attribute; `_x000D_` and its like are escapes to a spreadsheet and are escaped themselves. */
export function xmlText(text: string): string {
  return cellText(text)
    .replace(/_x(?=[0-9A-Fa-f]{4}_)/g, "_x005F_x")
    .replace(/[&<>"]/g, (mark) => ENTITIES[mark] ?? "");
}

/** What a cell will show: acting characters made visible, line breaks kept, cut with `…` where it is too long. */
export function cellText(text: string): string {
  const shown = text.split("\n").map(visible).join("\n");
  if (shown.length <= MAX_CELL_CHARACTERS) return shown;
  // A surrogate pair is not to be cut in two.
  return `${shown.slice(0, MAX_CELL_CHARACTERS - 1).replace(/[\ud800-\udbff]$/, "")}…`;
}
