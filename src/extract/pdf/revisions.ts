import { Unread } from "../extractor.ts";
import { lettersOf } from "../letters.ts";
import { NotOpenable, withDocument, withPage } from "./document.ts";
import type { Engine } from "./engine.ts";
import { readPlainLines } from "./page.ts";
import type { Pointer } from "./pdfium.ts";

/** A line that an earlier state of the file showed and the present one does not. */
export interface FormerLine {
  readonly page: number;
  readonly text: string;
}

/** A form signed by many has one revision each; more than this is said, not read. */
const REVISIONS = 20;

/**
 * Byte lengths of the earlier states that incremental updates left in the file (ISO 32000-1, 7.5.6), newest first. The first
 * trailer of a linearised file (annex F) ends the first page's section and no state anybody saved.
 */
export function earlierStates({ pdfium, memory }: Engine, document: Pointer, bytes: Uint8Array): number[] {
  const count = pdfium.FPDF_GetTrailerEnds(document, 0, 0);
  if (count < 2) return [];
  const ends = memory.borrow(count * 4, (buffer) => {
    pdfium.FPDF_GetTrailerEnds(document, buffer, count);
    return [...memory.integers(buffer, count)];
  });
  const linearised = Buffer.from(bytes.subarray(0, 1024)).includes("/Linearized");
  return ends.slice(linearised ? 1 : 0, -1).reverse();
}

/**
 * Lines of the earlier states which are nowhere in the present text; the same text moved or saved again gives none.
 * @param present letters of the whole document as it is now
 * @param pages how many pages of earlier states may be read
 */
export function readFormerLines(
  engine: Engine,
  bytes: Uint8Array,
  states: readonly number[],
  present: string,
  pages: number,
): { lines: FormerLine[]; complete: boolean } {
  const known = new Set<string>();
  const lines: FormerLine[] = [];
  let left = pages;
  const isNews = (text: string) => {
    const letters = lettersOf(text);
    if (letters === "" || known.has(letters) || present.includes(letters)) return false;
    known.add(letters);
    return true;
  };
  for (const end of states.slice(0, REVISIONS)) {
    for (const { page, texts } of readState(engine, bytes.subarray(0, end), left)) {
      left--;
      lines.push(...texts.filter(isNews).map((text) => ({ page, text })));
    }
  }
  return { lines, complete: states.length <= REVISIONS && left > 0 };
}

function readState(engine: Engine, bytes: Uint8Array, pages: number): { page: number; texts: string[] }[] {
  try {
    return withDocument(engine, bytes, (document) => {
      const count = Math.min(pages, Math.max(0, engine.pdfium.FPDF_GetPageCount(document)));
      return Array.from({ length: count }, (_, index) => ({
        page: index + 1,
        texts: withPage(engine, document, index, (page) => readPlainLines(engine, page)) ?? [],
      }));
    });
  } catch (error) {
    // What comes before a trailer need not be a document of its own.
    if (error instanceof NotOpenable || error instanceof Unread) return [];
    throw error;
  }
}
