import type { PatternRule } from "../model/rule.ts";
import type { LineMatcher } from "./matcher.ts";

/** A regular expression over folded lines; a group named `hit` narrows the match to what is to be shown. */
export function patternMatcher(rule: PatternRule): LineMatcher {
  const pattern = new RegExp(rule.pattern, "gu");
  return {
    scope: "line",
    rule,
    anchors: rule.anchors,
    match: (line) =>
      [...line.text.matchAll(pattern)].map((found) => {
        const hit = found.groups?.["hit"] ?? found[0];
        const start = found.index + found[0].indexOf(hit);
        return { start, end: start + hit.length };
      }),
  };
}
