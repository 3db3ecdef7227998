import type { Segmenter } from "./segmenter.ts";

/** Words are settled by their near surroundings; a longer window would only make a long line with many hits slow. */
const WINDOW = 64;

/**
 * Whether the words of the line run across the hit [start, end): true when the segmenter cuts inside it where it would not cut the
 * term standing alone (`计算机|密码` for 机密). A hit that is only a part of a longer word (`绝密级`) crosses only when it must be
 * `whole`.
 */
export function crossesInside(
  segmenter: Segmenter,
  line: string,
  start: number,
  end: number,
  whole = false,
): boolean {
  const from = characterStart(line, Math.max(0, start - WINDOW));
  const to = characterStart(line, Math.min(line.length, end + WINDOW));
  const ownCuts = new Set(segmenter.cut(line.slice(start, end)));
  const length = end - start;
  const cuts = segmenter.cut(line.slice(from, to)).map((cut) => from + cut - start);
  if (whole && !((start === 0 || cuts.includes(0)) && cuts.includes(length))) return true;
  return cuts.some((inside) => inside > 0 && inside < length && !ownCuts.has(inside));
}

/** The offset itself, or the one before where it would part a surrogate pair. */
function characterStart(text: string, at: number): number {
  const partsPair =
    (text.charCodeAt(at) & 0xfc00) === 0xdc00 && (text.charCodeAt(at - 1) & 0xfc00) === 0xd800;
  return partsPair ? at - 1 : at;
}
