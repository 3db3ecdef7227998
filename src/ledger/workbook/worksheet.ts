import { attribute, children, type Element, malformed, tags } from "./markup.ts";
import { columnIndex } from "./reference.ts";

/** A cell by its place in the text of its part. */
export interface Cell {
  /** Zero-based. */
  readonly column: number;
  readonly start: number;
  readonly end: number;
  /** What stands between its tags; empty where it has only one. */
  readonly innerStart: number;
  readonly innerEnd: number;
  readonly style: string | undefined;
  /** The attribute `t`: `s`, `inlineStr`, `str`, `b`, `e`, or `n`. */
  readonly type: string;
  readonly hasFormula: boolean;
}

export interface Row extends Element {
  readonly number: number;
  /** By zero-based column, in order. */
  readonly cells: ReadonlyMap<number, Cell>;
}

/** A worksheet part cut into rows and cells (ECMA-376 part 1, 18.3.1). */
export interface Worksheet {
  readonly xml: string;
  readonly prefix: string;
  /** The element `sheetData`. */
  readonly data: Element;
  readonly rows: ReadonlyMap<number, Row>;
  readonly columns: readonly ColumnSpan[];
}

/** Width and style of columns, zero-based and inclusive. */
export interface ColumnSpan {
  readonly first: number;
  readonly last: number;
  readonly width: number | null;
  readonly style: string | undefined;
}

/** Also used to pass over sheets without formulas. */
export const FORMULA = /<(?:[\w.-]+:)?f[\s/>]/;
const MAIN = [
  "http://schemas.openxmlformats.org/spreadsheetml/2006/main",
  "http://purl.oclc.org/ooxml/spreadsheetml/main",
];

/** @throws WorkbookFault for a part whose rows and cells cannot all be told apart */
export function readWorksheet(xml: string): Worksheet {
  const root = tags(xml).next().value;
  if (root?.name !== "worksheet" || !MAIN.some((uri) => root.attributes.includes(uri))) throw malformed();
  let columns: ColumnSpan[] = [];
  for (const child of children(xml, root.end, xml.length)) {
    const { name, prefix, innerStart, innerEnd } = child;
    if (name === "cols")
      columns = [...children(xml, innerStart, innerEnd)].map(({ attributes }) => columnSpan(attributes));
    if (name === "sheetData") return { xml, prefix, data: child, rows: readRows(xml, child), columns };
  }
  throw malformed();
}

function readRows(xml: string, data: Element): Map<number, Row> {
  const rows = new Map<number, Row>();
  let last = 0;
  for (const element of children(xml, data.innerStart, data.innerEnd)) {
    const number = Number(attribute(element.attributes, "r") ?? last + 1);
    if (element.name !== "row" || !Number.isInteger(number) || number <= last) throw malformed();
    rows.set(number, { ...element, number, cells: readCells(xml, element) });
    last = number;
  }
  return rows;
}

function readCells(xml: string, row: Element): Map<number, Cell> {
  const cells = new Map<number, Cell>();
  let last = -1;
  for (const { name, attributes, start, innerStart, innerEnd, end } of children(
    xml,
    row.innerStart,
    row.innerEnd,
  )) {
    // Rows may end with an extension list.
    if (name !== "c") continue;
    const reference = attribute(attributes, "r");
    const column = reference === undefined ? last + 1 : columnIndex(reference);
    if (column <= last) throw malformed();
    const hasFormula = innerEnd > innerStart && FORMULA.test(xml.slice(innerStart, innerEnd));
    const style = attribute(attributes, "s");
    const type = attribute(attributes, "t") ?? "n";
    cells.set(column, { column, start, innerStart, innerEnd, end, style, type, hasFormula });
    last = column;
  }
  return cells;
}

function columnSpan(attributes: string): ColumnSpan {
  const width = Number(attribute(attributes, "width"));
  return {
    first: Number(attribute(attributes, "min")) - 1,
    last: Number(attribute(attributes, "max")) - 1,
    width: Number.isFinite(width) ? width : null,
    style: attribute(attributes, "style"),
  };
}
