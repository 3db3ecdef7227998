import type { ReportHead, ReportTail } from "../model/index.ts";
import type { Wording } from "../wording/index.ts";

/** What every report says of the baseline; null where the run had none. */
export function baselineLine(
  { baseline }: ReportHead,
  { totals }: ReportTail,
  { report }: Wording,
): string | null {
  return baseline && report.baselineUsed(baseline, totals.accepted);
}
