import type { LedgerRow } from "../model/index.ts";
import type { Column } from "./columns.ts";
import { rowHeight } from "./row-height.ts";
import type { SharedStrings } from "./shared-strings.ts";
import { cellStyle, styleId } from "./styles.ts";
import { XML_DECLARATION, xmlText } from "./xml.ts";

export interface TableSheet {
  readonly name: string;
  readonly columns: readonly Column[];
  readonly rows: readonly LedgerRow[];
  /** Columns that stay in sight when scrolling sideways. */
  readonly frozenColumns: number;
}

const LAST_ROW = 1_048_576;
/** Characters of width that are still readable on one landscape A3 page. */
const PAGE_CHARACTERS = 210;

/** The column letters of a zero-based index: A … Z, AA …. */
export function columnName(index: number): string {
  const letter = String.fromCharCode(65 + (index % 26));
  return index < 26 ? letter : columnName(Math.floor(index / 26) - 1) + letter;
}

/** Range of the headings and rows, `$A$1:$BX$12`. */
export function tableRange({ columns, rows }: TableSheet): string {
  return `$A$1:$${columnName(columns.length - 1)}$${rows.length + 1}`;
}

/** A worksheet part (ECMA-376 part 1, 18.3) with frozen headings, filter, choices and a print layout. */
export function sheetXml(sheet: TableSheet, strings: SharedStrings): string {
  const { columns, rows } = sheet;
  const range = tableRange(sheet).replaceAll("$", "");
  const pages = Math.ceil(columns.reduce((sum, { width }) => sum + width, 0) / PAGE_CHARACTERS);
  return [
    `${XML_DECLARATION}<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">`,
    `<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr><dimension ref="${range}"/>`,
    paneXml(sheet.frozenColumns),
    '<sheetFormatPr defaultRowHeight="15"/>',
    `<cols>${columns.map(columnXml).join("")}</cols>`,
    "<sheetData>",
    headingRow(columns, strings),
    ...rows.map((row, index) => dataRow(row, index + 2, columns, strings)),
    `</sheetData><autoFilter ref="${range}"/>`,
    choicesXml(columns),
    '<pageMargins left="0.4" right="0.4" top="0.6" bottom="0.6" header="0.3" footer="0.3"/>',
    `<pageSetup paperSize="8" orientation="landscape" fitToWidth="${pages}" fitToHeight="0"/>`,
    "<headerFooter><oddFooter>&amp;C第 &amp;P 页，共 &amp;N 页</oddFooter></headerFooter></worksheet>",
  ].join("");
}

function paneXml(columns: number): string {
  const split = columns > 0 ? `xSplit="${columns}" ` : "";
  const pane = columns > 0 ? "bottomRight" : "bottomLeft";
  return `<sheetViews><sheetView workbookViewId="0"><pane ${split}ySplit="1" topLeftCell="${columnName(columns)}2" activePane="${pane}" state="frozen"/></sheetView></sheetViews>`;
}

function columnXml(column: Column, index: number): string {
  const style = styleId(cellStyle(column));
  return `<col min="${index + 1}" max="${index + 1}" width="${column.width}" style="${style}" customWidth="1"/>`;
}

function headingRow(columns: readonly Column[], strings: SharedStrings): string {
  const height = rowHeight(columns.map(({ heading, width }) => ({ text: heading, width })));
  const cells = columns.map(({ heading, by }, index) => {
    const style = styleId(by === "machine" ? "machineHeading" : "peopleHeading");
    return `<c r="${columnName(index)}1" s="${style}" t="s"><v>${strings.index(heading)}</v></c>`;
  });
  return `<row r="1" ht="${height}" customHeight="1">${cells.join("")}</row>`;
}

function dataRow(row: LedgerRow, number: number, columns: readonly Column[], strings: SharedStrings): string {
  const texts = columns.map(({ key, width }) => ({ text: String(row[key] ?? ""), width }));
  const cells = columns.map((column, index) => {
    const start = `<c r="${columnName(index)}${number}" s="${styleId(cellStyle(column))}"`;
    return start + valueXml(row[column.key] ?? null, column, strings);
  });
  // Without customHeight a program may fit the row anew when a person types more into it.
  return `<row r="${number}" ht="${rowHeight(texts)}">${cells.join("")}</row>`;
}

/** The rest of a cell element. Text is never written as a formula, whatever it starts with. */
function valueXml(value: string | number | null, { kind }: Column, strings: SharedStrings): string {
  if (value === null || value === "") return "/>";
  if (typeof value === "number") return `><v>${value}</v></c>`;
  const serial = kind === "date" ? dateSerial(value) : null;
  if (serial !== null) return `><v>${serial}</v></c>`;
  return ` t="s"><v>${strings.index(value)}</v></c>`;
}

/** Days since 1899-12-30, the 1900 date system; null where the text is no date. */
function dateSerial(date: string): number | null {
  const day = /^\d{4}-\d{2}-\d{2}$/.test(date) ? Date.parse(`${date}T00:00:00Z`) : Number.NaN;
  return Number.isNaN(day) ? null : day / 86_400_000 + 25_569;
}

function choicesXml(columns: readonly Column[]): string {
  const rules = columns.flatMap(({ choices }, index) => {
    if (choices === undefined) return [];
    const range = `${columnName(index)}2:${columnName(index)}${LAST_ROW}`;
    return `<dataValidation type="list" allowBlank="1" showInputMessage="1" showErrorMessage="1" errorTitle="请从列表中选择" error="可选：${xmlText(choices.join("、"))}" sqref="${range}"><formula1>"${xmlText(choices.join(","))}"</formula1></dataValidation>`;
  });
  return rules.length === 0
    ? ""
    : `<dataValidations count="${rules.length}">${rules.join("")}</dataValidations>`;
}
