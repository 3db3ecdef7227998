import { nameInFileMark, nameInOrderMark } from "./issuer-mark.ts";
import type { AnatomyLine } from "./lines.ts";
import type { NumberLine } from "./number.ts";
import { organsIn } from "./organ.ts";

/** A joint head has so many organs at the most. */
const MOST_ORGANS = 12;
/** The text of a PDF may give the mark after the first page's text. */
const MARK_LINES = 80;

/**
 * The organs of the 发文机关标志, 主办 first (GB/T 9704-2012 7.2.4): `××文件`, `××令`, or bare names right above the number.
 * @param lines of the paper
 * @param head how many of them stand above the text
 */
export function findIssuers(
  lines: readonly AnatomyLine[],
  head: number,
  number: NumberLine | null,
): readonly string[] {
  const inLine = number ? namesIn(number.before) : [];
  const marked = lines.slice(0, MARK_LINES).findIndex((line) => markNames(line).length > 0 || isMark(line));
  if (marked >= 0) return around(lines, marked, number);
  if (inLine.length > 0) return unique([...above(lines, number!.line), ...inLine]);
  if (!number) return [];
  const letterhead = above(lines.slice(0, head), number.line);
  if (letterhead.length > 0) return unique(letterhead);
  return orderNames(lines.slice(Math.max(0, number.line - 3), number.line), number);
}

function orderNames(lines: readonly AnatomyLine[], { before }: NumberLine): string[] {
  const texts = [...before, ...lines.map(({ text }) => text)];
  return texts.map(nameInOrderMark).filter((name) => name !== null);
}

/** A line that is only the word 文件: it stands beside or below the names of a joint head. */
function isMark({ text }: AnatomyLine): boolean {
  return text === "文件";
}

function markNames(line: AnatomyLine): string[] {
  if (!/文件(?:$|\t)/u.test(line.text)) return [];
  return namesIn(line.parts());
}

/** Names in the parts of a line whose last part may end in 文件. */
function namesIn(parts: readonly string[]): string[] {
  const last = parts.at(-1) ?? "";
  if (last === "文件") return organsIn(parts.slice(0, -1));
  const name = nameInFileMark(last) ?? nameInFileMark(parts.join(""));
  if (name === null) return organsIn(parts);
  const split = organsIn([...parts.slice(0, -1), last.replace(/文件$/u, "")]);
  return split.length > 0 ? split : organsIn([name]);
}

/** The mark's own names with the lines of names above and below it, down to the number. */
function around(lines: readonly AnatomyLine[], mark: number, number: NumberLine | null): readonly string[] {
  const below: string[] = [];
  const end = number && number.line > mark ? number.line : mark + 1;
  for (const line of lines.slice(mark + 1, Math.min(end, mark + MOST_ORGANS))) {
    const names = line.text.includes("文件") ? markNames(line) : organsIn(line.parts());
    if (names.length === 0) break;
    below.push(...names);
  }
  return unique([...above(lines, mark), ...markNames(lines[mark]!), ...below]);
}

/** Lines of nothing but names that stand right above. */
function above(lines: readonly AnatomyLine[], line: number): string[] {
  const names: string[] = [];
  for (let at = line - 1; at >= Math.max(0, line - MOST_ORGANS); at--) {
    const here = organsIn(lines[at]!.parts());
    if (here.length === 0) break;
    names.unshift(...here);
  }
  return names;
}

/** The organs a title opens with (7.3.1): `江滨市人民政府办公室关于……`. */
export function organsInTitle(title: readonly AnatomyLine[]): string[] {
  const lines: string[][] = [];
  for (const line of title) {
    const about = line.text.indexOf("关于");
    const parts = line.parts().join("\t");
    const before = about < 0 ? parts : parts.slice(0, Math.max(0, parts.indexOf("关于")));
    lines.push(before.split("\t").filter((part) => part !== ""));
    if (about >= 0) return namesOver(lines.filter((pieces) => pieces.length > 0));
  }
  return [];
}

/** A line break may part two names or wrap one: two names share their beginning, as organs of one place do. */
function namesOver(lines: readonly (readonly string[])[]): string[] {
  const place = lines[0]?.[0]?.slice(0, 2) ?? "";
  const each = lines.map((line) => (line[0]?.startsWith(place) ? organsIn(line) : []));
  return each.every((names) => names.length > 0) ? each.flat() : organsIn([lines.flat().join("")]);
}

function unique(names: readonly string[]): readonly string[] {
  return [...new Set(names)];
}
