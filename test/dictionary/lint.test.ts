import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { runExamples } from "../../src/dictionary/examples.ts";
import { lintDictionaries } from "../../src/dictionary/lint.ts";
import { type Screening, screenPattern } from "../../src/dictionary/redos.ts";
import { literalsOf } from "../../src/dictionary/regexp-literals.ts";
import { readSources } from "../../src/dictionary/source.ts";
import type { LintFault } from "../../src/model/index.ts";

const FACTS = "category: custom, severity: review, basis: [本单位词表], advice: 请核对。";
const EXAMPLES = "examples: { hit: [甲], miss: [乙] }";

function term(id: string, terms: string, more = ""): string {
  return `  - { id: ${id}, name: 甲, kind: term, terms: ${terms}, ${FACTS}, ${more}${EXAMPLES} }\n`;
}

function pattern(id: string, source: string, more: string): string {
  return `  - { id: ${id}, name: 甲, kind: pattern, pattern: '${source}', ${FACTS}, ${more} ${EXAMPLES} }\n`;
}

/** Lints dictionaries with these rules; the last file is the one asked about. */
async function lint(screen: Screening, ...dictionaries: string[]): Promise<LintFault[]> {
  const folder = mkdtempSync(join(tmpdir(), "secreview-lint-"));
  const files = dictionaries.map((rules, index) => {
    const file = join(folder, `${index}.yaml`);
    writeFileSync(file, `name: 词表\nrules:\n${rules}`);
    return file;
  });
  const read = await readSources(files, async () => []);
  return lintDictionaries(read, new Set(files.slice(-1)), async () => screen);
}

const SAFE: Screening = { status: "safe" };
const codes = (faults: readonly LintFault[]) => faults.map(({ level, code }) => `${level} ${code}`);

describe("words", () => {
  test.each([
    ["[北山工程]", []],
    ["[機密, Ａ１]", []],
    ["[山]", ["warning one-character"]],
    ['["北山\\n工程"]', ["error never-matches"]],
    ['["\\u200b"]', ["error never-matches"]],
    ['["北山\\t工程"]', ["warning spans-cells"]],
    ["[北山工程, 北山 工程]", ["warning duplicate-term"]],
  ])("%s", async (terms, expected) => {
    expect(codes(await lint(SAFE, term("own-term", terms)))).toEqual(expected);
  });

  test("phrases and contexts that can never be met are told with their key", async () => {
    const faults = await lint(SAFE, term("own-term", "[北山工程]", 'allow: { phrases: ["北山\\n工程"] }, '));
    expect(faults).toMatchObject([{ code: "never-matches", detail: { key: "allow.phrases" }, line: 3 }]);
  });
});

describe("several dictionaries", () => {
  test("a word of an earlier rule is told, and only for the files asked about", async () => {
    const [fault, ...others] = await lint(
      SAFE,
      term("first-rule", "[北山工程, 北山工程]"),
      term("second-rule", "[北山工程]"),
    );
    expect(others).toEqual([]);
    expect(fault).toMatchObject({
      code: "duplicate-term",
      ruleId: "second-rule",
      detail: { other: "first-rule" },
    });
  });

  test("a rule that replaces another is told once, not word by word", async () => {
    const faults = await lint(SAFE, term("own-term", "[北山工程]"), term("own-term", "[北山工程]"));
    expect(codes(faults)).toEqual(["warning replaces"]);
  });
});

describe("patterns", () => {
  test.each([
    ["机密★", "anchors: [机密],", []],
    ["机密★", "", ["warning no-anchor"]],
    ["\\d{11}", "digits: 11,", []],
    ["机密☆", "anchors: [机密],", ["error unfolded"]],
    ["機密", "anchors: [机密],", ["error unfolded"]],
    ["机密\\*", "anchors: [机密],", ["error unfolded"]],
    ["[１1]号", "anchors: [号],", ["warning unfolded"]],
    ["[\\u4e00-\\u9fa5]{2}号", "anchors: [号],", []],
  ])("%s", async (source, more, expected) => {
    expect(codes(await lint(SAFE, pattern("own-pattern", source, more)))).toEqual(expected);
  });

  test("a slow one is an error with its attack, unless it is accepted with a reason", async () => {
    const slow: Screening = { status: "vulnerable", attack: "甲甲", complexity: "exponential" };
    const anchored = "anchors: [甲],";
    expect(await lint(slow, pattern("own-pattern", "甲+", anchored))).toMatchObject([
      { level: "error", code: "redos", detail: { attack: "甲甲" } },
    ]);
    const accepted = `${anchored} acceptReDoS: { reason: 只用于短行 },`;
    expect(await lint(slow, pattern("own-pattern", "甲+", accepted))).toEqual([]);
    expect(codes(await lint({ status: "unknown" }, pattern("own-pattern", "甲+", anchored)))).toEqual([
      "warning redos-unknown",
    ]);
  });

  test("characters are read out of escapes, not out of syntax", () => {
    const named = [...literalsOf("(?<hit>机\\u5bc6[☆a-z]\\d{2,}\\.)")];
    expect(named.filter(({ optional }) => !optional).map(({ character }) => character)).toEqual([
      ..."机密",
      ..."2,.",
    ]);
    expect(named.filter(({ optional }) => optional).map(({ character }) => character)).toEqual(["☆"]);
  });
});

describe("screenPattern", () => {
  test("finds an attack that is slow within one line", async () => {
    const screening = await screenPattern("^(甲|甲甲|甲乙)*丙$");
    expect(screening).toMatchObject({ status: "vulnerable" });
    expect((screening as { attack: string }).attack.length).toBeLessThanOrEqual(2_000);
  });

  test.each(["机密★\\d{1,2}年", "第[一二三四五]{1,3}条"])("%s is safe", async (source) => {
    expect(await screenPattern(source)).toEqual(SAFE);
  });
});

test("known faults are run apart from promises", async () => {
  const folder = mkdtempSync(join(tmpdir(), "secreview-lint-"));
  const file = join(folder, "own.yaml");
  writeFileSync(
    file,
    `name: 词表\nrules:\n  - { id: own-term, name: 甲, kind: term, terms: [甲], ${FACTS}, examples: { hit: [甲], miss: [乙], todoHit: [丙], todoMiss: [丁] } }\n`,
  );
  const [dictionary] = await readSources([file], async () => []);
  const probe = (_: unknown, text: string) => (text === "甲" || text === "丁" ? (["review"] as const) : []);
  const kept = [...runExamples(dictionary!.rules, probe, "all")].map(({ list, kept }) => [list, kept]);
  expect(kept).toEqual([
    ["hit", true],
    ["miss", true],
    ["todoHit", false],
    ["todoMiss", false],
  ]);
  expect([...runExamples(dictionary!.rules, probe, "promised")]).toHaveLength(2);
});
