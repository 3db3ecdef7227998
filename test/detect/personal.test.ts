import { describe, expect, test } from "vitest";
import { find, loud } from "./find.ts";

// 11010519491231002X is the sample number printed in GB 11643 itself.
const ID = "11010519491231002X";

describe("identity numbers", () => {
  test.each([
    ID,
    "1101 0519 4912 3100 2X",
    "１１０１０５１９４９１２３１００２Ｘ",
    `${ID}43`,
    `姓名：王某，证号${ID}。`,
  ])("%j blocks", (text) =>
    expect(loud(text).some((hit) => hit.startsWith("personal-id-card block"))).toBe(true),
  );

  test("over two wrapped lines", () => {
    const line = "低保对象本期名册共计若干人其中第一名申请人公民号码为110105";
    expect(loud(`${line}\n19491231002X，已核实。`).some((hit) => hit.startsWith("personal-id-card"))).toBe(
      true,
    );
  });

  test.each([
    "110105194912310021",
    "11010519491331002X",
    `统一社会信用代码：${ID}`,
    `a${ID}`,
    "1101**********002X",
    "公民身份号码、姓名、住址",
  ])("%j is none", (text) => expect(loud(text)).toEqual([]));

  test("a wrong check digit beside its label is a typing error to look at", () => {
    expect(loud("身份证号：110105194912310021")).toEqual([
      "personal-id-card-damaged review 110105194912310021",
    ]);
  });
});

describe("telephones", () => {
  test("three in a list block, whoever they belong to", () => {
    const list = "姓名\t号码\n甲\t13800138000\n乙\t13900139000\n丙\t13700137000";
    expect(find(list).filter(({ ruleId }) => ruleId === "personal-mobile-list")).toMatchObject([
      { severity: "block", more: 2 },
    ]);
  });

  test("one outside a contact line is reviewed", () => {
    expect(loud("困难群众王某 138 0013 8000")).toEqual(["personal-mobile review 138 0013 8000"]);
  });

  test.each([
    "联系人：小李，13800138000",
    "咨询电话：0931-8812345",
    "电话 13800138000、13900139000、13700137000",
    "138****8000",
  ])("%j is what notices need", (text) => expect(loud(text)).toEqual([]));
});

describe("bank cards", () => {
  test("by the word before them or the head of their column", () => {
    expect(loud("银行卡号：6222021234567890128")).toHaveLength(1);
    expect(loud("姓名\t账号\t金额\n甲\t6222021234567890128\t300")).toHaveLength(1);
  });

  test.each(["条码 6222021234567890128", "卡号：6222021234567890129", "对公账号：6222021234567890128"])(
    "%j is none",
    (text) => expect(loud(text)).toEqual([]),
  );
});
