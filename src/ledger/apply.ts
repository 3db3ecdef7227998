import type { Decisions, FileDecision, FindingDecision } from "../model/index.ts";
import { type DecisionRefusal, wording } from "../wording/index.ts";
import { editLedger } from "./edit.ts";
import { digestOf } from "./register.ts";
import { lastNumbers } from "./sequence.ts";
import type { Ledger, LedgerTable, TableRow } from "./table.ts";
import type { LedgerTemplate } from "./template.ts";

/** A decision that was not written, and why. */
export interface Refused {
  readonly path: string;
  readonly why: DecisionRefusal;
}

export interface Applied {
  readonly written: number;
  readonly refused: readonly Refused[];
}

/**
 * Writes what a person decided into the columns of people, only where nothing stands yet or the same person wrote it. Signatures and
 * approvals are not decisions of this kind and stay as they are.
 * @throws UserError for a ledger that is open elsewhere or cannot be read; then nothing was written
 */
export function applyDecisions(
  path: string,
  decisions: Decisions,
  template: LedgerTemplate,
): Promise<Applied> {
  return editLedger(path, template, (ledger) => {
    const outcomes = [
      ...decisions.files.map((file) => ({ path: file.path, why: applyToFile(ledger, file, decisions) })),
      ...applyToFindings(ledger, decisions),
    ];
    const refused = outcomes.filter((outcome): outcome is Refused => outcome.why !== null);
    const result = { written: outcomes.length - refused.length, refused };
    return { result, bytes: ledger.bytes(lastNumbers(ledger)) };
  });
}

type Outcome = DecisionRefusal | null;

function applyToFile({ rows }: Ledger, file: FileDecision, { reviewer, date }: Decisions): Outcome {
  const row = rowOf(rows, file);
  if (typeof row === "string") return row;
  return write(rows, row, "reviewer", {
    opinion: file.opinion,
    opinionReason: file.reason,
    reviewer,
    opinionDate: date,
  });
}

/** The row of a file by path and content, else by content alone. */
function rowOf(
  rows: LedgerTable,
  { path, sha256 }: Pick<FileDecision, "path" | "sha256">,
): TableRow | DecisionRefusal {
  const same = rows.rows.filter((row) => digestOf(row) === (sha256 ?? ""));
  const here = same.filter((row) => row.cell("path").text === path);
  const found = here.at(-1) ?? (sha256 !== null && same.length === 1 ? same[0] : undefined);
  if (found !== undefined) return found;
  return rows.rows.some((row) => row.cell("path").text === path) ? "changed" : "no-row";
}

/** Cells a decision fills, the first of which must be there: all of them, or none. */
function write(
  table: LedgerTable,
  row: TableRow,
  who: string,
  values: Readonly<Record<string, string>>,
): Outcome {
  const keys = Object.keys(values).filter((key) => table.keys.has(key));
  if (keys.length === 0 || !table.keys.has(Object.keys(values)[0] ?? "")) return "no-column";
  if (keys.some((key) => row.cell(key).isFormula)) return "formula";
  const isBlank = keys.every((key) => row.cell(key).text === "");
  if (!isBlank && row.cell(who).text !== values[who]) return "someone-else";
  for (const key of keys) table.set(row, key, values[key] ?? null);
  return null;
}

function applyToFindings(ledger: Ledger, decisions: Decisions): { path: string; why: Outcome }[] {
  const groups = new Map<string, FindingDecision[]>();
  for (const finding of decisions.findings) {
    const key = JSON.stringify([finding.path, finding.sha256, finding.ruleId]);
    groups.set(key, [...(groups.get(key) ?? []), finding]);
  }
  return [...groups.values()].flatMap((group) => applyToGroup(ledger, group, decisions));
}

/** Decisions on findings of one rule in one file. */
function applyToGroup(
  { rows, findings }: Ledger,
  group: readonly FindingDecision[],
  { reviewer, date }: Decisions,
): { path: string; why: Outcome }[] {
  const all = (why: DecisionRefusal) => group.map(({ path }) => ({ path, why }));
  const [first] = group;
  if (first === undefined) return [];
  if (findings === null) return all("no-column");
  const file = rowOf(rows, first);
  if (typeof file === "string") return all(file);
  const id = file.cell("id").text;
  const { gone } = wording("zh").ledger;
  const known = findings.rows.filter(
    (row) =>
      row.cell("id").text === id &&
      row.cell("rule").text === first.ruleId &&
      row.cell("standing").text !== gone,
  );
  const taken = new Set<TableRow>();
  return group.map(({ path, fingerprint, decision, reason }, index) => {
    const marked = known.find(
      (row) => fingerprint !== null && row.cell("fingerprint").text === fingerprint && !taken.has(row),
    );
    // Report and ledger list the findings of a file in one order, so as many decisions as rows fit one to one.
    const row = marked ?? (fingerprint === null && known.length === group.length ? known[index] : undefined);
    if (row === undefined) return { path, why: known.length === 0 ? "no-row" : "unclear" };
    taken.add(row);
    const values = { verified: decision, action: reason, verifier: reviewer, verifiedDate: date };
    return { path, why: write(findings, row, "verifier", values) };
  });
}
