import type { ReportHead } from "../model/index.ts";
import type { Wording } from "../wording/index.ts";

/** One line for each rule that was switched off or weighed otherwise: what a report did not look for, it says. */
export function ruleChangeLines({ rules }: ReportHead, words: Wording): string[] {
  return rules.changes.map(({ id, severity, reason }) =>
    words.report.ruleChange(id, severity === "off" ? null : words.severity[severity], reason),
  );
}
