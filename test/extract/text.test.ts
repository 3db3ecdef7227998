import { describe, expect, it } from "vitest";
import { textExtractor } from "../../src/extract/text.ts";
import { contextFor } from "./reading.ts";

async function read(format: string, text: string | Uint8Array) {
  return textExtractor(format)(Buffer.from(text), contextFor(`a.${format}`).context);
}

describe("textExtractor", () => {
  it("gives one block as the file has it", async () => {
    const text = "第一行\r\n\r\n第二行\r最后";
    const { blocks, notices, format } = await read("txt", text);
    expect(blocks).toEqual([{ text, part: "body", channel: null, location: { line: 1 } }]);
    expect([format, notices]).toEqual(["txt", []]);
  });

  it("names an encoding other than UTF-8", async () => {
    const { notices } = await read("txt", Uint8Array.from([0xb8, 0xf7, 0xbf, 0xc6]));
    expect(notices).toEqual([{ code: "encoding", location: null, detail: { encoding: "gb18030" } }]);
  });

  it("refuses what no encoding fits", async () => {
    await expect(read("txt", Uint8Array.of(0x41, 0xff, 0xff))).rejects.toMatchObject({ code: "undecodable" });
  });

  it.each([
    ["json", String.raw`{"a":"\u901a\u77e5"}`, '{"a":"通知"}'],
    ["js", String.raw`x = "\u{901a}\u77E5"`, 'x = "通知"'],
    ["css", String.raw`p::before{content:"\901a \77e5"}`, 'p::before{content:"通知"}'],
    ["txt", String.raw`"\x31\x33\x38"`, '"138"'],
  ])("decodes escapes that hide words in %s", async (format, source, shown) => {
    const { blocks } = await read(format, source);
    expect(blocks).toHaveLength(2);
    expect(blocks[1]).toMatchObject({ text: shown, part: "other", channel: "script" });
  });

  it("adds nothing where escapes hide nothing", async () => {
    expect((await read("json", String.raw`{"路径":"C:\\u盘\n"}`)).blocks).toHaveLength(1);
  });

  it.each([
    ["xml", "<a>&#36890;&#x77e5;</a>", "通知"],
    ["svg", "<svg><tspan>通</tspan><tspan>知</tspan></svg>", "通知"],
    ["xml", "<a>通<!-- x -->知<![CDATA[！]]></a>", "通知！"],
  ])("shows once more what tags or references tear apart in %s", async (format, source, shown) => {
    const { blocks } = await read(format, source);
    expect(blocks[1]).toMatchObject({ text: shown, channel: null, view: "paint" });
  });

  it("expands no entity of the document's own", async () => {
    const laughs = '<!DOCTYPE a [<!ENTITY a "哈哈"><!ENTITY b "&a;&a;">]><a>&b;&b;</a>';
    const { blocks } = await read("xml", laughs);
    expect(blocks.reduce((sum, { text }) => sum + text.length, 0)).toBeLessThan(laughs.length * 2);
  });

  it("spends the text budget", async () => {
    const { context } = contextFor("a.txt", { textChars: 5 });
    await expect(textExtractor("txt")(Buffer.from("一二三四五六"), context)).rejects.toMatchObject({
      code: "limit-text",
    });
  });

  it.each(["<", "<!--", "\\", "&#", "<a>通</a>", '"\\u00', "<![CDATA["])(
    "comes to an end on a long line of %s",
    async (unit) => {
      await read("svg", unit.repeat(3_000_000 / unit.length));
    },
  );
});

describe("what a source hides from a plain reading", () => {
  it.each([
    ["xml", '<doc title="&#x673A;&#x5BC6;&#x2605;10&#x5E74;"/>'],
    ["json", '{"a":"&#26426;&#23494;&#9733;10&#24180;"}'],
    ["csv", "标题,&#26426;&#23494;&#9733;10&#24180;\n"],
  ])("references in %s", async (format, text) => {
    const { blocks } = await read(format, text);
    expect(blocks.map((block) => block.text).join("\n")).toContain("机密★10年");
  });

  it("entities of the document's own making are told as unread", async () => {
    const { notices } = await read("xml", '<!DOCTYPE d [<!ENTITY j "x">]><d>&j;</d>');
    expect(notices.map(({ code }) => code)).toEqual(["part-unread"]);
  });

  it("a picture carried in the text is a picture, an icon is not", async () => {
    const picture = (length: number) => `.a{background:url(data:image/png;base64,${"A".repeat(length)})}`;
    expect((await read("css", picture(5_000))).pictures).toHaveLength(1);
    expect((await read("css", picture(500))).pictures).toEqual([]);
  });
});
