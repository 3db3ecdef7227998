import { rowHeight } from "./row-height.ts";
import type { SharedStrings } from "./shared-strings.ts";
import { styleId } from "./styles.ts";
import { XML_DECLARATION } from "./xml.ts";

const WIDTH = 66;

/** The sheet 说明: a title and one sentence a row. */
export function guideXml(title: string, sentences: readonly string[], strings: SharedStrings): string {
  const rows = sentences.map((sentence, index) => {
    const number = index + 2;
    // The face is larger than that of the tables, so the line holds less.
    const height = rowHeight([{ text: sentence, width: WIDTH - 4 }]) + 6;
    return `<row r="${number}" ht="${height}" customHeight="1"><c r="A${number}" s="${styleId("guideText")}" t="s"><v>${strings.index(sentence)}</v></c></row>`;
  });
  return [
    `${XML_DECLARATION}<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">`,
    `<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr><dimension ref="A1:A${sentences.length + 1}"/>`,
    '<sheetViews><sheetView showGridLines="0" workbookViewId="0"/></sheetViews><sheetFormatPr defaultRowHeight="15"/>',
    `<cols><col min="1" max="1" width="${WIDTH}" customWidth="1"/></cols><sheetData>`,
    `<row r="1" ht="36" customHeight="1"><c r="A1" s="${styleId("guideTitle")}" t="s"><v>${strings.index(title)}</v></c></row>`,
    ...rows,
    '</sheetData><pageMargins left="0.7" right="0.7" top="0.75" bottom="0.75" header="0.3" footer="0.3"/>',
    '<pageSetup paperSize="9" orientation="portrait" fitToWidth="1" fitToHeight="0"/></worksheet>',
  ].join("");
}
