import type { FileReview, LedgerRow } from "../model/index.ts";
import { wording } from "../wording/index.ts";
import { FINDING_COLUMNS } from "./columns.ts";
import { findingRow } from "./row.ts";
import type { Ledger, LedgerTable, TableRow } from "./table.ts";
import { cellText } from "./xml.ts";

/**
 * Enters the findings of files: known ones keep their row and what people wrote into it, new ones are added, and those no longer
 * found are marked so, never taken away.
 * @returns a function that enters those of one file and says how many found no room
 */
export function findingsRegister({ findings }: Ledger): (review: FileReview, id: string) => number {
  if (findings === null) return () => 0;
  const byId = new Map<string, TableRow[]>();
  for (const row of findings.rows) {
    const id = row.cell("id").text;
    const list = byId.get(id);
    if (list === undefined) byId.set(id, [row]);
    else list.push(row);
  }
  return (review, id) => enter(findings, new Set(byId.get(id)), review, id);
}

function enter(findings: LedgerTable, known: Set<TableRow>, review: FileReview, id: string): number {
  let cut = 0;
  for (const finding of review.findings) {
    const draft = findingRow(review, finding, id);
    const row = [...known].find((one) => isSame(one, draft));
    if (row !== undefined) {
      known.delete(row);
      refresh(findings, row, draft);
    } else if (findings.room > 0) findings.append(draft);
    else cut += 1;
  }
  for (const row of known) findings.set(row, "standing", wording("zh").ledger.gone);
  return cut;
}

function refresh(findings: LedgerTable, row: TableRow, draft: LedgerRow): void {
  for (const { key, fill } of FINDING_COLUMNS)
    if (fill === "always") findings.set(row, key, draft[key] ?? null);
}

function isSame(row: TableRow, draft: LedgerRow): boolean {
  return ["rule", "place", "excerpt"].every(
    (key) => row.cell(key).text === cellText(String(draft[key] ?? "")).trim(),
  );
}
