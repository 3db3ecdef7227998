import { basename, extname, resolve } from "node:path";
import { readRegularFile } from "../discover/read.ts";
import { UserError } from "../errors.ts";
import { type FormSource, fromLedger, fromReport, type Sheet } from "../form/index.ts";
import type { Limits, TextBlock } from "../model/index.ts";
import { readReport } from "../report/index.ts";
import { visible, wording } from "../wording/index.ts";
import { extractAll, isUnread } from "./extracted.ts";

/**
 * What forms are made from: a report (json, jsonl) or a ledger (xlsx).
 * @throws UserError for a file that is neither, or was not read whole
 */
export async function readFormSource(
  path: string,
  { cwd, limits, unit }: { readonly cwd: string; readonly limits: Limits; readonly unit: string | null },
): Promise<FormSource> {
  const name = visible(path);
  const bytes = await readBytes(resolve(cwd, path), name, limits);
  const extension = extname(path).toLowerCase();
  if (extension === ".xlsx") return fromLedger(await readSheets(bytes, path, limits), unit);
  if (extension === ".json" || extension === ".jsonl") return fromReport(readReport(bytes, name));
  throw new UserError(`--from 要的是检查报告（.json、.jsonl）或台账（.xlsx）：${name}`, {
    hint: "请用 secreview scan … --format json=报告.json 生成报告。",
  });
}

/** @throws UserError for what cannot be read */
export async function readBytes(path: string, name: string, limits: Limits): Promise<Uint8Array> {
  const read = await readRegularFile(path, limits);
  if (read.ok) return read.bytes;
  throw new UserError(`${name}：${wording("zh").notice(read.code, read.detail)}`, {
    hint: "请核对路径：这里要的是一个文件。",
  });
}

/** The sheets of a workbook as a reader of documents sees them, hidden rows and sheets too. */
async function readSheets(bytes: Uint8Array, path: string, limits: Limits): Promise<Sheet[]> {
  const extracted = await extractAll(basename(path), bytes, limits);
  if (extracted.format !== "xlsx" || isUnread(extracted))
    throw new UserError(`台账读不出来或者没有读全：${visible(path)}`, {
      hint: "请用 WPS 或 Excel 打开核对，取消密码后重新保存为 .xlsx。",
    });
  const sheets = new Map<string, Map<number, string[]>>();
  for (const block of extracted.blocks) addCell(sheets, block);
  return [...sheets].map(([name, rows]) => ({ name, rows: inOrder(rows) }));
}

const CELL = /^([A-Z]{1,3})([0-9]{1,7})$/u;
/** A row that was filtered away is a row of the ledger all the same. */
const IN_TABLE: ReadonlySet<string | null> = new Set([null, "hidden-row", "hidden-sheet"]);

function addCell(
  sheets: Map<string, Map<number, string[]>>,
  { location, part, channel, text }: TextBlock,
): void {
  const { sheet, cell = "" } = location;
  const [, column, number] = CELL.exec(cell) ?? [];
  if (sheet === undefined || column === undefined || part !== "table" || !IN_TABLE.has(channel)) return;
  const rows = sheets.get(sheet) ?? new Map<number, string[]>();
  sheets.set(sheet, rows);
  const row = rows.get(Number(number)) ?? [];
  rows.set(Number(number), row);
  const index = columnIndex(column);
  row[index] = (row[index] ?? "") + text;
}

/** `A` is 0, `AA` is 26. */
function columnIndex(letters: string): number {
  return [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}

function inOrder(rows: ReadonlyMap<number, readonly string[]>): string[][] {
  const sorted = [...rows].toSorted(([one], [other]) => one - other);
  return sorted.map(([, cells]) => Array.from(cells, (text) => text ?? ""));
}
