import type { Box } from "../../page-text/geometry.ts";
import type { Character } from "../characters.ts";
import type { Engine } from "../engine.ts";
import { boundsOf, type PageObject } from "../page-objects.ts";
import { PAGE_OBJECT } from "../pdfium.ts";

/** PDFium compares a text object with about so many before it. */
const BEFORE = 8;
/** Points. */
const SAME_SIZE = 1;

/**
 * Of text painted twice to look bold, or to cast a shadow, PDFium hands out the first copy only, and that may be the hidden one.
 * @returns the characters of the copies it left out, placed where they are painted
 */
export function droppedTwins(
  engine: Engine,
  objects: readonly PageObject[],
  characters: readonly Character[],
): Character[] {
  const byObject = new Map<PageObject, Character[]>();
  for (const character of characters) {
    const known = byObject.get(character.object);
    if (known) known.push(character);
    else byObject.set(character.object, [character]);
  }
  const texts = objects.filter(({ type }) => type === PAGE_OBJECT.text);
  return texts.flatMap((dropped, at) => {
    if (byObject.has(dropped)) return [];
    const bounds = boundsOf(engine, dropped);
    if (!bounds) return [];
    for (const before of texts.slice(Math.max(0, at - BEFORE), at).toReversed()) {
      const kept = byObject.get(before);
      const twin = kept && boundsOf(engine, before);
      if (twin && isTwin(bounds, twin, kept[0]!.em))
        return kept.map((character) => moved(character, dropped, bounds, twin));
    }
    return [];
  });
}

function isTwin(a: Box, b: Box, em: number): boolean {
  const width = a.right - a.left - (b.right - b.left);
  const height = a.top - a.bottom - (b.top - b.bottom);
  const isNear = Math.abs(a.left - b.left) < em && Math.abs(a.bottom - b.bottom) < em;
  return isNear && Math.abs(width) < SAME_SIZE && Math.abs(height) < SAME_SIZE;
}

function moved(character: Character, object: PageObject, to: Box, from: Box): Character {
  const [right, up] = [to.left - from.left, to.bottom - from.bottom];
  const { left, bottom, right: edge, top } = character.box;
  return {
    ...character,
    object,
    x: character.x + right,
    y: character.y + up,
    box: { left: left + right, bottom: bottom + up, right: edge + right, top: top + up },
  };
}
