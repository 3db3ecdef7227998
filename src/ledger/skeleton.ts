import type { Column } from "./column.ts";
import { rowHeight } from "./row-height.ts";
import { cellStyle, styleId } from "./styles.ts";
import { cellXml } from "./workbook/cell.ts";
import { columnName, LAST_ROW } from "./workbook/reference.ts";
import { XML_DECLARATION, xmlText } from "./xml.ts";

/** Characters of width that are still readable on one landscape A3 page. */
const PAGE_CHARACTERS = 210;

/** Range of the headings, `$A$1:$BX$1`. */
export function headingRange(columns: readonly Column[]): string {
  return `$A$1:$${columnName(columns.length - 1)}$1`;
}

/** A worksheet part (ECMA-376 part 1, 18.3) without rows: frozen headings, filter, choices, formats of the columns, a print layout. */
export function skeletonXml(columns: readonly Column[]): string {
  const range = headingRange(columns).replaceAll("$", "");
  const pages = Math.ceil(columns.reduce((sum, { width }) => sum + width, 0) / PAGE_CHARACTERS);
  return [
    `${XML_DECLARATION}<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">`,
    `<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr><dimension ref="${range}"/>`,
    '<sheetViews><sheetView workbookViewId="0"><pane xSplit="1" ySplit="1" topLeftCell="B2" activePane="bottomRight" state="frozen"/></sheetView></sheetViews>',
    '<sheetFormatPr defaultRowHeight="15"/>',
    `<cols>${columns.map(columnXml).join("")}</cols>`,
    `<sheetData>${headingRow(columns)}</sheetData><autoFilter ref="${range}"/>`,
    choicesXml(columns),
    '<pageMargins left="0.4" right="0.4" top="0.6" bottom="0.6" header="0.3" footer="0.3"/>',
    `<pageSetup paperSize="8" orientation="landscape" fitToWidth="${pages}" fitToHeight="0"/>`,
    "<headerFooter><oddFooter>&amp;C第 &amp;P 页，共 &amp;N 页</oddFooter></headerFooter></worksheet>",
  ].join("");
}

function columnXml(column: Column, index: number): string {
  const style = styleId(cellStyle(column));
  return `<col min="${index + 1}" max="${index + 1}" width="${column.width}" style="${style}" customWidth="1"/>`;
}

function headingRow(columns: readonly Column[]): string {
  const height = rowHeight(columns.map(({ heading, width }) => ({ text: heading, width })));
  const cells = columns.map(({ heading, fill }, column) => {
    const style = styleId(fill === "people" ? "peopleHeading" : "machineHeading");
    return cellXml("", { column, row: 1 }, String(style), heading);
  });
  return `<row r="1" ht="${height}" customHeight="1">${cells.join("")}</row>`;
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
