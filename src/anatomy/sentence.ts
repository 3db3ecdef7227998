import { DATE, readDate } from "./dates.ts";
import type { AnatomyLine } from "./lines.ts";

const ITEM =
  /^(?:第[〇零一二三四五六七八九十百千\d]{1,5}[编章节条款项]|[〇一二三四五六七八九十]{1,3}[、.]|[（(][〇一二三四五六七八九十\d]{1,3}[）)]|\d{1,3}[.、](?!\d)|[①-⑳])/u;
const PERSON_SIGNATURE =
  /^(?:省|市|县|区|州|旗|会|部|厅|局|署|行|院|校|镇|乡|董事|检察|理事)?(?:长|主席|主任|总理|书记)[\t ]?[\u4e00-\u9fa5·]{2,4}$/u;

/** A line of running text: it holds the end of a sentence. */
export function isSentence({ text }: AnatomyLine): boolean {
  return /[。；！？]/u.test(text);
}

/** `第一条 …`, `一、…`, `（二）…`, `3. …` */
export function isItem(text: string): boolean {
  return ITEM.test(text);
}

/** A line that is one whole date, printed once or once for each of the organs above it. */
export function onlyDate(text: string): string | null {
  const cells = text.split("\t");
  const bare = cells.every((cell) => cell.trim().replace(DATE, "") === "");
  return bare ? readDate(cells[0]!) : null;
}

/** `市长 王小明`, below a 令 or 议案. */
export function isPersonSignature(text: string): boolean {
  return PERSON_SIGNATURE.test(text);
}
