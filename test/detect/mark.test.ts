import { describe, expect, test } from "vitest";
import { body, find, loud } from "./find.ts";

const marks = (text: string) => find(text).filter(({ ruleId }) => ruleId === "secret-mark");
const FILLER = "现将有关工作安排如下，请各单位结合实际抓好落实。\n".repeat(20);

describe("a mark in place blocks", () => {
  test.each([
    ["秘密★", "秘密", null],
    ["机密★10年", "机密", "10年"],
    ["绝密★三十年", "绝密", "三十年"],
    ["秘密★6个月", "秘密", "6个月"],
    ["秘密★半年", "秘密", "半年"],
    ["绝密★长期", "绝密", "长期"],
    ["机密★会议召开前", "机密", "会议召开前"],
    ["机密★2025年12月31日前", "机密", "2025年12月31日前"],
    ["秘 密 ★ 1 0 年", "秘密", "10年"],
    ["机　密★１０年", "机密", "10年"],
    ["绝密✩20年", "绝密", "20年"],
    ["秘密*5年", "秘密", "5年"],
    ["秘密●10年", "秘密", "10年"],
    ["机密·20年", "机密", "20年"],
    ["密级：机密", "机密", null],
    ["密　级：秘　密", "秘密", null],
    ["保密等级:绝密", "绝密", null],
    ["密级\t秘密", "秘密", null],
    ["秘密 20年", "秘密", "20年"],
    ["机\u200b密\u00ad★5年", "机密", "5年"],
    ["絕密★長期", "绝密", "长期"],
    ["密级：□绝密 ☑机密 □秘密", "机密", null],
    ["绝\n密\n★\n关于有关工作的请示", "绝密", null],
    ["（秘密★3年）二、资金来源", "秘密", "3年"],
    ["本件密级为秘密，请按规定管理。", "秘密", null],
  ])("%j", (text, level, term) => {
    const [hit] = marks(text);
    expect(hit).toMatchObject({ severity: "block", mark: { level, term } });
  });

  test.each(["机密", "【秘密】", "绝密级", "★秘密"])("%j alone at the head of a page", (line) => {
    expect(marks(`${line}\n××市专项办公室`)[0]?.severity).toBe("block");
  });

  test("the head of a 附件 is a head too", () => {
    expect(marks(`${FILLER}附件2\n机密\n人员安排表`)[0]?.severity).toBe("block");
  });

  test("in the column 密级 of a register", () => {
    expect(marks("文件名称\t密级\t份数\n甲方案\t机密\t20")[0]).toMatchObject({
      severity: "block",
      reason: "in-column",
    });
  });

  test("in a header, however far down", () => {
    const blocks = [body(FILLER), { ...body("秘密"), part: "header" as const, location: { object: "h" } }];
    expect(loud(blocks)).toEqual(["secret-mark block 秘密"]);
  });
});

describe("a person has to decide", () => {
  test.each([
    ["机密★启用前\n数学试卷", "condition"],
    [`${FILLER}机密\n${FILLER}`, "not-at-head"],
    ["关于线索核查情况的报告（机密）", "after-title"],
    ["我们已经在文件首页加盖了印章机密★10年，请有关单位妥善保管，不要遗失。", "in-sentence"],
  ])("%j", (text, reason) => {
    expect(marks(text)[0]).toMatchObject({ severity: "review", reason });
  });

  test.each(["机密★10年（已解密）", "秘密★5年\n已于2020年3月解密", "解密\n机密★20年"])(
    "%j was declassified",
    (text) => {
      expect(marks(text)[0]).toMatchObject({ severity: "review", reason: "declassified" });
    },
  );

  test.each([
    "机密★解密前",
    "机密★10年\n关于了解密切接触者情况的报告",
    "机密★10年\n尚未解密，请勿公开",
    "机密★10年（未经批准不得解密）",
    "机密★10年 2030年解密",
    "秘密★5年\n关于破解密码设备采购的请示",
  ])("%j was not declassified", (text) => expect(marks(text)[0]?.severity).toBe("block"));

  test("a table of matters with their levels is told once", () => {
    const rows = ["绝密\t长期", "机密\t20年", "秘密\t10年"].map((row, i) => `${i + 1}\t某事项\t${row}`);
    expect(marks(["序号\t事项\t密级\t保密期限", ...rows].join("\n"))).toMatchObject([
      { severity: "review", reason: "catalogue", more: 2 },
    ]);
  });

  test.each(["★10年\n××县人民政府文件", "★长期\n关于有关事项的通知"])("%j: the level is gone", (text) => {
    expect(loud(text)[0]).toMatch(/^secret-mark-remnant review/u);
  });

  test("a catalogue of levels is told once", () => {
    const rows = ["绝密", "机密", "秘密", "秘密"].join("\n某事项\n");
    expect(marks(FILLER + rows)).toMatchObject([{ severity: "review", reason: "catalogue", more: 3 }]);
  });
});

describe("talk about marks stays quiet", () => {
  test.each([
    "文件首页应当标明“机密★10年”。",
    "例如机密★10年。",
    "下列写法正确的是：A.秘密★1年 B.机密☆1年 C.绝密★01年",
    "密级和保密期限（秘密、机密、绝密★30年）顶格编排。",
    "国家秘密的密级分为绝密、机密、秘密三级。",
    "密级：公开",
    "密级：__________",
    "密级：机密级、秘密级的载体应当登记。",
    "□绝密 □机密 □秘密 ☑公开",
    "《绝密飞行》★★★★",
    "机密文件销毁服务",
    "其最高密级为绝密级。",
    "选举时应当设立秘密写票处。",
  ])("%j", (text) => expect(loud(text)).toEqual([]));

  test("and is visible as info with its reason", () => {
    expect(marks("如“秘密★6个月”。")).toMatchObject([{ severity: "info", reason: "quoted" }]);
  });
});
