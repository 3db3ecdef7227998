import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { FORM_KINDS } from "../../src/form/index.ts";
import { p, template, textOf, unpacked } from "../form/word.ts";
import { folder, run } from "./run.ts";

const TITLE = "关于北山工程二期选址安排的请示";
const NUMBER = "北河调发〔2024〕19号";
const SENTENCE = "库房设在青石岭东侧第三道沟";
const DRAFTS = {
  "drafts/01.txt": `北河县商务局\n机密★10年\n${NUMBER}\n\n${TITLE}\n县政府：\n${SENTENCE}。\n\n北河县商务局\n2024年3月4日\n`,
  "drafts/02.txt":
    "北河县商务局\n北河商发〔2026〕3号\n\n关于做好市场保供工作的通知\n各单位：\n请做好保供工作。\n\n北河县商务局\n2026年9月1日\n\n信息公开属性：主动公开\n",
  "drafts/03.txt": "关于抽样检查的通告\n联系人居民身份证号：110101199003070062\n",
};
let cwd: string;

beforeAll(() => {
  cwd = folder(DRAFTS);
  const outputs = ["-f", "json=r.json", "-f", "jsonl=r.jsonl", "--ledger", "l.xlsx"];
  const ran = run(["scan", "drafts", ...outputs, "--unit", "北河县商务局", "--today", "2026-09-22"], { cwd });
  expect(ran.status).toBe(1);
});

const form = (...args: readonly string[]) => run(["form", ...args], { cwd });
let count = 0;
function fresh(): string {
  count += 1;
  return `out-${count}.docx`;
}

async function made(...args: readonly string[]) {
  const out = fresh();
  const ran = form(...args, "--today", "2026-09-22", "--out", out);
  expect(ran.stderr).toContain(out);
  expect(ran.status).toBe(0);
  return readFileSync(join(cwd, out));
}

describe("secreview form", () => {
  test("--list names every form", () => {
    const { status, stdout } = form("--list");
    expect(status).toBe(0);
    for (const { id, name } of FORM_KINDS) expect(stdout).toMatch(new RegExp(`^${id} +${name} `, "mu"));
  });

  test("fills the approval from a report, its machine fields only", async () => {
    const text = (await textOf(await made("审批表", "--from", "r.json", "--number", "17号"))).join("\n");
    expect(text).toContain("北河县商务局");
    expect(text).toContain("编号：17号　　　　填表日期：2026年9月22日");
    expect(text).toContain("《关于做好市场保供工作的通知》");
    expect(text).toContain("□主动公开（共1份）");
    expect(text).toContain("没有列入本表的：建议暂停公开 2 份");
    expect(text).not.toContain("主要领导意见");
  });

  test.each([
    [["--important"], "主要领导意见"],
    [["--mode", "reply"], "依申请公开答复保密审查审批表"],
  ])("审批表 with %j", async (options, wanted) => {
    expect((await textOf(await made("审批表", "--from", "r.jsonl", ...options))).join("\n")).toContain(
      wanted,
    );
  });

  test("a report and the ledger of one run give the same form", async () => {
    const args = ["备案表", "--file", "02.txt", "--number", "1", "--unit", "甲"];
    const [first, second] = [
      await made(...args, "--from", "r.json"),
      await made(...args, "--from", "l.xlsx"),
    ];
    expect(await textOf(first)).toEqual(await textOf(second));
  });

  test("送审单 says when the answer is due, across 中秋节", async () => {
    const text = await textOf(await made("送审单", "--from", "r.json", "--file", "01.txt"));
    expect(text).toContain("2026年9月22日");
    expect(text).toContain("2026年9月30日");
  });

  test("the catalogue as csv", () => {
    expect(form("主动公开目录", "--from", "r.json", "--out", "c.csv").status).toBe(0);
    expect(readFileSync(join(cwd, "c.csv"), "utf8")).toBe(
      "\ufeff序号,名称,文号,内容概述,产生日期,公开时间\r\n1,关于做好市场保供工作的通知,北河商发〔2026〕3号,,2026年9月1日,\r\n",
    );
  });

  test("is written whole, for its owner only, and never over another file", () => {
    const out = fresh();
    expect(form("检查目录", "--from", "r.json", "--out", out).status).toBe(0);
    const path = join(cwd, out);
    if (process.platform !== "win32") expect(statSync(path).mode & 0o777).toBe(0o600);
    const before = readFileSync(path);
    const again = form("检查目录", "--from", "r.json", "--out", out);
    expect([again.status, again.stderr]).toEqual([2, expect.stringContaining("不会覆盖")]);
    expect(readFileSync(path)).toEqual(before);
    expect(readdirSync(cwd).filter((name) => name.endsWith(".tmp"))).toEqual([]);
  });

  test("a unit's own template, and the shipped one to begin with", async () => {
    writeFileSync(join(cwd, "own.docx"), template({ document: p("呈{{信息", "名称}}（{{文号}}）") }));
    const docx = await made("备案表", "--from", "r.json", "--file", "02.txt", "--template", "own.docx");
    expect(await textOf(docx)).toEqual(["呈《关于做好市场保供工作的通知》（北河商发〔2026〕3号）"]);
    expect(form("备案表", "--export-template", "--out", "shipped.docx").status).toBe(0);
    expect((await textOf(readFileSync(join(cwd, "shipped.docx")))).join("")).toContain("{{信息名称}}");
  });

  test.each([
    [["审批表"], "--out"],
    [["审批表", "--out", "a.docx"], "--from"],
    [["批准书", "--from", "r.json", "--out", "a.docx"], "审批表、备案表"],
    [["审批表", "--from", "r.json", "--out", "a.doc"], ".docx"],
    [["审批表", "--from", "drafts/01.txt", "--out", "a.docx"], "检查报告（.json、.jsonl）或台账（.xlsx）"],
    [["备案表", "--from", "r.json", "--out", "a.docx"], "--file"],
    [["备案表", "--mode", "reply", "--from", "r.json", "--out", "a.docx"], "--mode"],
    [["审批表", "--from", "r.json", "--template", "drafts/01.txt", "--out", "a.docx"], "模板打不开"],
    [["审批表", "--from", "r.json", "--out", "none/a.docx"], "文件夹不存在"],
    [
      ["送审单", "--from", "r.json", "--file", "01.txt", "--holidays", "no.yaml", "--out", "a.docx"],
      "no.yaml",
    ],
  ])("2 for %j", (args, named) => {
    const { status, stderr } = form(...args);
    expect([status, stderr]).toEqual([2, expect.stringContaining(named)]);
    expect(stderr).not.toMatch(/^\s+at /mu);
    expect(existsSync(join(cwd, "a.docx"))).toBe(false);
  });

  test("2 for a template with an unknown or unclosed placeholder, which is named with its place", () => {
    writeFileSync(join(cwd, "bad.docx"), template({ document: p("{{签批意见}}{{constructor}}") }));
    writeFileSync(join(cwd, "open.docx"), template({ document: p("{{信息名称") }));
    const fill = (file: string) =>
      form("检查目录", "--from", "r.json", "--template", file, "--out", "a.docx");
    expect(fill("bad.docx")).toMatchObject({
      status: 2,
      stderr: expect.stringContaining("正文：{{签批意见}}"),
    });
    expect(fill("bad.docx").stderr).toContain("正文：{{constructor}} 没有这个名称");
    expect(fill("open.docx")).toMatchObject({
      status: 2,
      stderr: expect.stringContaining("没有写完，缺少 }}"),
    });
    expect(existsSync(join(cwd, "a.docx"))).toBe(false);
  });
});

test("no form carries the title, number, sentence or personal number of what was scanned", async () => {
  const named = ["01.txt", "02.txt", "03.txt"].flatMap((name) => ["--file", name]);
  const inward = FORM_KINDS.filter(({ outward }) => !outward);
  const fromLedger = ["approval", "referral", "rectification"];
  const documents: Uint8Array[] = [];
  for (const { id, scope } of inward) {
    const files = scope === "one" ? ["--file", "01.txt"] : scope === "proposed" ? named : [];
    for (const from of fromLedger.includes(id) ? ["r.json", "l.xlsx"] : ["r.json"])
      documents.push(await made(id, "--from", from, ...files));
  }
  expect(documents.length).toBe(inward.length + fromLedger.length);
  const all = (await Promise.all(documents.map(unpacked))).join("\n");
  expect(all).toContain("〔已隐去〕");
  expect(all).toContain("机密★10年");
  for (const planted of [TITLE, NUMBER, SENTENCE, "北山工程", "调发〔2024〕", "青石岭", "110101199003070062"])
    expect(all).not.toContain(planted);
  expect(all).not.toMatch(/通过|不涉密/u);
});
