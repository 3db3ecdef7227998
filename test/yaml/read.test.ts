import { describe, expect, test } from "vitest";
import { z } from "zod";
import { UserError } from "../../src/errors.ts";
import { readYaml } from "../../src/yaml/read.ts";

const schema = z.strictObject({
  name: z.string().min(1),
  severity: z.enum(["block", "review", "info"]).optional(),
  count: z.int().min(1).max(9).optional(),
  ratio: z.number().gt(0).optional(),
  terms: z.array(z.string().min(1)).min(1).max(3).optional(),
  level: z
    .union([z.enum(["on", "low"]), z.strictObject({ off: z.literal(true), reason: z.string() })])
    .optional(),
  rules: z
    .array(
      z.discriminatedUnion("kind", [
        z.strictObject({ kind: z.literal("term"), id: z.string().regex(/^[a-z]+$/) }),
        z.strictObject({ kind: z.literal("pattern"), pattern: z.string() }),
      ]),
    )
    .optional(),
  byId: z.record(z.string().regex(/^[a-z]+$/), z.boolean()).optional(),
});

const read = (...lines: string[]) => readYaml({ text: lines.join("\n"), file: "词表.yaml" }, schema);

/** The faults told, without the file's name. */
function faults(...lines: string[]): string[] {
  try {
    read(...lines);
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    return error.message.split("\n").map((fault) => fault.replace(/^词表\.yaml:/, ""));
  }
  return [];
}

test("a sound file gives its value and where everything stands", () => {
  const { value, at } = read("name: 涉密", "rules:", "  - kind: term", "    id: abc", "terms: [密, 级]");
  expect(value).toEqual({ name: "涉密", rules: [{ kind: "term", id: "abc" }], terms: ["密", "级"] });
  expect(at([])).toEqual({ line: 1, column: 1 });
  expect(at(["rules", 0, "id"])).toEqual({ line: 4, column: 9 });
  expect(at(["terms", 1])).toEqual({ line: 5, column: 12 });
  expect(at(["rules", 0, "absent", 7])).toEqual({ line: 3, column: 5 });
});

test("a byte order mark is no content", () => {
  expect(read("\uFEFFname: 涉密").value.name).toBe("涉密");
});

describe("what is wrong is told in Chinese, with its place", () => {
  test.each([
    ["missing", ["count: 1"], "1:1: name: 缺少此项"],
    [
      "unknown, with what was meant",
      ["name: a", "sevrity: info"],
      '2:1: sevrity: 不认识的键 "sevrity"，是否想写 severity？',
    ],
    [
      "unknown, far from all",
      ["name: a", "级别: 高"],
      '2:1: 级别: 不认识的键 "级别"，可用的键：name、severity、count、ratio、terms、level、rules、byId',
    ],
    ["a number for text", ["name: 10"], "1:7: name: 应为文字，写的是数字 10（确为文字的，请加引号）"],
    ["nothing for text", ["name:"], "1:6: name: 应为文字，写的是空值"],
    ["a list for text", ["name: [a]"], "1:7: name: 应为文字，写的是列表"],
    ["text for a list", ["name: a", "terms: 密"], '2:8: terms: 应为列表，写的是文字 "密"'],
    ["a map for a list", ["name: a", "terms: {密: 级}"], "2:8: terms: 应为列表，写的是键值对"],
    [
      "YAML 1.1 truth is text",
      ["name: a", "byId: { a: yes }"],
      '2:12: byId.a: 应为true 或 false，写的是文字 "yes"',
    ],
    [
      "not in the list",
      ["name: a", "severity: blok"],
      '2:11: severity: 只能是下列之一：block、review、info；写的是"blok"，是否想写 block？',
    ],
    ["empty text", ['name: ""'], "1:7: name: 不能为空"],
    ["empty list", ["name: a", "terms: []"], "2:8: terms: 不能为空"],
    ["long list", ["name: a", "terms: [a, b, c, d]"], "2:8: terms: 至多 3 项"],
    ["inside a list", ["name: a", "terms:", "  - 密", '  - ""'], "4:5: terms[1]: 不能为空"],
    ["too small", ["name: a", "count: 0"], "2:8: count: 不能小于 1"],
    ["too great", ["name: a", "count: 10"], "2:8: count: 不能大于 9"],
    ["not above", ["name: a", "ratio: 0"], "2:8: ratio: 应大于 0"],
    ["no integer", ["name: a", "count: 1.5"], "2:8: count: 应为整数，写的是数字 1.5"],
    [
      "a key of the wrong form",
      ["name: a", "byId: { A: true }"],
      "2:9: byId.A: 键名格式不对，应符合 /^[a-z]+$/",
    ],
    [
      "the wrong kind",
      ["name: a", "rules:", "  - kind: trm"],
      '3:11: rules[0].kind: 只能是下列之一：term、pattern；写的是"trm"，是否想写 term？',
    ],
    ["no kind", ["name: a", "rules:", "  - id: x"], "3:5: rules[0].kind: 缺少此项，可选值：term、pattern"],
    [
      "a union, by the form that was meant",
      ["name: a", "level: { off: true }"],
      "2:8: level.reason: 缺少此项",
    ],
    [
      "a union, by none",
      ["name: a", "level: of"],
      '2:8: level: 只能是下列之一：on、low；写的是"of"，是否想写 on？；或者应为键值对，写的是文字 "of"',
    ],
    ["no map at all", ["- a"], "1:1: 应为键值对，写的是列表"],
    ["an empty file", ["# 尚无内容"], "1:1: 应为键值对，写的是空值"],
  ])("%s", (_, lines, expected) => {
    expect(faults(...lines)).toEqual([expected]);
  });

  test("all at once, in the order of the file", () => {
    expect(faults("count: 0", "terms: []", "x: 1", "severity: high")).toEqual([
      expect.stringMatching(/^1:1: name/),
      expect.stringMatching(/^1:8: count/),
      expect.stringMatching(/^2:8: terms/),
      expect.stringMatching(/^3:1: x/),
      expect.stringMatching(/^4:11: severity/),
    ]);
  });

  test("a flood of faults is cut, and says so", () => {
    const keys = Array.from({ length: 80 }, (_, i) => `键${i}: 1`);
    const told = faults("name: a", ...keys);
    expect(told).toHaveLength(51);
    expect(told.at(-1)).toContain("另有 30 处");
  });

  test("line ends in a key do not confuse the others", () => {
    expect(faults("name: a", '"a\\nb": 1', "cuont: 1")).toEqual([
      expect.stringMatching(/^2:1: a b: 不认识的键 "a\\nb"/),
      '3:1: cuont: 不认识的键 "cuont"，是否想写 count？',
    ]);
  });
});

describe("strict reading", () => {
  test.each([
    ["duplicate keys", ["name: a", "name: b"], "2:1: 键重复"],
    ["tags", ["name: !!binary aGk="], "1:7: 不支持 ! 标签"],
    ["own tags", ["name: !js a"], "1:7: 不支持 ! 标签"],
    ["TABs", ["terms:", "\t- a"], "2:1: 缩进要用空格"],
    ["several documents", ["name: a", "---", "name: b"], "2:1: 一个文件只能有一份文档"],
    ["open quotes", ['name: "a'], "1:9: 缺少引号"],
    ["keys that are no text", ["[a]: 1"], "1:1: 键只能是文字"],
    ["merge keys", ["name: a", "<<: { count: 1 }"], '2:1: <<: 不认识的键 "<<"'],
    ["merge keys under YAML 1.1", ["%YAML 1.1", "---", "<<: { name: a }"], "3:1: name: 缺少此项"],
  ])("%s are refused", (_, lines, expected) => {
    expect(faults(...lines)[0]).toContain(expected);
  });

  test("an alias bomb is refused", () => {
    const levels = Array.from(
      { length: 9 },
      (_, i) => `k${i + 1}: &b${i + 1} [${Array(9).fill(`*b${i}`).join(", ")}]`,
    );
    expect(faults("k0: &b0 [x]", ...levels)[0]).toContain("别名（*）过多");
    expect(faults("name: *nowhere")[0]).toContain("没有对应的锚点");
  });

  test.each(["[".repeat(200_000), "{a: ".repeat(50_000), "- ".repeat(100_000), `\n${" ".repeat(2000)}a: 1`])(
    "nesting that exhausts the stack is refused (%#)",
    (nested) => {
      expect(faults(`name:\n ${nested}`)[0]).toContain("嵌套层次过深");
    },
  );

  test("what is too large is not even parsed", () => {
    expect(faults(`name: ${"密".repeat(1_700_000)}`)[0]).toContain("超过 5 MB");
  });

  test("__proto__ is a key like any other", () => {
    expect(faults("name: a", "__proto__: { count: 1 }")).toHaveLength(1);
  });
});
