import type { LedgerRow } from "../model/index.ts";
import { type Column, headingKey } from "./column.ts";
import type { HeadingRow, Headings } from "./headings.ts";
import type { CellView, LedgerTable, TableRow } from "./table.ts";
import { type CellValue, daySerial, serialDay } from "./workbook/cell.ts";
import type { SheetEditor } from "./workbook/edit.ts";
import { LAST_ROW } from "./workbook/reference.ts";
import type { Workbook } from "./workbook/workbook.ts";
import { cellText } from "./xml.ts";

/** People put a title or a note above the headings. */
const HEADINGS_WITHIN = 20;

/** The first rows of a sheet, as candidates for its headings. */
export function headingRows(editor: SheetEditor): HeadingRow[] {
  const rows: HeadingRow[] = [];
  for (const { number, cells } of editor.worksheet.rows.values()) {
    if (number > HEADINGS_WITHIN) break;
    const texts = new Map<number, string>();
    for (const column of cells.keys()) {
      const value = editor.value({ row: number, column });
      if (typeof value === "string" && headingKey(value) !== "") texts.set(column, value);
    }
    rows.push({ row: number, texts });
  }
  return rows;
}

/** The rows of a sheet below its headings. */
export function sheetTable(workbook: Workbook, editor: SheetEditor, headings: Headings): LedgerTable {
  const { places, row: top } = headings;
  const kinds = new Map(headings.columns.map((column) => [column.key, column]));
  const view = (row: number, key: string): CellView => {
    const column = places.get(key);
    if (column === undefined) return { text: "", isFormula: false };
    const place = { row, column };
    return {
      text: shown(editor.value(place), kinds.get(key), workbook),
      isFormula: editor.hasFormula(place),
    };
  };
  const rows: TableRow[] = [];
  for (const number of editor.worksheet.rows.keys())
    if (number > top && (view(number, "id").text !== "" || view(number, "path").text !== ""))
      rows.push({ number, cell: (key) => view(number, key) });
  let added = 0;
  return {
    keys: new Set(places.keys()),
    rows,
    get room() {
      return LAST_ROW - editor.lastRow - added;
    },
    set: ({ number, cell }, key, value) => {
      const column = places.get(key);
      const { text, isFormula } = cell(key);
      const isSame = text === cellText(String(value ?? ""));
      if (column === undefined || isFormula || isSame) return;
      const place = { row: number, column };
      const style = editor.worksheet.rows.get(number)?.cells.get(column)?.style;
      editor.set(place, stored(value, kinds.get(key), workbook, style));
    },
    append: (values) => {
      editor.append(storedRow(values, headings, workbook, editor));
      added += 1;
    },
  };
}

function storedRow(
  values: LedgerRow,
  { places, columns }: Headings,
  workbook: Workbook,
  editor: SheetEditor,
): Map<number, CellValue> {
  const cells = new Map<number, CellValue>();
  for (const column of columns) {
    const place = places.get(column.key);
    const value = values[column.key] ?? null;
    if (place !== undefined && value !== null)
      cells.set(place, stored(value, column, workbook, editor.styleOf(place)));
  }
  return cells;
}

function shown(value: CellValue, column: Column | undefined, workbook: Workbook): string {
  if (typeof value === "number" && column?.kind === "date")
    return serialDay(value, workbook) ?? String(value);
  return value === null ? "" : String(value).replaceAll("\r\n", "\n").trim();
}

/** A day is a number where the cell will show it as a day; under another format it would be a riddle. */
function stored(
  value: string | number | null,
  column: Column | undefined,
  workbook: Workbook,
  style: string | undefined,
): CellValue {
  if (typeof value !== "string") return value;
  const isDay = column?.kind === "date" && style !== undefined && workbook.dateStyles.has(style);
  return (isDay ? daySerial(value, workbook) : null) ?? cellText(value);
}
