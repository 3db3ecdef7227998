import type { CellObject, WorkBook, WorkSheet } from "@e965/xlsx";
import type { Channel, TextBlock } from "../../model/document.ts";
import { cellName } from "../cell-name.ts";
import { speaks } from "../speaks.ts";
import type { SheetJs } from "./sheetjs.ts";

/** A sheet of a workbook, in the order of the tabs. */
export interface Sheet {
  readonly name: string;
  readonly channel: Channel | null;
  readonly cells: WorkSheet | undefined;
}

/** Rows and columns of a sheet that are not shown, counted from 0. */
export interface HiddenLines {
  readonly rows: ReadonlySet<number>;
  readonly columns: ReadonlySet<number>;
}

export const NONE_HIDDEN: HiddenLines = { rows: new Set(), columns: new Set() };

export function sheetsOf({ SheetNames, Sheets, Workbook }: WorkBook): Sheet[] {
  return SheetNames.map((name, index) => ({
    name,
    channel: Workbook?.Sheets?.[index]?.Hidden ? ("hidden-sheet" as const) : null,
    cells: Sheets[name],
  }));
}

/** The tab's name, unless it is one the program gives by itself. */
export function sheetNameBlocks({ name, channel }: Sheet): TextBlock[] {
  if (/^(?:sheet|工作表|chart|图表)\s?\d{1,4}$/i.test(name) || name.trim() === "") return [];
  return [{ text: name, part: "other", channel, location: { sheet: name } }];
}

/**
 * One block for each cell that shows something, row by row, those of a row that are seen or hidden alike on one line. Numbers are given with all their digits, dates as `yyyy-mm-dd`.
 */
export function cellBlocks(
  { name, channel, cells }: Sheet,
  { rows, columns }: HiddenLines,
  asText: (cell: CellObject) => string,
): TextBlock[] {
  const blocks: TextBlock[] = [];
  for (const [row, line] of entriesOf((cells?.["!data"] ?? []) as CellObject[][])) {
    const begun = new Set<Channel | null>();
    for (const [column, cell] of entriesOf(line)) {
      const text = asText(cell);
      if (text.trim() === "") continue;
      const own = channel ?? (rows.has(row) || columns.has(column) ? "hidden-row" : null);
      const location = { sheet: name, cell: cellName({ row: row + 1, column: column + 1 }), object: name };
      const separator = begun.has(own) && { separator: "\t" as const };
      begun.add(own);
      blocks.push({ text, part: "table", channel: own, location, ...separator });
    }
  }
  return blocks;
}

/** Arrays of sheets have holes, millions of them at times: only what is there is visited. */
export function entriesOf<T>(sparse: readonly T[]): (readonly [number, T])[] {
  const entries: (readonly [number, T])[] = [];
  // The only loop that skips holes without visiting them.
  sparse.forEach((value, index) => {
    if (value !== undefined) entries.push([index, value]);
  });
  return entries;
}

/** How cells of a workbook read as text. */
export function cellReader(sheetJs: SheetJs, workbook: WorkBook): (cell: CellObject) => string {
  const date1904 = workbook.Workbook?.WBProps?.date1904 ?? false;
  return ({ t: type, v: value, z: format }) => {
    if (type === "s") return String(value ?? "");
    if (type === "b") return value ? "TRUE" : "FALSE";
    return type === "n" && typeof value === "number"
      ? numberText(sheetJs, value, String(format ?? ""), date1904)
      : "";
  };
}

function numberText({ SSF }: SheetJs, value: number, format: string, date1904: boolean): string {
  if (SSF.is_date(format)) return dateText(SSF.parse_date_code(value, { date1904 }), value);
  const words = [...format.matchAll(/"([^"]+)"/g)].map(([, word = ""]) => word);
  // A unit or a word that the format adds is seen beside the number.
  return words.some(speaks) ? [value, ...words].join(" ") : String(value);
}

interface DateCode {
  readonly y: number;
  readonly m: number;
  readonly d: number;
  readonly H: number;
  readonly M: number;
  readonly S: number;
}

/** Days before the first of the calendar are times of day alone. */
function dateText(code: DateCode | null, value: number): string {
  if (code === null) return String(value);
  const two = (number: number) => String(number).padStart(2, "0");
  const time = `${two(code.H)}:${two(code.M)}${code.S ? `:${two(code.S)}` : ""}`;
  if (value < 1) return time;
  const date = `${code.y}-${two(code.m)}-${two(code.d)}`;
  return Number.isInteger(value) ? date : `${date} ${time}`;
}
