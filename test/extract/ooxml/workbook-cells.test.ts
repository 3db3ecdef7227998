import { expect, test } from "vitest";
import { zip } from "../../../fixtures/build/zip.ts";
import { Unread } from "../../../src/extract/extractor.ts";
import { readWorkbookCells } from "../../../src/extract/ooxml/workbook-cells.ts";
import { DEFAULT_LIMITS } from "../../../src/model/index.ts";
import { ledgerXlsx } from "../../ledger/new-ledger.ts";

const SHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml";
const STRINGS = "application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml";
const MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';

function workbook(rows: string, strings = ""): Uint8Array {
  return zip([
    {
      name: "[Content_Types].xml",
      data: `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/xl/a.xml" ContentType="${SHEET}"/><Override PartName="/xl/b.xml" ContentType="${STRINGS}"/></Types>`,
    },
    { name: "xl/a.xml", data: `<worksheet ${MAIN}><sheetData>${rows}</sheetData></worksheet>` },
    { name: "xl/b.xml", data: `<sst ${MAIN}>${strings}</sst>` },
  ]);
}

test("reads shared, inline and formula strings and numbers, and leaves errors and readings out", async () => {
  const bytes = workbook(
    `<row><c t="s"><v>1</v></c><c t="inlineStr"><is><r><t>青岭</t></r><r><t>工程</t></r></is></c></row>
     <row><c t="str"><f>A1</f><v>代号乙</v></c><c><v>20260</v></c><c t="e"><v>#N/A</v></c><c/></row>`,
    "<si><t>没用到</t></si><si><r><t>北山</t></r><r><t>工程</t></r><rPh><t>ほくざん</t></rPh></si>",
  );
  expect(await readWorkbookCells(bytes, DEFAULT_LIMITS)).toEqual(["北山工程", "青岭工程", "代号乙", "20260"]);
});

test("reads every sheet of a workbook written elsewhere in the program", async () => {
  const bytes = await ledgerXlsx([], ["备注甲"]);
  expect(await readWorkbookCells(bytes, DEFAULT_LIMITS)).toContain("备注甲");
});

test("what is no workbook is refused", async () => {
  const other = zip([{ name: "a.txt", data: "北山工程" }]);
  await expect(readWorkbookCells(other, DEFAULT_LIMITS)).rejects.toThrow(Unread);
});
