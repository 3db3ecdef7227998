import type { Line, Story, View } from "../normalise/story.ts";
import { cellRanges } from "./column.ts";
import type { ScanLine } from "./matcher.ts";

/** A regular expression never sees more than this at once, so that its cost stays linear. */
const WINDOW = 2_000;
/** No form we look for is longer, so none is lost between two windows. */
const OVERLAP = 200;
/** Each window answers for its middle up to here: a form cut off by its edge is seen whole by the next. */
const MARGIN = OVERLAP / 2;

const WHOLE = { start: Number.NEGATIVE_INFINITY, end: Number.POSITIVE_INFINITY };
const NO_HEADS: readonly string[] = [];

/** Most lines need not be looked at for cells. */
const SEPARATOR = /[\t,;|]/u;
const ATTACHMENT_HEAD = /^附件\s*[\d一二三四五六七八九十]{0,3}\s*[:：]?$/u;

/**
 * The lines of a view in sections: a new page, or the head of an 附件, begins a new one, since a mark may stand at the top of
 * each (GB/T 9704-2012 7.2.2, 7.3.7).
 */
export function toSections(story: Story, view: View): ScanLine[][] {
  return split(view.lines).map((lines) => {
    const section: ScanLine[] = [];
    let heads = NO_HEADS;
    lines.forEach((line, rank) => {
      const cells = SEPARATOR.test(line.text) ? cellRanges(line.text) : [];
      const isHead = cells.length >= 2 && heads === NO_HEADS;
      if (isHead) heads = cells.map(({ start, end }) => line.text.slice(start, end));
      else if (cells.length < 2) heads = NO_HEADS;
      pushWindows(section, line, { rank, part: story.part, columnHeads: isHead ? NO_HEADS : heads });
    });
    return section;
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

function pushWindows(
  section: ScanLine[],
  { text, start, object }: Line,
  { rank, part, columnHeads }: Pick<ScanLine, "rank" | "part" | "columnHeads">,
): void {
  if (text.length <= WINDOW) {
    section.push({ text, start, rank, part, object, columnHeads, window: false, inner: WHOLE });
    return;
  }
  for (let at = 0; at + OVERLAP < text.length; at += WINDOW - OVERLAP) {
    const isLast = at + WINDOW >= text.length;
    section.push({
      text: text.slice(at, at + WINDOW),
      start: start + at,
      rank,
      part,
      object,
      columnHeads,
      window: true,
      inner: { start: at === 0 ? WHOLE.start : MARGIN, end: isLast ? WHOLE.end : WINDOW - MARGIN },
    });
  }
}
