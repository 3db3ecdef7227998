import { describe, expect, it } from "vitest";
import { cell, part, root, type XlsxOptions, xlsx } from "../../../fixtures/build/xlsx.ts";
import { zip } from "../../../fixtures/build/zip.ts";
import { Unread } from "../../../src/extract/extractor.ts";
import { readXlsx } from "./read-xlsx.ts";

const SHEETS: XlsxOptions = {
  sheets: [
    { name: "Sheet1", rows: [["保住的甲"]] },
    { name: "Sheet2", rows: [[cell(' t="s"', "<v>0</v>")]] },
  ],
  strings: ["保住的乙"],
};
const replaced = (name: string, data: string) => readXlsx({ ...SHEETS, replace: { [name]: data } });
const unread = (object: string) => [
  { code: "part-unread", location: { object }, detail: { reason: "corrupt" } },
];

describe("damage", () => {
  it("of one sheet keeps what came before and the others", async () => {
    const cut = root("worksheet", '<sheetData><row><c t="inlineStr"><is><t>读到的').slice(0, -12);
    const { visible, notices } = await replaced("xl/worksheets/sheet1.xml", cut);
    expect(visible).toEqual(["读到的", "保住的乙"]);
    expect(notices).toEqual(unread("xl/worksheets/sheet1.xml"));
  });

  it("of the table of texts is told, also where it is missing or too short", async () => {
    const broken = await replaced("xl/sharedStrings.xml", "<sst");
    expect(broken.visible).toEqual(["保住的甲"]);
    expect(broken.notices).toEqual(unread("xl/sharedStrings.xml"));
    const { strings: _, ...without } = SHEETS;
    for (const options of [without, { ...SHEETS, strings: [] }])
      expect((await readXlsx(options)).notices).toEqual(unread("xl/sharedStrings.xml"));
  });

  it("of directions reads the sheets all the same, and none of them as a remain", async () => {
    for (const name of [
      "xl/workbook.xml",
      "xl/_rels/workbook.xml.rels",
      "[Content_Types].xml",
      "_rels/.rels",
    ]) {
      const { visible, notices } = await replaced(name, "<broken");
      expect(visible).toEqual(expect.arrayContaining(["保住的甲", "保住的乙"]));
      expect(notices).toEqual(expect.arrayContaining(unread(name)));
    }
  });

  it("includes sheets that the workbook promises and the package lacks", async () => {
    const whole = Buffer.from(xlsx(SHEETS)).toString("latin1");
    const renamed = Buffer.from(whole.replaceAll("worksheets/sheet2.xml", "worksheets/sheet-.bin"), "latin1");
    const { visible, notices } = await readXlsx(new Uint8Array(renamed));
    expect(visible).toEqual(["保住的甲"]);
    expect(notices).toMatchObject(unread("xl/workbook.xml"));
  });

  it("of the queries of a data model is told", async () => {
    const data = '<DataMashup xmlns="http://schemas.microsoft.com/DataMashup">AAAAAP////8=</DataMashup>';
    const { notices } = await readXlsx({ ...SHEETS, extra: [{ name: "customXml/item1.xml", data }] });
    expect(notices).toEqual(unread("customXml/item1.xml"));
  });

  it("of line breaks in old drawings is mended, since Excel itself made it", async () => {
    const vml =
      '<xml xmlns:v="urn:schemas-microsoft-com:vml"><v:shape><v:textbox><div>填报<br>说明</div></v:textbox></v:shape></xml>';
    const { visible, notices } = await readXlsx({
      sheets: [{ name: "Sheet1", related: [part("v", "vmlDrawing", "../drawings/vmlDrawing1.vml", vml)] }],
    });
    expect(visible).toEqual(["填报\n说明"]);
    expect(notices).toEqual([]);
  });

  it("of the whole file makes it unread", async () => {
    const corrupt = { code: "corrupt" };
    await expect(readXlsx(zip([{ name: "[Content_Types].xml", data: "<Types/>" }]))).rejects.toMatchObject(
      corrupt,
    );
    const whole = xlsx(SHEETS);
    await expect(readXlsx(whole.subarray(0, whole.length / 2))).rejects.toMatchObject(corrupt);
  });

  it("anywhere in the file is reported, never a crash, never silence", async () => {
    const whole = xlsx(SHEETS);
    const silent: number[] = [];
    for (let at = 0; at < whole.length; at += 11) {
      const damaged = Uint8Array.from(whole);
      damaged[at] = (damaged[at] ?? 0) ^ 0x55;
      const result = await readXlsx(damaged).catch((error: unknown) => {
        expect(error).toBeInstanceOf(Unread);
        return null;
      });
      if (result === null || result.notices.length > 0) continue;
      if (!/保住的甲.*保住的乙/.test(JSON.stringify([result.blocks, result.children]))) silent.push(at);
    }
    expect(silent).toEqual([]);
  });

  it("by names that objects inherit is no crash", async () => {
    const names = ["__proto__", "constructor", "toString", "hasOwnProperty"];
    const hostile = names.map((name) => `<${name} xmlns="" ${name}="机密甲">机密乙</${name}>`).join("");
    const parts = ["workbook", "styleSheet", "sst", "externalLink", "comments", "xdr:wsDr", "worksheet"];
    const extra = parts.map((name, i) => ({ name: `xl/part${i}.xml`, data: root(name, hostile) }));
    const bare = names.map((name, i) => ({ name: `xl/bare${i}.xml`, data: `<${name}/>` }));
    const { notices } = await readXlsx({
      ...SHEETS,
      sheets: [{ name: "Sheet1", after: hostile }],
      styles: hostile,
      after: hostile,
      extra: [...extra, ...bare],
    });
    expect(notices).toEqual([]);
  });

  it("by entities expands nothing", async () => {
    const bomb = '<!DOCTYPE a [<!ENTITY a "机密">]><sst>&a;</sst>';
    const { notices, find } = await replaced("xl/sharedStrings.xml", bomb);
    expect(notices).toEqual(unread("xl/sharedStrings.xml"));
    expect(find("机密")).toEqual([]);
  });
});

describe("limits", () => {
  it("stop reading with a notice that names the part, and keep what was read", async () => {
    const rows = Array.from({ length: 50 }, (_, i) => [`第${i}行`]);
    const { blocks, notices } = await readXlsx({ sheets: [{ name: "Sheet1", rows }] }, { textChars: 20 });
    expect(blocks.length).toBeGreaterThan(3);
    expect(notices).toMatchObject([{ code: "limit-text", location: { object: "xl/worksheets/sheet1.xml" } }]);
  });

  it("hold for a text that many cells share", async () => {
    const shared = cell(' t="s"', "<v>0</v>");
    const rows = Array.from({ length: 100 }, () => [shared]);
    const { notices } = await readXlsx(
      { sheets: [{ name: "Sheet1", rows }], strings: ["长".repeat(1_000)] },
      { textChars: 50_000 },
    );
    expect(notices).toMatchObject([{ code: "limit-text" }]);
  });
});
