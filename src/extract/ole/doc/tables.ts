import type { TextBlock } from "../../../model/document.ts";
import type { DocParagraph } from "./text.ts";

/** A table being read; counts start at 1. */
export interface Table {
  readonly number: number;
  row: number;
  /** Place in the row: merged cells count as one. */
  column: number;
  rowShowsText: boolean;
  cellShowsText: boolean;
}

const CELL_MARK = "\x07";
const DEEPEST = 64;

/** Which table, row and cell the paragraphs of a story stand in ([MS-DOC] 2.4.3). */
export function createTables() {
  const open: Table[] = [];
  let last = 0;
  return {
    /** The innermost table of a paragraph. */
    enter({ properties }: DocParagraph): Table | undefined {
      const depth = depthOf(properties);
      while (open.length > depth) open.pop();
      while (open.length < depth)
        open.push({ number: ++last, row: 1, column: 1, rowShowsText: false, cellShowsText: false });
      return open.at(-1);
    },
    /** To be told each paragraph after it has been read: it may end a cell or a row. */
    leave({ mark, properties }: DocParagraph): void {
      const table = open.at(-1);
      if (!table) return;
      if (properties.rowEnd || properties.innerRowEnd) {
        table.row += 1;
        table.column = 1;
        table.rowShowsText = false;
        table.cellShowsText = false;
      } else if (mark === CELL_MARK || properties.innerCellEnd) {
        table.column += 1;
        table.cellShowsText = false;
      }
    },
  };
}

/** The first text of a cell goes behind that of the cell before it; notes that the cell now shows some. */
export function separatorOf(table: Table | undefined): Pick<TextBlock, "separator"> {
  if (!table) return {};
  const follows = table.rowShowsText && !table.cellShowsText;
  table.rowShowsText = true;
  table.cellShowsText = true;
  return follows ? { separator: "\t" } : {};
}

function depthOf({ inTable, tableDepth }: DocParagraph["properties"]): number {
  return inTable ? Math.min(Math.max(tableDepth ?? 1, 1), DEEPEST) : 0;
}
