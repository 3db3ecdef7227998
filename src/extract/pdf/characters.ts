import type { PlacedCharacter } from "../page-text/character.ts";
import { boxOf } from "../page-text/geometry.ts";
import type { Engine } from "./engine.ts";
import type { PageObject } from "./page-objects.ts";
import type { Pointer } from "./pdfium.ts";

/** A character of a PDF page; `index` is its position in PDFium's own text, which keeps the order inside a text object. */
export interface Character extends PlacedCharacter {
  readonly object: PageObject;
  /** The font does not say which character the glyph is; `text` is a guess. */
  readonly unmapped: boolean;
}

/** @param objects the page's objects by pointer; characters PDFium made up (line ends, spaces) belong to none and are left out. */
export function readCharacters(
  engine: Engine,
  textPage: Pointer,
  objects: ReadonlyMap<Pointer, PageObject>,
): Character[] {
  const count = Math.max(0, engine.pdfium.FPDFText_CountChars(textPage));
  const characters: Character[] = [];
  for (let index = 0; index < count; index++) {
    const object = objects.get(engine.pdfium.FPDFText_GetTextObject(textPage, index));
    const character = object && readCharacter(engine, textPage, index, object);
    if (character) characters.push(character);
  }
  return markColumns(characters);
}

function readCharacter(
  { pdfium, memory }: Engine,
  textPage: Pointer,
  index: number,
  object: PageObject,
): Character | null {
  const at = memory.scratch;
  // The tight box of a font without a file has no height; the loose one is made of ascent, descent and advance.
  if (!pdfium.FPDFText_GetLooseCharBox(textPage, index, at)) return null;
  const [left, top, right, bottom] = memory.floats(at, 4);
  const box = boxOf(left!, bottom!, right!, top!);
  if (!(box.right - box.left < FAR && box.top - box.bottom < FAR)) return null;
  if (!pdfium.FPDFText_GetCharOrigin(textPage, index, at, at + 8)) return null;
  const [x, y] = memory.doubles(at, 2);
  if (!pdfium.FPDFText_GetMatrix(textPage, index, at)) return null;
  const [a, b, c, d] = memory.floats(at, 4);
  const size = pdfium.FPDFText_GetFontSize(textPage, index);
  const sign = size < 0 ? -1 : 1;
  return {
    text: characterOf(pdfium.FPDFText_GetUnicode(textPage, index) >>> 0, () =>
      pdfium.FPDFText_IsHyphen(textPage, index),
    ),
    index,
    object,
    box,
    x: x!,
    y: y!,
    em: Math.abs(size) * Math.sqrt(Math.abs(a! * d! - b! * c!)) || box.top - box.bottom,
    angle: Math.atan2(sign * b!, sign * a!),
    vertical: false,
    unmapped: pdfium.FPDFText_HasUnicodeMapError(textPage, index) > 0,
  };
}

/** Points; no page is as large, but boxes of broken fonts are. */
const FAR = 1e5;

/** PDFium hands out a hyphen at a line's end as a control or noncharacter. */
function characterOf(code: number, isHyphen: () => number): string {
  if (code === 0 || code > 0x10ffff) return "";
  if ((code === 2 || code === 0xfffe) && isHyphen() > 0) return "-";
  return String.fromCodePoint(code);
}

/** The API does not tell a vertical font, but its glyphs walk downwards inside one text object. */
function markColumns(characters: readonly Character[]): Character[] {
  const steps = new Map<PageObject, number>();
  for (let index = 1; index < characters.length; index++) {
    const [before, here] = [characters[index - 1]!, characters[index]!];
    if (before.object !== here.object) continue;
    const [dx, dy] = [here.x - before.x, here.y - before.y];
    const along = dx * Math.cos(here.angle) + dy * Math.sin(here.angle);
    const down = dx * Math.sin(here.angle) - dy * Math.cos(here.angle);
    if (Math.max(Math.abs(along), Math.abs(down)) < here.em / 10) continue;
    steps.set(here.object, (steps.get(here.object) ?? 0) + (down > Math.abs(along) ? 1 : -1));
  }
  return characters.map((character) =>
    (steps.get(character.object) ?? 0) > 0 || isWideColumn(character)
      ? { ...character, vertical: true }
      : character,
  );
}

/** Without a font file PDFium makes the loose box of a glyph in a column two em wide. */
function isWideColumn({ text, box, angle, em }: Character): boolean {
  const width = box.right - box.left;
  const height = box.top - box.bottom;
  return (
    /\p{sc=Han}/u.test(text) &&
    angle === 0 &&
    Math.abs(height - em) < em / 20 &&
    Math.abs(width - 2 * em) < em / 20
  );
}
