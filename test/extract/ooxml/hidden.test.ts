import { describe, expect, it } from "vitest";
import { p, r, table, xml } from "../../../fixtures/build/docx.ts";
import {
  contentControl,
  deleted,
  field,
  inserted,
  movedFrom,
  movedTo,
  picture,
  shape,
  simpleField,
  textbox,
} from "../../../fixtures/build/docx-elements.ts";
import { readDocx } from "./read-docx.ts";

const WHITE = '<w:color w:val="FFFFFF"/>';

/** The channels under which a marker was found. */
const channelsOf = async (body: Parameters<typeof p>[0], styles?: ReturnType<typeof xml>) => {
  const { find } = await readDocx({ body: [p(body)], ...(styles ? { styles } : {}) });
  return find("暗文").map(({ channel }) => channel);
};

describe("tracked changes", () => {
  it("keep deleted text out of what is seen, and joined over formatting", async () => {
    const { blocks } = await readDocx({
      body: [p(["保留", deleted("机"), deleted("密"), movedFrom("移走"), "结尾"])],
    });
    const told = blocks.filter(({ channel }) => channel !== "property");
    expect(told.map(({ text, channel, location }) => [text, channel, location])).toEqual([
      ["保留结尾", null, { paragraph: 1 }],
      ["机密移走", "revision-deleted", { paragraph: 1 }],
    ]);
  });

  it("show inserted text and list it once more", async () => {
    const { visible, find } = await readDocx({ body: [p(["甲", inserted("新增"), movedTo("移来"), "乙"])] });
    expect(visible).toEqual(["甲新增移来乙"]);
    expect(find("新增移来").map(({ channel }) => channel)).toEqual([null, "revision-inserted"]);
  });

  it("put back together what was deleted around an insertion", async () => {
    const { find } = await readDocx({ body: [p([deleted("机"), inserted("秘"), deleted("密")])] });
    expect(find("机密")).toMatchObject([{ channel: "revision-deleted" }]);
  });

  it("say once who made them, as a property", async () => {
    const { find } = await readDocx({ body: [p([deleted("甲"), inserted("乙")])] });
    expect(find("经办人")).toMatchObject([
      { part: "metadata", channel: "property", location: { object: "w:author" } },
    ]);
  });

  it("delete whole rows, cells and text boxes", async () => {
    const cell = (text: string, properties = "") =>
      `<w:tc><w:tcPr>${properties}</w:tcPr>${p(text).xml}</w:tc>`;
    const rows = xml(
      `<w:tbl><w:tr><w:trPr><w:del w:id="1"/></w:trPr>${cell("删行")}</w:tr><w:tr>${cell("删格", '<w:cellDel w:id="2"/>')}${cell("留格")}</w:tr></w:tbl>`,
    );
    const box = xml(`<w:del w:id="3">${textbox("删框").xml}</w:del>`);
    const { find, visible } = await readDocx({ body: [rows, p(["正文", box])] });
    for (const marker of ["删行", "删格", "删框"])
      expect(find(marker)).toMatchObject([{ channel: "revision-deleted" }]);
    expect(visible).toEqual(["留格", "正文"]);
  });

  it("do not take former properties for present ones", async () => {
    const former = "<w:rPrChange w:id='1'><w:rPr><w:vanish/></w:rPr></w:rPrChange>";
    expect(await channelsOf(r("暗文", former))).toEqual([null]);
  });

  it("read two paragraphs as one where the mark between them is deleted or hidden", async () => {
    const mark = (property: string) => `<w:rPr>${property}</w:rPr>`;
    const { blocks } = await readDocx({
      body: [
        p("机", mark("<w:del w:id='1'/>")),
        p("密", mark("<w:vanish/>")),
        p("★"),
        p("完", mark("<w:vanish/>")),
      ],
    });
    expect(blocks.map(({ text, location }) => [text, location.paragraph])).toEqual([
      ["机密★", 1],
      ["完", 4],
    ]);
  });
});

describe("hidden formatting", () => {
  it.each([
    ["vanish", "<w:vanish/>"],
    ["same-colour", WHITE],
    ["same-colour", '<w:color w:val="F8F8F8"/>'],
    ["same-colour", '<w:color w:val="000000" w:themeColor="background1"/>'],
    ["same-colour", '<w:color w:val="000000"/><w:highlight w:val="black"/>'],
    ["same-colour", '<w:color w:val="FF0000"/><w:shd w:val="clear" w:fill="FF0000"/>'],
    ["same-colour", '<w:color w:val="112233"/><w:shd w:val="solid" w:color="112233"/>'],
    ["tiny", '<w:sz w:val="4"/>'],
    ["tiny", '<w:sz w:val="1pt"/>'],
  ])("finds %s: %s", async (channel, properties) => {
    const { find, visible } = await readDocx({ body: [p(["前", r("暗文", properties), "后"])] });
    expect(find("暗文")).toMatchObject([{ channel, location: { paragraph: 1 } }]);
    expect(visible).toEqual(["前后"]);
  });

  it.each([
    ["", "ordinary text"],
    ['<w:vanish w:val="0"/>', "vanish switched off"],
    ["<w:webHidden/>", "hidden only on the web"],
    [`${WHITE}<w:shd w:val="clear" w:fill="000000"/>`, "white on black"],
    [`${WHITE}<w:highlight w:val="blue"/>`, "white on blue"],
    ['<w:shd w:val="clear" w:fill="000000"/>', "automatic colour on black"],
    [`${WHITE}<w:shd w:val="pct50" w:fill="000000"/>`, "white on a pattern"],
    ['<w:color w:val="D9D9D9"/>', "light grey"],
    ['<w:sz w:val="9"/>', "small print"],
  ])("leaves seen: %s (%s)", async (properties) => {
    expect(await channelsOf(r("暗文", properties))).toEqual([null]);
  });

  it("finds it in styles, their ancestors and the defaults", async () => {
    const styles = xml(
      '<w:style w:type="character" w:styleId="base"><w:rPr><w:vanish/></w:rPr></w:style>' +
        '<w:style w:type="character" w:styleId="child"><w:basedOn w:val="base"/></w:style>' +
        '<w:style w:type="paragraph" w:styleId="hid"><w:rPr><w:vanish/></w:rPr></w:style>',
    );
    const run = r("暗文", '<w:rStyle w:val="child"/>');
    expect(await channelsOf(run, styles)).toEqual(["vanish"]);
    const paragraph = await readDocx({ body: [p("暗文", '<w:pStyle w:val="hid"/>')], styles });
    expect(paragraph.find("暗文")).toMatchObject([{ channel: "vanish" }]);
    // Twice hidden by styles is seen again (ISO/IEC 29500-1 §17.7.3).
    const both = await readDocx({ body: [p(run, '<w:pStyle w:val="hid"/>')], styles });
    expect(both.find("暗文")).toMatchObject([{ channel: null }]);
    const defaults = xml(
      "<w:docDefaults><w:rPrDefault><w:rPr><w:vanish/></w:rPr></w:rPrDefault></w:docDefaults>",
    );
    expect(await channelsOf("暗文", defaults)).toEqual(["vanish"]);
  });

  it("judges white text by what is behind it: cell, table style, shape, page", async () => {
    const white = p(r("暗文", WHITE));
    const dark = xml(
      `<w:tbl><w:tr><w:tc><w:tcPr><w:shd w:val="clear" w:fill="1F3864"/></w:tcPr>${white.xml}</w:tc></w:tr></w:tbl>`,
    );
    const styles = xml(
      '<w:style w:type="table" w:styleId="grid"><w:tblStylePr w:type="firstRow"><w:tcPr><w:shd w:val="clear" w:fill="000000"/></w:tcPr></w:tblStylePr></w:style>',
    );
    const fill = (colour: string) => ({ fill: `<a:solidFill><a:srgbClr val="${colour}"/></a:solidFill>` });
    const channel = async (body: ReturnType<typeof xml>, settings = "") =>
      (await readDocx({ body: [body], styles, settings: xml(settings) })).find("暗文")[0]?.channel;
    expect(await channel(table([[white]]))).toBe("same-colour");
    expect(await channel(dark)).toBeNull();
    expect(await channel(table([[white]], '<w:tblStyle w:val="grid"/>'))).toBeNull();
    expect(await channel(p(r(shape([white]))))).toBe("same-colour");
    expect(await channel(p(r(shape([white], fill("C00000")))))).toBeNull();
    expect(await channel(p(r(shape([white], fill("FFFFFF")))))).toBe("same-colour");
  });

  it("hides a text box with the run it hangs on, and a row with its switch", async () => {
    const row = xml(`<w:tbl><w:tr><w:trPr><w:hidden/></w:trPr><w:tc>${p("暗行").xml}</w:tc></w:tr></w:tbl>`);
    const { find } = await readDocx({ body: [p(r(shape(["暗框"]), "<w:vanish/>")), row] });
    expect(find("暗框")).toMatchObject([{ channel: "vanish" }]);
    expect(find("暗行")).toMatchObject([{ channel: "vanish" }]);
  });
});

describe("fields", () => {
  it("hide their code, not their result", async () => {
    const { visible, find } = await readDocx({
      body: [
        p([field(' INCLUDETEXT "D:\\\\密件\\\\稿.docx" ', "结果")]),
        p(simpleField(" QUOTE 简单码 ", "值")),
      ],
    });
    expect(visible).toEqual(["结果", "值"]);
    expect(find("密件")).toMatchObject([{ channel: "field-code", location: { paragraph: 1 } }]);
    expect(find("简单码")).toMatchObject([{ channel: "field-code", location: { paragraph: 2 } }]);
  });

  it("say nothing of page numbers, unless something else is in there", async () => {
    const { blocks } = await readDocx({
      body: [
        p([field(" PAGE  \\* MERGEFORMAT ", "1"), field(' TOC \\o "1-3" \\h ', "目录")]),
        p(field(" PAGE 机密 ", "2")),
      ],
    });
    expect(blocks.map(({ text }) => text)).toEqual(["1目录", "2", " PAGE 机密 "]);
  });

  it("that are never closed hide no later paragraph", async () => {
    const open = r(xml('<w:fldChar w:fldCharType="begin"/>'));
    const { visible } = await readDocx({ body: [p([open, r("代码")]), "后文照读"] });
    expect(visible).toEqual(["后文照读"]);
  });
});

describe("other places", () => {
  it("gives alternative texts once", async () => {
    const { find } = await readDocx({ body: [p(["图", picture("none", "一张任务图")])] });
    expect(find("任务图")).toMatchObject([
      { part: "image", channel: "alternative-text", location: { paragraph: 1 } },
    ]);
  });

  it("catches strays: attributes, unknown elements, XML comments, custom XML, document variables", async () => {
    const unknown = xml('<x:y xmlns:x="urn:x">未知元素</x:y><!--注释文字-->');
    const { find, visible } = await readDocx({
      body: [p(["正文", contentControl(r("内容"), "控件别名"), unknown])],
      settings: xml('<w:docVars><w:docVar w:name="a" w:val="变量值"/></w:docVars>'),
      extra: [{ name: "customXml/item1.xml", data: "<r><v>自定义数据</v><v>13912345678</v></r>" }],
    });
    expect(visible).toEqual(["正文内容"]);
    expect(find("控件别名")).toMatchObject([{ part: "form", channel: "form-value" }]);
    for (const marker of ["未知元素", "注释文字"])
      expect(find(marker)).toMatchObject([
        { part: "other", channel: "other", location: { object: "word/document.xml" } },
      ]);
    expect(find("变量值")).toMatchObject([{ location: { object: "word/settings.xml" } }]);
    expect(find("自定义数据")).toMatchObject([{ location: { object: "customXml/item1.xml" } }]);
    expect(find("13912345678")).toHaveLength(1);
  });

  it("catches addresses outside the file, percent-encoded or not", async () => {
    const target = `file:///D:/${encodeURIComponent("涉密材料")}/a.dotx`;
    const { find } = await readDocx({
      body: ["正文"],
      extra: [
        {
          name: "word/_rels/settings.xml.rels",
          data: `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="t" Type="x/attachedTemplate" Target="${target}" TargetMode="External"/></Relationships>`,
        },
      ],
    });
    expect(find("D:/涉密材料/")).toMatchObject([{ part: "other", channel: "external-link" }]);
  });

  it("does not report the names of styles, fonts and shapes", async () => {
    const { blocks } = await readDocx({
      body: [
        p(r("字", '<w:rFonts w:eastAsia="仿宋_GB2312"/>'), '<w:pStyle w:val="公文正文"/>'),
        p(picture("none")),
      ],
      styles: xml('<w:style w:type="paragraph" w:styleId="公文正文"><w:name w:val="公文正文"/></w:style>'),
      extra: [
        {
          name: "word/theme/theme1.xml",
          data: '<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" name="办公主题"/>',
        },
      ],
    });
    expect(blocks.map(({ text }) => text)).toEqual(["字"]);
  });
});
