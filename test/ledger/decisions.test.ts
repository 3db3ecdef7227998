import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { applyDecisions, readDecisions, readLedger, STANDARD_TEMPLATE } from "../../src/ledger/index.ts";
import type { Decisions, FileDecision, FindingDecision } from "../../src/model/index.ts";
import { finding, masked, review } from "../report/sample.ts";
import { ledgerXlsx } from "./new-ledger.ts";

const FILE: FileDecision = {
  sha256: "1".repeat(64),
  path: "文件1.docx",
  opinion: "删减后公开",
  reason: "删去第三段后公开",
};
const FINDING: FindingDecision = {
  fingerprint: null,
  ruleId: finding().ruleId,
  path: "文件1.docx",
  sha256: "1".repeat(64),
  decision: "误报",
  reason: "是例子",
};
const decisions = (change: Partial<Decisions> = {}): Decisions => ({
  schema: "secreview-decisions/1",
  reviewer: "周敏",
  date: "2026-05-07",
  files: [],
  findings: [],
  ...change,
});

let folder = "";
let path = "";
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "secreview-decisions-"));
  path = join(folder, "l.xlsx");
  const findings = [finding(), finding({ excerpt: masked("别处") })];
  await writeFile(path, await ledgerXlsx([review({ path: FILE.path, sha256: FILE.sha256, findings })]));
});
afterEach(() => rm(folder, { recursive: true }));

const apply = (change: Partial<Decisions>) => applyDecisions(path, decisions(change), STANDARD_TEMPLATE);
const row = async () => (await readLedger(path, STANDARD_TEMPLATE)).rows.rows[0]!;
const findingRows = async () => (await readLedger(path, STANDARD_TEMPLATE)).findings!.rows;

describe("applying decisions", () => {
  it("writes opinion, reason, reviewer and date, and no signature", async () => {
    expect(await apply({ files: [FILE] })).toEqual({ written: 1, refused: [] });
    const cells = await row();
    expect(
      ["opinion", "opinionReason", "reviewer", "opinionDate"].map((key) => cells.cell(key).text),
    ).toEqual(["删减后公开", "删去第三段后公开", "周敏", "2026-05-07"]);
    expect(cells.cell("state").text).toBe("草稿");
    for (const key of ["handlerSignature", "secrecySignature", "disclosureLeaderSignature"])
      expect(cells.cell(key).text).toBe("");
  });

  it("lets the same person change their mind, and nobody else", async () => {
    await apply({ files: [FILE] });
    expect(await apply({ files: [{ ...FILE, opinion: "不予公开" }] })).toMatchObject({ written: 1 });
    const before = await readFile(path);
    const refused = await apply({ files: [FILE], reviewer: "李四" });
    expect(refused).toEqual({ written: 0, refused: [{ path: FILE.path, why: "someone-else" }] });
    expect((await readFile(path)).equals(before)).toBe(true);
    expect((await row()).cell("opinion").text).toBe("不予公开");
  });

  it.each([
    ["another version of the file", { sha256: "2".repeat(64) }, "changed"],
    ["a file that is not there", { path: "无.docx", sha256: "2".repeat(64) }, "no-row"],
  ])("refuses %s", async (_, change, why) => {
    expect(await apply({ files: [{ ...FILE, ...change }] })).toMatchObject({ refused: [{ why }] });
  });

  it("writes findings in the order of the report where they have no fingerprint", async () => {
    const both = [FINDING, { ...FINDING, decision: "属实" as const }];
    expect(await apply({ findings: both })).toEqual({ written: 2, refused: [] });
    const rows = await findingRows();
    expect(rows.map((one) => one.cell("verified").text)).toEqual(["误报", "属实"]);
    expect(rows.map((one) => one.cell("verifier").text)).toEqual(["周敏", "周敏"]);
  });

  it("does not guess which of several findings is meant", async () => {
    expect(await apply({ findings: [FINDING] })).toMatchObject({ refused: [{ why: "unclear" }] });
  });

  it("goes by the fingerprint where there is one", async () => {
    const findings = [finding({ fingerprint: "fp1:aa" }), finding({ fingerprint: "fp1:bb" })];
    await writeFile(path, await ledgerXlsx([review({ path: FILE.path, sha256: FILE.sha256, findings })]));
    await apply({ findings: [{ ...FINDING, fingerprint: "fp1:bb" }] });
    expect((await findingRows()).map((one) => one.cell("verified").text)).toEqual(["", "误报"]);
  });

  it("writes nothing while the ledger is open", async () => {
    await writeFile(join(folder, ".~lock.l.xlsx#"), "李四");
    await expect(apply({ files: [FILE] })).rejects.toThrow("正在别的程序里打开");
  });
});

describe("a decisions file", () => {
  const read = async (text: string) => {
    await writeFile(join(folder, "d.json"), text);
    return readDecisions(join(folder, "d.json"));
  };

  it("is read as the report exports it", async () => {
    const full = decisions({ files: [FILE], findings: [FINDING] });
    expect(await read(JSON.stringify(full))).toEqual(full);
  });

  it.each([
    ["text", "同意"],
    ["another schema", JSON.stringify({ ...decisions(), schema: "x" })],
    ["no reviewer", JSON.stringify({ ...decisions(), reviewer: " " })],
    ["a day that is none", JSON.stringify({ ...decisions(), date: "2026-02-30" })],
    ["an opinion of its own", JSON.stringify(decisions({ files: [{ ...FILE, opinion: "通过" as never }] }))],
    ["a key we do not know", JSON.stringify({ ...decisions(), signature: "周敏" })],
  ])("that is %s is refused", async (_, text) => {
    await expect(read(text)).rejects.toThrow("不是审查决定文件");
  });
});
