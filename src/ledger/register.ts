import type { FileReview, LedgerFacts, LedgerRow } from "../model/index.ts";
import { wording } from "../wording/index.ts";
import type { Column } from "./column.ts";
import { LEDGER_COLUMNS } from "./columns.ts";
import { findingsRegister } from "./register-findings.ts";
import { draftRow, REPLY_WORKING_DAYS } from "./row.ts";
import type { Sequence } from "./sequence.ts";
import type { Ledger, TableRow } from "./table.ts";
import { addWorkingDays, writtenDay } from "./working-days.ts";

/** What became of the files of a run. */
export interface Registered {
  /** Rows begun, of new files and of changed ones. */
  readonly added: number;
  /** Rows begun for files that had another content before. */
  readonly changed: number;
  /** Rows of files that were in the ledger with the same content. */
  readonly updated: number;
  /** Findings for which the sheet had no room. */
  readonly cut: number;
}

/**
 * Enters the files of a run. A file of the same SHA-256 keeps its row, of which only machine columns are written; one that changed
 * begins a row that names the row it takes the place of; a row is never taken away.
 */
export function register(
  ledger: Ledger,
  reviews: readonly FileReview[],
  facts: LedgerFacts,
  sequence: Sequence,
): Registered {
  const matches = matchRows(ledger.rows.rows, reviews);
  const takePrevious = previousRows(ledger.rows.rows, new Set(matches.values()));
  const enterFindings = findingsRegister(ledger);
  const counts = { added: 0, changed: 0, updated: 0, cut: 0 };
  for (const review of reviews) {
    const row = matches.get(review);
    if (row !== undefined) {
      update(ledger, row, draftRow(review, facts, row.cell("id").text));
      counts.cut += enterFindings(review, row.cell("id").text);
      counts.updated += 1;
      continue;
    }
    const previous = takePrevious(review.path);
    const id = sequence.next(facts.today);
    const draft = given(draftRow(review, facts, id));
    ledger.rows.append({
      ...presets(ledger.columns),
      ...draft,
      previous: previous?.cell("id").text ?? null,
    });
    counts.cut += enterFindings(review, id);
    counts.added += 1;
    if (previous !== undefined) counts.changed += 1;
  }
  noteDueReplies(ledger, facts);
  return counts;
}

/** The digest of a row without its prefix. */
export function digestOf(row: TableRow): string {
  return row
    .cell("sha256")
    .text.replace(/^sha256:/i, "")
    .toLowerCase();
}

/**
 * The row of each file that has one: of the same content at the same path, else of the same content at a path that is no longer
 * there. A file that could not be read has no digest and keeps to the row of its path that has none either.
 */
function matchRows(rows: readonly TableRow[], reviews: readonly FileReview[]): Map<FileReview, TableRow> {
  const byDigest = new Map<string, TableRow[]>();
  for (const row of rows) {
    const list = byDigest.get(digestOf(row));
    if (list === undefined) byDigest.set(digestOf(row), [row]);
    else list.push(row);
  }
  const present = new Set(reviews.map(({ path }) => path));
  const matches = new Map<FileReview, TableRow>();
  const taken = new Set<TableRow>();
  const take = (review: FileReview, fits: (path: string) => boolean) => {
    const row = byDigest
      .get(review.sha256 ?? "")
      ?.find((one) => !taken.has(one) && fits(one.cell("path").text));
    if (row === undefined) return;
    taken.add(row);
    matches.set(review, row);
  };
  for (const review of reviews) take(review, (path) => path === review.path);
  for (const review of reviews)
    if (review.sha256 !== null && !matches.has(review)) take(review, (path) => !present.has(path));
  return matches;
}

/** Hands out, once, the newest row of a path that no file of this run stands for. */
function previousRows(
  rows: readonly TableRow[],
  taken: ReadonlySet<TableRow>,
): (path: string) => TableRow | undefined {
  const superseded = new Set(rows.map((row) => row.cell("previous").text));
  const byPath = new Map<string, TableRow>();
  for (const row of rows)
    if (!taken.has(row) && !superseded.has(row.cell("id").text)) byPath.set(row.cell("path").text, row);
  return (path) => {
    const row = byPath.get(path);
    byPath.delete(path);
    return row;
  };
}

function presets(columns: readonly Column[]): LedgerRow {
  return Object.fromEntries(columns.map(({ key, preset }) => [key, preset ?? null]));
}

function given(row: LedgerRow): LedgerRow {
  return Object.fromEntries(Object.entries(row).filter(([, value]) => value !== null));
}

/** What the tool writes where it has nothing to say; a later run may know better. */
function isPlaceholder(text: string): boolean {
  const { noNumber, withheld } = wording("zh").ledger;
  return text === "" || text === noNumber || text === withheld;
}

function update({ rows }: Ledger, row: TableRow, draft: LedgerRow): void {
  for (const { key, fill } of LEDGER_COLUMNS) {
    const value = draft[key] ?? null;
    if (fill === "always") rows.set(row, key, value);
    if (fill === "blank" && value !== null && isPlaceholder(row.cell(key).text)) rows.set(row, key, value);
  }
}

/** 应答复日期 of every row that was sent out and has none yet. */
function noteDueReplies({ rows }: Ledger, facts: LedgerFacts): void {
  for (const row of rows.rows) {
    const sent = writtenDay(row.cell("sentDate").text);
    if (sent === null || row.cell("replyDue").text !== "") continue;
    rows.set(row, "replyDue", addWorkingDays(sent, facts.replyDays ?? REPLY_WORKING_DAYS, facts));
  }
}
