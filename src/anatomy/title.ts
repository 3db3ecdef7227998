import { isFurniture } from "./furniture.ts";
import type { Signer } from "./head.ts";
import { nameInOrderMark } from "./issuer-mark.ts";
import { type AnatomyLine, joinLines } from "./lines.ts";
import { isNumber, type NumberLine } from "./number.ts";
import { isItem } from "./sentence.ts";
import { canBeTitle, EDITION_LINE, goesOn, isComplete, splitDate, withoutPrefix } from "./title-form.ts";
import { bodySize, headingRun, laidOutRun, type Run, TITLE_LINES } from "./title-run.ts";

export interface TitleLines {
  readonly title: string;
  /** A date in brackets that ended it. */
  readonly date: string | null;
  readonly first: number;
  readonly last: number;
}

/**
 * 标题 (GB/T 9704-2012 7.3.1): the heading of the format, else what is set larger in the middle, else the lines below the 版头
 * that end in a 文种; a 令 is called by its mark. Wrapped lines are joined.
 * @param lines of the paper
 * @param head those of them above the text
 * @returns null where no line is surely a title
 */
export function findTitle(
  lines: readonly AnatomyLine[],
  head: readonly AnatomyLine[],
  number: NumberLine | null,
  signer: Signer | null,
): TitleLines | null {
  const below = Math.max(number?.last ?? -1, signer?.last ?? -1) + 1;
  const byWords = wordedRun(head, below) ?? (below > 1 ? wordedRun(head, 0) : null);
  const run =
    headingRun(head) ??
    widest(laidOutRun(head, bodySize(lines)), byWords) ??
    byWords ??
    orderRun(head, number);
  return run && finish(head, run);
}

function finish(head: readonly AnatomyLine[], run: Run): TitleLines {
  const { first } = run;
  const edition = head[run.last + 1];
  const end = edition && EDITION_LINE.test(edition.text) ? run.last + 1 : run.last;
  const { title, date } = splitDate(withoutPrefix(joinLines(head.slice(first, end + 1))));
  // A compilation names each paper before the paper names itself.
  const last = head[end + 1]?.text === title ? end + 1 : end;
  return { title, date, first, last };
}

/** The layout may see one line of a title where its words see all of them. */
function widest(byLayout: Run | null, byWords: Run | null): Run | null {
  if (!byLayout || !byWords) return byLayout;
  const overlap = byWords.first <= byLayout.last && byLayout.first <= byWords.last;
  return overlap && byWords.last > byLayout.last
    ? { first: Math.min(byLayout.first, byWords.first), last: byWords.last }
    : byLayout;
}

/** Lines that end in a 文种 before any text begins. */
function wordedRun(head: readonly AnatomyLine[], from: number): Run | null {
  let first = from;
  while (first < head.length && isFurniture(head[first]!)) first++;
  for (let last = first; last < Math.min(head.length, first + TITLE_LINES); last++) {
    const title = withoutPrefix(joinLines(head.slice(first, last + 1)));
    if (breaksOff(head[last]!) || !canBeTitle(title)) return null;
    const next = head[last + 1]?.text ?? "";
    if (isComplete(splitDate(title).title) && !goesOn(next)) return beginsAnew(next) ? { first, last } : null;
  }
  return null;
}

function breaksOff(line: AnatomyLine): boolean {
  return isItem(line.text) || isNumber(line) || (line.inTable && line.text.includes("\t"));
}

/** What follows a title begins anew; text that runs on shows that the line was a piece of it. */
function beginsAnew(next: string): boolean {
  return !/^(?:[，。；、）》”]|精神|要求|等|和|以及|中|有关|规定的|所|，)/u.test(next);
}

/** A 令, 公告 or 通告 without a title of its own is called by its mark: `江滨市人民政府令`. */
function orderRun(head: readonly AnatomyLine[], number: NumberLine | null): Run | null {
  const end = number ? number.line + 1 : head.length;
  const mark = head.slice(0, end).findLastIndex(({ text }) => nameInOrderMark(text) !== null);
  return mark < 0 ? null : { first: mark, last: mark };
}
