import type { ChecksumRule } from "../model/rule.ts";
import { mobileNumbers } from "./checksum/mobile.ts";
import { cellRanges, columnHead } from "./column.ts";
import { contextRefusal } from "./context.ts";
import type { Match, Refusal, ScanLine, SectionMatcher } from "./matcher.ts";

/** A line that ends so announces the numbers of the next; so does a short line of the same contact block. */
const ANNOUNCES = /[:：]\s*$/u;
const SHORT = 40;
const REACH = 30;
/** What stands between the numbers of one enumeration. */
const AND = /^[、，,;；/\s或和及]{1,3}$/u;

/**
 * Mobile numbers that no contact line, column of office telephones or announcing line excuses. `fewerThan` leaves a section with many
 * of them to the rule for lists.
 */
export function mobileMatcher(rule: ChecksumRule): SectionMatcher {
  return {
    scope: "section",
    rule,
    match: (section) => {
      const heads = headsOf(rule, section);
      const found = section.flatMap((line, index) =>
        inLine(rule, { ...line, columnHeads: heads[index]! }, section[index - 1]).map((match) => ({
          line: index,
          match,
        })),
      );
      if (rule.fewerThan === undefined) return found;
      const open = found.filter(({ line, match }) => isOpen(rule, section[line]!, match));
      return new Set(open.map(({ line, match }) => digitsOf(section[line]!, match))).size < rule.fewerThan
        ? found
        : [];
    },
  };
}

/** A number with a unit after it is an amount. */
const UNIT = /^\s?(?:元|万|亿|吨|米|平方|立方|千瓦|个|人次)/u;

/** The numbers of a line; what excuses one excuses those enumerated after it. */
function inLine(rule: ChecksumRule, line: ScanLine, previous: ScanLine | undefined): Match[] {
  const matches: Match[] = [];
  for (const range of mobileNumbers(line.text)) {
    if (UNIT.test(line.text.slice(range.end))) continue;
    const before = matches.at(-1);
    const enumerated = before?.refused && AND.test(line.text.slice(before.end, range.start));
    const refused = enumerated ? before.refused : refusal(rule, line, range, previous);
    matches.push(refused ? { ...range, refused } : range);
  }
  return matches;
}

/** The head row above each line: cells without a number or colon that name people or telephones, or the first row of cells. */
function headsOf(rule: ChecksumRule, section: readonly ScanLine[]): (readonly string[])[] {
  const words = [...(rule.people ?? []), ...(rule.notUnder ?? []), ...(rule.allow?.contexts ?? [])];
  let heads: readonly string[] = [];
  return section.map(({ text }) => {
    const cells = cellRanges(text).map(({ start, end }) => text.slice(start, end));
    if (cells.length < 2) {
      heads = [];
      return heads;
    }
    const isHead =
      !/\d{5}|[:：]/u.test(text) && (heads.length === 0 || words.some((word) => text.includes(word)));
    if (isHead) heads = cells;
    return isHead ? [] : heads;
  });
}

function isOpen(rule: ChecksumRule, line: ScanLine, match: Match): boolean {
  return !match.refused && !contextRefusal(rule, line, match);
}

function digitsOf({ text }: ScanLine, { start, end }: Match): string {
  return text.slice(start, end).replace(/\D/gu, "");
}

function refusal(
  rule: ChecksumRule,
  line: ScanLine,
  match: Match,
  previous: ScanLine | undefined,
): Refusal | undefined {
  const contexts = rule.allow?.contexts ?? [];
  const head = columnHead(line, match.start);
  const ofPeople = rule.people?.some((word) => line.columnHeads.some((other) => other.includes(word)));
  const word =
    rule.notUnder?.find((other) => head.includes(other)) ??
    (ofPeople ? undefined : contexts.find((context) => head.includes(context))) ??
    contextRefusal(rule, line, match)?.word ??
    (line.columnHeads.length === 0 ? announced(contexts, line, previous) : undefined);
  return word === undefined ? undefined : { clause: "allow.contexts", word };
}

function announced(
  contexts: readonly string[],
  line: ScanLine,
  previous: ScanLine | undefined,
): string | undefined {
  const isBlock = (previous?.text.length ?? 0) <= SHORT && line.text.length <= SHORT;
  if (!previous || !(isBlock || ANNOUNCES.test(previous.text))) return undefined;
  const end = previous.text.slice(-REACH);
  return contexts.find((context) => end.includes(context));
}
