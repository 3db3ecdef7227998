import { type Column, headingKey } from "./column.ts";
import { BINDING_KEYS, type LedgerTemplate } from "./template.ts";
import { WorkbookFault } from "./workbook/fault.ts";

/** Where the columns of a table stand: position by key. */
export interface Headings {
  readonly row: number;
  readonly columns: readonly Column[];
  readonly places: ReadonlyMap<string, number>;
}

/** Headings of one row of a sheet or file: what is written, by zero-based column. */
export interface HeadingRow {
  readonly row: number;
  readonly texts: ReadonlyMap<number, string>;
}

/** The keys of columns that one row's headings hold. @throws WorkbookFault where one stands there twice */
function placesOf(columns: readonly Column[], { texts }: HeadingRow): Map<string, number> {
  const keys = new Map(columns.map(({ key, heading }) => [headingKey(heading), key]));
  const places = new Map<string, number>();
  for (const [column, text] of texts) {
    const key = keys.get(headingKey(text));
    if (key === undefined) continue;
    if (places.has(key)) throw new WorkbookFault(`台账里有两栏都叫“${text}”，无法确定写到哪一栏`);
    places.set(key, column);
  }
  return places;
}

/** The columns among these rows by their headings, wherever they were moved to; null where the needed ones are not there. */
export function findHeadings(
  columns: readonly Column[],
  needed: readonly string[],
  rows: Iterable<HeadingRow>,
): Headings | null {
  for (const row of rows) {
    const places = placesOf(columns, row);
    if (needed.every((key) => places.has(key))) return { row: row.row, columns, places };
  }
  return null;
}

/** The template that most headings speak for, with their places; null where none fits. */
export function recognise(
  templates: readonly LedgerTemplate[],
  rows: readonly HeadingRow[],
): Headings | null {
  return templates
    .map(({ columns }) => findHeadings(columns, BINDING_KEYS, rows))
    .filter((found) => found !== null)
    .reduce<Headings | null>(
      (best, next) => (best && best.places.size >= next.places.size ? best : next),
      null,
    );
}
