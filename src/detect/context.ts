import type { Rule } from "../model/rule.ts";
import { columnHead } from "./column.ts";
import type { Match, Refusal, ScanLine } from "./matcher.ts";

/** How far before a match a word on the same line still speaks of it. */
const REACH = 30;

/** The clause of `near` and `allow` that does not let the match stand, or null. */
export function contextRefusal(rule: Rule, line: ScanLine, match: Match): Refusal | null {
  const before = line.text.slice(Math.max(0, match.start - REACH), match.start);
  const { near, allow } = rule;
  if (near && !near.some((word) => before.includes(word) || columnHead(line, match.start).includes(word)))
    return { clause: "near", word: near.join("、") };
  const context = allow?.contexts?.find((word) => before.includes(word));
  if (context) return { clause: "allow.contexts", word: context };
  const phrase = allow?.phrases?.find((candidate) => covers(candidate, line.text, match));
  return phrase ? { clause: "allow.phrases", word: phrase } : null;
}

function covers(phrase: string, text: string, match: Match): boolean {
  const from = Math.max(0, match.end - phrase.length);
  for (let at = text.indexOf(phrase, from); at >= 0 && at <= match.start; at = text.indexOf(phrase, at + 1))
    if (at + phrase.length >= match.end) return true;
  return false;
}
