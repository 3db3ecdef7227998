import type { Engine } from "./engine.ts";
import { lettersOf } from "./letters.ts";
import type { PageObject } from "./page-objects.ts";
import { PAGE_OBJECT } from "./pdfium.ts";

/** Fewer Han characters, letters and digits than this are a page number, not a page's text. */
const LETTERS = 10;
/** A rule has 2 segments and a box 5 or 6; a glyph drawn as an outline has more. */
const SHAPE_SEGMENTS = 7;
/** So many lines and boxes could also be the strokes of characters. */
const STROKES = 40;
/** Fewer characters than this prove nothing about the whole. */
const SAMPLE = 20;

/** Whether a page shows something besides the little text it has: pictures, outlines of glyphs, unmapped glyphs. */
export function lacksText(
  engine: Engine,
  text: string,
  objects: readonly PageObject[],
  unmapped: number,
): boolean {
  if (lettersOf(text).length >= LETTERS) return false;
  if (unmapped >= LETTERS) return true;
  const paths = objects.filter(({ type }) => type === PAGE_OBJECT.path);
  return (
    objects.some(({ type }) => type === PAGE_OBJECT.image) ||
    paths.length > STROKES ||
    paths.some(({ pointer }) => engine.pdfium.FPDFPath_CountSegments(pointer) >= SHAPE_SEGMENTS)
  );
}

/** Counts that tell nonsense from text; sums of pages give those of the document. */
export interface Sense {
  readonly han: number;
  /** Han characters that are in GB 2312. */
  readonly common: number;
  readonly marks: number;
  /** Unassigned, private-use and control characters, and U+FFFD. */
  readonly senseless: number;
}

export const NO_TEXT: Sense = { han: 0, common: 0, marks: 0, senseless: 0 };

export function senseOf(text: string): Sense {
  let { han, common, marks, senseless } = NO_TEXT;
  for (const character of text.normalize("NFKC")) {
    if (/\s/u.test(character)) continue;
    marks++;
    if (/\p{sc=Han}/u.test(character)) han++;
    else if (/[\p{C}\ufffd]/u.test(character)) senseless++;
    if (gb2312().has(character)) common++;
  }
  return { han, common, marks, senseless };
}

export function sumOf(a: Sense, b: Sense): Sense {
  return {
    han: a.han + b.han,
    common: a.common + b.common,
    marks: a.marks + b.marks,
    senseless: a.senseless + b.senseless,
  };
}

/**
 * Whether text is nonsense: glyph numbers taken for characters. Of the Han characters of simplified Chinese at least 99 %
 * are in GB 2312, of Japanese or traditional text more than half; nonsense has a few per cent.
 * @param share of common characters below which text is nonsense; a page varies more than a document
 */
export function isGarbled({ han, common, marks, senseless }: Sense, share = 0.5): boolean {
  if (han >= SAMPLE) return common < share * han;
  return marks >= SAMPLE && senseless >= marks / 5;
}

let table: ReadonlySet<string> | null = null;

/** The 6,763 Han characters of GB/T 2312-1980, rows 16 to 87, read off the decoder Node has anyway. */
function gb2312(): ReadonlySet<string> {
  if (table) return table;
  const rows = 87 - 16 + 1;
  const bytes = Uint8Array.from({ length: rows * 94 * 2 }, (_, index) => {
    const cell = index >> 1;
    return index % 2 === 0 ? 0xa0 + 16 + Math.floor(cell / 94) : 0xa1 + (cell % 94);
  });
  table = new Set(new TextDecoder("gb18030").decode(bytes));
  return table;
}
