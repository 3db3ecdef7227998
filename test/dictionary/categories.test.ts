import { describe, expect, test } from "vitest";
import type { TextBlock } from "../../src/model/index.ts";
import { body, find, rules } from "../detect/find.ts";
import { FAIR } from "./fair-texts.ts";
import { FOUND } from "./found-texts.ts";

const filename = (name: string): TextBlock => ({
  text: name,
  part: "filename",
  channel: null,
  location: { object: name },
});
const property = (object: string, text: string): TextBlock => ({
  text,
  part: "metadata",
  channel: "property",
  location: { object },
});

/** `category severity` of what is found at review or above. */
function told(document: string | readonly TextBlock[]): string[] {
  const loud = find(document).filter(
    ({ severity, category }) => severity !== "info" && category !== "hidden",
  );
  return [...new Set(loud.map(({ category, severity }) => `${category} ${severity}`))];
}

describe.each(Object.entries(FOUND))("%s", (category, texts) => {
  test.each(texts)("finds %s", (text) => {
    expect(told(text).map((hit) => hit.split(" ")[0])).toContain(category);
  });
});

describe("fair public texts", () => {
  test("there are many, and each stays quiet", () => {
    expect(FAIR.length).toBeGreaterThanOrEqual(90);
    expect(FAIR.flatMap((text) => told(text).map((hit) => `${hit}: ${text}`))).toEqual([]);
  });
});

describe("severity", () => {
  test("a stated 不予公开 blocks, 依申请公开 is reviewed", () => {
    expect(told("公开属性：不予公开")).toEqual(["disclosure block"]);
    expect(told("公开属性：依申请公开")).toEqual(["disclosure review"]);
  });

  test("what a person has to decide never blocks", () => {
    const decided = ["unreleased", "pending-case", "safety", "history", "process", "enforcement", "source"];
    const blocking = rules.filter(
      ({ severity, category }) => severity === "block" && decided.includes(category),
    );
    expect(blocking).toEqual([]);
  });
});

describe("names of files", () => {
  test.each([
    ["关于增加编制的请示", "process review"],
    ["县长办公会会议纪要〔2026〕9号", "process review"],
    ["养老服务实施方案（送审稿）", "process review"],
    ["三季度主要经济指标（内部测算）", "unreleased review"],
    ["值班通讯录（内部）", "work-secret review"],
    ["笔试题（备用卷）", "unreleased review"],
  ])("%s", (name, expected) => expect(told([body("正文。"), filename(name)])).toContain(expected));

  test("a published paper's name is quiet", () => {
    for (const name of ["养老服务实施方案", "政府信息公开年度报告", "县长办公会新闻", "2025年统计公报"])
      expect(told([body("正文。"), filename(name)])).toEqual([]);
  });
});

describe("properties of the file", () => {
  test("a level in the properties blocks; a path or draft is only told", () => {
    expect(told([body("正文"), property("cp:keywords", "机密")])).toContain("metadata block");
    expect(told([body("正文"), property("dc:title", "会议手册草稿")])).toEqual([]);
    const hits = find([body("正文"), property("dc:title", "会议手册草稿")]);
    expect(hits.map(({ ruleId }) => ruleId)).toContain("metadata-draft");
  });

  test("words that only contain a level are quiet", () => {
    for (const text of ["商业秘密保护指南", "机密性测试", "秘密花园"])
      expect(told([body("正文"), property("dc:title", text)])).toEqual([]);
  });
});

describe("what the whole document explains", () => {
  const draft = "养犬管理办法\n（征求意见稿）\n第一条 为规范养犬行为，制定本办法。";

  test("a draft under public consultation is quiet, any other is not", () => {
    expect(told(draft)).toEqual(["process review"]);
    expect(told(`${draft}\n现向社会公开征求意见。`)).toEqual([]);
  });

  test("hidden text explains nothing", () => {
    const hidden: TextBlock = { ...body("现向社会公开征求意见。"), channel: "vanish" };
    expect(told([body(draft), hidden])).toContain("process review");
  });
});
