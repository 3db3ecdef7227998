import type { ScanLine } from "./matcher.ts";

/** Cells of a row as ranges of its text: parted by TAB, by commas or semicolons in a csv line, by `|` in a markdown table. */
export function cellRanges(text: string): { readonly start: number; readonly end: number }[] {
  const separator = separatorOf(text);
  if (separator === null) return [{ start: 0, end: text.length }];
  let start = 0;
  return text.split(separator).map((cell) => {
    const range = { start, end: start + cell.length };
    start = range.end + 1;
    return range;
  });
}

/** The head of the column that holds this place of a row; empty where there is none. */
export function columnHead(
  { text, columnHeads }: Pick<ScanLine, "text" | "columnHeads">,
  at: number,
): string {
  if (columnHeads.length === 0) return "";
  const cells = cellRanges(text);
  const index = cells.findIndex(({ end }) => at <= end);
  return columnHeads[column(index, at === cells[index]?.start, cells.length, columnHeads.length)] ?? "";
}

/** Undoing hard wraps may run rows together: the last cell of one and the first of the next are then one cell. */
function column(index: number, atStart: boolean, cells: number, columns: number): number {
  const isRunTogether = columns > 1 && cells > columns && (cells - 1) % (columns - 1) === 0;
  if (!isRunTogether) return index;
  const rest = index % (columns - 1);
  return rest === 0 && index > 0 && (atStart || index === cells - 1) ? columns - 1 : rest;
}

function separatorOf(text: string): string | null {
  if (text.includes("\t")) return "\t";
  return [",", ";", "|"].find((separator) => text.split(separator).length >= 3) ?? null;
}
