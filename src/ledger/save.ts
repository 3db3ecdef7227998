import { lstat, readFile } from "node:fs/promises";
import { format, parse } from "node:path";
import { UserError } from "../errors.ts";
import type { FileReview, LedgerFacts, LedgerRow } from "../model/index.ts";
import { writeWhole } from "../output/write.ts";
import { type LedgerSaved, wording } from "../wording/index.ts";
import { CSV_HEADER, csvRow, firstCells } from "./csv.ts";
import { draftRow, findingRow, rowId } from "./row.ts";
import { ledgerXlsx, MAX_SHEET_ROWS } from "./xlsx.ts";

export interface SavedLedger {
  /** Where the rows went; not always the path asked for. */
  readonly path: string;
  readonly rows: number;
  /** Key of the sentence in `wording.ledger.saved`. */
  readonly saved: LedgerSaved;
}

type Reviews = Iterable<FileReview> | AsyncIterable<FileReview>;

const NEVER = { overwrite: () => false };
/** A ledger larger than this is not read in to be appended to; a new one is begun beside it. */
const MAX_APPEND_BYTES = 256 * 2 ** 20;

/**
 * Writes one draft row per file, members too; skipped files are in the report, not in the ledger. An existing ledger is
 * never replaced: rows are appended to a CSV file of ours, anything else is left alone and a new file written beside it.
 * @param path must end in `.xlsx` or `.csv`
 * @throws UserError for another ending, a link, or a place that cannot be written to
 */
export async function saveLedger(path: string, facts: LedgerFacts, reviews: Reviews): Promise<SavedLedger> {
  const extension = parse(path).ext.toLowerCase();
  if (extension !== ".csv" && extension !== ".xlsx")
    throw new UserError(`台账文件名须以 .xlsx 或 .csv 结尾：${path}`, { hint: "请改用这两种扩展名之一。" });
  const existing = await sizeOf(path);
  if (extension === ".csv" && existing !== null && existing <= MAX_APPEND_BYTES) {
    const before = await readFile(path);
    const text = ownCsv(before);
    if (text !== null) return appendCsv(path, before, text, facts, reviews);
  }
  const target = existing === null ? path : await freeName(path);
  const rows =
    extension === ".csv" ? await createCsv(target, facts, reviews) : await createXlsx(target, facts, reviews);
  return { path: target, rows, saved: existing === null ? "created" : "beside" };
}

/** Bytes of an existing file, null where there is none. */
async function sizeOf(path: string): Promise<number | null> {
  const stats = await lstat(path).catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return null;
    throw error;
  });
  if (stats === null) return null;
  if (!stats.isFile())
    throw new UserError(`没有写入：${path} 不是普通文件`, { hint: "请换一个文件名，或删除这个链接。" });
  return stats.size;
}

/** `台账-2.xlsx`, `台账-3.xlsx` … the first that is not there. */
async function freeName(path: string): Promise<string> {
  const { dir, name, ext } = parse(path);
  for (let number = 2; ; number++) {
    const candidate = format({ dir, name: `${name}-${number}`, ext });
    if ((await sizeOf(candidate)) === null) return candidate;
  }
}

/** The text of a CSV ledger of ours; null where it was saved in another encoding or its columns were changed. */
function ownCsv(bytes: Uint8Array): string | null {
  try {
    const text = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
    return text.startsWith(CSV_HEADER) ? text : null;
  } catch {
    return null;
  }
}

async function appendCsv(
  path: string,
  before: Uint8Array,
  text: string,
  facts: LedgerFacts,
  reviews: Reviews,
): Promise<SavedLedger> {
  const rows = await draftRows(reviews, facts, lastSequence(firstCells(text), facts.today));
  const contents = [before, text.endsWith("\n") ? "" : "\r\n", ...rows.map(csvRow)];
  await writeWhole(path, contents, { overwrite: () => true });
  return { path, rows: rows.length, saved: "appended" };
}

/** The highest number given in the year of `today`; 0 where there is none. */
function lastSequence(ids: readonly string[], today: string): number {
  const year = `${today.slice(0, 4)}-`;
  return ids
    .filter((id) => id.startsWith(year) && /^\d+$/.test(id.slice(year.length)))
    .reduce((last, id) => Math.max(last, Number(id.slice(year.length))), 0);
}

async function createCsv(path: string, facts: LedgerFacts, reviews: Reviews): Promise<number> {
  const rows = await draftRows(reviews, facts, 0);
  await writeWhole(path, [CSV_HEADER, ...rows.map(csvRow)], NEVER);
  return rows.length;
}

async function draftRows(reviews: Reviews, facts: LedgerFacts, last: number): Promise<LedgerRow[]> {
  const rows: LedgerRow[] = [];
  for await (const review of reviews) {
    if (review.status === "skipped") continue;
    rows.push(draftRow(review, facts, rowId(facts.today, last + rows.length + 1)));
  }
  return rows;
}

async function createXlsx(path: string, facts: LedgerFacts, reviews: Reviews): Promise<number> {
  const rows: LedgerRow[] = [];
  const findings: LedgerRow[] = [];
  let skipped = 0;
  let cut = 0;
  for await (const review of reviews) {
    if (review.status === "skipped") {
      skipped += 1;
      continue;
    }
    const id = rowId(facts.today, rows.length + 1);
    rows.push(draftRow(review, facts, id));
    const room = MAX_SHEET_ROWS - findings.length;
    for (const finding of review.findings.slice(0, room)) findings.push(findingRow(review, finding, id));
    cut += Math.max(0, review.findings.length - room);
  }
  if (rows.length > MAX_SHEET_ROWS)
    throw new UserError("文件过多，一张工作表写不下", { hint: "请改用 .csv 台账，或分批检查。" });
  const words = wording("zh").ledger;
  const remarks = [
    ...(skipped > 0 ? [words.skipped(skipped)] : []),
    ...(cut > 0 ? [words.findingsCut(cut)] : []),
  ];
  await writeWhole(path, ledgerXlsx({ rows, findings, remarks, today: facts.today }), NEVER);
  return rows.length;
}
