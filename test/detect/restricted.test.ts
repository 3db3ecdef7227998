import { describe, expect, test } from "vitest";
import { createRestrictedLookup, findRestricted } from "../../src/detect/restricted.ts";
import type { Rule, TextBlock } from "../../src/model/index.ts";
import { toStories } from "../../src/normalise/story.ts";
import { openList, openSecret, register, secretOf } from "../../src/restricted/index.ts";
import { body, rules } from "./find.ts";

const KEY = "a key for tests that is long enough";
const LIST = [
  "北河密字〔2019〕7号",
  "北河办发电〔2021〕12号",
  "关于北山工程二期选址安排的请示",
  "关于北山工程二期选址安排的请示（补充）",
  "AB工程保障力量部署方案（2022年）",
];

function lookupOf(lines: readonly string[], key = KEY) {
  const secret = openSecret(secretOf(key));
  const registration = { kind: null, note: null, today: "2025-03-04" };
  const { store } = register({ check: secret.check, entries: [] }, secret, lines.join("\n"), registration);
  return createRestrictedLookup(openList(store, key));
}

const lookup = lookupOf(LIST);

function hits(document: string | readonly TextBlock[], own: readonly Rule[] = rules) {
  const blocks = typeof document === "string" ? [body(document)] : document;
  return findRestricted(toStories(blocks), lookup, own, 1_000);
}

describe("numbers", () => {
  test.each([
    ["根据北河密字〔2019〕7号精神，各单位应", "北河密字〔2019〕7号"],
    ["（北河密字[2019]7号）", "北河密字[2019]7号"],
    ["北 河 密 字 【 2019 】 7 号", "北 河 密 字 【 2019 】 7 号"],
    ["北河密字（２０１９）第００７号", "北河密字（２０１９）第００７号"],
    ["北河密\n字〔2019〕\n7号", "北河密\n字〔2019〕\n7号"],
    ["见北河密字〔2019〕7，另见", "北河密字〔2019〕7"],
    ["文号北河密字2019年第7号文件", "北河密字2019年第7号"],
    ["依据北河密字〔2019〕7\n2. 其他事项", "北河密字〔2019〕7"],
    ["〔2020〕7号、北河办发电〔2021〕1\n2号", "北河办发电〔2021〕1\n2号"],
    ["北河密字_2019_7号", "北河密字_2019_7号"],
  ])("%j", (text, found) => {
    expect(hits(text).map((hit) => hit.text)).toEqual([found]);
  });

  test.each([
    "北河密字〔2019〕8号",
    "北河密字〔2019〕17号",
    "北河密字〔2019〕71号",
    "北河密字〔2018〕7号",
    "北河秘字〔2019〕7号",
    "河密字〔2019〕7号",
    "密字〔2019〕7号",
    "北河密字2019年7月",
    "北河密字〔2019〕7000号",
    "〔2019〕7号",
    "电话 201907",
  ])("not %j", (text) => {
    expect(hits(text)).toEqual([]);
  });
});

describe("titles", () => {
  test.each([
    "《关于北山工程二期选址安排的请示》已上报。",
    "关于“北山工程”（二期）选址安排的请示",
    "关 于 北 山 工 程 二 期 选 址 安 排 的 请 示",
    "关于北山工程\n二期选址安排\n的请示",
    "關於北山工程二期選址安排的請示",
    "ａｂ工程保障力量部署方案 [2022 年]",
  ])("%j", (text) => {
    expect(hits(text)).toHaveLength(1);
  });

  test.each([
    "关于北山工程二期选址安排的报告",
    "关于北山工程一期选址安排的请示",
    "关于北山工程二期选址的安排请示",
    "关于北山工程二期选址安排的请",
    "AB工程保障力量部署方案（2023年）",
  ])("not %j", (text) => {
    expect(hits(text)).toEqual([]);
  });

  test("across table cells and blocks, and in a file's name", () => {
    const cells: TextBlock[] = ["关于北山工程", "二期选址安排的请示"].map((text, i) => ({
      text,
      part: "table",
      channel: null,
      location: { object: "table 1", cell: `A${i + 1}` },
      ...(i > 0 ? { separator: "\t" as const } : {}),
    }));
    expect(hits(cells)).toHaveLength(1);
    const name: TextBlock = { text: LIST[2]!, part: "filename", channel: null, location: { object: "x" } };
    expect(hits([name]).map(({ part }) => part)).toEqual(["filename"]);
  });

  test("at the very ends of a text", () => {
    expect(hits(LIST[2]!)).toHaveLength(1);
    expect(hits(`甲${LIST[2]!}`)).toHaveLength(1);
    expect(hits("")).toEqual([]);
  });
});

test("a hit blocks, names its entry and nothing else", () => {
  const [hit] = hits("北河密字〔2019〕7号");
  expect(hit).toMatchObject({ ruleId: "restricted-number", category: "restricted", severity: "block" });
  expect(hit!.reason).toMatch(/^restricted-entry:[0-9a-f]{12}$/u);
  for (const rule of rules.filter(({ kind }) => kind === "restricted")) expect(rule.redact).toBe("all");
});

test("rules that are left out look for nothing", () => {
  const numbers = rules.filter(({ id }) => id === "restricted-number");
  expect(hits(LIST[2]!, numbers)).toEqual([]);
  expect(hits(LIST[0]!, [])).toEqual([]);
});

test("the same as a search of the plain normal forms, for random texts", () => {
  const words = [
    "北河",
    "密字",
    "关于",
    "工程",
    "二期",
    "〔2019〕",
    "(2021)",
    "7",
    "12",
    "号",
    "的请示",
    " ",
    "\n",
    "，",
  ];
  let seed = 7;
  const next = (below: number) => {
    seed = (seed * 48271) % 0x7fffffff;
    return seed % below;
  };
  const titles = Array.from({ length: 40 }, () =>
    Array.from({ length: 6 }, () => words[next(5)]!).join(""),
  ).filter((title) => title.length >= 8);
  const own = lookupOf(titles);
  for (let round = 0; round < 300; round += 1) {
    const text = Array.from({ length: 60 }, () => words[next(words.length)]!).join("");
    const plain = text.replace(/[^\p{L}\p{N}]/gu, "");
    const expected = titles.some((title) => plain.includes(title));
    expect(findRestricted(toStories([body(text)]), own, rules, 1_000).length > 0).toBe(expected);
  }
});

test("a hostile text of nothing but numbers and heads of titles comes to an end", () => {
  const unit = "某某某某某某某某某某某某某某某某某某某某某某〔2019〕7号关于北山工程二期选址安";
  const stories = toStories([body(unit.repeat(8_000))]);
  expect(findRestricted(stories, lookup, rules, 1_000)).toEqual([]);
});
