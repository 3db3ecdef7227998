import type { Range } from "../model/finding.ts";
import type { ListRule, TermRule } from "../model/rule.ts";
import type { LineMatcher, Match } from "./matcher.ts";

/** Listed words. The cost is that of the words which stand in the line, not of the list. */
export function termMatcher(rule: TermRule | ListRule): LineMatcher {
  return {
    scope: "line",
    rule,
    anchors: rule.terms,
    match: ({ text }, crossesInside, terms) =>
      longest(terms, text.length).map(({ start, end }): Match => {
        const crosses =
          rule.boundary !== "none" && crossesInside?.(text, start, end, rule.boundary === "strict");
        return crosses
          ? { start, end, refused: { clause: "boundary", word: text.slice(start, end) } }
          : { start, end };
      }),
  };
}

/** Of overlapping terms the longest speaks, of equally long ones the first in the text. In order of place. */
function longest(terms: readonly Range[], lineLength: number): Range[] {
  if (terms.length <= 1) return [...terms];
  const taken = new Uint8Array(lineLength);
  const kept: Range[] = [];
  for (const term of [...terms].sort(byLength)) {
    // All kept so far are at least as long, so one that overlaps this covers an end of it.
    if (taken[term.start] === 1 || taken[term.end - 1] === 1) continue;
    taken.fill(1, term.start, term.end);
    kept.push(term);
  }
  return kept.sort((a, b) => a.start - b.start);
}

function byLength(a: Range, b: Range): number {
  return b.end - b.start - (a.end - a.start) || a.start - b.start;
}
