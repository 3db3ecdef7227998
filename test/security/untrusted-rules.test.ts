import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { codes, folder, run, scan } from "../cli/run.ts";

const DRAFT = folder({ "a.txt": "正文" });

/** A dictionary of one rule that finds `hit`; `more` is YAML inside its braces. */
function ruleFile(pattern: string, hit: string, more = ""): string {
  const rule = `{ id: own-rule, name: 规则, category: custom, severity: info, kind: pattern, pattern: ${JSON.stringify(pattern)}, basis: [x], advice: x, examples: { hit: [${JSON.stringify(hit)}], miss: [甲] }${more} }`;
  return join(folder({ "own.yaml": `name: 自定\nrules:\n  - ${rule}\n` }), "own.yaml");
}

function dictionary(text: string): string {
  return join(folder({ "own.yaml": text }), "own.yaml");
}

describe("a pattern that backtracks without end", () => {
  test.each([
    ["^(1+)+$", "11"],
    ["^(a|aa)+$", "aa"],
    ["^(秘密|秘|密)+★$", "秘密★"],
    ["(?:x+x+)+y", "xxy"],
  ])("%s is refused at load", (pattern, hit) => {
    const { status, stderr } = run([DRAFT, "--rules", ruleFile(pattern, hit)]);
    expect([status, stderr]).toEqual([2, expect.stringContaining("acceptReDoS")]);
  });

  test("is taken where its author accepts it, and stopped at its time with the file partial and the rule named", () => {
    const rules = ruleFile("1*1*1*1*2", "12", ", acceptReDoS: { reason: 试验 }");
    const path = folder({ "a.txt": "正文", "slow.txt": `${"1".repeat(150)}\n`.repeat(60) });
    const { file, status } = scan([path], "--rules", rules, "--limit", "ruleMs=500ms");
    const [notice] = file("slow.txt").notices;
    expect([file("a.txt").status, file("slow.txt").status, status]).toEqual(["examined", "partial", 3]);
    expect([codes(file("slow.txt")), notice?.message]).toEqual([
      ["rule-timeout"],
      expect.stringContaining("own-rule"),
    ]);
  });
});

describe("a dictionary made to hurt", () => {
  const level = (n: number) => `a${n}: &a${n} [${Array.from({ length: 9 }, () => `*a${n - 1}`).join(",")}]`;

  test.each([
    [
      "an alias bomb",
      `name: x\na0: &a0 [1]\n${[1, 2, 3, 4, 5, 6, 7, 8, 9].map(level).join("\n")}\nrules: []\n`,
    ],
    ["a custom tag", 'name: !!js/function "function () {}"\nrules: []\n'],
    ["an unknown key", "name: x\nrulez: []\nrules: []\n"],
    ["the prototype", "name: x\n__proto__: { polluted: true }\nrules: []\n"],
    ["a key that stands twice", "name: x\nname: y\nrules: []\n"],
    ["depth without end", `name: ${"[".repeat(50_000)}\n`],
  ])("%s is refused with its place", (_, text) => {
    const { status, stderr } = run([DRAFT, "--rules", dictionary(text)]);
    expect([status, stderr]).toEqual([2, expect.stringContaining("own.yaml")]);
    expect(stderr).not.toContain("内部错误");
  });
});

test("a configuration inside the scanned tree has no say", () => {
  const relaxed = "limits: { fileBytes: 1KiB }\nfailOn: none\nexclude: ['**']\n";
  const path = folder({ "secreview.yaml": relaxed, "a.txt": "身份证号码 11010519491231002X" });
  const { file, report, status } = scan([path]);
  expect([report.config, file("a.txt").status, status]).toEqual([null, "examined", 1]);
});
