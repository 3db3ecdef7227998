import type { Glyph, Line } from "./lines.ts";

/**
 * The visible text of a page once more, in the order it was painted: columns and boxes then stay together where lines mix
 * them. A new line begins wherever the next text object does not continue the one before.
 * @returns null when the order says nothing new
 */
export function paintOrder(lines: readonly Line[]): string | null {
  const visible = lines.filter(({ channel }) => channel === null);
  const glyphs = inPaintOrder(lines);
  let text = "";
  let before: Glyph | null = null;
  for (const glyph of glyphs) {
    if (before && !continues(before, glyph)) text += "\n";
    text += glyph.character.text;
    before = glyph;
  }
  const inLines = visible.map((line) => line.text).join("");
  return withoutSpaces(text) === withoutSpaces(inLines) ? null : text.replace(/[^\S\n]*\n\s*/g, "\n").trim();
}

/** What a reader sees of the lines, in the order it was painted. */
export function inPaintOrder(lines: readonly Line[]): Glyph[] {
  return lines
    .filter(({ channel }) => channel === null)
    .flatMap((line) => line.glyphs)
    .toSorted(
      (a, b) => a.character.object.order - b.character.object.order || a.character.index - b.character.index,
    );
}

function continues(before: Glyph, glyph: Glyph): boolean {
  if (before.character.object === glyph.character.object) return true;
  const em = Math.max(before.character.em, glyph.character.em);
  const gap = (glyph.start - before.end) / em;
  const sameLine = Math.abs(glyph.base - before.base) <= em / 2;
  return glyph.direction === before.direction && sameLine && gap > -0.5 && gap < 1;
}

function withoutSpaces(text: string): string {
  return text.replace(/\s+/g, "");
}
