import { rowHeight } from "../row-height.ts";
import { type CellValue, cellValue, cellXml } from "./cell.ts";
import { WorkbookFault } from "./fault.ts";
import { growRanges } from "./grow.ts";
import { LAST_ROW } from "./reference.ts";
import type { SheetInfo, Workbook } from "./workbook.ts";
import { type Cell, type Row, readWorksheet, type Worksheet } from "./worksheet.ts";

/** A place of a sheet, the column zero-based, the row as the sheet counts. */
export interface Place {
  readonly column: number;
  readonly row: number;
}

/** A sheet whose cells can be set and to which rows can be added; everything else of it is kept as written. */
export interface SheetEditor {
  readonly info: SheetInfo;
  readonly worksheet: Worksheet;
  /** The last row that holds anything; of the sheet as it was opened. */
  readonly lastRow: number;
  value(place: Place): CellValue;
  hasFormula(place: Place): boolean;
  /** Sets a cell, keeping its style. One that holds a formula is not to be set. */
  set(place: Place, value: CellValue): void;
  /** Adds a row below the last one, in the style of those above. @returns its number */
  append(values: ReadonlyMap<number, CellValue>): number;
  /** The style an added row has in a column. */
  styleOf(column: number): string | undefined;
  /** Every cell set or added so far. */
  changed(): readonly Place[];
  /** Writes the part, the ranges that must grow with it, and what depends on them. */
  commit(): void;
}

/** Rows whose styles added rows take: by majority, so that one cell painted by hand is not taken for the rule. */
const MODEL_ROWS = 5;

/** @throws WorkbookFault where the part cannot be kept whole */
export function editSheet(workbook: Workbook, info: SheetInfo): SheetEditor {
  const worksheet = readWorksheet(workbook.package.text(info.part));
  const { rows, prefix } = worksheet;
  const edits = new Map<number, Map<number, CellValue>>();
  const added: string[] = [];
  const changed: Place[] = [];
  const lastRow = lastRowOf(worksheet, workbook.sharedStrings);
  const styles = modelStyles(worksheet, lastRow);
  const cellAt = ({ row, column }: Place) => rows.get(row)?.cells.get(column);
  return {
    info,
    worksheet,
    lastRow,
    value: (place) => {
      const set = edits.get(place.row);
      if (set?.has(place.column)) return set.get(place.column) ?? null;
      const cell = cellAt(place);
      return cell === undefined ? null : cellValue(worksheet, cell, workbook.sharedStrings);
    },
    hasFormula: (place) => cellAt(place)?.hasFormula ?? false,
    set: (place, value) => {
      const row = edits.get(place.row) ?? new Map<number, CellValue>();
      row.set(place.column, value);
      edits.set(place.row, row);
      changed.push(place);
    },
    append: (values) => {
      const row = lastRow + added.length + 1;
      if (row > LAST_ROW) throw new WorkbookFault("工作表已经写满");
      const columns = [...new Set([...styles.keys(), ...values.keys()])].sort((a, b) => a - b);
      const cells = columns.map((column) => {
        changed.push({ row, column });
        return cellXml(prefix, { row, column }, styles.get(column), values.get(column) ?? null);
      });
      const height = rowHeight(
        [...values].map(([column, value]) => ({
          text: String(value ?? ""),
          width: widthOf(worksheet, column),
        })),
      );
      added.push(`<${prefix}row r="${row}" ht="${height}">${cells.join("")}</${prefix}row>`);
      return row;
    },
    styleOf: (column) => styles.get(column),
    changed: () => changed,
    commit: () => {
      if (changed.length === 0) return;
      const text = written(worksheet, edits, added, lastRow);
      workbook.package.replace(info.part, text);
      if (added.length > 0) growRanges(workbook, info, lastRow, lastRow + added.length);
    },
  };
}

function lastRowOf(worksheet: Worksheet, strings: readonly string[]): number {
  const isUsed = (cell: Cell) => cell.hasFormula || cellValue(worksheet, cell, strings) !== null;
  const numbers = [...worksheet.rows.keys()].reverse();
  return numbers.find((number) => [...(worksheet.rows.get(number)?.cells.values() ?? [])].some(isUsed)) ?? 0;
}

/** Style by column of the rows above, else of the column. The first row is headings. */
function modelStyles({ rows, columns }: Worksheet, lastRow: number): Map<number, string | undefined> {
  const models = [...rows.values()]
    .filter(({ number }) => number > 1 && number <= lastRow)
    .slice(-MODEL_ROWS);
  const styles = new Map<number, string | undefined>();
  if (models.length === 0)
    // A span to the end of the sheet is the format of what is not used.
    for (const { first, last, style } of columns)
      if (style !== undefined && last - first < 100)
        for (let column = first; column <= last; column++) styles.set(column, style);
  for (const column of new Set(models.flatMap(({ cells }) => [...cells.keys()])))
    styles.set(column, mostFrequent(models.map(({ cells }) => cells.get(column)?.style)));
  return styles;
}

function mostFrequent<T>(items: readonly T[]): T | undefined {
  const counts = new Map<T, number>();
  for (const item of items) counts.set(item, (counts.get(item) ?? 0) + 1);
  return [...counts].reduce<[T | undefined, number]>(
    (best, next) => (next[1] > best[1] ? next : best),
    [undefined, 0],
  )[0];
}

const DEFAULT_WIDTH = 9;

function widthOf({ columns }: Worksheet, column: number): number {
  return columns.find(({ first, last }) => first <= column && column <= last)?.width ?? DEFAULT_WIDTH;
}

/** The part with its cells set and its rows added; empty formatted rows give way to added ones. */
function written(
  worksheet: Worksheet,
  edits: ReadonlyMap<number, ReadonlyMap<number, CellValue>>,
  added: readonly string[],
  lastRow: number,
): string {
  const { xml, prefix, data, rows } = worksheet;
  const out: string[] = [xml.slice(0, data.start)];
  const isEmpty = data.innerStart === data.end;
  out.push(isEmpty ? `<${prefix}sheetData>` : xml.slice(data.start, data.innerStart));
  let at = data.innerStart;
  let pending = added;
  for (const row of rows.values()) {
    if (row.number > lastRow && pending.length > 0) {
      out.push(xml.slice(at, row.start), ...pending);
      at = row.start;
      pending = [];
    }
    if (row.number > lastRow && row.number <= lastRow + added.length) at = row.end;
    const edit = edits.get(row.number);
    if (edit === undefined) continue;
    out.push(xml.slice(at, row.start), rowXml(worksheet, row, edit));
    at = row.end;
  }
  out.push(xml.slice(at, data.innerEnd), ...pending);
  out.push(isEmpty ? `</${prefix}sheetData>` : "", xml.slice(isEmpty ? data.end : data.innerEnd));
  return out.join("");
}

function rowXml({ xml, prefix }: Worksheet, row: Row, edit: ReadonlyMap<number, CellValue>): string {
  const isEmpty = row.innerStart === row.end;
  const out = [isEmpty ? `<${prefix}row${row.attributes}>` : xml.slice(row.start, row.innerStart)];
  let at = row.innerStart;
  for (const [column, value] of [...edit].sort(([a], [b]) => a - b)) {
    const next = [...row.cells.values()].find((cell) => cell.column >= column);
    const cell = next?.column === column ? next : undefined;
    const place = next?.start ?? row.innerEnd;
    out.push(xml.slice(at, place), cellXml(prefix, { column, row: row.number }, cell?.style, value));
    at = cell?.end ?? place;
  }
  out.push(xml.slice(at, row.innerEnd));
  out.push(isEmpty ? `</${prefix}row>` : xml.slice(row.innerEnd, row.end));
  return out.join("");
}
