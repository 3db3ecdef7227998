import { cellName } from "../../cell-name.ts";
import type { XmlElement, XmlHandlers } from "../../xml.ts";
import type { Area } from "./area.ts";
import { aroundCells } from "./around-cells.ts";
import { type Book, cellSayer } from "./cells.ts";
import { formulaReader } from "./formula-reader.ts";
import { createGrid } from "./grid.ts";
import type { Place, Reading } from "./reading.ts";
import { collectRichText } from "./rich-text.ts";

/**
 * Reads a sheet of any kind (ISO/IEC 29500-1 §18.3.1.99, §18.3.1.12, §18.3.1.34): its cells row by row, then what stands around
 * them. Streams: nothing is kept of a cell but what is handed on.
 */
export function worksheetReader(
  place: Place,
  painted: readonly Area[],
  book: Book,
  reading: Reading,
): XmlHandlers {
  const grid = createGrid();
  const sayCell = cellSayer(place, grid, painted, book, reading);
  const readFormula = formulaReader(place, reading);
  const around = aroundCells(place, reading, readFormula);
  const inline = collectRichText(book.styles.palette);
  let inCells = false;
  let inside = "";
  let value = "";
  let formula = "";

  const openInCells = (element: XmlElement) => {
    inside = element.name;
    if (inside === "s:row") grid.openRow(element);
    else if (inside === "s:c") grid.openCell(element);
    else if (inside !== "s:v" && inside !== "s:f") inline.open(element);
  };
  const closeInCells = (element: XmlElement) => {
    inside = "";
    if (element.name === "s:c") finishCell(element);
    else if (element.name === "s:sheetData") inCells = false;
    else inline.close(element);
  };
  const finishCell = ({ attributes }: XmlElement) => {
    const { sheet = place.part } = place;
    if (formula !== "") readFormula(formula, { sheet, cell: cellName(grid) });
    const type = attributes.get("t") ?? "n";
    sayCell({ type, style: Number(attributes.get("s") ?? 0), value, inline: inline.take() });
    value = "";
    formula = "";
  };
  return {
    open(element) {
      if (inCells) return openInCells(element);
      if (element.name === "s:sheetData") inCells = true;
      else if (element.name === "s:col") grid.columns(element);
      else around.open?.(element);
    },
    text(text) {
      if (!inCells) around.text?.(text);
      else if (inside === "s:v") value += text;
      else if (inside === "s:f") formula += text;
      else if (!inline.text(text) && text.trim() !== "") around.text?.(text);
    },
    close(element) {
      if (inCells) closeInCells(element);
      else if (element.name !== "s:col") around.close?.(element);
    },
    comment: (text) => around.comment?.(text),
  };
}
