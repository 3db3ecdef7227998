import type { LedgerRow } from "../model/index.ts";
import { BYTE_ORDER_MARK, csvLine } from "../wording/index.ts";
import { type CsvRecord, csvRecords } from "./csv.ts";
import { type Headings, recognise } from "./headings.ts";
import type { Ledger, LedgerTable, TableRow } from "./table.ts";
import type { LedgerTemplate } from "./template.ts";
import { WorkbookFault } from "./workbook/fault.ts";
import { cellText } from "./xml.ts";

/**
 * Opens a csv ledger. Cells that are not set keep the very characters they were written with.
 * @throws WorkbookFault where it is in another encoding or has other headings
 */
export function openCsvLedger(bytes: Uint8Array, templates: readonly LedgerTemplate[]): Ledger {
  const records = csvRecords(decode(bytes));
  const [head] = records;
  const texts = new Map(head?.cells.map((cell, index) => [index, textOf(cell)]));
  const headings = recognise(templates, [{ row: 1, texts }]);
  if (headings === null) throw new WorkbookFault("第一行没有“序号”“文件路径”“SHA-256”三栏");
  const width = head?.cells.length ?? 0;
  const added: string[] = [];
  return {
    rows: csvTable(records, headings, width, added),
    findings: null,
    remembered: new Map(),
    columns: headings.columns,
    warnings: [],
    remark: () => undefined,
    bytes: () => Buffer.from(BYTE_ORDER_MARK + records.map(written).join("") + added.join(""), "utf8"),
  };
}

/** A csv ledger with nothing but its headings. */
export function newCsvLedger(template: LedgerTemplate): Ledger {
  const headings = csvLine(template.columns.map(({ heading }) => heading));
  return openCsvLedger(Buffer.from(BYTE_ORDER_MARK + headings, "utf8"), [template]);
}

function decode(bytes: Uint8Array): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    throw new WorkbookFault("文件不是 UTF-8 编码：可能用表格程序另存过");
  }
}

function csvTable(
  records: readonly CsvRecord[],
  { places, columns }: Headings,
  width: number,
  added: string[],
): LedgerTable {
  const textAt = ({ cells }: CsvRecord, key: string) => textOf(cells[places.get(key) ?? -1] ?? "");
  const keys = new Map([...places].map(([key, place]) => [place, key]));
  const known = new Set(columns.map(({ key }) => key));
  const byRow = new Map<TableRow, CsvRecord>();
  for (const [index, record] of records.entries()) {
    if (index === 0 || (textAt(record, "id") === "" && textAt(record, "path") === "")) continue;
    byRow.set(
      { number: index + 1, cell: (key) => ({ text: textAt(record, key), isFormula: false }) },
      record,
    );
  }
  return {
    keys: new Set(places.keys()),
    rows: [...byRow.keys()],
    room: Number.POSITIVE_INFINITY,
    set: (row, key, value) => {
      const place = places.get(key);
      const record = byRow.get(row);
      if (place === undefined || record === undefined) return;
      if (textAt(record, key) === cellText(String(value ?? "")).trim()) return;
      while (record.cells.length <= place) record.cells.push("");
      record.cells[place] = rawCell(value);
    },
    append: (values: LedgerRow) => {
      const cells = Array.from({ length: width }, (_, place) => {
        const key = keys.get(place);
        return key !== undefined && known.has(key) ? (values[key] ?? null) : null;
      });
      added.push(csvLine(cells));
    },
  };
}

function written({ cells }: CsvRecord): string {
  return `${cells.join(",")}\r\n`;
}

function rawCell(value: string | number | null): string {
  return csvLine([value]).slice(0, -2);
}

/** The text of a cell as written: without its quotes, and without the apostrophe that keeps a formula from running. */
function textOf(raw: string): string {
  const trimmed = raw.trim();
  const text = trimmed.startsWith('"') ? trimmed.slice(1, -1).replaceAll('""', '"') : trimmed;
  return text
    .replace(/^'(?=[\s\p{Cc}\u200b\ufeff]*[=+\-@＝＋－＠﹢﹣﹦﹫])/u, "")
    .replaceAll("\r\n", "\n")
    .trim();
}
