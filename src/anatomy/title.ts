import {
  ADDRESSEE,
  COPY_NUMBER,
  DOCUMENT_NUMBER,
  ISSUER,
  ORDER_NUMBER,
  TITLE_END,
  URGENCY,
} from "./elements.ts";

/** A title in 公文 rarely passes two lines of 22 characters each; three are still believed. */
const TITLE_LINES = 4;
const TITLE_CHARACTERS = 120;

export interface AnatomyLine {
  readonly text: string;
  /** The format itself calls it a title or heading. */
  readonly heading: boolean;
}

/**
 * 标题 (GB/T 9704-2012 7.3.1): the heading of the format, else the lines after the 版头 that end in a 文种. Wrapped lines are joined.
 * @param lines the first non-blank lines, folded
 * @returns the title and the index of its last line, or null where no line is surely a title
 */
export function findTitle(lines: readonly AnatomyLine[]): { title: string; last: number } | null {
  const first = lines.findIndex((line) => line.heading);
  if (first >= 0) {
    let last = first;
    while (lines[last + 1]?.heading && last - first < TITLE_LINES - 1) last++;
    return { title: join(lines, first, last), last };
  }
  const number = lines.findIndex(({ text }) => DOCUMENT_NUMBER.test(text) || ORDER_NUMBER.test(text));
  return after(lines, number + 1) ?? (number > 0 ? after(lines, 0) : null);
}

function after(lines: readonly AnatomyLine[], from: number): { title: string; last: number } | null {
  let start = from;
  while (start < lines.length && isHead(lines, start)) start++;
  for (let last = start; last < Math.min(lines.length, start + TITLE_LINES); last++) {
    const text = lines[last]!.text;
    if (/[。；]/u.test(text) || ADDRESSEE.test(text) || /^第[一二三四五六七八九十百\d]+条/u.test(text))
      return null;
    const title = join(lines, start, last);
    if (title.length > TITLE_CHARACTERS) return null;
    if (TITLE_END.test(title) && title.length >= 5) return { title, last };
  }
  return null;
}

/** Lines of the 版头 that come before the title. */
function isHead(lines: readonly AnatomyLine[], index: number): boolean {
  const { text } = lines[index]!;
  if (COPY_NUMBER.test(text) || URGENCY.test(text) || DOCUMENT_NUMBER.test(text) || ORDER_NUMBER.test(text))
    return true;
  if (/★|^(?:绝密|机密|秘密)/u.test(text)) return true;
  return (
    ISSUER.test(text) && /(?:文件|令|公告|通告)$/u.test(text) && !/关于|[\d一二三四五六七八九十]/u.test(text)
  );
}

function join(lines: readonly AnatomyLine[], first: number, last: number): string {
  return lines
    .slice(first, last + 1)
    .map(({ text }) => text)
    .join("")
    .replace(/^第[一二三四五六七八九十\d]{1,3}[篇部]\s?[:：]\s?/u, "");
}
