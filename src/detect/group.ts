import type { GroupRule } from "../model/rule.ts";
import type { Match, SectionMatcher } from "./matcher.ts";
import { personFactsMatcher } from "./person-facts.ts";
import { personListMatcher } from "./person-list.ts";

/** Fields that together make a form, such as a telegram header: so many different ones near the head of a page. */
export function groupMatcher(rule: GroupRule): SectionMatcher {
  if (rule.rows !== undefined) return personListMatcher(rule, rule.rows);
  if (rule.person) return personFactsMatcher(rule, rule.person);
  const fields = Object.entries(rule.fields).map(([name, source]) => ({
    name,
    pattern: new RegExp(source, "u"),
  }));
  return {
    scope: "section",
    rule,
    match: (section) => {
      const found: { line: number; match: Match; name: string }[] = [];
      for (const { name, pattern } of fields) {
        const line = section.findIndex(({ rank, text }) => rank < rule.lines && pattern.test(text));
        if (line < 0) continue;
        const { index, 0: text } = pattern.exec(section[line]!.text)!;
        found.push({ name, line, match: { start: index, end: index + text.length } });
      }
      const telling = rule.needs ? found.filter(({ name }) => rule.needs?.includes(name)) : found;
      return found.length >= rule.atLeast ? telling.sort((a, b) => a.line - b.line).slice(0, 1) : [];
    },
  };
}
