import { lstat, readFile } from "node:fs/promises";
import { parse } from "node:path";
import { UserError } from "../errors.ts";
import { writeWhole } from "../output/write.ts";
import { openCsvLedger } from "./csv-ledger.ts";
import { openElsewhere } from "./lock.ts";
import { lastNumbers } from "./sequence.ts";
import type { Ledger, LedgerTable } from "./table.ts";
import { type LedgerTemplate, templatesFor } from "./template.ts";
import { WorkbookFault } from "./workbook/fault.ts";
import { openXlsxLedger } from "./xlsx-ledger.ts";

/** A ledger larger than this is not read in. */
const MAX_BYTES = 256 * 2 ** 20;

/** What kind of ledger a path names. @throws UserError for another ending */
export function ledgerKind(path: string): "xlsx" | "csv" {
  const extension = parse(path).ext.toLowerCase();
  if (extension === ".xlsx" || extension === ".csv") return extension === ".csv" ? "csv" : "xlsx";
  throw new UserError(`台账文件名须以 .xlsx 或 .csv 结尾：${path}`, { hint: "请改用这两种扩展名之一。" });
}

/** Bytes of an existing file, null where there is none. @throws UserError for what is no regular file */
export async function sizeOf(path: string): Promise<number | null> {
  const stats = await lstat(path).catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return null;
    throw error;
  });
  if (stats === null) return null;
  if (!stats.isFile())
    throw new UserError(`没有写入：${path} 不是普通文件`, { hint: "请换一个文件名，或删除这个链接。" });
  return stats.size;
}

/** @throws WorkbookFault where the bytes are no ledger that can be kept whole */
export function openLedger(path: string, bytes: Uint8Array, templates: readonly LedgerTemplate[]): Ledger {
  return ledgerKind(path) === "csv" ? openCsvLedger(bytes, templates) : openXlsxLedger(bytes, templates);
}

/** Reads a ledger without the intention to change it. @throws UserError */
export async function readLedger(path: string, template: LedgerTemplate): Promise<Ledger> {
  ledgerKind(path);
  if ((await sizeOf(path)) === null) throw new UserError(`找不到台账：${path}`, { hint: "请核对路径。" });
  return openLedger(path, await readBounded(path), await templatesFor(template));
}

async function readBounded(path: string): Promise<Uint8Array> {
  if (((await sizeOf(path)) ?? 0) > MAX_BYTES) throw new WorkbookFault("台账过大，无法改写");
  return readFile(path);
}

/**
 * Opens a ledger that exists, lets `work` change it, and writes it back whole or not at all, the moment before having made sure that
 * what people wrote reads the same and that nobody has saved it meanwhile.
 * @throws WorkbookFault where it is open in another program, damaged or no ledger; then nothing was written
 */
export async function editLedger<Result>(
  path: string,
  template: LedgerTemplate,
  work: (ledger: Ledger) => { readonly result: Result; readonly bytes: Uint8Array },
): Promise<Result> {
  const lock = await openElsewhere(path);
  if (lock !== null) throw new WorkbookFault(`台账正在别的程序里打开（${parse(lock).base}）`);
  const templates = await templatesFor(template);
  const before = await readBounded(path);
  const ledger = openLedger(path, before, templates);
  const { result, bytes } = work(ledger);
  mustAgree(ledger, openLedger(path, bytes, templates));
  if (!Buffer.from(before).equals(await readFile(path)))
    throw new WorkbookFault("台账在检查期间被别的程序改动了");
  await writeWhole(path, bytes, { overwrite: () => true }).catch((error: unknown) => {
    throw isHeldOpen(error) ? new WorkbookFault("台账正被打开，或没有写入权限", { cause: error }) : error;
  });
  return result;
}

function isHeldOpen(error: unknown): boolean {
  const cause = error instanceof UserError ? (error.cause as NodeJS.ErrnoException | undefined) : undefined;
  return ["EBUSY", "EPERM", "EACCES"].includes(cause?.code ?? "");
}

/** The bytes to be written must read as the ledger that was edited, cell for cell. */
function mustAgree(edited: Ledger, written: Ledger): void {
  const agree =
    tablesAgree(edited.rows, written.rows) &&
    (edited.findings === null ||
      (written.findings !== null && tablesAgree(edited.findings, written.findings)));
  const numbers = lastNumbers(written);
  const kept = [...lastNumbers(edited)].every(([year, number]) => (numbers.get(year) ?? 0) >= number);
  if (!agree || !kept) throw new WorkbookFault("台账改写后核对不一致，没有写入");
}

function tablesAgree(edited: LedgerTable, written: LedgerTable): boolean {
  return edited.rows.every((row, index) => {
    const other = written.rows[index];
    return [...edited.keys].every((key) => {
      const { text, isFormula } = row.cell(key);
      // The last result of a formula may have been taken away.
      return isFormula ? other?.cell(key).isFormula : other?.cell(key).text === text;
    });
  });
}
