import { fold } from "../normalise/fold.ts";

/** 代字 of fewer letters would meet the numbers of half the country; longer ones are not printed. */
export const SHORTEST_ORGAN = 2;
export const LONGEST_ORGAN = 24;
const LONGEST_SURE_ORGAN = 12;
/** Titles in letters and digits: shorter ones are common words, and one byte holds the length of the longest. */
export const SHORTEST_TITLE = 8;
export const LONGEST_TITLE = 255;

const MOST_SERIAL_DIGITS = 6;
const BRACKET = /[〔〕[\]【】（）()﹝﹞〈〉<>《》「」{}]/u;
const PLAIN = /^[\p{L}\p{N}\s]+$/u;
const LABEL = /^(?:发文字号|发电字号|文号)\s?[:：]?\s?/u;

/** The letters and digits of a folded text with nothing between them. */
export interface Letters {
  readonly text: string;
  /** Offset of each unit in the folded text. */
  readonly at: Uint32Array;
}

/** Spaces, brackets, punctuation and line ends go: what is left reads the same however a paper is set. */
export function lettersOf(folded: string): Letters {
  const letters = letterTable();
  const units = new Uint16Array(folded.length);
  const at = new Uint32Array(folded.length);
  let length = 0;
  for (let i = 0; i < folded.length; i += 1) {
    const unit = letters[folded.charCodeAt(i)]!;
    if (unit === 0) continue;
    units[length] = unit;
    at[length] = i;
    length += 1;
  }
  return { text: Buffer.from(units.buffer, 0, length * 2).toString("utf16le"), at: at.subarray(0, length) };
}

/** A title as it is hashed: `《关于…》的通知（试行）` without its marks. */
export function titleForm(title: string): string {
  return lettersOf(fold(title).text).text;
}

/**
 * 发文字号 as it is hashed, `代字〔2020〕3号`; null where the text is no such number.
 * @param asked the user says that it is one; otherwise a long 代字, or one with brackets, may be a title before its number
 */
export function numberForm(text: string, asked: boolean): string | null {
  const folded = fold(text).text.trim().replace(LABEL, "");
  const letters = lettersOf(folded);
  const longest = asked ? LONGEST_ORGAN : LONGEST_SURE_ORGAN;
  for (const { start, end, tail } of numberTails(folded, letters)) {
    if (end !== letters.text.length || start < SHORTEST_ORGAN || start > longest) continue;
    const isPlain = PLAIN.test(folded.slice(0, letters.at[start - 1]! + 1));
    if (asked || isPlain) return letters.text.slice(0, start) + tail;
  }
  return null;
}

/** Whether a 发文字号 stands somewhere in the text. */
export function holdsNumber(text: string): boolean {
  const folded = fold(text).text;
  for (const { start } of numberTails(folded, lettersOf(folded))) if (start >= SHORTEST_ORGAN) return true;
  return false;
}

/** Year and serial number of a 发文字号; the 代字 ends at `start`, and only the reader knows where it begins. */
export interface NumberTail {
  /** Half-open range in the letters, from the year to 号. */
  readonly start: number;
  readonly end: number;
  /** `〔2020〕3号` */
  readonly tail: string;
}

/**
 * Every year with a serial number behind it (GB/T 9704-2012 7.2.5), whatever the brackets. 号 may be lost where a bracket shows that
 * the digits are no date, and the digits may be those of the next line: both readings are given.
 */
export function* numberTails(folded: string, letters: Letters): Generator<NumberTail> {
  const { text, at } = letters;
  const years = /(?:19|20)\d\d/g;
  for (let found = years.exec(text); found; found = years.exec(text)) {
    const start = found.index;
    years.lastIndex = start + 1;
    if (isDigit(text, start - 1) && at[start - 1]! + 1 === at[start]) continue;
    const first = afterWords(text, start + 4);
    const bracketed =
      BRACKET.test(folded.slice(at[start + 3]! + 1, at[first])) ||
      BRACKET.test(folded.slice(start > 0 ? at[start - 1]! + 1 : 0, at[start]));
    for (const end of serialEnds(letters, first, bracketed))
      yield {
        start,
        end: text[end] === "号" ? end + 1 : end,
        tail: `〔${found[0]}〕${Number(text.slice(first, end))}号`,
      };
  }
}

/** Behind the 年 and 第 that some put there. */
function afterWords(text: string, at: number): number {
  const year = text[at] === "年" ? at + 1 : at;
  return text[year] === "第" ? year + 1 : year;
}

function serialEnds({ text, at }: Letters, first: number, bracketed: boolean): number[] {
  const ends: number[] = [];
  let end = first;
  for (; isDigit(text, end) && end - first <= MOST_SERIAL_DIGITS; end += 1)
    if (bracketed && end > first && at[end] !== at[end - 1]! + 1) ends.push(end);
  if (end === first || end - first > MOST_SERIAL_DIGITS) return ends;
  if (text[end] === "号" || (bracketed && ends.length === 0)) ends.push(end);
  return ends;
}

function isDigit(text: string, at: number): boolean {
  const unit = text.charCodeAt(at);
  return unit >= 0x30 && unit <= 0x39;
}

let table: Uint16Array | undefined;

/** The unit each unit stands for, 0 where it is neither letter nor digit. */
function letterTable(): Uint16Array {
  table ??= Uint16Array.from({ length: 0x10000 }, (_, unit) => {
    const isSurrogate = (unit & 0xf800) === 0xd800;
    const char = String.fromCharCode(unit);
    if (isSurrogate) return unit;
    if (char === "○") return "〇".charCodeAt(0);
    if (char >= "A" && char <= "Z") return unit + 0x20;
    return /[\p{L}\p{N}]/u.test(char) ? unit : 0;
  });
  return table;
}
