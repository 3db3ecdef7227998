import { expect, test } from "vitest";
import type { TextBlock } from "../../src/model/index.ts";
import { body, find, loud, rule } from "./find.ts";

test("the same place is told once although both views of the text see it", () => {
  expect(find("机密★10年\n各单位：").filter(({ ruleId }) => ruleId === "secret-mark")).toHaveLength(1);
});

test("a range is half-open in the original text", () => {
  const text = "　　机　密 ★ １０ 年";
  const [hit] = find(text, [rule("secret-mark")]);
  expect(text.slice(hit!.range.start, hit!.range.end)).toBe("机　密 ★ １０ 年");
});

test("a mark over several paragraphs keeps the place of its first character", () => {
  const blocks: TextBlock[] = ["绝", "密", "★长期"].map((text, i) => ({
    text,
    part: "body",
    channel: null,
    location: { paragraph: i + 1 },
  }));
  expect(find(blocks, [rule("secret-mark")])).toMatchObject([
    { location: { paragraph: 1 }, text: "绝\n密\n★长期" },
  ]);
});

test("a mark drawn last but standing first is found in line order, and told once", () => {
  const location = { page: 1 };
  const blocks: TextBlock[] = [
    { ...body("秘密★5年"), location: { page: 1, line: 1 } },
    { ...body("各县人民政府："), location: { page: 1, line: 2 } },
    { ...body("各县人民政府：\n秘密★5年"), location, view: "paint" },
  ];
  expect(loud(blocks)).toEqual(["secret-mark block 秘密★5年"]);
});

test("what only paint order brings together is found as well", () => {
  const blocks: TextBlock[] = [
    { ...body("秘左栏密右栏★5年"), location: { page: 1, line: 1 } },
    { ...body("秘密★5年\n左栏右栏"), location: { page: 1 }, view: "paint" },
  ];
  expect(loud(blocks)).toEqual(["secret-mark block 秘密★5年"]);
});

test("a mark at the top of a later page is at a head again", () => {
  const lines = Array.from({ length: 20 }, (_, i) => ({
    ...body("工作安排如下。"),
    location: { page: 1, line: i + 1 },
  }));
  const blocks = [...lines, { ...body("机密"), location: { page: 2, line: 1 } }];
  expect(loud(blocks)).toEqual(["secret-mark block 机密"]);
});

test("a very long line is looked at in windows and nothing is lost at their seams", () => {
  for (const at of [1_790, 1_998, 2_000, 3_595]) {
    const text = `${"一".repeat(at)}　身份证11010519491231002X，`.padEnd(8_000, "二");
    expect(loud(text).filter((hit) => hit.startsWith("personal-id-card block"))).toHaveLength(1);
  }
});

test("a hidden channel is one finding for each place, without its text", () => {
  const blocks: TextBlock[] = [
    body("正文"),
    { text: "这一段太长", part: "comment", channel: "comment", location: { object: "comment 1" } },
    { text: "句号改逗号", part: "comment", channel: "comment", location: { object: "comment 2" } },
  ];
  expect(find(blocks)).toMatchObject([{ ruleId: "hidden-comment", severity: "review", more: 1 }]);
});

test("a word is not found where the words of the sentence run across it", () => {
  const mention = rule("secrecy-mention");
  expect(find("对拒绝密切接触者依法处理，司机密切关注路况。", [mention])).toEqual([]);
  expect(find("不得泄露国家秘密。", [mention])).toHaveLength(1);
});

test("a rule lists no more findings than the limit and says how many were left out", async () => {
  const { createDetector } = await import("../../src/detect/index.ts");
  const { toStories } = await import("../../src/normalise/story.ts");
  const blocks = [body("甲 13800138000\n".repeat(5))];
  const detector = createDetector([rule("personal-mobile")], 3);
  const hits = detector.find(blocks, toStories(blocks), null);
  expect(hits.map(({ more }) => more)).toEqual([undefined, undefined, 2]);
});
