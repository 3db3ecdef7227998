import { describe, expect, it } from "vitest";
import { extractHtml } from "../../src/extract/html.ts";
import type { Limits } from "../../src/model/limits.ts";
import { contextFor, textsOf } from "./reading.ts";

async function read(source: string | Uint8Array, limits: Partial<Limits> = {}) {
  const { context, children } = contextFor("a.html", limits);
  return { ...(await extractHtml(Buffer.from(source), context)), children };
}

describe("extractHtml", () => {
  it("gives lines as a reader sees them", async () => {
    const { blocks } = await read(
      "<h1>标题</h1><p>第<b>一</b>\n  段<br>换行<div>第二<span>段</span></div>尾<pre>a\n b</pre>",
    );
    expect(textsOf(blocks, null)).toEqual(["标题", "第一 段\n换行", "第二段", "尾", "a\nb"]);
    expect(blocks[0]).toMatchObject({ heading: true, part: "body", location: { line: 1 } });
    expect(blocks[1]?.heading).toBeUndefined();
  });

  it("keeps the phonetic gloss out of the word", async () => {
    const { blocks } = await read("<p><ruby>通<rt>tōng</rt>知<rt>zhī</rt></ruby>各科室</p>");
    expect(textsOf(blocks, null)).toEqual(["通知各科室", "tōngzhī"]);
  });

  it("gives tables cell by cell", async () => {
    const { blocks } = await read(
      "<table><tr><td>姓名</td><td colspan=2>电话</td><td>址</td></tr><tr><td></td><td><p>甲</p><p>乙</p></td></tr></table>",
    );
    expect(blocks.map(({ text, separator, location }) => [text, separator, location.cell])).toEqual([
      ["姓名", undefined, "A1"],
      ["电话", "\t", "B1"],
      ["址", "\t", "D1"],
      ["甲", undefined, "B2"],
      ["乙", undefined, "B2"],
    ]);
    expect(new Set(blocks.map(({ part, location }) => `${part} ${location.object}`))).toEqual(
      new Set(["table table1"]),
    );
  });

  it.each([
    '<span style="DISPLAY : none">藏</span>',
    '<span style="color:red;visibility:hidden">藏</span>',
    '<span style="font-size:0px">藏</span>',
    '<span style="opacity:0">藏</span>',
    '<span style="mso-hide:all">藏</span>',
    "<div hidden><b>藏</b></div>",
    "<template><p>藏</p></template>",
    "<noscript>藏</noscript>",
  ])("tells hidden text from visible: %s", async (element) => {
    const { blocks } = await read(`<p>前${element}后</p>`);
    expect(textsOf(blocks, "css-hidden")).toEqual(["藏"]);
    expect(textsOf(blocks, null).join("")).toBe("前后");
  });

  it("does not call half-size, half-clear or aria-hidden text hidden", async () => {
    const { blocks } = await read(
      '<i style="font-size:0.9em;opacity:0.5">甲</i><i style="font-size:small;display:inline">丙</i><i aria-hidden="true">乙</i>',
    );
    expect(textsOf(blocks, "css-hidden")).toEqual([]);
  });

  it("reads comments, conditional ones as markup too", async () => {
    const { blocks } = await read("<!-- 待核 --><p>正文</p><!--[if mso]><b>内</b><i>部</i><![endif]-->");
    expect(textsOf(blocks, "html-comment")).toEqual([" 待核 ", "[if mso]><b>内</b><i>部</i><![endif]"]);
    expect(blocks.find(({ view }) => view === "paint")).toMatchObject({
      channel: "html-comment",
      part: "comment",
    });
    expect(blocks.find(({ view }) => view === "paint")?.text).toContain("内部");
  });

  it("reads of scripts and styles what may be words or numbers of people", async () => {
    const { blocks } = await read(
      String.raw`<script>var a=1;
var t="\u901a\u77e5";
var p="13800138000";</script><style>p{color:red}
q::before{content:"\901a"}</style>`,
    );
    expect(textsOf(blocks, "script")).toEqual([
      'var t="通知";\nvar p="13800138000";',
      'q::before{content:"通"}',
    ]);
  });

  it("reads meta data, alternative texts, form values and links", async () => {
    const { blocks } = await read(
      `<title>页名</title><meta name=author content=王五><meta name=viewport content=x><img alt=图说 title=悬停>
      <input name=q value=可见><input type=hidden name=k value=不可见><textarea>长文</textarea><option>选项</option>
      <a href="/%E9%99%84%E4%BB%B6.doc" onclick="alert('\\u9644')">下载</a>`,
    );
    const seen = blocks.map(({ text, part, channel, location }) => [
      text,
      part,
      channel,
      location.object ?? "",
    ]);
    expect(seen).toEqual(
      expect.arrayContaining([
        ["页名", "metadata", null, ""],
        ["王五", "metadata", "html-meta", "author"],
        ["图说", "image", "alternative-text", "alt"],
        ["可见", "form", null, "q"],
        ["不可见", "form", "css-hidden", "k"],
        ["长文", "form", null, ""],
        ["选项", "form", null, ""],
        ["/附件.doc", "other", "other", "href"],
        ["alert('附')", "other", "script", "onclick"],
      ]),
    );
    expect(seen.some(([text]) => text === "x")).toBe(false);
  });

  it("hands embedded documents on and counts embedded pictures", async () => {
    const png = Buffer.concat([
      Buffer.from("\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "latin1"),
      Buffer.from([0, 0, 3, 32, 0, 0, 2, 88]),
    ]);
    const { children, pictures } = await read(
      `<a href="data:text/plain;base64,${Buffer.from("附文").toString("base64")}">x</a>
      <object data="data:application/pdf,%25PDF-1.4"></object><iframe srcdoc="<p>内页</p>"></iframe>
      <img src="data:image/png;base64,${png.toString("base64")}"><audio src="data:audio/mp3,xx">`,
    );
    expect(children).toEqual([
      { name: "embedded-1.txt", text: "附文" },
      { name: "embedded-2.pdf", text: "%PDF-1.4" },
      { name: "embedded-3.html", text: "<p>内页</p>" },
    ]);
    expect(pictures).toMatchObject([{ width: 800, height: 600 }]);
  });

  it("honours the declared charset", async () => {
    const gb = Buffer.from([0xb8, 0xf7, 0xbf, 0xc6, 0xca, 0xd2]);
    const { blocks, notices } = await read(Buffer.concat([Buffer.from('<meta charset="gb2312"><p>'), gb]));
    expect(textsOf(blocks, null)).toEqual(["各科室"]);
    expect(notices).toMatchObject([{ code: "encoding", detail: { encoding: "gb18030" } }]);
  });

  it("survives 100,000 nested elements, says so, and still reads what they hold", async () => {
    const { blocks, notices } = await read(`<p>起</p>${"<div>".repeat(100_000)}深<b>处</b>`);
    expect(notices).toMatchObject([{ code: "limit-depth" }]);
    expect(textsOf(blocks, null)).toEqual(["起"]);
    expect(blocks.at(-1)?.text).toBe("起深处");
  });

  it("walks as deep as the limit lets the parser go", async () => {
    const { blocks, notices } = await read(`${"<div>".repeat(50_000)}深处`, { xmlDepth: 60_000 });
    expect(notices).toEqual([]);
    expect(textsOf(blocks, null)).toEqual(["深处"]);
  });

  it.each([
    ["cells", "<table><tr>", "<td>甲"],
    ["words put before a table", "<table>", "字<b></b>"],
    ["comments", "", "<!-- 注 -->"],
    ["unclosed comments", "", "<!--"],
    ["spaces between elements", "<p>甲", "<b> </b>"],
    ["formatting", "", "<p><b><i>甲</p>"],
    ["one long line", "<p>", "甲乙丙丁 "],
  ])("comes to an end on many %s", async (_, start, unit) => {
    await read(start + unit.repeat(600_000 / unit.length));
  });
});
