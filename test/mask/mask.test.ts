import { describe, expect, test } from "vitest";
import { NO_ANATOMY } from "../../src/anatomy/index.ts";
import { fullLocation, maskAnatomy, maskFindings, maskName } from "../../src/mask/index.ts";
import { maskNumbers } from "../../src/mask/text.ts";
import type { Rule, TextBlock } from "../../src/model/index.ts";
import { body, find, rules } from "../detect/find.ts";
import { inventedId } from "../detect/invented.ts";

const byId: ReadonlyMap<string, Rule> = new Map(rules.map((rule) => [rule.id, rule]));
const masked = (document: string | readonly TextBlock[]) => {
  const blocks = typeof document === "string" ? [body(document)] : document;
  return maskFindings(find(blocks), byId, (index) => blocks[index]!.text, {
    context: 16,
    reason: (code) => code,
    fingerprint: null,
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

describe("personal data", () => {
  /** What comes from the document; rules name sample forms of masking in their advice. */
  const shown = (text: string) => masked(text).map(({ matched, excerpt }) => `${matched} ${excerpt}`);

  const number = inventedId();
  const weak = `${number.slice(0, 6)}****${number.slice(10)}`;

  test("a number that its author hid too little is hidden further, also beside other findings", () => {
    for (const text of [`身份证号：${weak}`, `签发人：张三　${weak}`]) {
      expect(shown(text)).not.toEqual([]);
      expect(shown(text).join()).not.toMatch(/\d{3}/u);
    }
    expect(maskNumbers(`编号${weak}`)).not.toContain(number.slice(2, 6));
  });

  test("of a list, an address or a fact nothing is shown but the place", () => {
    const list = "姓名\t病种\n张建国\t尿毒症\n李秀英\t肺结核\n王德福\t白血病";
    const address = "被处罚人张建国，男，住青石镇柳沟村三组。";
    const plate = "驾驶人张建国驾驶甘A12345号车。";
    for (const text of [list, address, plate]) {
      const findings = masked(text).filter(({ category }) => category === "personal");
      expect(findings.length).toBeGreaterThan(0);
      expect(findings.map(({ matched, excerpt }) => [matched, excerpt])).toEqual(
        findings.map(() => ["〔已隐去〕", "〔已隐去〕"]),
      );
      expect(JSON.stringify(findings)).not.toMatch(/张建国|李秀英|尿毒症|柳沟|A12345/u);
    }
  });

  test("a number broken over two lines is hidden in both", () => {
    expect(shown(`${number.slice(0, 10)}\n${number.slice(10)}`).join()).toMatch(/^99\*[*\s]+99\*[*\s]+$/u);
  });
});

test("no personal number in the name of anything", () => {
  expect(maskName("embeddings/王某11010519491231002X.txt")).toBe("embeddings/王某11****************.txt");
  expect(maskName("王五138-0013-8000、赵六138 0013 8000.txt")).toBe(
    "王五13*-****-****、赵六13* **** ****.txt",
  );
  expect(maskName("110105 19491231 002X")).toBe("11**** ******** ****");
  expect(maskName(`${ID}43`)).not.toContain("19491231");
  expect(maskName("卡6222020200112233445.txt")).toBe("卡62*****************.txt");
  for (const fair of [
    "5074346559012864.doc",
    "2024-11-22-10-30-45-123456.log",
    "20240101123045.docx",
    "IMG_20240101_123045.jpg",
  ])
    expect(maskName(fair)).toBe(fair);
  expect(maskName("20250101通知（江政发〔2025〕12号）.docx")).toBe("20250101通知（江政发〔2025〕12号）.docx");
  expect(fullLocation({ object: "custom:13800138000" }, null).object).toBe("custom:13*********");
  expect(fullLocation({ sheet: "张三13800138000" }, null).sheet).toBe("张三13*********");
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
