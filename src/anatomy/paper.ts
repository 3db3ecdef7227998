import { attachmentStarts } from "./attachments.ts";
import { isImprintStart } from "./imprint.ts";
import type { AnatomyLine } from "./lines.ts";
import { isNumber } from "./number.ts";
import { isSentence } from "./sentence.ts";

/** How far down the 版头 and title of one paper reach. */
const HEAD_LINES = 40;
/** `第二篇：` of a compilation. */
const PAPER_START = /^(?:第[一二三四五六七八九十\d]{1,3}[篇部]|篇[一二三四五六七八九十\d]{1,3})\s?[:：]/u;
const REGULATION = /^第[一1]\s?[章条]/u;

/** Of a compilation the first paper, of any other file all lines. */
export function firstPaper(lines: readonly AnatomyLine[]): readonly AnatomyLine[] {
  const starts: number[] = [];
  for (const [index, { text }] of lines.entries()) {
    if (PAPER_START.test(text)) starts.push(index);
    if (starts.length > 1) break;
  }
  return starts.length > 1 ? lines.slice(starts[0], starts[1]) : lines;
}

/** The lines above the text: those before the first sentence. */
export function headOf(lines: readonly AnatomyLine[]): readonly AnatomyLine[] {
  const text = lines.slice(0, HEAD_LINES).findIndex(isSentence);
  return lines.slice(0, text < 0 ? HEAD_LINES : text);
}

/**
 * The paper's own text with its signature and note: up to the first attachment, the 版记, a second paper with its own number,
 * or the regulation that a letter passes on.
 * @param below the lines below the title
 * @param isLetter whether the paper addresses somebody
 */
export function mainText(below: readonly AnatomyLine[], isLetter: boolean): readonly AnatomyLine[] {
  const ends = [
    attachmentStarts(below)[0],
    below.findIndex(isImprintStart),
    below.findIndex((line, index) => index > 2 && isNumber(line)),
    isLetter ? below.findIndex(({ text }) => REGULATION.test(text)) : -1,
  ].filter((end) => end !== undefined && end >= 0);
  return below.slice(0, Math.min(below.length, ...(ends as number[])));
}
