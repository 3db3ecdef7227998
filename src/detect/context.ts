import type { Rule } from "../model/rule.ts";
import type { Match, ScanLine } from "./matcher.ts";

/** How far before a match a word on the same line still speaks of it. */
const REACH = 30;

/** Whether the rule's `near` and `allow` let the match stand. */
export function contextAllows(rule: Rule, line: ScanLine, match: Match): boolean {
  const before = line.text.slice(Math.max(0, match.start - REACH), match.start);
  if (rule.near && !rule.near.some((word) => before.includes(word) || columnHead(line, match).includes(word)))
    return false;
  if (rule.allow?.contexts?.some((word) => before.includes(word))) return false;
  return !rule.allow?.phrases?.some((phrase) => covers(phrase, line.text, match));
}

/** The head of the column the match stands in. */
function columnHead(line: ScanLine, match: Match): string {
  if (line.columnHeads.length === 0) return "";
  const separator = line.text.includes("\t") ? "\t" : ",";
  const index = line.text.slice(0, match.start).split(separator).length - 1;
  return line.columnHeads[index] ?? "";
}

function covers(phrase: string, text: string, match: Match): boolean {
  const from = Math.max(0, match.end - phrase.length);
  for (let at = text.indexOf(phrase, from); at >= 0 && at <= match.start; at = text.indexOf(phrase, at + 1))
    if (at + phrase.length >= match.end) return true;
  return false;
}
