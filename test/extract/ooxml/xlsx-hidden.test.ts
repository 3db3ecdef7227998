import { describe, expect, it } from "vitest";
import { cell, outward, part, root, row, text } from "../../../fixtures/build/xlsx.ts";
import { readXlsx } from "./read-xlsx.ts";

const WHITE = '<fonts><font/><font><color rgb="FFFFFFFF"/></font></fonts>';
const NO_FILL = '<fills><fill><patternFill patternType="none"/></fill>';

describe("cells nobody sees", () => {
  it("are told by their row, column or sheet", async () => {
    const { hidden, visible } = await readXlsx({
      sheets: [
        {
          name: "公开表",
          before: '<cols><col min="2" max="3" hidden="1"/><col min="4" max="4" width="0"/></cols>',
          rows: [["甲", "乙", "丙", "丁", "戊"], row(' hidden="1"', ["己", "庚"]), row(' ht="0"', ["辛"])],
        },
        { name: "底稿", state: "veryHidden", rows: [["壬"], row(' hidden="1"', ["癸"])] },
      ],
    });
    expect(visible).toEqual(["公开表", "甲", "戊"]);
    expect(hidden("hidden-row")).toEqual(["乙", "丙", "丁", "己", "庚", "辛"]);
    expect(hidden("hidden-sheet")).toEqual(["底稿", "壬", "癸"]);
  });

  it("share a line within their row and channel", async () => {
    const { blocks } = await readXlsx({
      sheets: [
        { name: "Sheet1", rows: [["甲"], row(' hidden="1"', ["乙", "丙"]), row(' hidden="1"', ["丁"])] },
      ],
    });
    expect(blocks.map(({ text: said, separator }) => [said, separator])).toEqual([
      ["甲", undefined],
      ["乙", undefined],
      ["丙", "\t"],
      ["丁", undefined],
    ]);
  });

  it("are told by a number format that shows nothing", async () => {
    const formats = [";;;", "0;-0;;@", "#,##0;(#,##0)", '""', "yyyy/m/d;@", ";;;@"];
    const numFmts = formats.map(
      (code, i) => `<numFmt numFmtId="${164 + i}" formatCode="${code.replaceAll('"', "&quot;")}"/>`,
    );
    const xfs = formats.map((_, i) => `<xf numFmtId="${164 + i}"/>`);
    const number = (value: number, style: number) => cell(` s="${style}"`, `<v>${value}</v>`);
    const { hidden, lines } = await readXlsx({
      sheets: [
        {
          name: "Sheet1",
          rows: [
            [number(1, 0), text("甲", 0), number(0, 1), number(2, 1)],
            [number(-3, 2), number(4, 3), text("乙", 3), number(5, 5), text("丙", 5)],
          ],
        },
      ],
      styles: `<numFmts>${numFmts.join("")}</numFmts><cellXfs>${xfs.join("")}</cellXfs>`,
    });
    // A zero that is not shown is no secret.
    expect(lines).toEqual(["0\t2", "-3\t乙\t丙"]);
    expect(hidden("invisible")).toEqual(["1", "甲", "4", "5"]);
  });

  it("are told by the colour of their text", async () => {
    const styles = `<fonts><font/><font><color theme="0"/></font><font><color indexed="9"/></font><font><color theme="1"/></font><font><color theme="4" tint="0.4"/></font><font><sz val="1"/></font></fonts>
      ${NO_FILL}<fill><patternFill patternType="solid"><fgColor rgb="FF000000"/></patternFill></fill><fill><patternFill patternType="solid"><fgColor theme="4" tint="0.4"/></patternFill></fill></fills>
      <cellXfs><xf/><xf fontId="1"/><xf fontId="2"/><xf fontId="3" fillId="1"/><xf fontId="4" fillId="2"/><xf fontId="5"/><xf fillId="1"/></cellXfs>`;
    const theme = root(
      "a:theme",
      '<a:themeElements><a:clrScheme><a:dk1><a:sysClr val="windowText" lastClr="000000"/></a:dk1><a:lt1><a:sysClr val="window" lastClr="FFFFFF"/></a:lt1><a:accent1><a:srgbClr val="4472C4"/></a:accent1></a:clrScheme></a:themeElements>',
    );
    const { hidden, visible } = await readXlsx({
      sheets: [
        {
          name: "Sheet1",
          rows: [
            ["甲", text("白", 1), text("引", 2), text("黑", 3), text("蓝", 4), text("小", 5), text("涂", 6)],
          ],
        },
      ],
      styles,
      related: [part("theme", "theme", "theme/theme1.xml", theme)],
    });
    expect(visible).toEqual(["甲"]);
    expect(hidden("same-colour")).toEqual(["白", "引", "黑", "蓝", "涂"]);
    expect(hidden("tiny")).toEqual(["小"]);
  });
});

describe("the palette of the workbook", () => {
  it("stands behind the fonts that refer to it", async () => {
    const colours = `<colors><indexedColors>${'<rgbColor rgb="00FFFFFF"/>'.repeat(11)}</indexedColors></colors>`;
    const { hidden } = await readXlsx({
      sheets: [{ name: "Sheet1", rows: [[text("甲", 1)]] }],
      styles: `<fonts><font/><font><color indexed="10"/></font></fonts><cellXfs><xf/><xf fontId="1"/></cellXfs>${colours}`,
    });
    expect(hidden("same-colour")).toEqual(["甲"]);
  });
});

describe("cells that look hidden and are not", () => {
  const styles = `${WHITE}${NO_FILL}<fill><patternFill patternType="solid"><fgColor rgb="FF1F4E79"/></patternFill></fill><fill><patternFill patternType="gray125"/></fill><fill><gradientFill/></fill></fills><cellXfs><xf/><xf fontId="1"/><xf fontId="1" fillId="1"/><xf fontId="1" fillId="2"/><xf fontId="1" fillId="3"/></cellXfs>`;

  it("stand white on a fill", async () => {
    const rows = [[text("表头", 2), text("灰底", 3), text("渐变", 4)]];
    const { lines } = await readXlsx({ sheets: [{ name: "Sheet1", rows }], styles });
    expect(lines).toEqual(["表头\t灰底\t渐变"]);
  });

  it("stand where a table style, a pivot table, a condition or a picture paints", async () => {
    const rows = [[text("表头", 1)], [text("表身", 1)]];
    const sheet = (more: object) => ({ name: "Sheet1", rows, ...more });
    const table = root("table", '<tableStyleInfo name="TableStyleMedium2"/>', ' ref="A1:C1"');
    const pivot = root("pivotTableDefinition", '<location ref="A1:B1"/>');
    const painted = [
      { related: [part("t", "table", "../tables/table1.xml", table)] },
      { related: [part("p", "pivotTable", "../pivotTables/pivotTable1.xml", pivot)] },
      { after: '<conditionalFormatting sqref="A1 D9"><cfRule type="expression"/></conditionalFormatting>' },
    ];
    for (const each of painted) {
      const { lines, hidden } = await readXlsx({ sheets: [sheet(each)], styles });
      expect([lines, hidden("same-colour")]).toEqual([["表头"], ["表身"]]);
    }
    const { lines } = await readXlsx({ sheets: [sheet({ after: '<picture r:id="b"/>' })], styles });
    expect(lines).toEqual(["表头", "表身"]);
  });
});

describe("what stands behind cells", () => {
  it("is said for formulas once: their words and the workbooks they point to, not their formats", async () => {
    const formula = (source: string) => cell(' t="str"', `<f>${source}</f><v>x</v>`);
    const verdict = 'IF(A1>0,"合格","不合格")'.replace(">", "&gt;");
    const { hidden } = await readXlsx({
      sheets: [
        {
          name: "Sheet1",
          rows: [
            [formula(verdict), formula(verdict)],
            [
              formula('TEXT(A1,"yyyy年m月d日")'),
              formula('TEXT(A1,"[DBNum2]G/通用格式")'),
              formula('A1&amp;", "'),
            ],
            [formula("'D:\\共享\\[人员.xlsx]名单'!A1+[1]Sheet1!A1+[预算.xlsx]表!B2")],
          ],
        },
      ],
    });
    expect(hidden("field-code")).toEqual(["合格", "不合格"]);
    expect(hidden("external-link")).toEqual(["D:\\共享\\[人员.xlsx]名单", "预算.xlsx"]);
  });

  it("is said for links only where they lead to a machine or a network of one's own", async () => {
    const targets = [
      "https://www.example.gov.cn/a",
      "mailto:a@example.cn",
      "http://oa/x",
      "http://10.1.2.3/",
      "file:///C:/Users/zhang/a.doc",
    ];
    const { hidden } = await readXlsx({
      sheets: [{ name: "Sheet1", rows: [["甲"]] }],
      extra: [
        outward(
          "xl/worksheets/_rels/sheet1.xml.rels",
          targets.map((target, i) => [`h${i}`, "hyperlink", target]),
        ),
      ],
    });
    expect(hidden("external-link")).toEqual(targets.slice(2));
  });

  it("is said for names unless the program gave them", async () => {
    const names =
      '<definedName name="_xlnm.Print_Titles" localSheetId="0">Sheet1!$1:$1</definedName><definedName name="_xlnm._FilterDatabase" hidden="1">Sheet1!$A$1:$C$9</definedName><definedName name="底数">13800138000</definedName><definedName name="区域">Sheet1!$A$1</definedName>';
    const { hidden } = await readXlsx({
      sheets: [{ name: "Sheet1", rows: [["甲"]] }],
      after: `<definedNames>${names}</definedNames>`,
    });
    expect(hidden("defined-name")).toEqual(["底数", "13800138000", "区域"]);
  });

  it("does not say a comment twice that old and new programs each have", async () => {
    const said = "此处金额待核";
    const legacy = `<authors><author>tc={9}</author><author>王五</author></authors><commentList><comment ref="A1" authorId="0"><text><t>[线程批注]\n\n注释:\n    ${said}</t></text></comment><comment ref="A2" authorId="1"><text><t>王五:\n请删</t></text></comment></commentList>`;
    const threads = `<xtc:threadedComment ref="A1"><xtc:text>${said}</xtc:text></xtc:threadedComment>`;
    const vml = `<xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:x="urn:schemas-microsoft-com:office:excel"><v:shape><v:textbox><div>王五:\n请删</div></v:textbox><x:ClientData ObjectType="Note"/></v:shape></xml>`;
    const { hidden, blocks } = await readXlsx({
      sheets: [
        {
          name: "Sheet1",
          rows: [["甲"]],
          related: [
            part("c", "comments", "../comments1.xml", root("comments", legacy)),
            part(
              "t",
              "threadedComment",
              "../threadedComments/threadedComment1.xml",
              root("xtc:ThreadedComments", threads),
            ),
            part("v", "vmlDrawing", "../drawings/vmlDrawing1.vml", vml),
          ],
        },
      ],
    });
    expect(hidden("comment")).toEqual([said, "王五:\n请删"]);
    expect(hidden("property")).toEqual(["王五"]);
    expect(blocks).toHaveLength(4);
  });
});

describe("an ordinary workbook", () => {
  it("says nothing but its cells", async () => {
    const table = root(
      "table",
      '<autoFilter ref="A1:B2"/><tableColumns><tableColumn id="1" name="姓名"/><tableColumn id="2" name="单位名称"><calculatedColumnFormula>表1[姓名]&amp;""</calculatedColumnFormula></tableColumn></tableColumns><tableStyleInfo name="表样式 浅色"/>',
      ' id="1" name="人员信息" displayName="人员信息" ref="A1:B2"',
    );
    const styles =
      '<numFmts><numFmt numFmtId="176" formatCode="[$-804]yyyy&quot;年&quot;m&quot;月&quot;;@"/></numFmts><fonts><font><name val="仿宋_GB2312"/><sz val="11"/></font></fonts><cellXfs><xf numFmtId="176"/></cellXfs><cellStyles><cellStyle name="常规" xfId="0"/><cellStyle name="百分比 自定义" xfId="1"/></cellStyles><dxfs><dxf><font><color rgb="FFFFFFFF"/></font></dxf></dxfs><tableStyles defaultTableStyle="自选样式"/>';
    const drawing =
      '<xdr:pic><xdr:nvPicPr><xdr:cNvPr id="2" name="图片 1"/></xdr:nvPicPr></xdr:pic><xdr:sp macro="[0]!按钮单击" textlink="人员信息!A1"><xdr:nvSpPr><xdr:cNvPr id="3" name="圆角矩形 12"/></xdr:nvSpPr></xdr:sp>';
    const { blocks, notices } = await readXlsx({
      sheets: [
        {
          name: "Sheet1",
          before: '<sheetPr codeName="工作表一"/>',
          rows: [
            ["姓名", "单位名称"],
            ["张三", "办公室"],
          ],
          after:
            '<autoFilter ref="A1:B2"><filterColumn colId="1"><filters><filter val="办公室"/></filters></filterColumn></autoFilter><conditionalFormatting sqref="A1"><cfRule type="cellIs"><formula>名单!A1</formula></cfRule></conditionalFormatting><hyperlinks><hyperlink ref="A2" location="\'人员信息\'!A1" display="张三"/></hyperlinks><pageMargins left="0.7"/><drawing r:id="d"/>',
          related: [
            part("t", "table", "../tables/table1.xml", table),
            part("d", "drawing", "../drawings/drawing1.xml", root("xdr:wsDr", drawing)),
          ],
        },
        { name: "WpsReserved_CellImgList", state: "veryHidden" },
        { name: "Sheet3", state: "hidden" },
      ],
      styles,
      extra: [
        {
          name: "xl/theme/theme1.xml",
          data: root(
            "a:theme",
            '<a:fontScheme><a:latin typeface="方正小标宋"/></a:fontScheme>',
            ' name="办公室主题"',
          ),
        },
        { name: "xl/calcChain.xml", data: root("calcChain", '<c r="A1"/>') },
      ],
    });
    expect(blocks.map(({ text: said }) => said)).toEqual(["姓名", "单位名称", "张三", "办公室"]);
    expect(notices).toEqual([]);
  });
});
