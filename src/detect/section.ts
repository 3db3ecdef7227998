import type { Line, Story, View } from "../normalise/story.ts";
import type { ScanLine } from "./matcher.ts";

/** A regular expression never sees more than this at once, so that its cost stays linear. */
const WINDOW = 2_000;
/** No form we look for is longer, so none is lost between two windows. */
const OVERLAP = 200;

const ATTACHMENT_HEAD = /^附件\s*[\d一二三四五六七八九十]{0,3}\s*[:：]?$/u;

/**
 * The lines of a view in sections: a new page, or the head of an 附件, begins a new one, since a mark may stand at the top of
 * each (GB/T 9704-2012 7.2.2, 7.3.7).
 */
export function toSections(story: Story, view: View): ScanLine[][] {
  return split(view.lines).map((lines) => {
    let heads: readonly string[] = [];
    return lines.flatMap((line, rank) => {
      const cells = cellsOf(line.text);
      const isHead = cells.length >= 2 && heads.length === 0;
      if (isHead) heads = cells;
      else if (cells.length < 2) heads = [];
      const columnHeads = isHead ? [] : heads;
      return windows(line).map((piece) => ({
        ...piece,
        rank,
        part: story.part,
        object: line.object,
        columnHeads,
      }));
    });
  });
}

function split(lines: readonly Line[]): Line[][] {
  const sections: Line[][] = [];
  let page: number | undefined;
  for (const line of lines) {
    const begins = sections.length === 0 || line.page !== page || ATTACHMENT_HEAD.test(line.text.trim());
    if (begins) sections.push([line]);
    else sections.at(-1)!.push(line);
    page = line.page;
  }
  return sections;
}

/** The cells of a table row: parted by TAB, or by commas in a line of a csv file. */
export function cellsOf(line: string): string[] {
  if (line.includes("\t")) return line.split("\t");
  const cells = line.split(",");
  return cells.length >= 3 ? cells : [line];
}

function windows(line: Line): { text: string; start: number; window: boolean }[] {
  if (line.text.length <= WINDOW) return [{ text: line.text, start: line.start, window: false }];
  const pieces = [];
  for (let at = 0; at < line.text.length; at += WINDOW - OVERLAP)
    pieces.push({ text: line.text.slice(at, at + WINDOW), start: line.start + at, window: true });
  return pieces;
}
