import { describe, expect, it } from "vitest";
import { p, r, table, xml } from "../../../fixtures/build/docx.ts";
import {
  alternate,
  contentControl,
  endnoteReference,
  equation,
  field,
  footnoteReference,
  inserted,
  ruby,
  shape,
  simpleField,
  symbol,
  textbox,
  vmlShape,
  wordArt,
} from "../../../fixtures/build/docx-elements.ts";
import { readDocx } from "./read-docx.ts";

describe("the body", () => {
  it("is one block per paragraph with its number; empty ones count", async () => {
    const { blocks, format, pages, notices } = await readDocx({
      body: ["关于报送材料的通知", "", "各处室："],
    });
    expect(blocks).toEqual([
      { text: "关于报送材料的通知", part: "body", channel: null, location: { paragraph: 1 } },
      { text: "各处室：", part: "body", channel: null, location: { paragraph: 3 } },
    ]);
    expect({ format, pages, notices }).toEqual({ format: "docx", pages: null, notices: [] });
  });

  it("joins text split over runs, whatever stands between them", async () => {
    const mark = xml('<w:bookmarkStart w:id="1" w:name="_GoBack"/><w:proofErr w:type="spellStart"/>');
    const { visible } = await readDocx({
      body: [p([r("机", "<w:b/>"), mark, r("密★", "<w:i/>"), r("1年")])],
    });
    expect(visible).toEqual(["机密★1年"]);
  });

  it("writes out the characters that are elements", async () => {
    const elements = "<w:tab/><w:br/><w:cr/><w:noBreakHyphen/><w:softHyphen/><w:t>尾</w:t>";
    const body = [p([r("头"), r(xml(elements))], '<w:tabs><w:tab w:val="left" w:pos="720"/></w:tabs>')];
    expect((await readDocx({ body })).visible).toEqual(["头\t\n\n\u2011\u00ad尾"]);
  });

  it("maps symbols to characters, of Wingdings those that matter", async () => {
    const body = [
      p(["秘密", symbol("宋体", "2605"), "5年"]),
      p(["秘密", symbol("Wingdings", "F0AB"), "5年"]),
      p(["坏", symbol("宋体", "zz"), symbol("宋体", "D800"), "码"]),
    ];
    expect((await readDocx({ body })).visible).toEqual(["秘密★5年", "秘密★5年", "坏码"]);
  });

  it("looks into links, content controls, equations and fields", async () => {
    const link = xml(`<w:hyperlink r:id="x">${r("链接文字").xml}</w:hyperlink>`);
    const smart = xml(`<w:smartTag><w:customXml>${r("标记文字").xml}</w:customXml></w:smartTag>`);
    const body = [
      p([link, smart, contentControl(r("控件文字")), equation("E=mc")]),
      p([field(" REF 附件 \\h ", "结果一"), simpleField(" AUTHOR ", "结果二")]),
      contentControl(p("整段控件")),
    ];
    expect((await readDocx({ body })).visible).toEqual([
      "链接文字标记文字控件文字E=mc",
      "结果一结果二",
      "整段控件",
    ]);
  });

  it("keeps the base of ruby in the line and gives the reading after it", async () => {
    const { visible } = await readDocx({ body: [p(["这是", ruby("绝", "jué"), ruby("密", "mì"), "件"])] });
    expect(visible).toEqual(["这是绝密件", "juémì"]);
  });

  it("marks titles and headings, by style name, inheritance or outline level", async () => {
    const style = (id: string, name: string, more = "") =>
      `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${name}"/>${more}</w:style>`;
    const styles = xml(
      style("a", "Title") +
        style("b", "heading 2") +
        style("c", "公文标题") +
        style("d", "章", '<w:pPr><w:outlineLvl w:val="0"/></w:pPr>') +
        style("e", "节", '<w:basedOn w:val="d"/>') +
        style("f", "Body Text"),
    );
    const body = [..."abcdef"].map((id) => p(`样式${id}`, `<w:pStyle w:val="${id}"/>`));
    body.push(p("直接", '<w:outlineLvl w:val="1"/>'), p("正文级", '<w:outlineLvl w:val="9"/>'));
    const { blocks } = await readDocx({ body, styles });
    expect(blocks.map(({ heading }) => heading ?? false)).toEqual([
      ...[true, true, true, true, true, false],
      ...[true, false],
    ]);
  });
});

describe("text boxes", () => {
  it("follow the paragraph they hang on, once for both ways of writing them", async () => {
    const { blocks } = await readDocx({
      body: [p(["锚", textbox("框内机密"), "点"]), p(r(vmlShape(["旧式框"])))],
    });
    expect(blocks.map(({ text, part, channel, location }) => [text, part, channel, location])).toEqual([
      ["锚点", "body", null, { paragraph: 1 }],
      ["框内机密", "textbox", null, { paragraph: 1, object: "textbox 1" }],
      ["旧式框", "textbox", null, { paragraph: 2, object: "textbox 2" }],
    ]);
  });

  it("give the fallback its own channel where it says something else", async () => {
    const { find } = await readDocx({ body: [p(["锚", textbox("新的说法", "旧的说法")])] });
    expect(find("新的说法")).toMatchObject([{ channel: null, location: { object: "textbox 1" } }]);
    expect(find("旧的说法")).toMatchObject([{ channel: "fallback", location: { object: "textbox 1" } }]);
  });

  it("do the same inside a line", async () => {
    const same = r(alternate(xml("<w:t>甲</w:t>"), xml("<w:t>甲</w:t>")));
    const other = r(alternate(xml("<w:t>乙</w:t>"), xml("<w:t>丙</w:t>")));
    const { visible, find } = await readDocx({ body: [p([same, other])] });
    expect(visible).toEqual(["甲乙"]);
    expect(find("丙")).toMatchObject([{ channel: "fallback" }]);
  });

  it("hold tables and boxes of their own", async () => {
    const inner = p(["内锚", r(shape(["最里"]))]);
    const { find } = await readDocx({ body: [p(["外锚", r(shape([table([["甲", "乙"]]), inner]))])] });
    expect(find("乙")).toMatchObject([
      { part: "textbox", separator: "\t", location: { object: "textbox 1", cell: "B1" } },
    ]);
    expect(find("最里")).toMatchObject([{ part: "textbox", location: { object: "textbox 2" } }]);
  });

  it("include WordArt, also as a watermark in a header", async () => {
    const { find } = await readDocx({
      body: [p(["正文", wordArt("内部资料")])],
      headers: { default: [p(wordArt("秘密"))] },
    });
    expect(find("内部资料")).toMatchObject([
      { part: "textbox", channel: null, location: { paragraph: 1, object: "textbox 1" } },
    ]);
    expect(find("秘密")).toMatchObject([
      { part: "textbox", channel: null, location: { object: "word/header1.xml textbox 2" } },
    ]);
  });
});

describe("headers and footers", () => {
  const headers = { default: ["常用页眉"], first: ["首页页眉"], even: ["偶数页眉"] };

  it("are seen when printed, hidden when switched off", async () => {
    const { blocks } = await readDocx({ body: ["正文"], headers, footers: { default: ["第 1 页"] } });
    expect(
      blocks.slice(1).map(({ text, part, channel, location }) => [text, part, channel, location]),
    ).toEqual([
      ["常用页眉", "header", null, { object: "word/header1.xml" }],
      ["首页页眉", "header", "unused-header", { object: "word/header2.xml" }],
      ["偶数页眉", "header", "unused-header", { object: "word/header3.xml" }],
      ["第 1 页", "footer", null, { object: "word/footer1.xml" }],
    ]);
  });

  it("are switched on by the section and the settings", async () => {
    const { visible } = await readDocx({ body: ["正文"], headers, titlePage: true, evenAndOdd: true });
    expect(visible).toEqual(["正文", "常用页眉", "首页页眉", "偶数页眉"]);
  });

  it("pass from section to section", async () => {
    const section = xml(
      '<w:p><w:pPr><w:sectPr><w:headerReference w:type="first" r:id="header-first"/></w:sectPr></w:pPr></w:p>',
    );
    const { find } = await readDocx({
      body: [section, "正文"],
      headers: { first: ["承前页眉"] },
      titlePage: true,
    });
    expect(find("承前页眉")).toMatchObject([{ channel: null }]);
  });

  it("keep tables within them", async () => {
    const { find } = await readDocx({ body: ["正文"], headers: { default: [table([["密级", "秘密"]])] } });
    expect(find("秘密")).toMatchObject([
      { part: "header", separator: "\t", location: { object: "word/header1.xml", cell: "B1" } },
    ]);
  });
});

describe("notes and comments", () => {
  it("are stories of their own; a note nobody refers to is an orphan", async () => {
    const { find } = await readDocx({
      body: [p(["正文", footnoteReference(1), endnoteReference(1)])],
      footnotes: ["脚注一", "脚注二"],
      endnotes: ["尾注一"],
      comments: [p([r("请核"), inserted("数字")])],
    });
    expect(find("脚注一")).toMatchObject([
      { part: "footnote", channel: null, location: { object: "footnote 1" } },
    ]);
    expect(find("脚注二")).toMatchObject([{ part: "footnote", channel: "orphan" }]);
    expect(find("尾注一")).toMatchObject([{ part: "endnote", channel: null }]);
    expect(find("请核数字")).toMatchObject([
      { part: "comment", channel: "comment", location: { object: "comment 1" } },
    ]);
  });
});

it("reads strict files, macro files and templates alike", async () => {
  const options = { body: [p(["密级", textbox("框")])], headers: { default: ["页眉"] }, titlePage: true };
  const plain = await readDocx(options);
  const strict = await readDocx({ ...options, strict: true });
  const macro = await readDocx({
    ...options,
    mainType: "application/vnd.ms-word.document.macroEnabled.main+xml",
  });
  expect(plain.visible).toEqual(["密级", "框", "页眉"]);
  expect(strict.blocks).toEqual(plain.blocks);
  expect(macro.blocks).toEqual(plain.blocks);
});
