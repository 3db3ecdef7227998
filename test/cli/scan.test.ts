import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { everyCell } from "../ledger/read-xlsx.ts";
import { folder, ROOT, run, scan } from "./run.ts";

const FAIR = "关于召开座谈会的通知\n各单位：\n会议定于周五上午召开。\n2025年3月4日\n（此件公开发布）\n";

describe("exit codes", () => {
  test("0 and `clean` where all was examined and nothing stands", () => {
    const { status, last, report } = scan([folder({ "a.txt": FAIR })]);
    expect([status, report.result]).toEqual([0, "clean"]);
    expect(last).toMatch(/^SECREVIEW result=clean found=1 examined=1 partial=0 unexamined=0 skipped=0 /u);
  });

  test("1 for a finding, which wins over what was not examined", () => {
    const { status, report } = scan([folder({ "a.txt": "机密★10年\n各单位：", "b.txt": "" })]);
    expect([status, report.result, report.totals.unexamined]).toEqual([1, "findings", 1]);
  });

  test("3 where something was not examined", () => {
    expect(scan([folder({ "a.txt": FAIR, "b.zip": "PK\u0003\u0004" })]).status).toBe(3);
  });

  test("2 for a missing path; the good one is still examined and written", () => {
    const { status, report, stderr } = scan([folder({ "a.txt": FAIR }), "/no/such/place"]);
    expect([status, report.result, report.totals.examined]).toEqual([2, "failed", 1]);
    expect(stderr).toContain("路径不存在：/no/such/place");
  });

  test("2 for nothing to examine, 0 when that is allowed", () => {
    expect(scan([folder()]).status).toBe(2);
    expect(scan([folder()], "--allow-empty").status).toBe(0);
  });

  test.each([
    [["scan", ".", "--fail-on", "never"], "never"],
    [["scan", ".", "--no-such-option"], "no-such-option"],
    [["scan", ".", "--today", "2025-02-30"], "2025-02-30"],
    [["scan", ".", "--format", "docx"], "docx"],
    [["scan", ".", "--only", "secret-mrak"], "secret-mark"],
    [["scan", ".", "--config", "none.yaml"], "none.yaml"],
    [["scan"], "paths"],
  ])("2 for %j, naming it", (args, named) => {
    const { status, stderr } = run(args, { cwd: folder({ "a.txt": FAIR }) });
    expect(status).toBe(2);
    expect(stderr).toContain(named);
    expect(stderr).not.toMatch(/^\s+at /mu);
  });

  test("--fail-on and --allow-incomplete move the gate, not the report", () => {
    const mobile = folder({ "a.txt": "困难群众王某 13800138000" });
    expect(scan([mobile]).status).toBe(1);
    expect(scan([mobile], "--fail-on", "block").status).toBe(0);
    const unread = folder({ "a.txt": FAIR, "b.rar": "Rar!\u001a\u0007\u0001\u0000" });
    expect(scan([unread]).status).toBe(3);
    const allowed = scan([unread], "--allow-incomplete=unsupported");
    expect([allowed.status, allowed.report.totals.unexamined]).toEqual([0, 1]);
  });
});

describe("outputs", () => {
  test("without asking: a page on the terminal, an HTML report, a ledger", () => {
    const cwd = folder({ "drafts/a.txt": FAIR });
    const { stdout, status } = run(["drafts"], { cwd });
    expect(status).toBe(0);
    expect(stdout).toContain("未发现标志类问题不等于不涉密");
    expect(readdirSync(join(cwd, "secreview-out")).sort()).toEqual([
      "secreview-ledger.xlsx",
      "secreview-report.html",
    ]);
  });

  test("the words that only people may say are never printed", () => {
    const { stdout, stderr } = run(["drafts"], { cwd: folder({ "drafts/a.txt": FAIR }) });
    expect((stdout + stderr).replaceAll("不等于不涉密", "")).not.toMatch(/通过|不涉密/u);
  });

  test("a second run replaces its own report and goes on with the ledger", () => {
    const cwd = folder({ "drafts/a.txt": FAIR });
    run(["drafts"], { cwd });
    const ledger = () => everyCell(readFileSync(join(cwd, "secreview-out/secreview-ledger.xlsx")));
    const before = ledger();
    expect(run(["drafts"], { cwd }).status).toBe(0);
    expect(ledger()).toEqual(before);
    expect(existsSync(join(cwd, "secreview-out/secreview-ledger-2.xlsx"))).toBe(false);
  });

  test("a stranger's file is not replaced, and that fails the run", () => {
    const cwd = folder({ "drafts/a.txt": FAIR, "mine.html": "<p>mine</p>" });
    const { status, stderr } = run(["drafts", "--report", "mine.html"], { cwd });
    expect(status).toBe(2);
    expect(stderr).toContain("mine.html");
    expect(readFileSync(join(cwd, "mine.html"), "utf8")).toBe("<p>mine</p>");
  });

  test("an output named twice or over an input is refused before anything is read", () => {
    const cwd = folder({ "a.txt": FAIR });
    for (const args of [
      ["-f", "json=z", "-f", "html=z"],
      ["-f", "json=a.txt"],
    ]) {
      const { status, stderr } = run(["a.txt", ...args], { cwd });
      expect(status).toBe(2);
      expect(stderr).toMatch(/同一个文件|会覆盖/u);
    }
    expect(readFileSync(join(cwd, "a.txt"), "utf8")).toBe(FAIR);
  });

  test("its own outputs of every kind are skipped when they lie in a scanned folder", () => {
    const cwd = folder({ "a.txt": FAIR });
    const named = ["json=r.json", "jsonl=r.jsonl", "html=r.html", "markdown=r.md", "csv=r.csv"];
    run(["a.txt", ...named.flatMap((output) => ["-f", output]), "--ledger", "l.csv"], { cwd });
    run(["a.txt", "--ledger", "l.xlsx"], { cwd });
    const { report, status } = scan([cwd]);
    expect(status).toBe(0);
    expect(report.totals).toMatchObject({ found: 8, examined: 1, skipped: 7 });
  });

  test("every format on standard output", () => {
    const cwd = folder({ "a.txt": "机密★10年\n各单位：" });
    for (const format of ["text", "json", "jsonl", "html", "markdown", "csv"])
      expect(run(["a.txt", "-f", format], { cwd }).stdout).toContain("a.txt");
  });

  test("reports are the owner's to read", () => {
    const cwd = folder({ "a.txt": FAIR });
    run(["a.txt"], { cwd });
    expect(statSync(join(cwd, "secreview-out/secreview-report.html")).mode & 0o777).toBe(0o600);
    expect(statSync(join(cwd, "secreview-out")).mode & 0o777).toBe(0o700);
  });

  test("the same run twice gives the same JSON but for the times", () => {
    const path = folder({ "a.txt": "机密★10年\n各单位：", "b/c.html": "<p>正文</p>" });
    const strip = (text: string) => text.replace(/"(?:startedAt|finishedAt)":"[^"]*"/gu, "");
    const once = run([path, "-f", "json"]).stdout;
    expect(strip(run([path, "-f", "json"]).stdout)).toBe(strip(once));
  });
});

describe("configuration", () => {
  const project = (config: string) =>
    folder({ "secreview.yaml": config, "drafts/a.txt": "困难群众王某 13800138000" });

  test("secreview.yaml is found and obeyed", () => {
    const cwd = project("unit: 江滨市档案馆\nseverities:\n  personal-mobile: info\n");
    const { status, stdout } = run(["drafts", "-f", "json"], { cwd });
    expect(status).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({ unit: "江滨市档案馆", config: join(cwd, "secreview.yaml") });
  });

  test("a fault is told with file and line, and nothing is scanned", () => {
    const { status, stderr, stdout } = run(["drafts"], { cwd: project("unit: 甲\nfailon: block\n") });
    expect([status, stdout]).toEqual([2, ""]);
    expect(stderr).toMatch(/secreview\.yaml:2:1.*failOn/u);
  });

  test("a rule switched off or weighed otherwise is told in every report, with the reason", () => {
    const cwd = folder({
      "secreview.yaml":
        "severities:\n  secret-mark: { severity: off, reason: 试点单位另行检查 }\n  personal-mobile: info\n",
      "a.txt": "机密★10年\n各单位：",
    });
    const { report } = scan(
      [join(cwd, "a.txt")],
      "--config",
      join(cwd, "secreview.yaml"),
      "--skip",
      "urgency-mark",
    );
    expect(report.rules.changes).toEqual([
      { id: "secret-mark", severity: "off", reason: "试点单位另行检查" },
      { id: "personal-mobile", severity: "info", reason: "" },
      { id: "urgency-mark", severity: "off", reason: "--skip" },
    ]);
    for (const format of ["text", "html", "markdown"])
      expect(run(["a.txt", "-f", format], { cwd }).stdout).toContain(
        "secret-mark：停用，没有检查（试点单位另行检查）",
      );
  });

  test("own dictionaries come in with --rules", () => {
    const rules = `name: 本单位词表
rules:
  - { id: own-code, name: 项目代号, category: custom, severity: block, kind: term, terms: [北山工程], basis: [本单位词表], advice: 核对, examples: { hit: [北山工程], miss: [北山] } }
`;
    const cwd = folder({ "own.yaml": rules, "a.txt": "北山工程进展顺利。" });
    expect(run(["a.txt", "--rules", "own.yaml"], { cwd }).status).toBe(1);
    writeFileSync(join(cwd, "own.yaml"), rules.replace("hit: [北山工程]", "hit: [南山工程]"));
    const failing = run(["a.txt", "--rules", "own.yaml"], { cwd });
    expect(failing.status).toBe(2);
    expect(failing.stderr).toContain("own-code");
  });

  test("--today governs expiry", () => {
    const path = folder({ "a.txt": "秘密★5年\n关于有关工作的通知\n各单位：\n请抓好落实。\n2015年3月1日\n" });
    expect(scan([path], "--today", "2020-03-01").report.totals).toMatchObject({ block: 1, review: 0 });
    const expired = scan([path], "--today", "2020-03-02");
    expect(expired.report.totals).toMatchObject({ block: 0, review: 1 });
    expect(expired.file("a.txt").document.classification).toMatchObject({
      state: "expired",
      expires: "2020-03-01",
    });
  });
});

describe("the bundled drafts", () => {
  test("show what they were made to show", () => {
    const expected = JSON.parse(readFileSync(join(ROOT, "fixtures/drafts.json"), "utf8"));
    const { report } = scan([join(ROOT, "fixtures/drafts")]);
    const shown = report.files.map(({ path, status, notices, findings }) => [
      path,
      {
        status,
        notices: notices.map(({ code }) => code),
        findings: [
          ...new Set(
            findings
              .filter(({ severity }) => severity !== "info")
              .map(({ ruleId, severity }) => `${ruleId} ${severity}`),
          ),
        ].sort(),
      },
    ]);
    expect(Object.fromEntries(shown)).toEqual(expected);
  });
});

test("--help and --version", () => {
  expect(run(["--help"]).stdout).toContain("scan");
  expect(run(["--version"])).toMatchObject({ status: 0, stdout: "0.1.0\n" });
});
