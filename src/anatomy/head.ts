import type { AnatomyLine } from "./lines.ts";

const COPY_NUMBER = /^(?:份号\s?[:：]\s?)?(?:No\.?\s?)?(\d{6})$/iu;
/** The number stands on the first line; text boxes and telegram fields may come before it. */
const COPY_LINES = 4;

const LEVEL = "(?:[【[（(])?(特急|加急|特提|平急)(?:[】\\]）)])?";
const URGENCY = new RegExp(
  `^(?:(?:紧急程度|缓急程度|缓急|等级)\\s?[:：]?\\s?)?${LEVEL}(?:[·•].{1,4})?$`,
  "u",
);
/** 密级 and 紧急程度 on one line. */
const AFTER_MARK = /^(?:绝密|机密|秘密).{0,10}?(特急|加急)$/u;

const SIGNER = /签\s?发\s?人\s?[:：]/u;
const PERSON = /^[\u4e00-\u9fa5·]{2,8}$/u;
/** A line of names below it has none of these. */
const NO_PERSON = /文件|通知|报告|请示|意见|关于|[局厅委办院会府函稿急密日]$|.{5}/u;

/** 份号, GB/T 9704-2012 7.2.1: six digits. */
export function findCopyNumber(head: readonly AnatomyLine[]): string | null {
  return firstCell(head.slice(0, COPY_LINES), (cell) => COPY_NUMBER.exec(cell)?.[1]);
}

/** 紧急程度, 7.2.3, and the two degrees only telegrams have. */
export function findUrgency(head: readonly AnatomyLine[]): string | null {
  return firstCell(head, (cell) => URGENCY.exec(cell)?.[1] ?? AFTER_MARK.exec(cell)?.[1]);
}

/** Whether a line holds nothing but 份号, 密级 or 紧急程度. */
export function isHeadMark({ text }: AnatomyLine): boolean {
  return (
    COPY_NUMBER.test(text) ||
    /★/u.test(text) ||
    text
      .split("\t")
      .every((cell) => URGENCY.test(cell) || AFTER_MARK.test(cell) || /^(?:绝密|机密|秘密)$/u.test(cell))
  );
}

function firstCell(lines: readonly AnatomyLine[], read: (cell: string) => string | undefined): string | null {
  for (const { text } of lines)
    for (const cell of text.split("\t")) {
      const found = read(cell.trim());
      if (found !== undefined) return found;
    }
  return null;
}

export interface Signer {
  readonly names: string;
  /** Index of the last line that names one. */
  readonly last: number;
}

/** 签发人, 7.2.6, several joined by 、; those of a joint paper go on over the next lines. */
export function findSigner(head: readonly AnatomyLine[]): Signer | null {
  const at = head.findIndex(({ text }) => SIGNER.test(text));
  if (at < 0) return null;
  const printed = head[at]!.parts().join(" ");
  const names = persons(printed.slice(printed.search(SIGNER)).replace(SIGNER, ""));
  if (names.length === 0) return null;
  let last = at;
  for (const line of head.slice(at + 1, at + 4)) {
    const more = persons(line.parts().join(" "));
    if (more.length === 0 || more.some((name) => NO_PERSON.test(name))) break;
    names.push(...more);
    last += 1;
  }
  return { names: names.join("、"), last };
}

/** Names between gaps; single characters are one name set wide (`周　远`). Anything else, as `×××`, is no name. */
function persons(text: string): string[] {
  const pieces = text.split(/[\s、，,]+/u).filter((piece) => piece !== "");
  const names: string[] = [];
  let single = "";
  for (const piece of pieces) {
    single = piece.length === 1 ? single + piece : "";
    if (piece.length > 1) names.push(piece);
    else if (single.length === 1) names.push(piece);
    else names.splice(-1, 1, single);
  }
  return names.every((name) => PERSON.test(name)) ? names : [];
}
