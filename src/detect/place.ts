import type { PlaceRule } from "../model/rule.ts";
import type { LineMatcher, Match, ScanLine } from "./matcher.ts";

/** Something that is a form by standing alone: the pattern must fill a whole line, or a whole cell of a row. */
export function placeMatcher(rule: PlaceRule): LineMatcher {
  const pattern = new RegExp(`^(?:${rule.pattern})$`, "u");
  return {
    scope: "line",
    rule,
    anchors: rule.anchors,
    match: (line) => (isPlace(rule, line) ? wholeLineOrCell(pattern, line.text) : []),
  };
}

function isPlace(rule: PlaceRule, line: ScanLine): boolean {
  if (line.window) return false;
  const margin = line.part === "header" || line.part === "footer";
  if (rule.at === "line") return true;
  return rule.at === "header-footer" ? margin : margin || line.rank < rule.lines;
}

function wholeLineOrCell(pattern: RegExp, text: string): Match[] {
  const whole = trimmed(text, 0);
  if (pattern.test(text.slice(whole.start, whole.end))) return [whole];
  const matches: Match[] = [];
  let at = 0;
  for (const cell of text.split("\t")) {
    const range = trimmed(cell, at);
    if (range.end > range.start && pattern.test(text.slice(range.start, range.end))) matches.push(range);
    at += cell.length + 1;
  }
  return matches;
}

function trimmed(text: string, offset: number): Match {
  const start = text.length - text.trimStart().length;
  return { start: offset + start, end: offset + Math.max(start, text.trimEnd().length) };
}
