import type { GroupRule } from "../model/rule.ts";
import { cellRanges } from "./column.ts";
import type { Match, ScanLine, SectionMatcher } from "./matcher.ts";
import { isFullName, isNameInColumn } from "./person-name.ts";

/** Lines above a head in which the title of the table stands. */
const TITLE_LINES = 3;
/** So many lines that are no rows, such as the rest of a wrapped cell, do not end a table. */
const GAP = 2;
/** Hidden or said to be empty. */
const CLOSED = /^[\s\-—–/无否0]*$|[★×•●■█_…]|[Xx]{3}/u;

interface Head {
  readonly line: number;
  readonly name: number;
  /** Private columns and what a cell of each must hold; none where only the title makes the table private. */
  readonly columns: readonly { readonly index: number; readonly value: RegExp }[];
}

/**
 * Tables that list people by full name with something private beside each: the head row has the field `name` and, with the title
 * (field `title`), `atLeast` fields in all. Every such row is a match, if there are `rows` of them.
 */
export function personListMatcher(rule: GroupRule, rows: number): SectionMatcher {
  const { name: nameSource, title: titleSource, ...others } = rule.fields;
  const name = new RegExp(nameSource ?? "^姓名$", "u");
  const title = titleSource === undefined ? null : new RegExp(titleSource, "u");
  const fields = Object.entries(others).map(([field, source]) => ({
    head: new RegExp(source, "u"),
    value: new RegExp(rule.values?.[field] ?? ".", "u"),
  }));

  function readHead(section: readonly ScanLine[], line: number): Head | null {
    const cells = cellTexts(section[line]!.text);
    if (cells.length < 2 || cells.some((cell) => cell.length > 40)) return null;
    const nameAt = cells.findIndex((cell) => name.test(cell));
    if (nameAt < 0) return null;
    const columns = fields.flatMap(({ head, value }) => {
      const index = cells.findIndex((cell, at) => at !== nameAt && head.test(cell));
      return index < 0 ? [] : [{ index, value }];
    });
    const titled =
      title !== null &&
      section.slice(Math.max(0, line - TITLE_LINES), line).some(({ text }) => title.test(text));
    return 1 + columns.length + Number(titled) >= rule.atLeast ? { line, name: nameAt, columns } : null;
  }

  return {
    scope: "section",
    rule,
    match: (section) => {
      const found: { line: number; match: Match }[] = [];
      for (let line = 0; line < section.length; line += 1) {
        const head = readHead(section, line);
        if (!head) continue;
        const table = openRows(section, head, (at) => readHead(section, at) !== null);
        if (table.matches.length >= rows) found.push(...table.matches);
        line = table.end - 1;
      }
      return found;
    },
  };
}

/** The rows below a head that give a full name and an open value, up to where the table ends. */
function openRows(
  section: readonly ScanLine[],
  head: Head,
  isHead: (line: number) => boolean,
): { readonly matches: { line: number; match: Match }[]; readonly end: number } {
  const matches: { line: number; match: Match }[] = [];
  let end = head.line + 1;
  for (let gap = 0; end < section.length && gap <= GAP; end += 1) {
    const { text } = section[end]!;
    const ranges = cellRanges(text);
    const cells = ranges.map((range) => text.slice(range.start, range.end).trim());
    gap = cells.length < 2 ? gap + 1 : 0;
    if (isHead(end)) break;
    const at = nameCell(cells, head.name);
    if (at < 0 || !isOpen(cells, at - head.name, head)) continue;
    matches.push({ line: end, match: { start: ranges[at]!.start, end: text.trimEnd().length } });
  }
  return { matches, end };
}

/** Merged cells that are printed once only shift the later rows to the left. */
function nameCell(cells: readonly string[], column: number): number {
  if (isNameInColumn(cells[column] ?? "")) return column;
  return cells.findIndex((cell, at) => at < column && isFullName(cell));
}

function isOpen(cells: readonly string[], shift: number, { columns }: Head): boolean {
  if (columns.length === 0) return true;
  return columns.some(({ index, value }) => {
    const cell = cells[index + shift] ?? "";
    return cell !== "" && !CLOSED.test(cell) && value.test(cell);
  });
}

function cellTexts(text: string): string[] {
  return cellRanges(text).map(({ start, end }) => text.slice(start, end).trim());
}
