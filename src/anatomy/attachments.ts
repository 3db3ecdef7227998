import type { AnatomyLine } from "./lines.ts";
import { isOrgan, organsIn } from "./organ.ts";
import { isPersonSignature, onlyDate } from "./sentence.ts";
import { isBalanced } from "./title-form.ts";

const NUMERAL = "[一二三四五六七八九十\\d]{1,3}";
/** `附件：…`, `附：…` */
const LIST = /^附\s?件?\s?[:：]\s?(.*)$/u;
/** `附件1：…`, `附件一：…`, `附件2.…` */
const NAMED = new RegExp(`^附\\s?件\\s?${NUMERAL}\\s?(?:[:：]|[.．、]|\\t)\\s?(.+)$`, "u");
/** `附件`, `附件1`, `附件：` alone: an attachment begins. */
const START = new RegExp(`^附\\s?件\\s?(?:${NUMERAL})?\\s?[:：]?$`, "u");
const ITEM = /^(\d{1,2})\s?[.．、]\s?(?!\d)(.*)$/u;
const STOP =
  /^(?:抄送|抄报|主题词|公开属性|信息公开|特此|此复|此致|专此|联系人|联系电话|主送)|印发$|[。；]./u;
const NO_NAME = /^(?:无|略|空)?$/u;
/** From this length on a name may have been wrapped. */
const WRAPPED = 15;
const MOST = 60;

/**
 * 附件说明, GB/T 9704-2012 7.3.4: the names it lists, numbers and closing marks taken off.
 * @param main the lines between title and the first attachment
 */
export function listedAttachments(main: readonly AnatomyLine[]): string[] {
  const named = main.filter(({ text }) => NAMED.test(text));
  const at = main.findIndex(({ text }) => LIST.test(text));
  if (at < 0) return clean(named.map(({ text }) => NAMED.exec(text)![1]!));
  return clean(readList(main, at));
}

/**
 * Where attachments begin: lines that are only 附件 and its number.
 * @returns indices of the lines
 */
export function attachmentStarts(lines: readonly AnatomyLine[]): number[] {
  return [...lines.keys()].filter((index) => {
    const { text } = lines[index]!;
    return START.test(text) && !(/[:：]$/u.test(text) && opensList(lines, index));
  });
}

/** `附件1：检查表` above the attachment itself, in papers that list none. */
export function namedStarts(lines: readonly AnatomyLine[]): string[] {
  return clean(lines.flatMap(({ text }) => NAMED.exec(text)?.[1] ?? []));
}

/** `附件：` alone is the list when items or names follow down to the signature; else the attachment itself. */
function opensList(lines: readonly AnatomyLine[], at: number): boolean {
  if (/^1\s?[.．、]/u.test(lines[at + 1]?.text ?? "")) return true;
  const below = lines.slice(at + 1, at + 12);
  const signature = below.findIndex((line) => isSignature(line));
  return (
    signature > 0 && below.slice(0, signature).every(({ text }) => !STOP.test(text) && !text.includes("\t"))
  );
}

function isSignature({ text, parts }: AnatomyLine): boolean {
  return onlyDate(text) !== null || organsIn(parts()).length > 0 || isPersonSignature(text);
}

interface List {
  readonly names: string[];
  numbered: boolean;
}

function readList(main: readonly AnatomyLine[], at: number): string[] {
  const list: List = { names: [], numbered: false };
  const alone = LIST.exec(main[at]!.text)![1] === "";
  if (!alone) addItems(list, LIST.exec(main[at]!.text)![1]!);
  for (let index = at + 1; index < main.length && list.names.length < MOST; index++)
    if (!takeLine(list, main[index]!, main[index + 1], alone)) break;
  return list.names;
}

/** @returns false where the list has ended */
function takeLine(list: List, line: AnatomyLine, after: AnatomyLine | undefined, alone: boolean): boolean {
  const { names, numbered } = list;
  const isNext = Number(ITEM.exec(line.text)?.[1]) === names.length + 1;
  if (isNext && (numbered || names.length === 0)) addItems(list, line.text);
  else if (isEnd(line)) return false;
  else if (names.length > 0 && wraps(list, after)) names.push(`${names.pop()}${line.text}`);
  else if (alone && !numbered) names.push(line.text);
  else return false;
  return true;
}

function isEnd(line: AnatomyLine): boolean {
  const { text } = line;
  return (
    isSignature(line) || isOrgan(text) || STOP.test(text) || /^[（(].*[）)]$/u.test(text) || START.test(text)
  );
}

/** Whether the last name goes on over the next line. */
function wraps({ names, numbered }: List, after: AnatomyLine | undefined): boolean {
  const name = names.at(-1)!;
  if (!isBalanced(name)) return true;
  if (!numbered) return name.length >= WRAPPED + 3 && !/[表单案法册]$/u.test(name);
  const next = Number(ITEM.exec(after?.text ?? "")?.[1]);
  return next === names.length + 1 || (name.length >= WRAPPED && !/[表单案法册]$/u.test(name));
}

/** Takes the items of one line; folding may have closed the gap between them. */
function addItems(list: List, text: string): void {
  list.numbered ||= ITEM.test(text);
  list.names.push(...(list.numbered ? separate(text, list.names.length + 1) : [text]));
}

/** `1.甲2.乙` to its items, numbers counting up from `number`. */
function separate(text: string, number: number): string[] {
  const names: string[] = [];
  let rest = text;
  for (let next = number; names.length < MOST; next++) {
    const start = new RegExp(`^\\s?${next}\\s?[.．、]\\s?`, "u").exec(rest);
    if (!start) break;
    rest = rest.slice(start[0].length);
    const end = rest.search(new RegExp(`[\\s；;，、]?${next + 1}\\s?[.．、](?!\\d)`, "u"));
    names.push(end < 0 ? rest : rest.slice(0, end));
    if (end < 0) break;
    rest = rest.slice(end).replace(/^[；;，、]/u, "");
  }
  return names;
}

function clean(names: readonly string[]): string[] {
  return names.map((name) => name.trim().replace(/[。；;，]$/u, "")).filter((name) => !NO_NAME.test(name));
}
