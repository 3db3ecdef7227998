import { describe, expect, test } from "vitest";
import { holdsNumber, numberForm, titleForm } from "../../src/restricted/normal-form.ts";

describe("发文字号", () => {
  test.each([
    "北河密字〔2019〕7号",
    "北河密字[2019]7号",
    "北河密字［２０１９］７号",
    "北河密字【2019】第7号",
    "北河密字（2019）007号",
    "北 河 密 字 〔 2 0 1 9 〕 7 号",
    "北河密字2019年7号",
    "北河密字〔2019〕7",
    "发文字号：北河密字〔2019〕7号",
    "北河密字〔20\n19〕7号",
    "北\u200b河密字〔2019〕7号",
  ])("%j", (text) => {
    expect(numberForm(text, false)).toBe("北河密字〔2019〕7号");
  });

  test.each([
    "",
    "北河密字",
    "2019年7月",
    "北河密字2019年7月",
    "字〔2019〕7号",
    "关于〔2019〕7号文的说明",
    "第7号",
  ])("%j is none", (text) => {
    expect(numberForm(text, false)).toBeNull();
  });

  test("with an unusual 代字 is one where the user says so", () => {
    for (const text of ["北河办函（密）〔2019〕7号", "关于北山工程二期选址的通知〔2019〕7号"]) {
      expect(numberForm(text, false)).toBeNull();
      expect(numberForm(text, true)).toMatch(/〔2019〕7号$/u);
    }
  });

  test("is seen inside a line", () => {
    expect(holdsNumber("关于调整方案的通知（北河密字〔2019〕7号）")).toBe(true);
    expect(holdsNumber("关于2019年度工作总结的通知")).toBe(false);
  });
});

test("a title is its letters and digits", () => {
  expect(titleForm(" 《关于 “北山”工程\n（二期）安排的通知》")).toBe("关于北山工程二期安排的通知");
  expect(titleForm("ＡＢ工程")).toBe(titleForm("ab 工程"));
});
