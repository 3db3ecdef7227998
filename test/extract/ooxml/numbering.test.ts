import { describe, expect, it } from "vitest";
import { p, xml } from "../../../fixtures/build/docx.ts";
import { formatNumber } from "../../../src/extract/number-format.ts";
import { readDocx } from "./read-docx.ts";

const level = (at: number, format: string, text: string, more = "") =>
  `<w:lvl w:ilvl="${at}"><w:start w:val="1"/><w:numFmt w:val="${format}"/><w:lvlText w:val="${text}"/><w:suff w:val="nothing"/>${more}</w:lvl>`;
const list = (id: number, ...levels: string[]) =>
  `<w:abstractNum w:abstractNumId="${id}">${levels.join("")}</w:abstractNum>`;
const instance = (id: number, of: number, more = "") =>
  `<w:num w:numId="${id}"><w:abstractNumId w:val="${of}"/>${more}</w:num>`;
const item = (text: string, id: number, at = 0) =>
  p(text, `<w:numPr><w:ilvl w:val="${at}"/><w:numId w:val="${id}"/></w:numPr>`);

const OFFICIAL = list(
  0,
  level(0, "chineseCounting", "%1、"),
  level(1, "chineseCountingThousand", "（%2）"),
  level(2, "decimal", "%3."),
  level(3, "decimal", "%1.%4", "<w:isLgl/>"),
);

describe("automatic numbers", () => {
  it("stand in front of the text as the reader sees them, level by level", async () => {
    const { visible } = await readDocx({
      numbering: xml(OFFICIAL + instance(1, 0)),
      body: [
        item("总则", 1),
        item("目的", 1, 1),
        item("依据", 1, 1),
        item("细目", 1, 2),
        item("附则", 1),
        item("解释", 1, 1),
        item("条", 1, 3),
      ],
    });
    expect(visible).toEqual([
      "一、总则",
      "（一）目的",
      "（二）依据",
      "1.细目",
      "二、附则",
      "（一）解释",
      "2.1条",
    ]);
  });

  it("restart where an instance says so and run on where it does not", async () => {
    const restart = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride>';
    const { visible } = await readDocx({
      numbering: xml(OFFICIAL + instance(1, 0) + instance(2, 0) + instance(3, 0, restart)),
      body: [item("甲", 1), item("乙", 2), item("丙", 3), item("丁", 3)],
    });
    expect(visible).toEqual(["一、甲", "二、乙", "五、丙", "六、丁"]);
  });

  it("come from styles, from linked lists, and can be switched off", async () => {
    const numbered = (id: string, number: number) =>
      `<w:style w:type="${id === "链" ? "numbering" : "paragraph"}" w:styleId="${id}"><w:pPr><w:numPr><w:numId w:val="${number}"/></w:numPr></w:pPr></w:style>`;
    const linked = '<w:abstractNum w:abstractNumId="7"><w:numStyleLink w:val="链"/></w:abstractNum>';
    const { visible } = await readDocx({
      styles: xml(numbered("章", 1) + numbered("链", 1)),
      numbering: xml(OFFICIAL + linked + instance(1, 0) + instance(2, 7)),
      body: [
        p("有号", '<w:pStyle w:val="章"/>'),
        p("无号", '<w:pStyle w:val="章"/><w:numPr><w:numId w:val="0"/></w:numPr>'),
        item("经链接", 2),
      ],
    });
    expect(visible).toEqual(["一、有号", "无号", "二、经链接"]);
  });

  it("print marks that hide in a bullet, but no symbol-font dots", async () => {
    const { visible } = await readDocx({
      numbering: xml(
        list(0, level(0, "bullet", "机密★")) +
          list(1, level(0, "bullet", "\uf0b7")) +
          instance(1, 0) +
          instance(2, 1),
      ),
      body: [item("文", 1), item("字", 2), item("", 1)],
    });
    expect(visible).toEqual(["机密★文", "字", "机密★"]);
  });

  it("survive absurd definitions", async () => {
    const { visible } = await readDocx({
      numbering: xml(
        list(0, level(0, "upperRoman", "%1%9%"), level(99, "decimal", "x")) +
          instance(1, 0, '<w:lvlOverride w:ilvl="1e9"><w:startOverride w:val="1e300"/></w:lvlOverride>'),
      ),
      body: [item("甲", 1), item("乙", 1, 5), item("丙", 9), item("丁", 1, -3)],
    });
    expect(visible.map((text) => text.at(-1))).toEqual(["甲", "乙", "丙", "丁"]);
  });
});

describe("formatNumber", () => {
  it.each([
    [21, "chineseCounting", "二十一"],
    [105, "chineseCounting", "一〇五"],
    [105, "chineseCountingThousand", "一百零五"],
    [1010, "chineseCountingThousand", "一千零一十"],
    [10, "ideographDigital", "一〇"],
    [12, "chineseLegalSimplified", "壹拾贰"],
    [3, "ideographTraditional", "丙"],
    [12, "ideographZodiac", "亥"],
    [3, "decimalEnclosedCircle", "③"],
    [2, "decimalEnclosedParen", "⑵"],
    [7, "decimalZero", "07"],
    [12, "decimalFullWidth", "１２"],
    [28, "lowerLetter", "bb"],
    [1994, "upperRoman", "MCMXCIV"],
    [5, "none", ""],
    [5, "someDayNew", "5"],
    [0, "upperRoman", "0"],
  ])("%i as %s is %s", (value, format, text) => {
    expect(formatNumber(value, format)).toBe(text);
  });
});
