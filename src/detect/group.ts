import type { GroupRule } from "../model/rule.ts";
import type { Match, SectionMatcher } from "./matcher.ts";

/** Fields that together make a form, such as a telegram header: so many different ones near the head of a page. */
export function groupMatcher(rule: GroupRule): SectionMatcher {
  const fields = Object.values(rule.fields).map((source) => new RegExp(source, "u"));
  return {
    scope: "section",
    rule,
    match: (section) => {
      const found: { line: number; match: Match }[] = [];
      for (const field of fields) {
        const line = section.findIndex(
          (candidate) => candidate.rank < rule.lines && field.test(candidate.text),
        );
        if (line < 0) continue;
        const { index, 0: text } = field.exec(section[line]!.text)!;
        found.push({ line, match: { start: index, end: index + text.length } });
      }
      return found.length >= rule.atLeast ? found.sort((a, b) => a.line - b.line).slice(0, 1) : [];
    },
  };
}
