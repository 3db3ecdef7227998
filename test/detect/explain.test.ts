import { describe, expect, test } from "vitest";
import { type RuleTrace, traceRules } from "../../src/detect/explain.ts";
import type { Rule } from "../../src/model/index.ts";
import { toStories } from "../../src/normalise/story.ts";
import { crossesInside, openSegmenter } from "../../src/segment/index.ts";
import { body } from "./find.ts";

const segmenter = await openSegmenter("@node-rs/jieba");

const FACTS = {
  name: "甲",
  category: "custom",
  severity: "review",
  basis: ["本单位词表"],
  advice: "请核对。",
  examples: { hit: [], miss: [] },
} as const;

function trace(rule: object, text: string): RuleTrace {
  const [traced] = traceRules(
    [{ ...FACTS, id: "own", ...rule } as unknown as Rule],
    toStories([body(text)]),
    (...at) => crossesInside(segmenter, ...at),
  );
  return traced!;
}

const TERM = { kind: "term", terms: ["机密"], boundary: "inner" };

describe("the clause that decides", () => {
  test.each([
    ["nothing", TERM, "保守机密事项", null],
    ["boundary", TERM, "妥善保管计算机密码", "boundary"],
    ["near", { ...TERM, near: ["密级"] }, "保守机密事项", "near"],
    ["allow.contexts", { ...TERM, allow: { contexts: ["保守"] } }, "保守机密事项", "allow.contexts"],
    ["allow.phrases", { ...TERM, allow: { phrases: ["机密事项"] } }, "保守机密事项", "allow.phrases"],
  ])("%s", (_, rule, text, clause) => {
    const { candidates, fault } = trace(rule, text);
    expect(candidates.map(({ refusal }) => refusal?.clause ?? null)).toEqual([clause]);
    expect(fault).toBeNull();
  });

  test("a place that both views of a text see is told once, in the original text", () => {
    const { candidates } = trace(TERM, "保守 机　密 事项");
    expect(candidates.map(({ place }) => place.text)).toEqual(["机　密"]);
  });
});

describe("a form that does not fit", () => {
  const PATTERN = { kind: "pattern", pattern: "护照[:：]\\d{8}", anchors: ["护照"] };
  const NEAR = {
    kind: "proximity",
    all: [{ words: ["泄洪"] }, { words: ["预案"] }],
    without: ["演练"],
    within: "line",
  };
  const GROUP = { kind: "group", fields: { 等级: "^等级", 签批: "^签批" }, atLeast: 2, lines: 5 };
  test.each([
    ["no word of the rule", PATTERN, "申请材料", null],
    ["a word, but not the wording", PATTERN, "护照办理", { word: "护照" }],
    ["a word, and one that forbids it", NEAR, "泄洪预案演练", { word: "泄洪", forbidden: "演练" }],
    ["a word, and nothing near", NEAR, "泄洪通知", { word: "泄洪" }],
    ["too few fields", GROUP, "等级：特急", { word: "等级", fields: { found: 1, wanted: 2 } }],
    [
      "digits that prove nothing",
      { kind: "checksum", algorithm: "luhn", valid: true },
      "流水号 62220000000000001",
      {
        word: "",
      },
    ],
  ])("%s", (_, rule, text, fault) => {
    const traced = trace(rule, text);
    expect(traced.candidates).toEqual([]);
    if (fault === null) expect(traced.fault).toBeNull();
    else expect(traced.fault).toMatchObject(fault);
  });
});
