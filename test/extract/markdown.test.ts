import { describe, expect, it } from "vitest";
import { extractMarkdown } from "../../src/extract/markdown.ts";
import { contextFor, textsOf } from "./reading.ts";

async function read(source: string) {
  return (await extractMarkdown(Buffer.from(source), contextFor("a.md").context)).blocks;
}

describe("extractMarkdown", () => {
  it("gives front matter by its keys and the body from where it begins", async () => {
    const blocks = await read("---\ntitle: 年度安排\nauthors:\n  - 李四\n---\n正文第一段\n");
    expect(blocks).toEqual([
      { text: "年度安排", part: "metadata", channel: "front-matter", location: { line: 2, object: "title" } },
      { text: "- 李四", part: "metadata", channel: "front-matter", location: { line: 3, object: "authors" } },
      { text: "正文第一段", part: "body", channel: null, location: { line: 6 } },
    ]);
  });

  it("reads TOML front matter, and takes an unclosed one for text", async () => {
    expect((await read('+++\ntitle = "甲"\n+++\n乙'))[0]).toMatchObject({
      text: '"甲"',
      channel: "front-matter",
    });
    expect(textsOf(await read("---\ntitle: 甲\n乙"), null)).toEqual(["---\ntitle: 甲\n乙"]);
  });

  it("marks headings, but not lines of code", async () => {
    const blocks = await read("# 标题\n正文\n```sh\n# 注释\n<!-- 码 -->\n```\n## 二级\n");
    expect(blocks.filter(({ heading }) => heading).map(({ text }) => text)).toEqual(["# 标题", "## 二级"]);
    expect(textsOf(blocks, "html-comment")).toEqual([]);
  });

  it("gives comments their channel", async () => {
    const blocks = await read("甲\n<!-- 内部\n备注 -->\n乙\n[//]: # (待删)\n丙");
    expect(textsOf(blocks, "html-comment")).toEqual(["<!-- 内部\n备注 -->", "[//]: # (待删)"]);
    expect(textsOf(blocks, null)).toEqual(["甲", "乙", "丙"]);
    expect(blocks.map(({ location }) => location.line)).toEqual([1, 2, 4, 5, 6]);
  });

  it.each([
    ["关于**印**发通知", "关于印发通知"],
    ["关于<b>印</b>发&#36890;知", "关于印发通知"],
    ["关于[印](http://x)发", "关于印发"],
    ["138**0013**8000", "13800138000"],
  ])("shows once more what marks tear apart: %s", async (source, shown) => {
    const blocks = await read(source);
    expect(blocks.at(-1)).toMatchObject({ text: shown, view: "paint", channel: null });
  });

  it("adds no second view to plain prose", async () => {
    expect(await read("关于 **印发** 的通知，见 [附件](a.docx) 各项。")).toHaveLength(1);
  });

  it.each(["<!--", "# a\n", "```\n", "[", "](", "*", "- x: \n"])("comes to an end on %s", async (unit) => {
    await read(`---\n${unit.repeat(2_000_000 / unit.length)}`);
  });
});
