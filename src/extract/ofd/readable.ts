import { lettersOf } from "../letters.ts";
import { commonShare } from "../plausible.ts";
import type { Scene } from "./scene.ts";

/** Fewer letters, digits and Chinese characters than this are a page number, not a page's text. */
const LETTERS = 10;
/** A rule has 1 segment and a box 4 or 5; a glyph drawn as an outline has more. */
const SHAPE_SEGMENTS = 7;
/** So many lines and boxes could also be the strokes of characters. */
const STROKES = 40;
/** Fewer characters than this prove nothing about the whole. */
const SAMPLE = 20;

/** Whether a page shows something besides the little text it has: pictures, or outlines of glyphs. */
export function lacksText(text: string, scene: Scene): boolean {
  if (lettersOf(text).length >= LETTERS) return false;
  return scene.images.length > 0 || scene.paths > STROKES || scene.longestPath >= SHAPE_SEGMENTS;
}

/**
 * Whether text is nonsense: writers that lose the way from glyphs to characters leave glyph numbers behind. Simplified Chinese
 * lies in GB 2312 for at least 99 %, other Chinese for more than half, nonsense hardly at all.
 */
export function isGarbled(text: string): boolean {
  const marks = text.normalize("NFKC").replace(/\s+/gu, "");
  const han = marks.replace(/\P{Script=Han}+/gu, "");
  if (han.length >= SAMPLE) return commonShare(han) < 0.5;
  const senseless = marks.replace(/[^\p{C}\ufffd]+/gu, "");
  return marks.length >= SAMPLE && senseless.length >= marks.length / 5;
}
