import { withPage } from "./document.ts";
import type { Engine } from "./engine.ts";
import { type Box, contains } from "./geometry.ts";
import { lettersOf } from "./letters.ts";
import { readPlacedLines } from "./page.ts";
import type { Pointer } from "./pdfium.ts";

/** FLAT_NORMALDISPLAY of fpdf_flatten.h: as on screen, hidden annotations left out. */
const NORMAL_DISPLAY = 0;

/** A line painted by an annotation. */
export interface AppearanceLine {
  readonly text: string;
  /** It stands where an annotation on a layer that is off would paint. */
  readonly off: boolean;
}

/**
 * Lines that annotations paint themselves: the words of a stamp, the look of a field. PDFium's text has page content only, so
 * the annotations are made page content. The open document changes by it: read everything else of the page before.
 * @param known letters that are already read off this page
 * @param off where annotations stand that are switched off
 */
export function readAppearances(
  engine: Engine,
  document: Pointer,
  index: number,
  known: string,
  off: readonly Box[],
): AppearanceLine[] {
  withPage(engine, document, index, (page) => engine.pdfium.FPDFPage_Flatten(page, NORMAL_DISPLAY));
  const lines = withPage(engine, document, index, (page) => readPlacedLines(engine, page)) ?? [];
  return lines
    .filter(({ text }) => lettersOf(text) !== "" && !known.includes(lettersOf(text)))
    .map(({ text, glyphs }) => ({
      text,
      off: glyphs.every(({ character: { x, y } }) => off.some((box) => contains(box, x, y))),
    }));
}
