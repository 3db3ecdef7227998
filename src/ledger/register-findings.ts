import type { FileReview, LedgerRow } from "../model/index.ts";
import { wording } from "../wording/index.ts";
import { FINDING_COLUMNS } from "./columns.ts";
import { findingRow } from "./row.ts";
import type { Ledger, TableRow } from "./table.ts";
import { cellText } from "./xml.ts";

/**
 * Enters the findings of a file: known ones keep their row and what people wrote into it, new ones are added, and those no longer
 * found are marked so, never taken away.
 * @returns how many found no room
 */
export function registerFindings({ findings }: Ledger, review: FileReview, id: string): number {
  if (findings === null) return 0;
  const known = findings.rows.filter((row) => row.cell("id").text === id);
  const taken = new Set<TableRow>();
  let cut = 0;
  for (const finding of review.findings) {
    const draft = findingRow(review, finding, id);
    const row = known.find((one) => !taken.has(one) && isSame(one, draft));
    if (row !== undefined) {
      taken.add(row);
      for (const { key, fill } of FINDING_COLUMNS)
        if (fill === "always") findings.set(row, key, draft[key] ?? null);
    } else if (findings.room > 0) findings.append(draft);
    else cut += 1;
  }
  const { gone } = wording("zh").ledger;
  for (const row of known) if (!taken.has(row)) findings.set(row, "standing", gone);
  return cut;
}

function isSame(row: TableRow, draft: LedgerRow): boolean {
  return ["rule", "place", "excerpt"].every(
    (key) => row.cell(key).text === cellText(String(draft[key] ?? "")).trim(),
  );
}
