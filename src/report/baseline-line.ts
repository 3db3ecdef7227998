import type { ReportHead, ReportTail } from "../model/index.ts";
import type { Wording } from "../wording/index.ts";

/** What every report says of the baseline; null where the run had none. */
export function baselineLine(
  { baseline }: ReportHead,
  { totals }: ReportTail,
  { report }: Wording,
): string | null {
  if (baseline === null) return null;
  const { file, entries, expired, faulty } = baseline;
  return report.baselineUsed(file, entries, expired + faulty, totals.accepted);
}
