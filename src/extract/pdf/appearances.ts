import { lettersOf } from "../letters.ts";
import { withPage } from "./document.ts";
import type { Engine } from "./engine.ts";
import { readPlainLines } from "./page.ts";
import type { Pointer } from "./pdfium.ts";

/** FLAT_NORMALDISPLAY of fpdf_flatten.h: as on screen, hidden annotations left out. */
const NORMAL_DISPLAY = 0;

/**
 * Lines that annotations paint themselves: the words of a stamp, the look of a field. PDFium's text has page content only, so
 * the annotations are made page content. The open document changes by it: read everything else of the page before.
 * @param known letters that are already read off this page
 */
export function readAppearances(engine: Engine, document: Pointer, index: number, known: string): string[] {
  withPage(engine, document, index, (page) => engine.pdfium.FPDFPage_Flatten(page, NORMAL_DISPLAY));
  const lines = withPage(engine, document, index, (page) => readPlainLines(engine, page)) ?? [];
  return lines.filter((line) => lettersOf(line) !== "" && !known.includes(lettersOf(line)));
}
