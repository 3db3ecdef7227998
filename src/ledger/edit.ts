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

/** Reads a ledger without the intention to change it. @throws UserError */
export async function readLedger(path: string, template: LedgerTemplate): Promise<Ledger> {
  const bytes = await readBounded(path);
  return openNamed(path, bytes, await templatesFor(template));
}

async function readBounded(path: string): Promise<Uint8Array> {
  ledgerKind(path);
  const size = await sizeOf(path);
  if (size === null) throw new UserError(`找不到台账：${path}`, { hint: "请核对路径。" });
  if (size > MAX_BYTES) throw new WorkbookFault(`台账过大，无法读取：${path}`);
  return readFile(path).catch((cause: unknown) => {
    throw new WorkbookFault(`台账无法读取：${path}`, { cause });
  });
}

function openNamed(path: string, bytes: Uint8Array, templates: readonly LedgerTemplate[]): Ledger {
  const open = ledgerKind(path) === "csv" ? openCsvLedger : openXlsxLedger;
  return naming(path, () => open(bytes, templates));
}

/** A fault of a workbook, with the name of its file. */
function naming<Result>(path: string, work: () => Result): Result {
  try {
    return work();
  } catch (error) {
    if (!(error instanceof WorkbookFault)) throw error;
    throw new WorkbookFault(`台账 ${path} 无法使用：${error.message}`, { cause: error });
  }
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
  if (lock !== null)
    throw new WorkbookFault(`台账 ${path} 正在别的程序里打开，请先关闭`, {
      hint: `如果没有程序打开它，请删除同一文件夹里的 ${parse(lock).base}。`,
    });
  const templates = await templatesFor(template);
  const before = await readBounded(path);
  const ledger = openNamed(path, before, templates);
  const { result, bytes } = naming(path, () => work(ledger));
  naming(path, () => mustAgree(ledger, openNamed(path, bytes, templates)));
  if (!Buffer.from(before).equals(await readFile(path)))
    throw new WorkbookFault(`台账 ${path} 刚才被别的程序改动了`);
  await writeWhole(path, bytes, { overwrite: () => true }).catch((error: unknown) => {
    throw isHeldOpen(error)
      ? new WorkbookFault(`台账 ${path} 正被打开，或没有写入权限`, { cause: error })
      : error;
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
  if (!agree || !kept) throw new WorkbookFault("改写后核对不一致，没有写入");
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
