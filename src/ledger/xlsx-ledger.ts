import { readFile } from "node:fs/promises";
import { wording } from "../wording/index.ts";
import { FINDING_COLUMNS, LEDGER_COLUMNS } from "./columns.ts";
import { findHeadings, recognise } from "./headings.ts";
import { lastNumbersText, parseLastNumbers } from "./sequence.ts";
import { headingRows, sheetTable } from "./sheet-table.ts";
import { headingRange, skeletonXml } from "./skeleton.ts";
import type { Ledger } from "./table.ts";
import { type LedgerTemplate, shippedFile } from "./template.ts";
import { editSheet } from "./workbook/edit.ts";
import { WorkbookFault } from "./workbook/fault.ts";
import { recalculate } from "./workbook/recalculate.ts";
import { definedName, openWorkbook, setDefinedName, type Workbook } from "./workbook/workbook.ts";
import { xmlText } from "./xml.ts";

/** The archive comment by which a ledger of ours is known without opening it. */
export const LEDGER_MARKER = "secreview-ledger/1";
/** A hidden name that remembers the highest numbers given, so that those of deleted rows are not given again. */
const LAST_NUMBERS = "secreview.lastIds";
const FINDING_NEEDS = ["id", "rule", "place", "excerpt"];

/**
 * Opens an xlsx ledger, however people rearranged it: sheets and columns are known by their headings.
 * @throws WorkbookFault where it is damaged, or no sheet has the headings
 */
export function openXlsxLedger(bytes: Uint8Array, templates: readonly LedgerTemplate[]): Ledger {
  const workbook = openWorkbook(bytes);
  const editors = workbook.sheets
    .filter(({ part }) => isWorksheet(workbook, part))
    .map((sheet) => editSheet(workbook, sheet));
  const found = editors
    .map((editor) => ({ editor, headings: recognise(templates, headingRows(editor)) }))
    .find(({ headings }) => headings !== null);
  if (found === undefined || found.headings === null) throw notALedger(workbook);
  const { editor, headings } = found;
  const findings = editors
    .filter((other) => other !== editor)
    .map((other) => ({
      other,
      headings: findHeadings(FINDING_COLUMNS, FINDING_NEEDS, headingRows(other)),
    }))
    .find((candidate) => candidate.headings !== null);
  const rows = sheetTable(workbook, editor, headings);
  const guide = editors.find(({ info }) => info.name === wording("zh").ledger.guide);
  const below = editor.lastRow > Math.max(headings.row, ...rows.rows.map(({ number }) => number));
  return {
    rows,
    findings: findings?.headings ? sheetTable(workbook, findings.other, findings.headings) : null,
    remembered: parseLastNumbers(definedName(workbook, LAST_NUMBERS) ?? ""),
    columns: headings.columns,
    warnings: below ? [wording("zh").ledger.contentBelow(editor.lastRow)] : [],
    remark: (sentence) => void guide?.append(new Map([[0, sentence]])),
    bytes: (last) => {
      for (const one of editors) one.commit();
      if (last.size > 0) setDefinedName(workbook, LAST_NUMBERS, `"${lastNumbersText(last)}"`);
      recalculate(workbook, editors);
      return workbook.package.bytes(LEDGER_MARKER);
    },
  };
}

function isWorksheet({ package: opened }: Workbook, part: string): boolean {
  return opened.has(part) && /<(?:\w+:)?worksheet\b/.test(opened.text(part).slice(0, 4_096));
}

function notALedger({ sheets }: Workbook): WorkbookFault {
  const names = sheets.map(({ name }) => name).join("、");
  return new WorkbookFault(`没有找到含有“序号”“文件路径”“SHA-256”三栏的工作表，现有工作表：${names}`);
}

/** A new ledger: the shipped workbook, its sheet of rows laid out as the template says. */
export async function newXlsxLedger(template: LedgerTemplate): Promise<Ledger> {
  const workbook = openWorkbook(await readFile(shippedFile("ledger.xlsx")));
  if (template.columns !== LEDGER_COLUMNS) layOut(workbook, template);
  return openXlsxLedger(workbook.package.bytes(LEDGER_MARKER), [template]);
}

function layOut(workbook: Workbook, { columns }: LedgerTemplate): void {
  const [sheet] = workbook.sheets;
  if (sheet === undefined) throw new WorkbookFault("随附的台账样本已经损坏");
  workbook.package.replace(sheet.part, skeletonXml(columns));
  const range = `'${xmlText(sheet.name)}'!${headingRange(columns)}`;
  setDefinedName(workbook, "_xlnm._FilterDatabase", range, sheet.index);
}
