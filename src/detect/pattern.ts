import type { PatternRule } from "../model/rule.ts";
import type { LineMatcher } from "./matcher.ts";

/** A regular expression over folded lines; a group named `hit` narrows the match to what is to be shown. */
export function patternMatcher(rule: PatternRule): LineMatcher {
  const pattern = new RegExp(rule.pattern, "dgu");
  return {
    scope: "line",
    rule,
    anchors: rule.anchors,
    match: ({ text }) =>
      [...text.matchAll(pattern)].map(({ indices }) => {
        const [start, end] = indices!.groups?.["hit"] ?? indices![0]!;
        return { start, end };
      }),
  };
}
