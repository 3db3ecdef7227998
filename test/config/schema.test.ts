import { resolve } from "node:path";
import { describe, expect, test } from "vitest";
import { SEGMENTERS } from "../../src/config/config.ts";
import { defaultConfig } from "../../src/config/defaults.ts";
import { configSchema } from "../../src/config/schema.ts";
import { settle } from "../../src/config/settle.ts";
import { DEFAULT_LIMITS } from "../../src/model/limits.ts";
import { ENGINES } from "../../src/segment/index.ts";
import { readYaml } from "../../src/yaml/read.ts";

const defaults = defaultConfig("/run");

const read = (...lines: string[]) => readYaml({ text: lines.join("\n"), file: "c" }, configSchema).value;
const config = (...lines: string[]) => settle(read(...lines), defaults, "/office");
const limit = (key: string, value: string) => config(`limits: { ${key}: ${value} }`).limits;

test.each([[""], ["# 尚未设置"], ["{}"]])("%j sets nothing", (text) => {
  expect(config(text)).toEqual(defaults);
});

test("every key is taken over, paths from the folder of the file", () => {
  const written = config(
    "unit: ' 某某市某某局 '",
    "organs: [某某市某某局, 市某局]",
    "requireDisclosure: true",
    "dictionaries: [builtin, 词表/本单位.yaml, /etc/terms]",
    "severities: { urgency-mark: info }",
    "restricted: 名录.yaml",
    "baseline: 认可.yaml",
    "verify: { paths: ['公开/**'], ignore: ['**/*.css'], signatures: [科室负责人] }",
    "limits: { fileBytes: 50MiB }",
    "outputs: { formats: [text, json=out/r.json], report: r.html, ledger: 台账.xlsx, outDir: 结果 }",
    "segmenter: nodejieba",
    "failOn: block",
    "include: ['**/*.docx']",
    "exclude: ['归档/**']",
    "ledger: { template: 模板/台账.yaml }",
    "calendar: { holidays: [2026-10-01], workdays: [2026-10-10] }",
    "context: 0",
  );
  expect(written).toEqual({
    ledgerTemplate: resolve("/office/模板/台账.yaml"),
    calendar: { holidays: ["2026-10-01"], workdays: ["2026-10-10"] },
    unit: "某某市某某局",
    organs: ["某某市某某局", "市某局"],
    requireDisclosure: true,
    dictionaries: ["builtin", resolve("/office/词表/本单位.yaml"), resolve("/etc/terms")],
    severities: { "urgency-mark": "info" },
    severityReasons: {},
    restricted: resolve("/office/名录.yaml"),
    baseline: resolve("/office/认可.yaml"),
    verify: { paths: ["公开/**"], ignore: ["**/*.css"], signatures: ["科室负责人"] },
    limits: { ...DEFAULT_LIMITS, fileBytes: 50 * 2 ** 20 },
    outputs: {
      formats: [
        { format: "text", file: null },
        { format: "json", file: resolve("/office/out/r.json") },
      ],
      report: resolve("/office/r.html"),
      ledger: resolve("/office/台账.xlsx"),
      outDir: resolve("/office/结果"),
    },
    segmenter: "nodejieba",
    failOn: "block",
    include: ["**/*.docx"],
    exclude: ["归档/**"],
    context: 0,
  });
});

describe("limits", () => {
  test.each([
    ["fileBytes", "50MiB", 50 * 2 ** 20],
    ["fileBytes", "1.5 GB", 1_500_000_000],
    ["fileBytes", "4096", 4096],
    ["expandedBytes", "1gib", 2 ** 30],
    ["fileMs", "90s", 90_000],
    ["fileMsMax", "1h", 3_600_000],
    ["pageMs", "5", 5],
    ["pages", "1", 1],
  ])("%s: %s is %d", (key, written, expected) => {
    expect(limit(key, written)).toEqual({ ...DEFAULT_LIMITS, [key]: expected });
  });

  test.each(Object.keys(DEFAULT_LIMITS))("%s cannot be zero, negative, without end or absurd", (key) => {
    // Only further tries may be none at all.
    const none = key === "retries" ? [] : ["0"];
    for (const value of [...none, "-1", ".inf", ".nan", "1.0e+30", "null", "none", "[]", "true"]) {
      expect(() => limit(key, value), `${key}: ${value}`).toThrow(`limits.${key}`);
    }
  });

  test.each(Object.entries(DEFAULT_LIMITS))("the default of %s is within its own bounds", (key, value) => {
    expect(limit(key, String(value))).toEqual(DEFAULT_LIMITS);
  });

  test.each([
    ["fileBytes", "200 apples", "应为大小，如 200MiB"],
    ["fileMs", "10MiB", "应为时长，如 60s"],
    ["fileBytes", "0", "应在 1KiB 到 4GiB 之间"],
    ["fileMs", "2h", "应在 1s 到 1h 之间"],
  ])("%s: %s is told", (key, written, expected) => {
    expect(() => limit(key, written)).toThrow(expected);
  });

  test("the time for a file is not above the most", () => {
    expect(() => limit("fileMs", "10min")).toThrow("fileMsMax（300000 ms）不能小于 fileMs（600000 ms）");
    expect(config("limits: { fileMs: 10min, fileMsMax: 10min }").limits.fileMs).toBe(600_000);
  });
});

describe("severities", () => {
  test("a rule goes off with its reason only", () => {
    const { severities, severityReasons } = config(
      "severities:",
      "  copy-number: { severity: off, reason: 本单位不印份号 }",
      "  urgency-mark: review",
      "  number-citation: { severity: info, reason: 引用较多 }",
    );
    expect(severities).toEqual({ "copy-number": "off", "urgency-mark": "review", "number-citation": "info" });
    expect(severityReasons).toEqual({ "copy-number": "本单位不印份号", "number-citation": "引用较多" });
  });

  test.each([
    ["copy-number: off", "severities.copy-number.reason: 缺少此项"],
    ["copy-number: { severity: off }", "severities.copy-number.reason: 缺少此项"],
    ["copy-number: { severity: off, reason: ' ' }", "severities.copy-number.reason: 不能为空"],
    ["copy-number: low", "只能是下列之一：block、review、info"],
    ["Copy_Number: info", "severities.Copy_Number: 键名格式不对"],
  ])("%s is refused", (line, expected) => {
    expect(() => read("severities:", `  ${line}`)).toThrow(expected);
  });
});

describe("outputs", () => {
  test.each([
    ["formats: [pdf]", "应为 text、json、jsonl、html、markdown、csv 之一"],
    ["formats: ['json=']", "如 json=结果.json"],
    ["report: 报告.docx", "outputs.report: 格式不对"],
    ["ledger: 台账.ods", "outputs.ledger: 格式不对"],
    ["outdir: x", "是否想写 outDir？"],
  ])("%s is refused", (line, expected) => {
    expect(() => read("outputs:", `  ${line}`)).toThrow(expected);
  });
});

test.each([
  ["today: 2025-01-01", '不认识的键 "today"'],
  ["failon: review", "是否想写 failOn？"],
  ["failOn: never", "只能是下列之一：block、review、info、none"],
  ["segmenter: jieba", "只能是下列之一：@node-rs/jieba、nodejieba"],
  ["dictionaries: []", "dictionaries: 不能为空"],
  ["unit:", "unit: 应为文字，写的是空值"],
  ["context: 5000", "context: 不能大于 200"],
  ["organs: 市局", "organs: 应为列表"],
])("%s is refused", (line, expected) => {
  expect(() => read(line)).toThrow(expected);
});

test("the segmenters that can be named are those there are", () => {
  expect([...SEGMENTERS]).toEqual([...ENGINES]);
});
