import { displayWidth } from "../wording/index.ts";
import { cellText } from "./xml.ts";

/** Points of one line of the 10-point face of the sheets. */
const LINE_POINTS = 15;
const PADDING_POINTS = 3;
/** Excel's limit. */
const MAX_POINTS = 409;

/**
 * Height in points for a row whose wrapped cells have these texts and column widths. Written into the file because
 * LibreOffice without a screen does not fit rows itself and would clip all lines but the first.
 */
export function rowHeight(cells: readonly { readonly text: string; readonly width: number }[]): number {
  const tallest = cells.reduce((most, { text, width }) => Math.max(most, lineCount(text, width)), 1);
  return Math.min(MAX_POINTS, tallest * LINE_POINTS + PADDING_POINTS);
}

/** Lines a text takes in a column; a little generous, since faces differ. */
function lineCount(text: string, width: number): number {
  const room = Math.max(1, width - 1);
  return cellText(text)
    .split("\n")
    .reduce((sum, line) => sum + Math.max(1, Math.ceil((displayWidth(line, 2) * 1.06) / room)), 0);
}
