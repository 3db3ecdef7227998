import type { PlacedCharacter } from "../page-text/character.ts";
import { type Matrix, transform } from "../page-text/geometry.ts";
import { childrenOf, type OfdElement } from "./element.ts";
import { glyphWidth } from "./glyph-width.ts";
import { numberOf, numbersOf, point, scaleOf } from "./measures.ts";

/** Below and above the baseline, in em. */
const DESCENT = 0.12;
const ASCENT = 0.88;
/** Points; text without any size still has a place in a line. */
const LEAST = 0.01;

interface Place {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  /** The way to the next character of the same TextCode; null at its end. */
  readonly step: readonly [number, number] | null;
}

/**
 * The characters of a TextObject with their places (GB/T 33190-2016, 11.2 and 11.3).
 * @param matrix from the object's space to the page
 */
export function charactersOf<Unit extends { readonly order: number }>(
  element: OfdElement,
  matrix: Matrix,
  object: Unit,
): (PlacedCharacter & { readonly object: Unit })[] {
  const size = Math.abs(numberOf(element, "Size", 0));
  const stretch = numberOf(element, "HScale", 1) || 1;
  const down = [90, 270].includes(Math.abs(numberOf(element, "ReadDirection", 0)));
  const places: Place[] = [];
  for (const code of childrenOf(element, "TextCode"))
    for (const place of placesOf(code, places.at(-1), size, down)) places.push(place);
  const vertical = down || places.filter(isDown).length > places.filter(({ step }) => step).length / 2;
  return places.map(({ text, x, y, step }, index) => {
    const width = glyphWidth(text, size, step && !vertical ? step[0] : null) * stretch;
    const [originX, originY] = point(matrix, x, y);
    return {
      text,
      index,
      object,
      box: transform(
        { left: x, right: x + width, bottom: y + DESCENT * size, top: y - ASCENT * size },
        matrix,
      ),
      x: originX,
      y: originY,
      em: Math.max(LEAST, size * scaleOf(matrix)),
      angle: Math.atan2(matrix[1], matrix[0]),
      vertical,
    };
  });
}

function isDown({ step }: Place): boolean {
  return step !== null && step[1] > Math.abs(step[0]);
}

/** Where no X or Y is given, the TextCode goes on from the one before. */
function placesOf(code: OfdElement, before: Place | undefined, size: number, down: boolean): Place[] {
  const characters = [...withoutIndentation(code.text)];
  const stepOf = stepsOf(code, characters.length, size, down);
  let x = numberOf(code, "X", before?.x ?? 0);
  let y = numberOf(code, "Y", before?.y ?? 0);
  return characters.map((text, index) => {
    const step = stepOf(text, index);
    const place = { text, x, y, step: index < characters.length - 1 ? step : null };
    x += step[0];
    y += step[1];
    return place;
  });
}

/** The way from one character to the next: as the deltas say, and where they are missing as far as the glyph is wide. */
function stepsOf(
  code: OfdElement,
  count: number,
  size: number,
  down: boolean,
): (text: string, index: number) => readonly [number, number] {
  const dx = deltasOf(code, "DeltaX", count);
  const dy = deltasOf(code, "DeltaY", count);
  const width = (text: string) => glyphWidth(text, size, null);
  if (dx.length === 0 && dy.length === 0) return (text) => (down ? [0, size] : [width(text), 0]);
  if (dx.length === 0) return (_, index) => [0, dy[index] ?? size];
  return (text, index) => [dx[index] ?? width(text), dy[index] ?? 0];
}

/** `3.2 g 4 1.6`: the offset 3.2 once, then 1.6 four times. */
function deltasOf(code: OfdElement, name: string, enough: number): number[] {
  const words = (code.attributes.get(name) ?? "").trim().split(/[\s,]+/);
  const deltas: number[] = [];
  for (let at = 0; at < words.length && deltas.length < enough; at++) {
    const repeated = words[at] === "g";
    const count = repeated ? Math.min(enough, Number(words[at + 1]) || 0) : 1;
    const [value] = numbersOf(words[repeated ? at + 2 : at]);
    if (value === undefined) break;
    for (let times = 0; times < count; times++) deltas.push(value);
    if (repeated) at += 2;
  }
  return deltas;
}

/** Pretty-printed files put the text on a line of its own. */
function withoutIndentation(text: string): string {
  return /[\r\n]/.test(text) ? text.trim().replace(/[\r\n]+/g, "") : text;
}
