import { innerText } from "./cell.ts";
import type { Place } from "./edit.ts";
import { attribute, decoded, tags } from "./markup.ts";
import { columnIndex, LAST_ROW } from "./reference.ts";
import type { SheetInfo } from "./workbook.ts";
import type { Cell, Worksheet } from "./worksheet.ts";

/** A block of cells a formula reads, rows and columns inclusive. */
interface Area {
  readonly sheet: number;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** What a formula reads; null where that cannot be told. */
type Inputs = readonly Area[] | null;

export interface FormulaCell {
  readonly sheet: SheetInfo;
  readonly row: number;
  readonly cell: Cell;
  readonly inputs: Inputs;
}

const LAST_COLUMN = 16_383;

/** The formulas of a sheet and what each reads. */
export function formulasOf(
  sheet: SheetInfo,
  worksheet: Worksheet,
  sheets: readonly SheetInfo[],
): FormulaCell[] {
  const found: FormulaCell[] = [];
  for (const { number: row, cells } of worksheet.rows.values())
    for (const cell of cells.values())
      if (cell.hasFormula) found.push({ sheet, row, cell, inputs: inputsOf(sheet, worksheet, cell, sheets) });
  return found;
}

/** A formula filled down from another, or over an array, does not say by itself what it reads. */
function inputsOf(sheet: SheetInfo, { xml }: Worksheet, cell: Cell, sheets: readonly SheetInfo[]): Inputs {
  const { innerStart, innerEnd } = cell;
  const isPlain = [...tags(xml, innerStart, innerEnd)].every(
    ({ name, attributes }) => name !== "f" || attribute(attributes, "t") === undefined,
  );
  const text = innerText(xml, innerStart, innerEnd, "f");
  return isPlain && text ? areasOf(decoded(text), sheet.index, sheets) : null;
}

const TEXT = /"(?:[^"]|"")*"/g;
const QUALIFIER = "((?:'(?:[^']|'')+'|[\\p{L}\\p{N}_.\\[\\]]+)!)?";
const CELLS = "\\$?[A-Z]{1,3}\\$?\\d{1,7}(?::\\$?[A-Z]{1,3}\\$?\\d{1,7})?";
const LINES = "\\$?[A-Z]{1,3}:\\$?[A-Z]{1,3}|\\$?\\d{1,7}:\\$?\\d{1,7}";
const REFERENCE = new RegExp(`${QUALIFIER}(${CELLS}|${LINES})(?![\\p{L}\\p{N}_.(])`, "gu");
/** A name, a table column, or a function that reads what its text says. */
const OPAQUE = /\b(?:INDIRECT|OFFSET)\b|\[|[\p{L}_][\p{L}\p{N}_.]*(?![\p{L}\p{N}_.(])/u;

function areasOf(formula: string, own: number, sheets: readonly SheetInfo[]): Inputs {
  const areas: Area[] = [];
  let isOpaque = false;
  const rest = formula
    .replace(TEXT, " ")
    .replace(REFERENCE, (_, qualifier: string | undefined, reference: string) => {
      const name = qualifier?.slice(0, -1).replace(/^'|'$/g, "").replaceAll("''", "'");
      // Another workbook: nothing of it changes here.
      if (name?.includes("[")) return " ";
      const sheet = name === undefined ? own : sheets.find((one) => one.name === name)?.index;
      if (sheet === undefined) isOpaque = true;
      else areas.push({ sheet, ...corners(reference.replaceAll("$", "")) });
      return " ";
    })
    .replace(/\b(?:TRUE|FALSE)\b/g, " ")
    .replace(/\b\d+(?:\.\d+)?(?:E[+-]?\d+)?/g, " ");
  return isOpaque || OPAQUE.test(rest) ? null : areas;
}

function corners(reference: string): Omit<Area, "sheet"> {
  const [first = "", last = first] = reference.split(":");
  const columns = [first, last].map(columnIndex).sort((a, b) => a - b);
  const rows = [first, last].map((corner) => Number(/\d+$/.exec(corner)?.[0] ?? 0)).sort((a, b) => a - b);
  const [left = 0, right = 0] = columns;
  const [top = 0, bottom = 0] = rows;
  return {
    left: Math.max(0, left),
    right: right < 0 ? LAST_COLUMN : right,
    top,
    bottom: bottom === 0 ? LAST_ROW : bottom,
  };
}

/** Rows of a sheet in which values changed, by column, in order. */
export interface Change {
  readonly sheet: number;
  readonly rows: ReadonlyMap<number, readonly number[]>;
}

/** What changed, made ready to be asked. */
export function toChange(sheet: number, places: readonly Place[]): Change {
  const rows = new Map<number, number[]>();
  for (const { row, column } of places) {
    const list = rows.get(column);
    if (list === undefined) rows.set(column, [row]);
    else list.push(row);
  }
  for (const list of rows.values()) list.sort((a, b) => a - b);
  return { sheet, rows };
}

/** The formulas whose last result may no longer hold after the changes, those that read other such formulas too. */
export function staleFormulas(formulas: readonly FormulaCell[], changes: readonly Change[]): FormulaCell[] {
  const stale = new Set<FormulaCell>();
  let fresh = changes;
  while (fresh.some(({ rows }) => rows.size > 0)) {
    const next = formulas.filter((formula) => !stale.has(formula) && readsAny(formula.inputs, fresh));
    for (const formula of next) stale.add(formula);
    fresh = next.map(({ sheet, row, cell }) => toChange(sheet.index, [{ row, column: cell.column }]));
  }
  return [...stale];
}

function readsAny(inputs: Inputs, changes: readonly Change[]): boolean {
  if (inputs === null) return true;
  return inputs.some((area) =>
    changes.some(
      ({ sheet, rows }) => sheet === area.sheet && [...rows].some((column) => meets(area, column)),
    ),
  );
}

function meets({ left, right, top, bottom }: Area, [column, rows]: [number, readonly number[]]): boolean {
  if (column < left || column > right) return false;
  let low = 0;
  let high = rows.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((rows[middle] ?? 0) < top) low = middle + 1;
    else high = middle;
  }
  return (rows[low] ?? Number.POSITIVE_INFINITY) <= bottom;
}
