import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { checkExamples } from "../../src/dictionary/examples.ts";
import { loadRuleSet } from "../../src/dictionary/load.ts";
import { CHANNELS } from "../../src/model/index.ts";
import { body, find, rule, rules } from "../detect/find.ts";

const probe = (own: (typeof rules)[number], text: string) =>
  find([{ ...body(text), part: own.where?.[0] ?? "body" }], [own]).map(({ severity }) => severity);
const NONE = { severities: {}, only: [], skip: [] };

function dictionary(text: string): string {
  const file = join(mkdtempSync(join(tmpdir(), "secreview-dictionary-")), "own.yaml");
  writeFileSync(file, text);
  return file;
}

const OWN = `name: 本单位词表
rules:
  - id: own-project
    name: 本单位项目代号
    category: custom
    severity: review
    kind: term
    terms: [北山工程]
    basis: [本单位词表]
    advice: 请核对。
    examples: { hit: [北山工程进展], miss: [北山公园] }
`;

describe("built-in dictionaries", () => {
  test("every rule keeps the promise of its examples", () => {
    expect(() => checkExamples(rules, probe)).not.toThrow();
  });

  test("every rule but a channel has examples of both kinds, and national law first", () => {
    for (const { id, kind, examples, basis } of rules) {
      if (!["channel", "fact", "property", "restricted", "across"].includes(kind))
        expect([id, examples.hit.length > 0 && examples.miss.length > 0]).toEqual([id, true]);
      expect(basis[0]).toMatch(/中华人民共和国|GB\/T/u);
    }
  });

  test("every hidden channel has its severity", () => {
    const told = rules.flatMap((own) => (own.kind === "channel" ? own.channels : []));
    expect([...told].sort()).toEqual([...CHANNELS].sort());
  });
});

describe("a unit's own", () => {
  test("is merged, and the same id replaces the built-in rule", async () => {
    const file = dictionary(OWN.replaceAll("own-project", "secret-copy-number"));
    const set = await loadRuleSet({ dictionaries: ["builtin", file], ...NONE });
    expect(set.rules.find(({ id }) => id === "secret-copy-number")?.name).toBe("本单位项目代号");
    expect(set.rules).toHaveLength(rules.length);
  });

  test("severities change, off leaves out, the digest follows", async () => {
    const file = dictionary(OWN);
    const plain = await loadRuleSet({ dictionaries: [file], ...NONE });
    const block = await loadRuleSet({
      dictionaries: [file],
      ...NONE,
      severities: { "own-project": "block" },
    });
    expect(block.rules[0]?.severity).toBe("block");
    expect(block.digest).not.toBe(plain.digest);
    await expect(
      loadRuleSet({ dictionaries: [file], ...NONE, severities: { "own-project": "off" } }),
    ).rejects.toThrow("没有可用的规则");
  });

  test.each([
    ["an unknown key", OWN.replace("advice:", "advise:"), /own\.yaml:\d+:\d+.*advi[sc]e/su],
    ["an unknown category", OWN.replace("custom", "secrets"), /own\.yaml:5/u],
    [
      "a broken pattern",
      OWN.replace("kind: term\n    terms: [北山工程]", 'kind: pattern\n    pattern: "("'),
      /正则表达式有误/u,
    ],
    ["an id told twice", OWN + OWN.slice(OWN.indexOf("  - id")), /规则编号 own-project 重复/u],
  ])("%s is told with file and line", async (_, text, message) => {
    await expect(loadRuleSet({ dictionaries: [dictionary(text)], ...NONE })).rejects.toThrow(message);
  });

  test("an unknown rule id gets a suggestion", async () => {
    await expect(
      loadRuleSet({ dictionaries: ["builtin"], ...NONE, skip: ["secret-marks"] }),
    ).rejects.toMatchObject({
      message: "没有编号为 secret-marks 的规则",
      hint: "是否想写 secret-mark？",
    });
  });
});

test("a rule whose example fails is named with the example", () => {
  const broken = { ...rule("secret-mark"), examples: { hit: ["毫无标志"], miss: ["机密★10年"] } };
  expect(() => checkExamples([broken], probe)).toThrow(
    /secret-mark：没有命中应命中的例子 "毫无标志"[\s\S]*命中了不应命中的例子/u,
  );
});
