import type { AnatomyLine } from "./lines.ts";
import { onlyDate } from "./sentence.ts";

/** 附注 stands so many lines below the 成文日期 at the most. */
const BELOW = 3;
const BRACKETED = /^[（(]((?:[^（）()]|[（(][^（）()]{0,20}[）)]){2,120})[）)]$/u;
const UNBRACKETED = /^(此件[^。，：:]{2,30}|作为(?:主动公开|依申请公开|免予公开|不予公开)信息)。?$/u;
const NO_NOTE = /章$|无正文|^(?:试行|暂行|草案|.*稿)$|^\d+$/u;

/**
 * 附注, GB/T 9704-2012 7.3.7: in brackets below the date; elsewhere only what calls the paper 此件.
 * @param date line of the 成文日期, null where there is none
 */
export function findNote(main: readonly AnatomyLine[], date: number | null): string | null {
  const below = date === null ? [] : main.slice(date + 1, date + 1 + BELOW);
  for (const { text } of below) {
    const note = read(text);
    if (note) return note;
  }
  return thisPaper(main);
}

/** The first line that says something of 此件. */
export function thisPaper(lines: readonly AnatomyLine[]): string | null {
  for (const { text } of lines) {
    const note = read(text);
    if (note && /此件|^作为.{2,5}公开信息/u.test(note)) return note;
  }
  return null;
}

function read(text: string): string | null {
  const note = BRACKETED.exec(text)?.[1] ?? UNBRACKETED.exec(text)?.[1];
  return note === undefined || NO_NOTE.test(note) || onlyDate(note) !== null ? null : note.trim();
}
