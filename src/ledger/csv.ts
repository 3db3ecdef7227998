import type { LedgerRow } from "../model/index.ts";
import { BYTE_ORDER_MARK, csvLine } from "../wording/index.ts";
import { LEDGER_COLUMNS } from "./columns.ts";

/** The byte order mark and the line of headings. A file that starts with it is a ledger rows can be appended to. */
export const CSV_HEADER = BYTE_ORDER_MARK + csvLine(LEDGER_COLUMNS.map(({ heading }) => heading));

/** One row as a CSV record. */
export function csvRow(row: LedgerRow): string {
  return csvLine(LEDGER_COLUMNS.map(({ key }) => row[key] ?? null));
}

/** The first cell of every record after the headings; quoted line breaks do not end a record. Linear in the text. */
export function firstCells(text: string): string[] {
  const cells: string[] = [];
  let start = text.indexOf("\n") + 1;
  let quoted = false;
  for (let at = start; at <= text.length && start < text.length; at++) {
    const character = text[at];
    if (character === '"') quoted = !quoted;
    const ends = at === text.length || (character === "\n" && !quoted);
    if (!ends) continue;
    cells.push(firstCell(text.slice(start, at)));
    start = at + 1;
  }
  return cells;
}

function firstCell(record: string): string {
  const end = record.indexOf(",");
  return record
    .slice(0, end < 0 ? record.length : end)
    .replaceAll('"', "")
    .trim();
}
