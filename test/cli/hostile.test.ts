import { execFileSync } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { docx } from "../../fixtures/build/docx.ts";
import { buildEncryptedPackage } from "../../fixtures/build/ole.ts";
import { pdf } from "../../fixtures/build/pdf.ts";
import { codes, folder, run, scan } from "./run.ts";

const FAIR = docx({ body: ["关于召开座谈会的通知", "会议定于周五上午召开。"] });
const page = { lines: [{ text: "会议定于周五上午召开。", x: 72, y: 700 }] };

describe("bad input is told file by file, and every other file still finishes", () => {
  const path = folder({
    "good.docx": FAIR,
    "encrypted.docx": buildEncryptedPackage(),
    "encrypted.pdf": pdf({ pages: [page], encrypt: { user: "secret", owner: "owner" } }),
    "truncated.docx": FAIR.subarray(0, FAIR.length >> 1),
    "renamed.pdf": FAIR,
    "empty.docx": "",
    "scan.pdf": pdf({
      pages: [{ lines: [], images: [{ x: 0, y: 0, width: 595, height: 842, pixels: [800, 1100] }] }],
    }),
    "binary.txt": Uint8Array.from({ length: 4_096 }, (_, i) => (i * 7919) % 256),
    "zzz-good.pdf": pdf({ pages: [page] }),
  });
  const { file, report, status } = scan([path]);

  test.each([
    ["good.docx", "examined", []],
    ["encrypted.docx", "unexamined", ["encrypted"]],
    ["encrypted.pdf", "unexamined", ["encrypted"]],
    ["truncated.docx", "unexamined", ["corrupt"]],
    ["renamed.pdf", "examined", ["extension-mismatch"]],
    ["empty.docx", "unexamined", ["empty"]],
    ["scan.pdf", "unexamined", ["no-text-layer"]],
    ["binary.txt", "unexamined", ["undecodable"]],
    ["zzz-good.pdf", "examined", []],
  ])("%s is %s %j", (name, expected, notices) => {
    expect([file(name).status, codes(file(name))]).toEqual([expected, notices]);
    for (const notice of file(name).notices) expect(notice.message).toMatch(/。$/u);
  });

  test("the run is incomplete and the counts add up", () => {
    const { found, examined, partial, unexamined, skipped } = report.totals;
    expect([status, found]).toEqual([3, examined + partial + unexamined + skipped]);
  });
});

test("a folder with no readable file is never clean", () => {
  expect(scan([folder({ "a.docx": "", "b.docx": buildEncryptedPackage() })]).status).toBe(3);
});

test("a document that never ends is stopped at its deadline; its neighbours finish", () => {
  const path = folder({ "a.txt": "正文", "m.txt": `${"1".repeat(60)}\n`.repeat(300_000), "z.txt": "正文" });
  const config = join(
    folder({ "secreview.yaml": "limits: { fileMs: 1s, fileMsMax: 1s }\n" }),
    "secreview.yaml",
  );
  const rules = join(
    folder({
      "slow.yaml": `name: 慢
rules:
  - { id: slow-pattern, name: 慢, category: custom, severity: info, kind: pattern, pattern: "(?:1+)+2", acceptReDoS: { reason: 试验 }, basis: [x], advice: x, examples: { hit: ["12"], miss: ["2"] } }
`,
    }),
    "slow.yaml",
  );
  const { file, status } = scan([path], "--config", config, "--rules", rules);
  expect(["a.txt", "m.txt", "z.txt"].map((name) => file(name).status)).toEqual([
    "examined",
    "unexamined",
    "examined",
  ]);
  expect([codes(file("m.txt")), status]).toEqual([["timeout"], 3]);
});

describe("names", () => {
  const names = [
    "附件[1]（最终）.txt",
    "两\n行.txt",
    "\u001b[2J\u001b[31m红.txt",
    "<img src=x onerror=alert(1)>.txt",
    "=cmd|' -C calc'!A0.txt",
    "\u202etxt.exe.txt",
  ];
  const path = folder(Object.fromEntries(names.map((name) => [name, "困难群众王某 13800138000"])));

  test("each is read under its own name", () => {
    const { report } = scan([path]);
    expect(report.files.map((review) => review.path).sort()).toEqual([...names].sort());
    expect(report.totals.examined).toBe(names.length);
  });

  test("and none acts in a report or on a terminal", () => {
    const { stdout: html } = run([path, "-f", "html"]);
    expect(html).not.toContain("<img src=x");
    for (const format of ["text", "markdown", "csv"]) {
      const { stdout, stderr } = run([path, "-f", format]);
      expect(stdout + stderr).not.toContain("\u001b");
      expect(stdout + stderr).not.toContain("\u202e");
    }
    expect(run([path, "-f", "csv"]).stdout).not.toMatch(/^=/mu);
  });

  test("a literal name with brackets can be excluded", () => {
    const { report } = scan([path], "--exclude", "附件[1]（最终）.txt");
    expect(report.totals).toMatchObject({ found: names.length, skipped: 1 });
  });
});

test("a FIFO is listed and never opened", () => {
  const path = folder({ "a.txt": "正文" });
  execFileSync("mkfifo", [join(path, "pipe.docx")]);
  const { file, status } = scan([path]);
  expect([file("pipe.docx").status, codes(file("pipe.docx")), status]).toEqual([
    "unexamined",
    ["special-file"],
    3,
  ]);
});

test("a folder nobody can follow out of is not followed", () => {
  const outside = folder({ "secret.txt": "机密★10年" });
  const path = folder({ "a.txt": "正文" });
  mkdirSync(join(path, "b"));
  execFileSync("ln", ["-s", outside, join(path, "b/link")]);
  const { report } = scan([path]);
  expect(JSON.stringify(report.files)).not.toContain("机密");
  expect(report.totals).toMatchObject({ found: 2, examined: 1, unexamined: 1 });
});

test("nothing personal or secret leaves, whatever the format", () => {
  const sentence = "蓝鲸计划拨款三千万元用于北山工程";
  const secrets = [
    "11010519491231002X",
    "13912345678",
    "6222021234567890128",
    sentence,
    "江密〔2024〕19号",
    "关于北山工程的请示",
  ];
  const marked = docx({
    body: ["机密★10年", "江密〔2024〕19号", "关于北山工程的请示", sentence, "2024年5月6日"],
  });
  const list = `身份证 11010519491231002X，${sentence}，卡号 6222021234567890128\n张某 13912345678`;
  const path = folder({ "a.docx": marked, "b.txt": list });
  const out = folder();
  for (const format of ["text", "json", "jsonl", "html", "markdown", "csv"]) {
    const { stdout, stderr } = run([path, "-f", format]);
    for (const secret of secrets.filter((text) => text !== sentence || format))
      expect(stdout + stderr).not.toContain(secret);
  }
  run([path, "--ledger", join(out, "ledger.csv")]);
  const ledger = execFileSync("cat", [join(out, "ledger.csv")], { encoding: "utf8" });
  for (const secret of secrets) expect(ledger).not.toContain(secret);
  writeFileSync(join(out, "searched"), "");
});
