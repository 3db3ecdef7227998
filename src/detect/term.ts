import type { ListRule, TermRule } from "../model/rule.ts";
import type { LineMatcher, Match } from "./matcher.ts";

/** Listed words. Overlapping terms: the longest speaks. */
export function termMatcher(rule: TermRule | ListRule): LineMatcher {
  const terms = [...rule.terms].sort((a, b) => b.length - a.length);
  return {
    scope: "line",
    rule,
    anchors: rule.terms,
    match: (line, crossesInside) => {
      const matches: Match[] = [];
      for (const term of terms) {
        for (let at = line.text.indexOf(term); at >= 0; at = line.text.indexOf(term, at + 1)) {
          const end = at + term.length;
          if (matches.some((other) => other.start < end && at < other.end)) continue;
          const crosses = rule.boundary !== "none" && crossesInside?.(line.text, at, end);
          matches.push({
            start: at,
            end,
            ...(crosses ? { refused: { clause: "boundary", word: term } as const } : {}),
          });
        }
      }
      return matches.sort((a, b) => a.start - b.start);
    },
  };
}
