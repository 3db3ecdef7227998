import type { LedgerRow } from "../model/index.ts";
import type { Column } from "./column.ts";

/** A cell as it is read: days are YYYY-MM-DD where the column holds days and the cell a day. */
export interface CellView {
  readonly text: string;
  /** What a formula shows is not what a person wrote. */
  readonly isFormula: boolean;
}

export interface TableRow {
  /** As the sheet or the file counts. */
  readonly number: number;
  cell(key: string): CellView;
}

/** Rows under headings, whatever the file and whatever people did to it. */
export interface LedgerTable {
  /** Columns that are there. */
  readonly keys: ReadonlySet<string>;
  /** Rows that hold an id or a path, as the file was opened. */
  readonly rows: readonly TableRow[];
  /** How many rows can still be added. */
  readonly room: number;
  /** Sets a cell. Nothing happens where the column is gone, the cell holds a formula, or the value is there already. */
  set(row: TableRow, key: string, value: string | number | null): void;
  append(row: LedgerRow): void;
}

/** The highest sequence number ever given, by year. */
export type LastNumbers = ReadonlyMap<string, number>;

/** A ledger opened for reading and editing. */
export interface Ledger {
  readonly rows: LedgerTable;
  /** null where the file has no such sheet: a csv, or the sheet was deleted. */
  readonly findings: LedgerTable | null;
  /** What the file remembers, besides its rows. */
  readonly remembered: LastNumbers;
  /** The columns of the template the file was made from. */
  readonly columns: readonly Column[];
  /** Sentences about what could not be done. */
  readonly warnings: readonly string[];
  /** Adds a sentence to the sheet 说明, where there is one. */
  remark(sentence: string): void;
  /** The whole file with all changes. */
  bytes(last: LastNumbers): Uint8Array;
}
