import { describe, expect, test } from "vitest";
import { fold, foldTerm } from "../../src/normalise/fold.ts";
import { originalRange } from "../../src/normalise/plain.ts";

const folded = (text: string) => fold(text).text;

describe("characters", () => {
  test.each([
    ["full-width Latin and digits", "ＡＢｃ１２３％", "ABc123%"],
    ["circled digits", "★①⓪年、⑩、❿、➀、⓬、⓿", "★10年、10、10、1、12、0"],
    ["bracketed and dotted numbers", "㈠⑴⒈", "(一)(1)1."],
    ["circled ideograph", "㊙", "秘"],
    ["mathematical digits beyond the BMP", "机密★𝟏𝟎年", "机密★10年"],
    ["Kangxi radicals", "⼯⼈⼤⾨", "工人大门"],
    ["compatibility ideographs", "金車丽", "金车丽"],
    [
      "radicals supplement",
      "⺠⻓⻔⻅⻆⻄⻋⻚⻛⻜⻝⻢⻣⻥⻦⻧⻨⻩⻬⻮⻰⻁⻤",
      "民长门见角西车页风飞食马骨鱼鸟卤麦黄齐齿龙虎鬼",
    ],
    ["traditional script", "國家機密 祕密 絕密 解密後 關於 電報", "国家机密 秘密 绝密 解密后 关于 电报"],
    ["simplified characters that traditional script shares", "什么 著作权 乾隆", "什么 著作权 乾隆"],
    ["Chinese punctuation stays", "，；：！？（）、。《》“”…—", "，；：！？（）、。《》“”…—"],
    ["vertical punctuation", "︵密︶︓", "（密）："],
    ["stars", "☆✩✪✫✬✭✮✯✰⋆⭐⭑⭒🌟*＊∗⁎✱﹡", "★".repeat(20)],
    ["numerals keep their spelling", "O〇○一二三壹0", "O〇○一二三壹0"],
    ["replacement characters and private use stay", "\uFFFD\uE000", "\uFFFD\uE000"],
    ["half a surrogate pair", "密\uD83C级", "密\uFFFD级"],
    ["rare Han characters", "𠮷 𠮷", "𠮷𠮷"],
  ])("%s", (_, original, expected) => {
    expect(folded(original)).toBe(expected);
  });
});

describe("what is not seen", () => {
  test.each([
    ["zero width", "机\u200B密\u200D\u2060★\uFEFF10年"],
    ["soft hyphen", "机\u00AD密★10年"],
    ["bidi marks", "\u202A机\u200E密\u202C★10年"],
    ["variation selectors", "机\uFE0F密\u{E0100}★10年"],
    ["control characters", "机\u0000密\u0007★\u008010年"],
    ["Hangul filler", "机\u3164密★10年"],
    ["tag characters", "机\u{E0041}密★10年"],
  ])("%s is dropped", (_, original) => {
    expect(folded(original)).toBe("机密★10年");
  });

  test.each(["\r\n", "\r", "\n", "\f", "\v", "\u0085", "\u2028", "\u2029"])("%j is one line end", (end) => {
    expect(folded(`绝密${end}公文`)).toBe("绝密\n公文");
  });
});

describe("gaps", () => {
  test.each([
    ["letter-spacing", "机 密 ★ 1 0 年", "机密★10年"],
    ["ideographic space is two cells", "机　密", "机密"],
    ["no-break and thin spaces", "机\u00A0密\u2009★\u202F10年", "机密★10年"],
    ["space entities", "机&nbsp;密&#160;★&#xA0;10年&ensp;止&#12288;", "机密★10年止"],
    ["full-width entity", "机＆ｎｂｓｐ;密", "机密"],
    ["a wide gap parts columns", "份号000001    机密", "份号000001\t机密"],
    ["spaced-out single characters", "秘　　密", "秘密"],
    ["spaced-out single characters in a line", "编号\n特    急\n正文", "编号\n特急\n正文"],
    ["single characters beside a TAB", "密级\t秘    密", "密级\t秘密"],
    ["only one side stands alone", "秘    密级", "秘\t密级"],
    ["TABs stay", "密级\t秘密\t\t", "密级\t秘密\t\t"],
    ["spaces beside a TAB go", "密级 \t　秘密", "密级\t秘密"],
    ["line edges", "  　机密 \n 　绝密  ", "机密\n绝密"],
    ["Latin words", "see  Annex\u00A0A　 for", "see Annex A for"],
    ["between Han and Latin", "使用 Excel 表", "使用 Excel 表"],
    ["numbers stay apart", "138 1234 5678", "138 1234 5678"],
    ["an item's number and a year", "附件 1 2024年", "附件1 2024年"],
    ["columns of digits", "3    5    7", "3\t5\t7"],
    ["brackets and numbers", "国办发 〔 2025 〕 7 号", "国办发〔2025〕7号"],
  ])("%s", (_, original, expected) => {
    expect(folded(original)).toBe(expected);
  });
});

describe("the map back", () => {
  const back = (original: string, found: string) => {
    const plain = fold(original);
    const start = plain.text.indexOf(found);
    expect(start).toBeGreaterThanOrEqual(0);
    const range = originalRange(plain, start, start + found.length);
    return original.slice(range.start, range.end);
  };

  test.each([
    ["本件为 機\u200B 　密 ★ １０ 年。", "机密★10年", "機\u200B 　密 ★ １０ 年"],
    ["第⑩条", "10", "⑩"],
    ["🌟🌟\r\n绝密", "\n", "\r\n"],
    ["机密🌟𝟏年", "★1年", "🌟𝟏年"],
    ["甲乙    丙丁", "\t", "    "],
    ["a &nbsp; b", " ", " &nbsp; "],
  ])("%j: %j is %j", (original, found, expected) => {
    expect(back(original, found)).toBe(expected);
  });

  test("an empty range is a place", () => {
    const plain = fold("\u200B机密");
    expect(originalRange(plain, 0, 0)).toEqual({ start: 1, end: 1 });
    expect(originalRange(plain, 2, 2)).toEqual({ start: 3, end: 3 });
    expect(originalRange(fold(""), 0, 0)).toEqual({ start: 0, end: 0 });
  });
});

test("a term is folded as the text is", () => {
  expect(foldTerm("　祕　密 ")).toBe("秘密");
  expect(foldTerm("\tTop  Secret\n")).toBe("Top Secret");
});
