import type { MarkForm, MarkRule } from "../../model/rule.ts";
import type { Match, ScanLine } from "../matcher.ts";
import { mentionReason } from "../mention.ts";

/** One way a mark is printed: reads a line and gives the marks of that form in it. */
export type Form = (line: ScanLine) => Match[];

/** A mark further down than this no longer stands at the head of its page or paper. */
export const HEAD_LINES = 15;

export function findAll(pattern: RegExp, text: string, form: MarkForm): Match[] {
  return [...text.matchAll(pattern)].map((found) => toMatch(found, form));
}

export function findOne(pattern: RegExp, text: string, form: MarkForm): Match[] {
  const found = pattern.exec(text);
  return found ? [toMatch(found, form)] : [];
}

/** Group 1 is the level, group 2 the term. The match reaches from the level to the end of the term. */
export function toMatch(found: RegExpExecArray, form: MarkForm): Match {
  const level = found[1]!;
  const term = found[2] ?? "";
  const start = found.index + found[0].indexOf(level);
  const after = term ? found[0].indexOf(term, start - found.index + level.length) + term.length : 0;
  const star = /^级?\s?★+/u.exec(found[0].slice(start - found.index + level.length))?.[0].length ?? 0;
  const end = term ? found.index + after : start + level.length + star;
  return { start, end, mark: { level, term: term.trim() || null, form } };
}

/** The match as `info` where the line only talks about it. */
export function demote(rule: MarkRule, line: ScanLine, match: Match): Match {
  const reason = mentionReason(line, match, rule);
  return reason ? { ...match, severity: "info", reason } : match;
}

/** As `demote`, for a value beside its label: there quotation marks only delimit. */
export function demoteValue(rule: MarkRule, line: ScanLine, match: Match): Match {
  const demoted = demote(rule, line, match);
  return demoted.reason === "quoted" ? match : demoted;
}
