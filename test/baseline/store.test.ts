import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import {
  accept,
  appendEntries,
  type BaselineEntry,
  openBaseline,
  readBaseline,
  readSource,
} from "../../src/baseline/index.ts";
import type { Finding } from "../../src/model/index.ts";

const PRINT = `5c1a0e9b-${"0".repeat(39)}`;
const entry = (digit: string, extra: Partial<BaselineEntry> = {}): BaselineEntry => ({
  fingerprint: PRINT + digit,
  rule: "own-rule",
  file: "通知.txt",
  reason: "公开电话",
  reviewer: "李四",
  date: "2026-01-05",
  until: null,
  ...extra,
});

function fileOf(text?: string): string {
  const file = join(mkdtempSync(join(tmpdir(), "secreview-baseline-")), "b.yaml");
  if (text !== undefined) writeFileSync(file, text);
  return file;
}

describe("a baseline", () => {
  test("is appended to; what people wrote into it stays", async () => {
    const file = fileOf();
    await appendEntries(file, [entry("1", { reason: '引号 " 和 # 与: 换行\n尾' })]);
    writeFileSync(file, readFileSync(file, "utf8").replace("entries:", "# 我的备注\nentries:"));
    await appendEntries(file, [entry("2", { until: "2026-12-31" })]);
    expect(readFileSync(file, "utf8")).toContain("# 我的备注");
    const { entries, faulty } = await readBaseline(file);
    expect(faulty).toEqual([]);
    expect(entries).toEqual([
      entry("1", { reason: '引号 " 和 # 与: 换行\n尾' }),
      entry("2", { until: "2026-12-31" }),
    ]);
  });

  test.each(["", "entries: []\n", "version: 1\nentries:\n", "# 空的\n"])(
    "%j is one to begin with",
    async (text) => {
      const file = fileOf(text);
      await appendEntries(file, [entry("1")]);
      expect((await readBaseline(file)).entries).toHaveLength(1);
    },
  );

  test("in another form is left alone", async () => {
    const text = `entries: [{fingerprint: ${PRINT}1, rule: a, file: b, reason: c, reviewer: d, date: 2026-01-01}]\n`;
    const file = fileOf(text);
    expect((await readBaseline(file)).entries).toHaveLength(1);
    await expect(appendEntries(file, [entry("2")])).rejects.toThrow("无法续写");
    expect(readFileSync(file, "utf8")).toBe(text);
  });

  test("gives back the findings of faulty entries and tells their lines", async () => {
    const good = `  - { fingerprint: ${PRINT}1, rule: own-rule, file: 通知.txt, reason: 公开电话, reviewer: 李四, date: 2026-01-05 }`;
    const file = fileOf(
      [
        "entries:",
        good,
        good.replace("reviewer: 李四, ", ""),
        good.replace("公开电话", "' '"),
        good.replace("2026-01-05", "2026-02-30"),
        good.replace(`${PRINT}1`, "abc"),
        "  - 认可一切",
        good.replace("date", "lines: 3, date"),
      ].join("\n"),
    );
    const { entries, faulty } = await readBaseline(file);
    expect(entries).toEqual([entry("1")]);
    expect(faulty.map(({ line }) => line)).toEqual([3, 4, 5, 6, 7, 8]);
    expect(faulty[0]!.text).toContain("reviewer");
  });

  test("that is no list at all is an error", async () => {
    await expect(readBaseline(fileOf("entries: 全部\n"))).rejects.toThrow("entries");
    await expect(readBaseline(fileOf("accept: []\n"))).rejects.toThrow("accept");
    await expect(readBaseline(fileOf("entries: [\n"))).rejects.toThrow();
    await expect(readBaseline(fileOf())).rejects.toThrow("找不到");
  });
});

describe("an open baseline", () => {
  const finding = (digit: string, ruleId = "own-rule") => ({ fingerprint: PRINT + digit, ruleId }) as Finding;
  const opened = (...entries: BaselineEntry[]) =>
    openBaseline({ entries, faulty: [], sha256: "" }, "5c1a0e9b", "2026-06-30");

  test("accepts by fingerprint, rule and file", () => {
    const baseline = opened(entry("1"), entry("2"));
    expect(baseline.acceptanceOf(finding("1"), "通知.txt")).toEqual({
      reviewer: "李四",
      reason: "公开电话",
      date: "2026-01-05",
    });
    expect(baseline.acceptanceOf(finding("3"), "通知.txt")).toBeNull();
    expect(baseline.acceptanceOf(finding("2", "other"), "通知.txt")).toBeNull();
    expect(baseline.misfit()).toEqual([entry("2")]);
    expect(baseline.unmet()).toEqual([]);
  });

  test("holds through its last day and no longer; a renewal counts", () => {
    expect(opened(entry("1", { until: "2026-06-30" })).acceptanceOf(finding("1"), "通知.txt")).not.toBeNull();
    const expired = opened(entry("1", { until: "2026-06-29" }));
    expect(expired.acceptanceOf(finding("1"), "通知.txt")).toBeNull();
    expect(expired.expired).toHaveLength(1);
    const renewed = opened(entry("1", { until: "2026-06-29" }), entry("1", { until: "2027-06-29" }));
    expect(renewed.acceptanceOf(finding("1"), "通知.txt")).not.toBeNull();
    expect(renewed.expired).toEqual([]);
  });

  test("knows entries of another key", () => {
    const foreign = entry("1", { fingerprint: `00000000-${"0".repeat(40)}` });
    expect(opened(foreign, entry("2")).foreign).toEqual([foreign]);
  });
});

describe("what is accepted", () => {
  const ANY = { rules: [], files: [], fingerprints: [] };
  const answer = { reviewer: "李四", reason: "公开电话", until: null, today: "2026-01-05" };
  const report = (findings: object[]) =>
    readSource(
      JSON.stringify({ schema: "secreview-report/1", files: [{ path: "通知.txt", findings }] }),
      "r.json",
    );
  const one = (digit: string, ruleId = "own-rule") => ({
    ruleId,
    fingerprint: PRINT + digit,
    accepted: null,
  });

  test("comes from a report, chosen by rule, file or fingerprint", () => {
    const findings = report([one("1"), one("2", "other"), { ...one("3"), accepted: { reviewer: "王五" } }]);
    const rules = (choice: Partial<typeof ANY>) =>
      accept(findings, { entries: [] }, { ...ANY, ...choice } as never, answer).added.map(({ rule }) => rule);
    expect(rules({})).toEqual(["own-rule", "other"]);
    expect(rules({ rules: ["other"] as never })).toEqual(["other"]);
    expect(rules({ fingerprints: [`${PRINT}1`] as never })).toEqual(["own-rule"]);
    expect(() => rules({ files: ["别的.txt"] as never })).toThrow("没有符合条件");
  });

  test("is not listed twice, unless it has run out", () => {
    const findings = report([one("1")]);
    expect(accept(findings, { entries: [entry("1")] }, ANY, answer)).toEqual({ added: [], known: 1 });
    const old = entry("1", { until: "2026-01-04" });
    expect(accept(findings, { entries: [old] }, ANY, answer).added).toHaveLength(1);
  });

  test("needs somebody, a reason and a key", () => {
    const findings = report([one("1")]);
    expect(() => accept(findings, { entries: [] }, ANY, { ...answer, reviewer: null })).toThrow("由谁认可");
    expect(() => accept(findings, { entries: [] }, ANY, { ...answer, reason: null })).toThrow("理由");
    const keyless = report([{ ...one("1"), fingerprint: null }]);
    expect(() => accept(keyless, { entries: [] }, ANY, answer)).toThrow("没有指纹");
  });

  test("comes from decisions: 误报 and 已处理, with their own reasons", () => {
    const decisions = readSource(
      JSON.stringify({
        schema: "secreview-decisions/1",
        reviewer: "王五",
        date: "2026-01-04",
        files: [{ sha256: "0", path: "通知.txt", opinion: "同意", reason: "" }],
        findings: [
          {
            fingerprint: `${PRINT}1`,
            ruleId: "own-rule",
            path: "通知.txt",
            sha256: "0",
            decision: "误报",
            reason: "公开电话",
          },
          {
            fingerprint: `${PRINT}2`,
            ruleId: "own-rule",
            path: "通知.txt",
            sha256: "0",
            decision: "属实",
            reason: "",
          },
          {
            fingerprint: `${PRINT}3`,
            ruleId: "own-rule",
            path: "通知.txt",
            sha256: "0",
            decision: "已处理",
            reason: "已遮盖",
          },
        ],
      }),
      "decisions.json",
    );
    const { added } = accept(decisions, { entries: [] }, ANY, { ...answer, reviewer: null, reason: null });
    expect(added).toEqual([
      entry("1", { reviewer: "王五", date: "2026-01-04", reason: "误报：公开电话" }),
      entry("3", { reviewer: "王五", date: "2026-01-04", reason: "已处理：已遮盖" }),
    ]);
  });

  test.each(["", "[]", "{}", '{"schema":"secreview-report/1"}', "\u0000"])("%j is no source", (text) => {
    expect(() => readSource(text, "x.json")).toThrow("x.json");
  });
});
