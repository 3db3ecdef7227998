import { DATE, readDate } from "./dates.ts";
import type { AnatomyLine } from "./lines.ts";
import { isBareName, organsIn } from "./organ.ts";
import { isPersonSignature, isSentence, onlyDate } from "./sentence.ts";

/** A joint paper has so many signatures at the most. */
const MOST_ORGANS = 30;
/** What may stand below a date that closes a paper without naming the organ. */
const TAIL_LINES = 8;
const ENDS_IN_DATE = new RegExp(`${DATE.source}$`, "u");
const STARTS_WITH_DATE = new RegExp(`^${DATE.source}`, "u");
const SEAL = /^[（(]?(?:公章|盖章|印章|加盖公章|签章|代章)[）)]?$/u;
const SEALED = /[（(](?:盖章|公章|印章|代章)[）)]$/u;
/** 题注 stands within so many lines below the title. */
const UNDER_TITLE = 3;
const LABELLED = /^成文日期\s?[:：\t]?\s?(.{6,12})$/u;
const PASSED = /^[（(]([^（）()]{6,60})[）)]$/u;

export interface Signature {
  /** YYYY-MM-DD */
  readonly date: string;
  readonly organs: readonly string[];
  /** Line of the date. */
  readonly line: number;
}

/**
 * 发文机关署名 and 成文日期, GB/T 9704-2012 7.3.5: the first whole date with its organ above or beside it, or one that closes
 * the paper.
 * @param main the lines between title and the first attachment
 */
export function findSignature(main: readonly AnatomyLine[]): Signature | null {
  for (const line of main.keys()) {
    const { text, inTable } = main[line]!;
    if (!DATE.test(text)) continue;
    const isRow = inTable && text.includes("\t");
    const signature = isRow ? null : (beside(main, line) ?? alone(main, line));
    if (signature) return signature;
  }
  return null;
}

/** `江滨市教育局 2021年5月6日` */
function beside(main: readonly AnatomyLine[], line: number): Signature | null {
  const here = main[line]!;
  if (STARTS_WITH_DATE.test(here.text)) return null;
  const date = readDate(here.text);
  const printed = here
    .parts()
    .join(" ")
    .replace(/\s?(年|月)\s?/gu, "$1")
    .replace(/\s日/gu, "日");
  const found = DATE.exec(printed);
  if (!date || !found || found.index === 0 || printed.slice(found.index + found[0].length).trim() !== "")
    return null;
  // Line after line of organ and date is a list.
  if (isListed(main[line - 1]) || isListed(main[line + 1])) return null;
  const organs = organsIn(printed.slice(0, found.index).trim().split(" "));
  return organs.length > 0 ? { date, organs: [...above(main, line), ...organs], line } : null;
}

function isListed(neighbour: AnatomyLine | undefined): boolean {
  return neighbour !== undefined && ENDS_IN_DATE.test(neighbour.text);
}

function alone(main: readonly AnatomyLine[], line: number): Signature | null {
  const date = onlyDate(main[line]!.text);
  if (!date) return null;
  const organs = above(main, line);
  const signed = organs.length > 0 || isPersonSignature(main[line - 1]?.text ?? "");
  return signed || closes(main, line + 1) ? { date, organs, line } : null;
}

/** The lines of organs right above, seals left out; the last word of a name may have been wrapped. */
function above(main: readonly AnatomyLine[], line: number): string[] {
  const organs: string[] = [];
  let rest = "";
  for (let at = line - 1; at >= Math.max(0, line - MOST_ORGANS); at--) {
    const { text, parts } = main[at]!;
    if (SEAL.test(text)) continue;
    if (rest === "" && isBareName(text)) {
      rest = text;
      continue;
    }
    const here = organsIn(rest === "" ? parts().map((part) => part.replace(SEALED, "")) : [text + rest]);
    if (here.length === 0) break;
    rest = "";
    organs.unshift(...here);
  }
  return organs;
}

/** Nothing that goes on: only a note, contacts and the 版记 stand below the date. */
function closes(main: readonly AnatomyLine[], from: number): boolean {
  if (main.length - from > TAIL_LINES) return false;
  return main
    .slice(from)
    .every((line) => !line.text.includes("\t") && (!isSentence(line) || /^[（(]|^此件/u.test(line.text)));
}

/**
 * A 成文日期 in brackets under the title, of what a meeting passed or minutes record, or one with its label in the head.
 * @param below the lines right below the title
 */
function dateUnderTitle(below: readonly AnatomyLine[]): string | null {
  for (const { text } of below) {
    const inside = PASSED.exec(text)?.[1];
    if (inside === undefined) return null;
    if (onlyDate(inside)) return readDate(inside);
    const dates = inside.match(new RegExp(DATE, "gu")) ?? [];
    if (dates.length === 1 && /^[^年]{4}年.*通过$/u.test(inside)) return readDate(inside);
  }
  return null;
}

/**
 * 成文日期 by the surest of its places: signature, brackets at or under the title, label.
 * @param bracketed a date that ended the title
 */
export function writtenDateOf(
  signature: Signature | null,
  bracketed: string | null,
  below: readonly AnatomyLine[],
  head: readonly AnatomyLine[],
): string | null {
  if (signature) return signature.date;
  const under = bracketed === null ? dateUnderTitle(below.slice(0, UNDER_TITLE)) : readDate(bracketed);
  return under ?? labelledDate(head);
}

/** `成文日期：2021年5月6日` of a web page's table. */
function labelledDate(head: readonly AnatomyLine[]): string | null {
  for (const { text } of head) {
    const found = LABELLED.exec(text);
    const date = found && readDate(found[1]!.trim());
    if (date) return date;
  }
  return null;
}
