import { describe, expect, it } from "vitest";
import { p, span, style, textFrame } from "../../../fixtures/build/odf.ts";
import { jpeg, segment } from "../../../fixtures/build/picture.ts";
import { readFlat, readOdf } from "./read-odf.ts";

describe("paragraphs", () => {
  it("keep written spaces, tabs and breaks, and collapse those of the file's layout", async () => {
    const { visible } = await readOdf({
      body: `${p("甲<text:s text:c='3'/>乙<text:tab/>丙<text:line-break/>丁")}<text:p>\n   换行\n   <text:span>缩进</text:span>\n 之后</text:p>`,
    });
    expect(visible).toEqual(["甲   乙\t丙\n丁", "换行 缩进 之后"]);
  });

  it("are counted in the body, and headings are told", async () => {
    const { blocks } = await readOdf({
      body: `<text:h text:outline-level="1">标题</text:h>${p("正文")}${p("题", "T1")}`,
      automatic: style("paragraph", "T1", "", 'style:parent-style-name="Title"'),
      common: style("paragraph", "Title", '<style:paragraph-properties fo:text-align="center"/>'),
    });
    expect(blocks.map(({ location, heading, layout }) => [location.paragraph, heading, layout])).toEqual([
      [1, true, undefined],
      [2, undefined, undefined],
      [3, true, { centred: true }],
    ]);
  });

  it("put text boxes behind the paragraph they hang on, notes behind the text", async () => {
    const { visible } = await readOdf({
      body:
        p(`前${textFrame(p("框内"))}后`) +
        p(
          `有注<text:note text:note-class="footnote"><text:note-citation>1</text:note-citation><text:note-body>${p("注文")}</text:note-body></text:note>完`,
        ) +
        p("末段"),
    });
    expect(visible).toEqual(["前后", "框内", "有注完", "末段", "注文"]);
  });

  it("bear the numbers their list gives them", async () => {
    const level = (depth: number, attributes: string) =>
      `<text:list-level-style-number text:level="${depth}" ${attributes}><style:list-level-properties><style:list-level-label-alignment text:label-followed-by="nothing"/></style:list-level-properties></text:list-level-style-number>`;
    const item = (inner: string) => `<text:list-item>${inner}</text:list-item>`;
    const { visible } = await readOdf({
      body: [
        `<text:list text:style-name="L">${item(`${p("甲")}<text:list>${item(p("子"))}${item(p("丑"))}</text:list>`)}${item(p("乙") + p("续段"))}</text:list>`,
        `<text:list text:style-name="L" text:continue-numbering="true">${item(p("丙"))}</text:list>`,
        `<text:list text:style-name="L">${item(p("丁"))}</text:list>`,
      ].join(""),
      automatic: `<text:list-style style:name="L">${level(1, 'style:num-format="一, 二, 三, ..." style:num-suffix="、"')}${level(2, 'style:num-format="1" style:num-prefix="（" style:num-suffix="）"')}</text:list-style>`,
    });
    expect(visible).toEqual(["一、甲", "（1）子", "（2）丑", "二、乙", "续段", "三、丙", "一、丁"]);
  });
});

describe("hidden text", () => {
  it("is found through the ancestors of a style", async () => {
    const { visible, hidden } = await readOdf({
      body: p(`看见${span("Child", "看不见")}`),
      automatic: style("text", "Child", "", 'style:parent-style-name="Base"'),
      common: style("text", "Base", '<style:text-properties text:display="none"/>'),
    });
    expect(visible).toEqual(["看见"]);
    expect(hidden).toEqual(["vanish: 看不见"]);
  });

  it("is white only where what lies behind is white too", async () => {
    const { visible, hidden } = await readOdf({
      body: [
        p(span("White", "白底白字")),
        p(span("White", "黑底白字"), "Dark"),
        p(span("Shaded", "黑底黑字")),
        p(span("Auto", "自动颜色"), "Dark"),
      ].join(""),
      automatic: [
        style("text", "White", '<style:text-properties fo:color="#ffffff"/>'),
        style("text", "Shaded", '<style:text-properties fo:color="#000000" fo:background-color="#000000"/>'),
        style(
          "text",
          "Auto",
          '<style:text-properties fo:color="#000000" style:use-window-font-color="true"/>',
        ),
        style("paragraph", "Dark", '<style:paragraph-properties fo:background-color="#000000"/>'),
      ].join(""),
    });
    expect(visible).toEqual(["黑底白字", "自动颜色"]);
    expect(hidden).toEqual(["same-colour: 白底白字", "same-colour: 黑底黑字"]);
  });

  it("is tiny by the size of its own script, relative sizes counted", async () => {
    const { visible, hidden } = await readOdf({
      body: p(span("Latin", "汉字不小")) + p(span("Latin", "tiny")) + p(span("Share", "百分之五"), "Big"),
      automatic: [
        style("text", "Latin", '<style:text-properties fo:font-size="1pt" style:font-size-asian="16pt"/>'),
        style("text", "Share", '<style:text-properties style:font-size-asian="5%"/>'),
        style("paragraph", "Big", '<style:text-properties style:font-size-asian="16pt"/>'),
      ].join(""),
    });
    expect(visible).toEqual(["汉字不小"]);
    expect(hidden).toEqual(["tiny: tiny", "tiny: 百分之五"]);
  });

  it("tells deletions where they stood, and insertions also as seen", async () => {
    const { visible, blocks } = await readOdf({
      body: `<text:tracked-changes><text:changed-region text:id="a"><text:deletion>${p("删去的")}</text:deletion></text:changed-region><text:changed-region text:id="b"><text:insertion/></text:changed-region></text:tracked-changes>${p("一")}${p('二<text:change text:change-id="a"/><text:change-start text:change-id="b"/>新')}${p('增<text:change-end text:change-id="b"/>旧')}`,
    });
    expect(visible).toEqual(["一", "二新", "增旧"]);
    expect(blocks.slice(3).map(({ channel, text, location }) => [channel, text, location.paragraph])).toEqual(
      [
        ["revision-deleted", "删去的", 2],
        ["revision-inserted", "新", 2],
        ["revision-inserted", "增", 3],
      ],
    );
  });
});

describe("what an ordinary file holds beside its text", () => {
  it("stays quiet: names of styles, automatic names, page wording of unused masters, printers", async () => {
    const { hidden } = await readOdf({
      body: `<text:sequence-decls><text:sequence-decl text:name="图表"/></text:sequence-decls>${p(textFrame(p("框"), 'draw:name="框架1" draw:style-name="图形样式"'), "首行缩进")}<table:table table:name="表格1" table:style-name="表格样式"><table:table-row/></table:table>${p('<text:a xlink:href="https://www.gov.cn/a.html">链接</text:a><text:a xlink:href="#目录一">内部</text:a>')}`,
      common: style("paragraph", "首行缩进", "", 'style:display-name="首行缩进" style:class="text"'),
      masters: `<style:master-page style:name="Standard"/><style:master-page style:name="Report" style:display-name="报表"><style:header>${p("第 1 页")}</style:header></style:master-page>`,
      settings: '<config:config-item config:name="PrinterName">三楼打印机</config:config-item>',
    });
    expect(hidden).toEqual([]);
  });

  it("is told when it leads to this machine or the network inside", async () => {
    const links = [
      "file:///D:/a.doc",
      "../保密办/b.odt",
      "http://10.1.2.3/oa",
      "http://oa/x",
      "https://www.gov.cn/",
    ];
    const { hidden } = await readOdf({
      body: links.map((href) => p(`<text:a xlink:href="${href}">链接</text:a>`)).join(""),
    });
    expect(hidden).toEqual(links.slice(0, 4).map((href) => `external-link: ${href}`));
  });
});

describe("files of a package", () => {
  it("are documents where they begin as such, whatever they are called", async () => {
    const data = Buffer.from("%PDF-1.7");
    const { children, pictures } = await readOdf({
      body: p("正文"),
      extra: [
        { name: "Media/a.mp4", data },
        { name: "Pictures/b.png", data, type: "image/png" },
        { name: "Media/c.mp3", data: Buffer.from("ID3") },
      ],
    });
    expect(children.map(({ name }) => name)).toEqual(["Media/a.mp4", "Pictures/b.png"]);
    expect(pictures).toEqual([]);
  });

  it("say what a picture says of itself", async () => {
    const { blocks } = await readOdf({
      body: p("正文"),
      extra: [{ name: "Pictures/a.jpg", data: jpeg({ segments: [segment(0xfe, "13800138000")] }) }],
    });
    expect(blocks.filter(({ part }) => part === "metadata")).toMatchObject([
      { text: "13800138000", location: { object: "Pictures/a.jpg!/jpeg:Comment" } },
    ]);
  });
});

describe("a flat document", () => {
  it("is read by the same walk, with pictures and objects written into it", async () => {
    const png = Buffer.from("89504e470d0a1a0a0000000d494844520000000300000002", "hex").toString("base64");
    const { format, visible, pictures, children, hidden } = await readFlat({
      body:
        p(
          `正文<draw:frame><draw:image><office:binary-data>${png}</office:binary-data></draw:image></draw:frame>`,
        ) +
        p(
          `<draw:frame><draw:object-ole><office:binary-data>${Buffer.from("内嵌").toString("base64")}</office:binary-data></draw:object-ole></draw:frame>`,
        ),
      masters: `<style:master-page style:name="Standard"><style:footer>${p("页脚")}</style:footer></style:master-page>`,
      meta: "<dc:title>题</dc:title>",
    });
    expect(format).toBe("flat-odf");
    expect(visible).toEqual(["页脚", "正文"]);
    expect(pictures).toMatchObject([{ width: 3, height: 2 }]);
    expect(children).toEqual([{ name: "object 1.bin", text: "内嵌" }]);
    expect(hidden).toEqual(["property: 题", "embedded-file: object 1.bin"]);
  });
});
