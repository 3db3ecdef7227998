import { cellRanges } from "../column.ts";
import type { Match, ScanLine } from "../matcher.ts";

const TAIL = /(?<![\dA-Za-z.])\d{4,17}$/u;
const HEAD = /^\d{0,13}[\dXx](?![\dA-Za-z])/u;

/**
 * 18-character numbers that a narrow column or page broke in two: the end of a line or cell, and the beginning of a cell of the next
 * line. The caller's check makes chance meetings of two numbers all but impossible.
 */
export function wrappedNumbers(
  section: readonly ScanLine[],
  proves: (number: string) => boolean,
): { readonly line: number; readonly match: Match }[] {
  const found: { line: number; match: Match }[] = [];
  section.forEach((line, index) => {
    const next = section[index + 1];
    if (!next || line.window || next.window || !/\d{4}(?:[\t,]|$)/u.test(line.text)) return;
    const heads = pieces(next.text, HEAD);
    for (const tail of pieces(line.text, TAIL))
      for (const head of heads)
        if (tail.text.length + head.text.length === 18 && proves(tail.text + head.text.toUpperCase())) {
          const end = next.start - line.start + head.start + head.text.length;
          found.push({ line: index, match: { start: tail.start, end } });
        }
  });
  return found;
}

function pieces(text: string, pattern: RegExp): { readonly start: number; readonly text: string }[] {
  return cellRanges(text).flatMap(({ start, end }) => {
    const found = pattern.exec(text.slice(start, end));
    return found ? [{ start: start + found.index, text: found[0] }] : [];
  });
}
