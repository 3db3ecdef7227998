import { describe, expect, it } from "vitest";
import { formulaTexts } from "../../../../src/extract/ooxml/sheet/formula.ts";
import { headerTexts } from "../../../../src/extract/workbook/header-texts.ts";

describe("a formula", () => {
  it.each([
    ['IF(A1="","","他说""是""")', ['他说"是"'], []],
    ['VLOOKUP(A1,[1]Sheet1!$A:$B,2,0)&"SECRET"', ["SECRET"], []],
    ['TEXT(A1,"yyyy-mm-dd hh:mm")&TEXT(B1,"#,##0.00")&"、"', [], []],
    ["'\\\\server\\共享\\[a.xlsx]表'!A1+'It''s'!B2", [], ["\\\\server\\共享\\[a.xlsx]表"]],
    ["[人员.xlsx]Sheet1!A1+表1[金额.元]", [], ["人员.xlsx"]],
    ['HYPERLINK("http://10.0.0.1/x","查看")', ["http://10.0.0.1/x", "查看"], []],
    ['"没有写完', [], []],
  ])("%s", (formula, literals, paths) => {
    expect(formulaTexts(formula)).toEqual({ literals, paths });
  });

  it("of any length is read in linear time", () => {
    for (const piece of ["[", '"', "'", '"a', "['", '"["', "[a."]) {
      const started = performance.now();
      formulaTexts(piece.repeat(100_000));
      formulaTexts(`'${piece.repeat(100_000)}'`);
      formulaTexts(`"${piece.repeat(100_000)}年"`);
      expect(performance.now() - started).toBeLessThan(5_000);
    }
  });
});

describe("a header", () => {
  it.each([
    ['&L&"宋体,加粗"&12&K000000内部资料&C&A&R第 &P 页 共 &N 页', ["内部资料", "第  页 共  页"]],
    ["&C研发&&测试&G", ["研发&测试"]],
    ["机密★1年", ["机密★1年"]],
    ["&L&D&T&F&Z", []],
    ['&"没有写完', ["没有写完"]],
  ])("%s", (code, texts) => {
    expect(headerTexts(code)).toEqual(texts);
  });
});
