import { describe, expect, test } from "vitest";
import { ledgerXlsx } from "../ledger/new-ledger.ts";
import { folder, run, scan } from "./run.ts";

function dictionary(more: string, examples = "hit: [北山工程进展], miss: [北山公园]"): string {
  return `name: 本单位词表
rules:
  - id: own-project
    name: 本单位项目代号
    category: custom
    severity: review
    basis: [本单位词表]
    advice: 请核对。
    tags: [项目]
    examples: { ${examples} }
    ${more}
`;
}

const GOOD = dictionary("kind: term\n    terms: [北山工程]");

describe("rules list and show", () => {
  test("a table, narrowed by category and tag", () => {
    const cwd = folder({ "own.yaml": GOOD });
    const all = run(["rules", "list", "--rules", "own.yaml"], { cwd }).stdout;
    expect(all).toMatch(/secret-mark .*dictionaries\/classification\.yaml:\d+/u);
    const tagged = run(["rules", "list", "--rules", "own.yaml", "--tag", "项目"], { cwd }).stdout;
    expect(tagged.split("\n")).toHaveLength(4);
    expect(tagged).toMatch(/own-project .*own\.yaml:3/u);
    const telegrams = JSON.parse(run(["rules", "list", "--category", "telegram", "--json"]).stdout);
    expect(new Set(telegrams.map(({ category }: { category: string }) => category))).toEqual(
      new Set(["telegram"]),
    );
  });

  test("show tells what is found, why, and what to do", () => {
    const { status, stdout } = run(["rules", "show", "own-project", "--rules", "own.yaml"], {
      cwd: folder({ "own.yaml": GOOD }),
    });
    expect(status).toBe(0);
    for (const words of ["要找的词：北山工程", "类别：本单位词表", "第 3 行", "· 请核对。", "· 北山公园"])
      expect(stdout).toContain(words);
  });

  test("an unknown id is told with the nearest one", () => {
    expect(run(["rules", "show", "secret-mrk"])).toMatchObject({
      status: 2,
      stderr: expect.stringContaining("secret-mark"),
    });
  });
});

describe("rules test", () => {
  const test_ = (examples: string) =>
    run(["rules", "test", "own.yaml"], {
      cwd: folder({ "own.yaml": dictionary("kind: term\n    terms: [北山工程]", examples) }),
    });

  test("kept promises end with 0, a broken one with 1 and its text", () => {
    expect(test_("hit: [北山工程], miss: [北山公园]").status).toBe(0);
    expect(test_("hit: [北山公园], miss: [北山]")).toMatchObject({
      status: 1,
      stdout: expect.stringContaining('没有命中应命中的例子 "北山公园"'),
    });
  });

  test("known faults fail nothing; one that is mended is told", () => {
    const { status, stdout } = test_("hit: [北山工程], miss: [甲], todoHit: [北山, 北山工程二期]");
    expect(status).toBe(0);
    expect(stdout).toMatch(/还没有命中（已知） "北山"\n.*从 todoHit 移到 hit "北山工程二期"/u);
  });
});

describe("rules lint", () => {
  const lint = (text: string, ...more: string[]) =>
    run(["rules", "lint", "own.yaml", ...more], {
      cwd: folder({ "own.yaml": text }),
      env: { XDG_CACHE_HOME: folder() },
    });

  test("0 with nothing or warnings, 1 with an error, 2 without the file", () => {
    expect(lint(GOOD)).toMatchObject({ status: 0, stdout: "检查了 1 条规则：0 个错误，0 个提醒\n" });
    expect(lint(dictionary("kind: term\n    terms: [山]"))).toMatchObject({
      status: 0,
      stdout: expect.stringMatching(/own\.yaml:3: 提醒 规则 own-project：“山”只有一个字/u),
    });
    expect(lint(dictionary("kind: term\n    terms: [北山工程, '\u200b']")).status).toBe(1);
    expect(run(["rules", "lint", "none.yaml"]).status).toBe(2);
  });

  test("faults of form are errors with line and column", () => {
    const { status, stdout } = lint(GOOD.replace("advice", "advise"));
    expect(status).toBe(1);
    expect(stdout).toMatch(/own\.yaml:\d+:\d+: .*advise/u);
  });

  test("a pattern that can be attacked is an error with the attack", () => {
    const { status, stdout } = lint(
      dictionary("kind: pattern\n    pattern: '^(北|北山|山)*工程$'\n    anchors: [工程]"),
    );
    expect(status).toBe(1);
    expect(stdout).toMatch(/长时间停住.*例如：/u);
  });
});

test("a list kept as a workbook is read cell by cell", async () => {
  const list = await ledgerXlsx([], ["青岭计划"]);
  const cwd = folder({ "本单位.xlsx": list, "a.txt": "青岭计划已经启动。" });
  const { report } = scan([`${cwd}/a.txt`], "--rules", `${cwd}/本单位.xlsx`);
  expect(report.files[0]?.findings.map(({ message }) => message)).toContain("本单位词表“本单位”");
});

test("a workbook that is none is told as a fault of the list", () => {
  const cwd = folder({ "本单位.xlsx": "不是工作簿", "a.txt": "无" });
  expect(run(["scan", "a.txt", "--rules", "本单位.xlsx"], { cwd })).toMatchObject({
    status: 2,
    stderr: expect.stringContaining("词表读不出来"),
  });
});
