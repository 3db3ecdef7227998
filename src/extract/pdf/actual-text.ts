import { lettersOf } from "../letters.ts";
import type { Character } from "./characters.ts";
import type { Engine } from "./engine.ts";
import type { PageObject } from "./page-objects.ts";
import { PAGE_OBJECT, type Pointer } from "./pdfium.ts";

/** Text that a marked-content sequence wants read in place of its glyphs (ISO 32000-1, 14.9.4). */
export interface Replacement {
  readonly text: string;
  readonly objects: ReadonlySet<PageObject>;
}

/**
 * Takes the ActualText marks off a page, so that PDFium reads what is painted, and returns them. To be called before the
 * text page is loaded: with the marks on, PDFium hands out the replacement and hides the glyphs.
 */
export function takeReplacements(engine: Engine, objects: readonly PageObject[]): Replacement[] {
  const { pdfium, memory } = engine;
  return memory.withString("ActualText", (key) => {
    const byMark = new Map<Pointer, { text: string; objects: Set<PageObject> }>();
    const marked = objects
      .filter(({ type }) => type === PAGE_OBJECT.text)
      .flatMap((object) => marksOf(engine, object).map((mark) => ({ object, mark })));
    for (const { object, mark } of marked) {
      const known = byMark.get(mark) ?? { text: readMark(engine, mark, key), objects: new Set() };
      known.objects.add(object);
      byMark.set(mark, known);
    }
    // Removed only now: a freed mark's address may be given to another one.
    const replacements = [...byMark].filter(([, { text }]) => text !== "");
    for (const [mark, { objects: replaced }] of replacements)
      for (const { pointer } of replaced) pdfium.FPDFPageObj_RemoveMark(pointer, mark);
    return replacements.map(([, replacement]) => replacement);
  });
}

function marksOf({ pdfium }: Engine, { pointer }: PageObject): Pointer[] {
  const count = Math.max(0, pdfium.FPDFPageObj_CountMarks(pointer));
  return Array.from({ length: count }, (_, index) => pdfium.FPDFPageObj_GetMark(pointer, index));
}

/** The parameter as bytes: asked for it as a string, PDFium takes UTF-16 for UTF-8 and loses most of it. */
function readMark({ pdfium, memory }: Engine, mark: Pointer, key: Pointer): string {
  const at = memory.scratch;
  if (!pdfium.FPDFPageObjMark_GetParamBlobValue(mark, key, 0, 0, at)) return "";
  const length = memory.integers(at, 1)[0]!;
  if (length === 0) return "";
  return memory.borrow(length, (buffer) =>
    pdfium.FPDFPageObjMark_GetParamBlobValue(mark, key, buffer, length, at)
      ? decodeTextString(memory.copyOut(buffer, length))
      : "",
  );
}

/** A text string (ISO 32000-2, 7.9.2.2): UTF-16BE or UTF-8 with a mark in front, else PDFDocEncoding, near enough to Latin-1. */
function decodeTextString(bytes: Buffer): string {
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder("utf-16be").decode(bytes);
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return new TextDecoder().decode(bytes);
  return bytes.toString("latin1");
}

/**
 * Divides replacements into those that say something else than the glyphs, and those that are all we can know because the
 * glyphs themselves cannot be read. Ligatures, hyphens and bullets spelt out say nothing else and are dropped.
 */
export function judgeReplacements(
  replacements: readonly Replacement[],
  characters: readonly Character[],
): { differing: string[]; standIns: string[] } {
  const differing: string[] = [];
  const standIns: string[] = [];
  for (const { text, objects } of replacements) {
    const said = lettersOf(text);
    if (said === "") continue;
    const glyphs = characters.filter(({ object }) => objects.has(object));
    const painted = lettersOf(glyphs.map((glyph) => glyph.text).join(""));
    if (glyphs.some(({ unmapped }) => unmapped) || painted === "") standIns.push(text);
    else if (painted !== said) differing.push(text);
  }
  return { differing, standIns };
}
