import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { csvLine, displayWidth, fitEnd, padColumns, visible, wrapColumns } from "../../src/wording/index.ts";

describe("visible", () => {
  it.each([
    ["plain 文字 ★ 😀", "plain 文字 ★ 😀"],
    ["a\u202Egnp.exe", "a[U+202E]gnp.exe"],
    ["\u001b[2J\u0007", "[U+001B][2J[U+0007]"],
    ["one\r\ntwo\rthree\tend", "one↵two↵three end"],
    ["\ud800x\udc00", "[U+D800]x[U+DC00]"],
    ["\u2028\u200b\ufeff\u{e0041}", "[U+2028][U+200B][U+FEFF][U+E0041]"],
    ["葛\u{e0100}", "葛\u{e0100}"],
  ])("%j", (text, shown) => {
    expect(visible(text)).toBe(shown);
  });

  it("leaves nothing that acts, in whatever text", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        expect(visible(text)).not.toMatch(/\p{Cc}|\p{Cs}|[\u200b-\u200f\u202a-\u202e\u2066-\u2069]/u);
      }),
    );
  });
});

describe("columns", () => {
  it.each([
    ["abc", 3],
    ["中文", 4],
    ["ａ１", 4],
    ["e\u0301", 1],
    ["𠮷", 2],
    ["★", 1],
  ])("%s takes %i", (text, columns) => {
    expect(displayWidth(text)).toBe(columns);
  });

  it("may count ambiguous characters as wide", () => {
    expect(displayWidth("★“”", 2)).toBe(6);
  });

  it("pads and fits by columns, not by characters", () => {
    expect(padColumns("中文", 6)).toBe("中文  ");
    expect(fitEnd("很长的文件夹/通知.docx", 12)).toBe("…/通知.docx");
    expect(displayWidth(fitEnd("中".repeat(50), 9))).toBeLessThanOrEqual(9);
  });

  it("wraps without losing anything but blanks at the breaks", () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom("中", "。", "a", " ", "-") }), (text) => {
        const lines = wrapColumns(text, 10);
        expect(lines.join("").replaceAll(" ", "")).toBe(text.replaceAll(" ", ""));
        for (const line of lines) expect(displayWidth(line)).toBeLessThanOrEqual(12);
      }),
    );
  });

  it("lets no line begin with a full stop", () => {
    expect(wrapColumns("一二三四五。六", 10)).toEqual(["一二三四五。", "六"]);
  });
});

describe("csvLine", () => {
  it.each([
    ["plain", "plain\r\n"],
    ["a,b", '"a,b"\r\n'],
    ['say "x"', '"say ""x"""\r\n'],
    ["two\nlines", '"two\nlines"\r\n'],
    ["=1+1", '"\'=1+1"\r\n'],
    ["　=1+1", '"\'　=1+1"\r\n'],
    ["＝1", '"\'＝1"\r\n'],
    ["\n@x", '"\'\n@x"\r\n'],
    ["\u202e=1", "[U+202E]=1\r\n"],
    ["\u0000-1", '"\'[U+0000]-1"\r\n'],
    ["1-2", "1-2\r\n"],
  ])("%j", (text, record) => {
    expect(csvLine([text])).toBe(record);
  });

  it("leaves numbers numbers and null empty", () => {
    expect(csvLine([-5, null, 0])).toBe("-5,,0\r\n");
  });
});
