import { describe, expect, it } from "vitest";
import { xml } from "../../../fixtures/build/docx.ts";
import { cell, inward, part, root, row, type XlsxOptions, xlsx } from "../../../fixtures/build/xlsx.ts";
import { extract } from "../../../src/extract/index.ts";
import { contextFor } from "../reading.ts";
import { readXlsx } from "./read-xlsx.ts";

describe("cells", () => {
  it("stand on the line of their row, each with its place", async () => {
    const { lines, blocks, notices } = await readXlsx({
      sheets: [
        {
          name: "发放名单",
          rows: [
            ["姓名", "身份证号", "金额"],
            ["张三", "110101199003071233", 1200.5],
            [null, null, "合计"],
          ],
        },
      ],
    });
    expect(lines).toEqual(["姓名\t身份证号\t金额", "张三\t110101199003071233\t1200.5", "合计"]);
    expect(blocks.at(-1)).toEqual({
      text: "合计",
      part: "table",
      channel: null,
      location: { sheet: "发放名单", cell: "C3" },
    });
    expect(notices).toEqual([]);
  });

  it("show identity numbers in full, however they are stored", async () => {
    const { lines } = await readXlsx({
      sheets: [
        {
          name: "Sheet1",
          rows: [
            [cell("", "<v>110101199003071233</v>"), cell("", "<v>1.1010119900307123E+17</v>")],
            [cell(' t="str"', "<f>A1</f><v>110101199003071233</v>"), cell(' t="s"', "<v>0</v>")],
            [cell("", "<v>13800138000.0</v>"), cell("", "<v>12.50</v>")],
          ],
        },
      ],
      strings: ["11010119900307123X"],
    });
    expect(lines).toEqual([
      "110101199003071233\t110101199003071230",
      "110101199003071233\t11010119900307123X",
      "13800138000\t12.50",
    ]);
  });

  it("show dates as dates, truths as words, faults as they are", async () => {
    const styles = `<numFmts><numFmt numFmtId="164" formatCode="yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;;@"/><numFmt numFmtId="165" formatCode="#,##0.00_ &quot;万元&quot;"/></numFmts><cellXfs><xf/><xf numFmtId="14"/><xf numFmtId="164"/><xf numFmtId="22"/><xf numFmtId="165"/></cellXfs>`;
    const number = (value: string, style: number) => cell(` s="${style}"`, `<v>${value}</v>`);
    const values = [
      [
        number("45352", 1),
        number("45352", 2),
        number("45352.354167", 3),
        number("45352", 4),
        number("45352", 0),
      ],
      [cell(' t="b"', "<v>1</v>"), cell(' t="b"', "<v>0</v>"), cell(' t="e"', "<v>#N/A</v>")],
      [cell(' t="d"', "<v>2024-03-01T00:00:00</v>")],
    ];
    const { lines, visible } = await readXlsx({ sheets: [{ name: "Sheet1", rows: values }], styles });
    expect(lines).toEqual([
      "2024-03-01\t2024-03-01\t2024-03-01 08:30:00\t45352\t45352",
      "TRUE\tFALSE\t#N/A",
      "2024-03-01T00:00:00",
    ]);
    expect(visible).toContain("万元");
    const since1904 = await readXlsx({
      sheets: [{ name: "Sheet1", rows: [[number("43890", 1)]] }],
      styles,
      before: '<workbookPr date1904="1"/>',
    });
    expect(since1904.lines).toEqual(["2024-03-01"]);
  });

  it("may hold rich text, escapes and line breaks, with the reading apart", async () => {
    const { lines, find } = await readXlsx({
      sheets: [{ name: "Sheet1", rows: [[cell(' t="s"', "<v>0</v>"), cell(' t="s"', "<v>1</v>")]] }],
      strings: [
        xml("<r><t>关于</t></r><r><rPr><b/></rPr><t>印发</t></r><rPh><t>guānyú</t></rPh>"),
        xml("<t>甲_x000A_乙_x005F_x</t>"),
      ],
    });
    expect(lines).toEqual(["关于印发\t甲", "乙_x"]);
    expect(find("guānyú")).toMatchObject([{ channel: "other", location: { cell: "A1" } }]);
  });

  it("follow each other where rows and cells are not numbered, and lie far away at no cost", async () => {
    const { blocks } = await readXlsx({
      sheets: [
        {
          name: "Sheet1",
          rows: [
            ["甲", "乙"],
            row(' r="1048576"', [cell(' r="XFD1048576" t="inlineStr"', "<is><t>丙</t></is>")]),
          ],
          after: '<mergeCells><mergeCell ref="A2:XFD1048576"/></mergeCells>',
        },
      ],
    });
    expect(blocks.map(({ location }) => location.cell)).toEqual(["A1", "B1", "XFD1048576"]);
  });
});

describe("sheets", () => {
  it("come in the order of their tabs, and each is a text of its own", async () => {
    const { blocks } = await readXlsx({
      sheets: [
        {
          name: "汇总",
          rows: [["甲"]],
          after: "<headerFooter><oddFooter>&amp;C第&amp;P页</oddFooter></headerFooter>",
        },
        { name: "Sheet2", rows: [["乙"]] },
      ],
    });
    expect(blocks.map(({ text: said, location: { sheet } }) => [said, sheet])).toEqual([
      ["汇总", "汇总"],
      ["甲", "汇总"],
      ["第页", "汇总"],
      ["乙", "Sheet2"],
    ]);
  });

  it.each([
    ["strict files", { strict: true }],
    ["templates with macros", { mainType: "application/vnd.ms-excel.template.macroEnabled.main+xml" }],
  ] as const)("are read from %s", async (_, more) => {
    const options: XlsxOptions = {
      sheets: [{ name: "Sheet1", rows: [[cell(' t="s"', "<v>0</v>")]] }],
      strings: ["甲"],
    };
    expect((await readXlsx({ ...options, ...more })).visible).toEqual(["甲"]);
  });

  it("are told from the content, whatever the name says", async () => {
    const bytes = xlsx({ sheets: [{ name: "Sheet1", rows: [["甲"]] }] });
    const { format, notices } = await extract(bytes, contextFor("表.et").context);
    expect({ format, notices }).toEqual({ format: "xlsx", notices: [] });
  });

  it("carry text boxes, charts and pictures", async () => {
    const shape = (content: string) =>
      `<xdr:sp><xdr:nvSpPr><xdr:cNvPr name="文本框 1"/></xdr:nvSpPr><xdr:txBody>${content}</xdr:txBody></xdr:sp>`;
    const picture = `<xdr:pic><xdr:nvPicPr><xdr:cNvPr name="图片 2" descr="公章"/></xdr:nvPicPr><xdr:blipFill><a:blip r:embed="p"/></xdr:blipFill><xdr:spPr><a:xfrm><a:ext cx="9525000" cy="4762500"/></a:xfrm></xdr:spPr></xdr:pic>`;
    const drawing = `${shape("<a:p><a:r><a:t>本表</a:t></a:r><a:br/><a:r><a:t>绝密</a:t></a:r></a:p><a:p/>")}${picture}`;
    const point = (value: string) => `<c:pt><c:v>${value}</c:v></c:pt>`;
    const chart = `<c:chart><c:ser><c:cat><c:strRef><c:strCache>${point("东区")}${point("甲")}</c:strCache></c:strRef></c:cat><c:val><c:numRef><c:f>Sheet1!A1</c:f><c:numCache><c:formatCode>General</c:formatCode>${point("1")}${point("2")}</c:numCache></c:numRef></c:val></c:ser></c:chart>`;
    const { blocks, pictures } = await readXlsx({
      sheets: [
        {
          name: "Sheet1",
          rows: [["甲"]],
          after: '<drawing r:id="d"/>',
          related: [part("d", "drawing", "../drawings/drawing1.xml", root("xdr:wsDr", drawing))],
        },
      ],
      extra: [
        inward("xl/drawings/_rels/drawing1.xml.rels", [
          ["p", "image", "../media/image1.emf"],
          ["c", "chart", "../charts/chart1.xml"],
        ]),
        { name: "xl/media/image1.emf", data: "?" },
        { name: "xl/charts/chart1.xml", data: root("c:chartSpace", chart) },
      ],
    });
    expect(blocks.map(({ text: said, part: where, channel }) => [said, where, channel])).toEqual([
      ["甲", "table", null],
      ["本表\n绝密", "textbox", null],
      ["公章", "image", "alternative-text"],
      // The name that a cell shows already is not said again.
      ["东区", "other", null],
      ["1\t2", "other", null],
    ]);
    expect(pictures).toEqual([
      { location: { sheet: "Sheet1", object: "xl/media/image1.emf" }, width: 1000, height: 500 },
    ]);
  });

  it("hand on what is embedded in them", async () => {
    const { children, find } = await readXlsx({
      sheets: [
        {
          name: "Sheet1",
          rows: [["甲"]],
          after: '<oleObjects><oleObject progId="Package" r:id="o"/></oleObjects>',
          related: [part("o", "oleObject", "../embeddings/oleObject1.bin", "内附")],
        },
      ],
    });
    expect(children).toEqual([{ name: "xl/embeddings/oleObject1.bin", text: "内附" }]);
    expect(find("oleObject1")).toMatchObject([
      { part: "attachment", channel: "embedded-file", location: { sheet: "Sheet1" } },
    ]);
  });
});
