import type { MarkForm, MarkRule } from "../../model/rule.ts";
import type { LineMatcher, Match } from "../matcher.ts";
import { alone, period } from "./alone.ts";
import type { Form } from "./form.ts";
import { labelled } from "./label.ts";
import { headed, starred } from "./star.ts";
import { bracketed, stated } from "./statement.ts";

const FORMS: Readonly<Record<MarkForm, (rule: MarkRule) => Form>> = {
  starred,
  headed,
  labelled,
  stated,
  bracketed,
  period,
  alone,
};

/**
 * 国家秘密标志 and marks of the same shape, by form and place (国家保密局 1990 令第3号 art. 3–5; GB/T 9704-2012 7.2.2).
 * A mark that is quoted, given as an example or listed comes back as `info` with the reason.
 */
export function markMatcher(rule: MarkRule): LineMatcher {
  const forms = rule.forms.map((form) => FORMS[form](rule));
  return {
    scope: "line",
    rule,
    anchors: rule.levels,
    match: (line) => firstOfEach(forms.flatMap((form) => form(line))),
  };
}

/** Several forms may read the same mark: one that stands speaks before one that is only talked about, then the rule's order holds. */
function firstOfEach(matches: readonly Match[]): Match[] {
  const kept: Match[] = [];
  const isTalk = ({ severity }: Match) => severity === "info";
  for (const match of [...matches.filter((one) => !isTalk(one)), ...matches.filter(isTalk)])
    if (!kept.some((other) => other.start < match.end && match.start < other.end)) kept.push(match);
  return kept;
}
