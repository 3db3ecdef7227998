import type { XmlElement } from "../../xml.ts";
import { parseCell } from "./area.ts";

const LAST_COLUMN = 16_384;

/** Where in a sheet the walk is, and whether that place is shown. */
export interface Grid {
  readonly row: number;
  readonly column: number;
  /** `s:col`: a run of columns (ISO/IEC 29500-1 §18.3.1.13). */
  columns(element: XmlElement): void;
  /** `s:row` and `s:c`: their number may be left out, then they follow the one before (§18.3.1.73, §18.3.1.4). */
  openRow(element: XmlElement): void;
  openCell(element: XmlElement): void;
  /** Hidden, filtered away or squeezed to nothing. */
  isHidden(): boolean;
}

export function createGrid(): Grid {
  const hiddenColumns = new Uint8Array(LAST_COLUMN + 1);
  let row = 0;
  let column = 0;
  let rowHidden = false;
  return {
    get row() {
      return row;
    },
    get column() {
      return column;
    },
    columns({ attributes }) {
      if (!isShut(attributes, "width")) return;
      hiddenColumns.fill(1, Number(attributes.get("min")) || 1, (Number(attributes.get("max")) || 0) + 1);
    },
    openRow({ attributes }) {
      row = Number(attributes.get("r")) || row + 1;
      column = 0;
      rowHidden = isShut(attributes, "ht");
    },
    openCell({ attributes }) {
      const named = parseCell(attributes.get("r") ?? "");
      column = named?.column ?? column + 1;
      row = named?.row ?? row;
    },
    isHidden: () => rowHidden || hiddenColumns[column] === 1,
  };
}

function isShut(attributes: ReadonlyMap<string, string>, extent: string): boolean {
  const size = attributes.get(extent);
  return isTrue(attributes.get("hidden")) || (size !== undefined && Number(size) === 0);
}

/** xsd:boolean. */
export function isTrue(value: string | undefined): boolean {
  return value === "1" || value === "true";
}
