import { ORDER_MARK } from "./issuer-mark.ts";
import type { AnatomyLine } from "./lines.ts";
import { organsIn } from "./organ.ts";

/** The brackets of the standard and all that typists put in their place (GB/T 9704-2012 7.2.5). */
const YEAR = "[〔[［【（(﹝〈<《「]\\s?(?:19|20)\\d{2}\\s?[〕\\]］】）)﹞〉>》」]";
const SERIES = "[\\u4e00-\\u9fa5A-Za-z]{1,12}";
const SERIAL = "第?\\s?\\d{1,5}\\s?号";

const WHOLE = new RegExp(`^${SERIES}\\s?${YEAR}\\s?(?:${SERIAL}|\\d{1,5})$`, "u");
const OPENING = new RegExp(`^${SERIES}\\s?${YEAR}\\s?${SERIAL}`, "u");
/** Its last word fell on the next line. */
const TORN = new RegExp(`^${SERIES}\\s?${YEAR}$`, "u");
const REST = new RegExp(`^${SERIAL}$`, "u");
/** 令, 公告 and the like are numbered without 代字. */
const ORDER =
  /^(?:(?:19|20)\d{2}\s?年\s?|[〔[【（(]\s?(?:19|20)\d{2}\s?[〕\]】）)]\s?)?第\s?[\d一二三四五六七八九十百]{1,5}\s?号$/u;
const MINUTES = new RegExp(`^${YEAR}\\s?${SERIAL}$`, "u");
const LABEL = /^(?:发文字号|发电字号|文件编号|文号)\s?[:：]?\s?/u;
const AROUND = /^[（(](.+)[）)]$/u;
/** `XX发〔2021〕3号` and `第0号` stand for a number that is not given yet. */
const PLACEHOLDER = /[×＊*]|[Xx]{2}|(?<!\d)0+号?$/u;
/** Text that runs into a cited number. */
const PROSE = /关于|根据|按照|依据|印发|通知|转发|贯彻|落实|以及|等文件/u;
/** An order number stands so many lines below its mark at the most. */
const MARK_ABOVE = 3;

export interface NumberLine {
  readonly value: string;
  readonly line: number;
  /** Last line, one more where the number is torn. */
  readonly last: number;
  /** What precedes the number on its line. */
  readonly before: readonly string[];
}

/**
 * 发文字号, GB/T 9704-2012 7.2.5, and the 第×号 of 令 and 公告.
 * @param head the lines above the text
 */
export function findNumber(head: readonly AnatomyLine[]): NumberLine | null {
  for (const line of head.keys()) {
    const found = numberAt(head, line);
    if (found) return found;
  }
  return null;
}

/** Whether a line holds the number of a paper and nothing but what stands beside one. */
export function isNumber(line: AnatomyLine): boolean {
  return inCells(line) !== null || besideOrgan(line) !== null;
}

function numberAt(head: readonly AnatomyLine[], line: number): NumberLine | null {
  const here = head[line]!;
  const whole = inCells(here) ?? besideOrgan(here) ?? orderBeside(here);
  if (whole) return { ...whole, line, last: line };
  const rest = head[line + 1]?.text ?? "";
  if (TORN.test(here.text) && REST.test(rest) && !PROSE.test(here.text))
    return { value: tight(here.text + rest), line, last: line + 1, before: [] };
  const order = unwrap(here.text);
  const above = head.slice(Math.max(0, line - MARK_ABOVE), line);
  const ordered = ORDER.test(order) && above.some(({ text }) => ORDER_MARK.test(text));
  const minutes = MINUTES.test(order) && above.some(({ text }) => /纪要$/u.test(text));
  return ordered || minutes ? { value: tight(order), line, last: line, before: [] } : null;
}

type OnLine = Pick<NumberLine, "value" | "before">;

/** Alone, labelled, or in a column of its own. */
function inCells({ text }: AnatomyLine): OnLine | null {
  const cells = text.split("\t");
  if (isRow(cells)) return null;
  for (const [index, cell] of cells.entries()) {
    const bare = unwrap(cell.replace(LABEL, ""));
    const number = WHOLE.test(bare) ? bare : OPENING.exec(bare)?.[0];
    if (number === undefined || PLACEHOLDER.test(number) || PROSE.test(number)) continue;
    const rest = bare.slice(number.length).trim();
    if (rest === "" || /^(?:签\s?发\s?人|会\s?签|公开)/u.test(rest))
      return splitOrgan(number) ? null : { value: tight(number), before: cells.slice(0, index) };
  }
  return null;
}

/** A row of a list of papers: more columns than a head has, or a title beside the number; a label makes it metadata. */
function isRow(cells: readonly string[]): boolean {
  if (cells.some((cell) => LABEL.test(cell))) return false;
  return cells.length > 2 || (cells.length > 1 && cells.some((cell) => /关于|《/u.test(cell)));
}

/** `江滨市教育局文件江教发〔2021〕3号`: folding closed the gap between the organ and the 代字. */
function splitOrgan(number: string): boolean {
  return /(?:文件|人民政府|办公室|办公厅|委员会).{1,9}[〔[［【（(﹝〈<]/u.test(number);
}

/** The organ and the number on one line: the gap in print tells where the 代字 begins. */
function besideOrgan(line: AnatomyLine): OnLine | null {
  if (!/\d\s?号/u.test(line.text)) return null;
  const parts = line.parts();
  for (let at = 1; at < parts.length; at++) {
    const number = parts
      .slice(at)
      .join("")
      .replace(/签发人.*$/u, "");
    const before = parts.slice(0, at);
    if (!WHOLE.test(number) || PLACEHOLDER.test(number) || PROSE.test(number)) continue;
    const organs = organsIn([...before.slice(0, -1), before.at(-1)!.replace(/文件$/u, "")]);
    if (organs.length > 0) return { value: tight(number), before };
  }
  const glued = /^(.{3,40}文件)(.+)$/u.exec(line.text);
  return glued && WHOLE.test(glued[2]!) && !PLACEHOLDER.test(glued[2]!)
    ? { value: tight(glued[2]!), before: [glued[1]!] }
    : null;
}

/** `江滨市人民政府令第12号`, `江滨市税务局公告2021年第3号`. */
function orderBeside({ text }: AnatomyLine): OnLine | null {
  const found = /^(.{3,40}?(?:令|公告|通告))[\s\t]*([（(]?(?:(?:19|20)\d{2}年\s?)?第.{1,8}号[）)]?)$/u.exec(
    text,
  );
  if (!found || !ORDER_MARK.test(found[1]!)) return null;
  const order = unwrap(found[2]!);
  return ORDER.test(order) ? { value: tight(order), before: [found[1]!] } : null;
}

function unwrap(text: string): string {
  return AROUND.exec(text.trim())?.[1] ?? text.trim();
}

function tight(text: string): string {
  return text.replace(/\s/gu, "");
}
