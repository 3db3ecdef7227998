import { format, parse } from "node:path";
import { UserError } from "../errors.ts";
import type { FileReview, LedgerFacts } from "../model/index.ts";
import { writeWhole } from "../output/write.ts";
import { type LedgerSaved, wording } from "../wording/index.ts";
import { newCsvLedger } from "./csv-ledger.ts";
import { editLedger, ledgerKind, readLedger, sizeOf } from "./edit.ts";
import { type Registered, register } from "./register.ts";
import { createSequence, lastNumbers, merged } from "./sequence.ts";
import type { LastNumbers, Ledger } from "./table.ts";
import { type LedgerTemplate, STANDARD_TEMPLATE } from "./template.ts";
import { WorkbookFault } from "./workbook/fault.ts";
import { newXlsxLedger } from "./xlsx-ledger.ts";

export interface SavedLedger {
  /** Where the rows went; not always the path asked for. */
  readonly path: string;
  /** Rows begun. */
  readonly rows: number;
  /** Rows of files that were there already and stayed the same. */
  readonly updated: number;
  /** Key of the sentence in `wording.ledger.saved`. */
  readonly saved: LedgerSaved;
  /** Why the rows went beside, and what else is to be told. */
  readonly warnings: readonly string[];
}

type Reviews = Iterable<FileReview> | AsyncIterable<FileReview>;

const NEVER = { overwrite: () => false };

/**
 * Enters one row per file, members too; skipped files are in the report, not in the ledger. An existing ledger is edited in place and
 * keeps everything people did to it. One that is open elsewhere, damaged or no ledger stays as it is, and the rows go to a new file
 * beside it.
 * @param path must end in `.xlsx` or `.csv`
 * @throws UserError for another ending, a link, or a place that cannot be written to
 */
export async function saveLedger(
  path: string,
  facts: LedgerFacts,
  reviews: Reviews,
  template: LedgerTemplate = STANDARD_TEMPLATE,
): Promise<SavedLedger> {
  ledgerKind(path);
  const existing = await sizeOf(path);
  const files: FileReview[] = [];
  for await (const review of reviews) files.push(review);
  const taken = await numbersBeside(path, template);
  if (existing === null) return create(path, facts, files, { template, taken, fault: null });
  try {
    return await editLedger(path, template, (ledger) => {
      const { registered, bytes, warnings } = enter(ledger, facts, files, taken);
      return { bytes, result: toSaved(path, registered, "appended", warnings) };
    });
  } catch (fault) {
    if (!(fault instanceof WorkbookFault)) throw fault;
    const known = merged([taken, await numbersOf(path, template)]);
    return create(await freeName(path), facts, files, { template, taken: known, fault });
  }
}

function enter(ledger: Ledger, facts: LedgerFacts, files: readonly FileReview[], taken: LastNumbers) {
  const kept = files.filter(({ status }) => status !== "skipped");
  if (kept.length > ledger.rows.room)
    throw new UserError("文件过多，一张工作表写不下", { hint: "请改用 .csv 台账，或分批检查。" });
  const sequence = createSequence(merged([lastNumbers(ledger), taken]));
  const registered = register(ledger, kept, facts, sequence);
  const words = wording("zh").ledger;
  const remarks = registered.cut > 0 ? [words.findingsCut(registered.cut)] : [];
  for (const remark of remarks) ledger.remark(remark);
  return { registered, bytes: ledger.bytes(sequence.last()), warnings: [...ledger.warnings, ...remarks] };
}

interface Beginning {
  readonly template: LedgerTemplate;
  readonly taken: LastNumbers;
  /** Why the ledger that is there was left alone. */
  readonly fault: WorkbookFault | null;
}

async function create(
  path: string,
  facts: LedgerFacts,
  files: readonly FileReview[],
  { template, taken, fault }: Beginning,
): Promise<SavedLedger> {
  const ledger = ledgerKind(path) === "csv" ? newCsvLedger(template) : await newXlsxLedger(template);
  const skipped = files.filter(({ status }) => status === "skipped").length;
  if (skipped > 0) ledger.remark(wording("zh").ledger.skipped(skipped));
  const { registered, bytes, warnings } = enter(ledger, facts, files, taken);
  await writeWhole(path, bytes, NEVER);
  const why = fault === null ? [] : [fault.message, ...(fault.hint === undefined ? [] : [fault.hint])];
  return toSaved(path, registered, fault === null ? "created" : "beside", [...why, ...warnings]);
}

function toSaved(
  path: string,
  { added, updated }: Registered,
  saved: LedgerSaved,
  warnings: readonly string[],
): SavedLedger {
  return { path, rows: added, updated, saved, warnings };
}

/** `台账-2.xlsx`, `台账-3.xlsx` … */
function besideName(path: string, number: number): string {
  const { dir, name, ext } = parse(path);
  return format({ dir, name: `${name}-${number}`, ext });
}

async function freeName(path: string): Promise<string> {
  for (let number = 2; ; number++)
    if ((await sizeOf(besideName(path, number))) === null) return besideName(path, number);
}

/** The numbers given in the files that once went beside a ledger, so that none stands for two files. */
async function numbersBeside(path: string, template: LedgerTemplate): Promise<LastNumbers> {
  const memories: LastNumbers[] = [];
  for (let number = 2; (await sizeOf(besideName(path, number))) !== null; number++)
    memories.push(await numbersOf(besideName(path, number), template));
  return merged(memories);
}

/** The numbers of a ledger, none where it cannot be read. */
async function numbersOf(path: string, template: LedgerTemplate): Promise<LastNumbers> {
  return readLedger(path, template).then(lastNumbers, (error: unknown) => {
    if (error instanceof UserError) return new Map();
    throw error;
  });
}
