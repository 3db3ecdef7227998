import type { LedgerRow } from "../model/index.ts";
import { wording } from "../wording/index.ts";
import { FINDING_COLUMNS, LEDGER_COLUMNS } from "./columns.ts";
import { guideXml } from "./guide-sheet.ts";
import { createSharedStrings } from "./shared-strings.ts";
import { sheetXml, type TableSheet, tableRange } from "./sheet.ts";
import { stylesXml } from "./styles.ts";
import { XML_DECLARATION, xmlText } from "./xml.ts";
import { writeZip, type ZipEntry } from "./zip.ts";

/** The archive comment by which a ledger of ours is known without opening it. */
export const LEDGER_MARKER = "secreview-ledger/1";
/** Rows a sheet can hold below its headings. */
export const MAX_SHEET_ROWS = 1_048_575;

export interface Ledger {
  readonly rows: readonly LedgerRow[];
  readonly findings: readonly LedgerRow[];
  /** Sentences added to the sheet 说明. */
  readonly remarks: readonly string[];
  /** YYYY-MM-DD, the date the workbook says it was made. */
  readonly today: string;
}

const OPC = "http://schemas.openxmlformats.org/package/2006";
const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml";

/** A new workbook with the sheets 台账, 检出问题 and 说明. Equal rows give equal bytes. */
export function ledgerXlsx({ rows, findings, remarks, today }: Ledger): Uint8Array {
  const words = wording("zh").ledger;
  const strings = createSharedStrings();
  const tables: readonly TableSheet[] = [
    { name: words.rows, columns: LEDGER_COLUMNS, rows, frozenColumns: 1 },
    { name: words.findings, columns: FINDING_COLUMNS, rows: findings, frozenColumns: 1 },
  ];
  const sheets = [
    ...tables.map((table) => sheetXml(table, strings)),
    guideXml(words.guideTitle, [...words.guideLines, ...remarks], strings),
  ];
  const names = [...tables.map(({ name }) => name), words.guide];
  const entries: ZipEntry[] = [
    { name: "[Content_Types].xml", text: contentTypes(sheets.length) },
    { name: "_rels/.rels", text: packageRelationships() },
    { name: "docProps/core.xml", text: coreProperties(today) },
    { name: "xl/workbook.xml", text: workbookXml(names, tables) },
    { name: "xl/_rels/workbook.xml.rels", text: workbookRelationships(sheets.length) },
    { name: "xl/styles.xml", text: stylesXml() },
    ...sheets.map((text, index) => ({ name: `xl/worksheets/sheet${index + 1}.xml`, text })),
    { name: "xl/sharedStrings.xml", text: strings.xml() },
  ];
  return writeZip(entries, LEDGER_MARKER);
}

function contentTypes(sheets: number): string {
  const override = (part: string, type: string) => `<Override PartName="${part}" ContentType="${type}"/>`;
  const worksheets = Array.from({ length: sheets }, (_, index) =>
    override(`/xl/worksheets/sheet${index + 1}.xml`, `${TYPE}.worksheet+xml`),
  );
  return `${XML_DECLARATION}<Types xmlns="${OPC}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${override("/xl/workbook.xml", `${TYPE}.sheet.main+xml`)}${worksheets.join("")}${override("/xl/styles.xml", `${TYPE}.styles+xml`)}${override("/xl/sharedStrings.xml", `${TYPE}.sharedStrings+xml`)}${override("/docProps/core.xml", "application/vnd.openxmlformats-package.core-properties+xml")}</Types>`;
}

function relationships(targets: readonly (readonly [type: string, target: string])[]): string {
  const items = targets.map(
    ([type, target], index) => `<Relationship Id="rId${index + 1}" Type="${type}" Target="${target}"/>`,
  );
  return `${XML_DECLARATION}<Relationships xmlns="${OPC}/relationships">${items.join("")}</Relationships>`;
}

function packageRelationships(): string {
  return relationships([
    [`${OFFICE}/officeDocument`, "xl/workbook.xml"],
    [`${OPC}/relationships/metadata/core-properties`, "docProps/core.xml"],
  ]);
}

function workbookRelationships(sheets: number): string {
  return relationships([
    ...Array.from(
      { length: sheets },
      (_, index) => [`${OFFICE}/worksheet`, `worksheets/sheet${index + 1}.xml`] as const,
    ),
    [`${OFFICE}/styles`, "styles.xml"],
    [`${OFFICE}/sharedStrings`, "sharedStrings.xml"],
  ]);
}

/** Names of the tool and a date only: a ledger is not to carry who made it and where. */
function coreProperties(today: string): string {
  return `${XML_DECLARATION}<cp:coreProperties xmlns:cp="${OPC}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:creator>secreview</dc:creator><dcterms:created xsi:type="dcterms:W3CDTF">${xmlText(today)}T00:00:00Z</dcterms:created></cp:coreProperties>`;
}

function workbookXml(names: readonly string[], tables: readonly TableSheet[]): string {
  const sheets = names.map(
    (name, index) => `<sheet name="${xmlText(name)}" sheetId="${index + 1}" r:id="rId${index + 1}"/>`,
  );
  const ranges = tables.map((table, index) => {
    const sheet = `'${xmlText(table.name)}'`;
    return `<definedName name="_xlnm._FilterDatabase" localSheetId="${index}" hidden="1">${sheet}!${tableRange(table)}</definedName><definedName name="_xlnm.Print_Titles" localSheetId="${index}">${sheet}!$A:$A,${sheet}!$1:$1</definedName>`;
  });
  return `${XML_DECLARATION}<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><bookViews><workbookView xWindow="0" yWindow="0" windowWidth="28800" windowHeight="15000"/></bookViews><sheets>${sheets.join("")}</sheets><definedNames>${ranges.join("")}</definedNames></workbook>`;
}
