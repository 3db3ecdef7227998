import type { PlaceRule } from "../model/rule.ts";
import type { LineMatcher, Match, ScanLine } from "./matcher.ts";

/** Something that is a form by standing alone: the pattern must fill a whole line, or a whole cell of a row. */
export function placeMatcher(rule: PlaceRule): LineMatcher {
  const pattern = new RegExp(`^(?:${rule.pattern})$`, "u");
  return {
    scope: "line",
    rule,
    anchors: rule.anchors,
    match: (line) => (isPlace(rule, line) ? wholeLineOrCell(rule, pattern, line.text) : []),
  };
}

function isPlace(rule: PlaceRule, line: ScanLine): boolean {
  if (line.window) return false;
  const margin = line.part === "header" || line.part === "footer";
  if (rule.at === "line") return true;
  return rule.at === "header-footer" ? margin : margin || line.rank < rule.lines;
}

function wholeLineOrCell(rule: PlaceRule, pattern: RegExp, text: string): Match[] {
  const whole = findWhole(pattern, text, 0);
  if (whole || rule.whole) return whole ? [whole] : [];
  let at = 0;
  return text.split("\t").flatMap((cell) => {
    const match = findWhole(pattern, cell, at);
    at += cell.length + 1;
    return match ? [match] : [];
  });
}

/** The text without surrounding blanks where the pattern fills it, narrowed to the group `hit` where there is one. */
function findWhole(pattern: RegExp, text: string, offset: number): Match | null {
  const trimmed = text.trim();
  const found = trimmed === "" ? null : pattern.exec(trimmed);
  if (!found) return null;
  const hit = found.groups?.["hit"] ?? trimmed;
  const start = offset + text.indexOf(trimmed) + trimmed.indexOf(hit);
  return { start, end: start + hit.length };
}
