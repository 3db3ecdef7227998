import { describe, expect, test } from "vitest";
import { NO_ANATOMY } from "../../src/anatomy/index.ts";
import { maskAnatomy, maskFindings } from "../../src/mask/index.ts";
import { maskNumbers } from "../../src/mask/text.ts";
import type { Rule, TextBlock } from "../../src/model/index.ts";
import { body, find, rules } from "../detect/find.ts";

const byId: ReadonlyMap<string, Rule> = new Map(rules.map((rule) => [rule.id, rule]));
const masked = (document: string | readonly TextBlock[]) => {
  const blocks = typeof document === "string" ? [body(document)] : document;
  return maskFindings(find(blocks), byId, (index) => blocks[index]!.text, {
    context: 16,
    reason: (code) => code,
  });
};

const SENTENCE = "蓝鲸计划拨款三千万元用于北山工程";
const ID = "11010519491231002X";

describe("what a report may carry", () => {
  test("a mark, but no word beside it", () => {
    const [finding] = masked(`机密★10年 ${SENTENCE}`);
    expect(finding).toMatchObject({ matched: "机密★10年", excerpt: "机密★10年" });
  });

  test("the number of a telegram never, nor any 文号 in a marked file", () => {
    expect(JSON.stringify(masked("市委密电〔2014〕3号"))).not.toContain("2014");
    expect(JSON.stringify(masked("机密★10年\n中办发〔2021〕9号"))).not.toMatch(/2021|中办发/u);
  });

  test("an identity number never, however it is spaced", () => {
    for (const text of [ID, "1101 0519 4912 3100 2X", "１１０１０５１９４９１２３１００２Ｘ"]) {
      const json = JSON.stringify(masked(`王某某 ${text} ${SENTENCE}`));
      expect(json).not.toContain(ID);
      expect(json).not.toMatch(/0519|１２３１|002X|王某某|蓝鲸/u);
    }
  });

  test("no excerpt of hidden text", () => {
    const json = JSON.stringify(
      masked([body("正文"), { ...body(SENTENCE), part: "comment", channel: "comment" }]),
    );
    expect(json).not.toContain("蓝鲸");
  });

  test("a number at the edge of an excerpt is masked whole", () => {
    const text = `13800138000${"字".repeat(12)}\n签发人：张三\n`;
    const [signer] = masked(text).filter(({ ruleId }) => ruleId === "secret-signer");
    expect(signer?.excerpt ?? "").not.toMatch(/\d{3}/u);
  });

  test("long numbers keep their length and two digits", () => {
    expect(maskNumbers("电话13800138000，共3页")).toBe("电话13*********，共3页");
  });
});

describe("anatomy", () => {
  const anatomy = {
    ...NO_ANATOMY,
    title: "关于北山工程的报告",
    documentNumber: "江密发〔2020〕1号",
    attachments: ["名单"],
  };

  test("title, number and attachments of a marked file are withheld", () => {
    expect(maskAnatomy(anatomy, find("机密★10年"))).toMatchObject({
      title: "〔已隐去〕",
      documentNumber: "〔已隐去〕",
      attachments: ["〔已隐去〕"],
    });
  });

  test("those of a fair file stay", () => {
    expect(maskAnatomy(anatomy, find("正文"))).toEqual(anatomy);
  });
});
