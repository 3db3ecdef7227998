import { WorkbookFault } from "./fault.ts";
import { attribute, malformed, type Tag, tags } from "./markup.ts";
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

export interface Row {
  readonly number: number;
  readonly start: number;
  readonly openEnd: number;
  readonly innerEnd: number;
  readonly end: number;
  readonly attributes: string;
  /** By column, in order. */
  readonly cells: ReadonlyMap<number, Cell>;
}

/** A worksheet part cut into rows and cells (ECMA-376 part 1, 18.3.1). */
export interface Worksheet {
  readonly xml: string;
  readonly prefix: string;
  /** The tag or tags of `sheetData`. */
  readonly data: {
    readonly start: number;
    readonly openEnd: number;
    readonly innerEnd: number;
    readonly end: number;
  };
  readonly rows: ReadonlyMap<number, Row>;
  /** Width and style by zero-based column, from `cols`. */
  readonly columns: readonly ColumnSpan[];
}

export interface ColumnSpan {
  readonly first: number;
  readonly last: number;
  readonly width: number | null;
  readonly style: string | undefined;
}

const MAIN = [
  "http://schemas.openxmlformats.org/spreadsheetml/2006/main",
  "http://purl.oclc.org/ooxml/spreadsheetml/main",
];

interface Open<T> {
  readonly tag: Tag;
  readonly value: T;
}

/** @throws WorkbookFault for a part whose rows and cells cannot all be told apart */
export function readWorksheet(xml: string): Worksheet {
  const columns: ColumnSpan[] = [];
  const rows = new Map<number, Row>();
  let root: Tag | null = null;
  let dataOpen: Tag | null = null;
  let data: Worksheet["data"] | null = null;
  let row: Open<{ readonly number: number; readonly cells: Map<number, Cell> }> | null = null;
  let cell: Open<{ readonly column: number; hasFormula: boolean }> | null = null;
  let lastRow = 0;
  let lastColumn = -1;
  for (const tag of tags(xml)) {
    const { name, kind, attributes, start, end } = tag;
    if (root === null) {
      if (name !== "worksheet" || !MAIN.some((uri) => attributes.includes(uri))) throw malformed();
      root = tag;
    } else if (name === "col" && kind !== "close") columns.push(columnSpan(attributes));
    else if (name === "sheetData") {
      if (kind === "open") dataOpen = tag;
      else data = { start: (dataOpen ?? tag).start, openEnd: (dataOpen ?? tag).end, innerEnd: start, end };
      if (kind === "empty") data = { start, openEnd: end, innerEnd: end, end };
    } else if (dataOpen === null || data !== null) continue;
    else if (name === "row") {
      if (kind !== "close") {
        const number = Number(attribute(attributes, "r") ?? lastRow + 1);
        if (!Number.isInteger(number) || number <= lastRow) throw malformed();
        lastRow = number;
        lastColumn = -1;
        row = { tag, value: { number, cells: new Map() } };
      }
      if (kind === "open") continue;
      if (row === null) throw malformed();
      const innerEnd = kind === "empty" ? end : start;
      rows.set(row.value.number, { ...row.value, ...placed(row.tag), innerEnd, end });
      row = null;
    } else if (name === "c" && row !== null) {
      if (kind !== "close") {
        const reference = attribute(attributes, "r");
        const column: number = reference === undefined ? lastColumn + 1 : columnIndex(reference);
        if (column <= lastColumn) throw malformed();
        lastColumn = column;
        cell = { tag, value: { column, hasFormula: false } };
      }
      if (kind === "open") continue;
      if (cell === null) throw malformed();
      row.value.cells.set(cell.value.column, toCell(cell, tag));
      cell = null;
    } else if (name === "f" && cell !== null) cell.value.hasFormula = true;
  }
  if (root === null || data === null || row !== null) throw new WorkbookFault("工作表没有内容或不完整");
  return { xml, prefix: root.prefix, data, rows, columns };
}

function placed({ start, end, attributes }: Tag) {
  return { start, openEnd: end, attributes };
}

function toCell({ tag, value }: Open<{ column: number; hasFormula: boolean }>, closing: Tag): Cell {
  return {
    ...value,
    start: tag.start,
    end: closing.end,
    innerStart: tag.end,
    innerEnd: closing.kind === "empty" ? tag.end : closing.start,
    style: attribute(tag.attributes, "s"),
    type: attribute(tag.attributes, "t") ?? "n",
  };
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
