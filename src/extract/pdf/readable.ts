import { lettersOf } from "../letters.ts";
import { area, type Box, intersect } from "../page-text/geometry.ts";
import type { Character } from "./characters.ts";
import { isMostlyOutlines, SHAPE_SEGMENTS } from "./drawn-text.ts";
import type { Engine } from "./engine.ts";
import type { PageObject } from "./page-objects.ts";
import { PAGE_OBJECT } from "./pdfium.ts";
import type { PlacedImage } from "./visibility.ts";

/** Fewer Han characters, letters and digits than this are a page number, not a page's text. */
const LETTERS = 10;
/** So many lines and boxes could also be the strokes of characters. */
const STROKES = 40;
/** Fewer characters than this prove nothing about the whole. */
const SAMPLE = 20;
/** Pictures this large beside text this small, in shares of the page: the text is a stamp on a scan, or a line below it. */
const PICTURED = { pictures: 0.5, text: 0.015 } as const;
/** Unmapped glyphs that outweigh the readable ones as much are what the page is about. */
const OUTWEIGHS = 2;

/** A page as far as it decides whether its text is all it says. */
export interface PageContent {
  readonly view: Box;
  readonly objects: readonly PageObject[];
  readonly images: readonly PlacedImage[];
  /** Text a reader sees, stand-ins for glyphs included. */
  readonly text: string;
  /** The characters of that text whose font says what they are. */
  readonly readable: readonly Character[];
  readonly unmapped: readonly Character[];
  /** The text is a recogniser's reading of the pictures. */
  readonly recognised: boolean;
}

/**
 * Whether a page shows something besides the little text it has: pictures, outlines of glyphs, unmapped glyphs. Next to no text is
 * little beside anything; more is weighed by the area it takes.
 */
export function lacksText(engine: Engine, content: PageContent): boolean {
  const { view, objects, images, text, unmapped } = content;
  if (lettersOf(text).length < LETTERS) return unmapped.length >= LETTERS || hasDrawing(engine, objects);
  const read = areaOf(content.readable);
  if (unmapped.length >= SAMPLE && areaOf(unmapped) > OUTWEIGHS * read) return true;
  const pictured = images.reduce((sum, { box }) => sum + Math.max(0, area(intersect(box, view))), 0);
  const isRead = content.recognised || read >= PICTURED.text * area(view);
  if (pictured >= PICTURED.pictures * area(view) && !isRead) return true;
  return isMostlyOutlines(engine, objects, view, read);
}

function hasDrawing(engine: Engine, objects: readonly PageObject[]): boolean {
  const paths = objects.filter(({ type }) => type === PAGE_OBJECT.path);
  return (
    objects.some(({ type }) => type === PAGE_OBJECT.image) ||
    paths.length > STROKES ||
    paths.some(({ pointer }) => engine.pdfium.FPDFPath_CountSegments(pointer) >= SHAPE_SEGMENTS)
  );
}

function areaOf(characters: readonly Character[]): number {
  return characters.reduce((sum, { text, em }) => sum + (text.trim() === "" ? 0 : em * widthOf(text, em)), 0);
}

/** Boxes of broken fonts say anything; Chinese is one em wide, the rest about half of it. */
function widthOf(text: string, em: number): number {
  return /[\u2e80-\u{3ffff}]/u.test(text) ? em : em / 2;
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
