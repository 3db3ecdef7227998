import { describe, expect, test } from "vitest";
import type { Calendar } from "../../src/form/calendar.ts";
import { formData } from "../../src/form/form-data.ts";
import type { FormSource } from "../../src/form/form-file.ts";
import { fromReport } from "../../src/form/from-report.ts";
import { FORM_KINDS, type FormKind } from "../../src/form/kinds.ts";
import { selectFiles } from "../../src/form/select.ts";
import type { FileReview, Report } from "../../src/model/index.ts";
import { finding, masked, NO_ELEMENTS, notice, review } from "../report/sample.ts";

const CALENDAR: Calendar = {
  years: new Set(["2026"]),
  off: new Set(),
  work: new Set(),
  deadlines: { reply: 5, publish: 20 },
};
const kind = (id: string): FormKind => FORM_KINDS.find((one) => one.id === id)!;

const fair = review({
  path: "甲/供水通知.docx",
  document: {
    ...NO_ELEMENTS,
    title: "关于供水的通知",
    documentNumber: "北水发〔2026〕3号",
    issuer: "北河县水利局",
    writtenDate: "2026-09-01",
    disclosure: "主动公开",
  },
  opinion: { suggestion: "主动公开", state: "nothing-found", referTo: null, reasons: [] },
});
const marked = review({
  path: "乙/02.docx",
  document: {
    ...NO_ELEMENTS,
    classification: { level: "机密", term: "10年", state: "expired", expires: "2025-01-01" },
    title: "漏出的标题",
    documentNumber: "漏出的文号",
  },
  opinion: { suggestion: "不予公开", state: "hold", referTo: "secrecy-authority", reasons: ["国家秘密标志"] },
  findings: [finding({ category: "state-secret", message: "国家秘密标志", excerpt: masked("机密★10年") })],
});
const unread = review({
  path: "丙.pdf",
  status: "unexamined",
  opinion: { suggestion: null, state: "unread", referTo: null, reasons: [] },
  notices: [notice("encrypted")],
});

function source(...files: readonly FileReview[]): FormSource {
  return fromReport({
    tool: { name: "secreview", version: "1", segmenter: null },
    rules: { digest: `sha256:${"ab".repeat(32)}`, dictionaries: [], changes: [] },
    today: "2026-09-20",
    unit: "北河县水利局",
    result: "findings",
    totals: { skipped: 1 },
    files,
  } as unknown as Report);
}

function dataOf(from: FormSource, form: string, names: readonly string[] = [], weighty = false) {
  const selection = selectFiles(from, kind(form), names);
  const request = { today: "2026-09-22", unit: null, number: "17", weighty, calendar: CALENDAR };
  return formData(from, selection, request);
}

describe("which files", () => {
  test("审批表 takes what can be proposed, and says what it left out", () => {
    const { tables, fields } = dataOf(source(fair, marked, unread), "approval");
    expect(tables.目录.map(({ 文件标题, 文号, 校验码 }) => [文件标题, 文号, 校验码])).toEqual([
      ["关于供水的通知", "北水发〔2026〕3号", "a".repeat(16)],
    ]);
    expect(fields.检查提示).toContain("没有列入本表的：建议暂停公开 1 份，没有查到或者没有查全 1 份。");
  });

  test("one named is listed whatever was found, without its title and number", () => {
    const { tables, fields } = dataOf(source(fair, marked), "approval", ["02.docx"]);
    expect(tables.目录).toMatchObject([{ 文件标题: "〔已隐去〕", 文号: "〔已隐去〕" }]);
    expect(fields).toMatchObject({ 信息名称: "〔已隐去〕", 密级标志: "机密★10年（保密期限已届满）" });
    expect(JSON.stringify([tables, fields])).not.toContain("漏出");
  });

  test("several are named by the first, and their number", () => {
    const second = { ...fair, path: "丁.docx", document: { ...NO_ELEMENTS } };
    const { fields, tables } = dataOf(source(fair, second), "approval", ["供水通知.docx", "丁.docx"]);
    expect(fields).toMatchObject({
      信息名称: "《关于供水的通知》等共 2 份（具体见目录）",
      文号: "见目录",
      份数: "2",
    });
    expect(tables.目录[1]).toMatchObject({ 序号: "2", 文件标题: "丁.docx", 文号: "信息" });
  });

  test.each([
    ["filing", [], /一份只写一个文件\n {2}甲\/供水通知.docx\n {2}乙\/02.docx/u],
    ["filing", ["供水通知"], /没有这个文件：供水通知/u],
    ["third-party", ["02.docx"], /不能列入带有密级标志/u],
    ["catalogue", ["02.docx"], /不能列入带有密级标志/u],
  ])("%s of %j is refused", (form, names, message) => {
    expect(() => dataOf(source(fair, marked), form, names)).toThrow(message);
  });

  test("nothing to list is an error that says why", () => {
    expect(() => dataOf(source(marked, unread), "catalogue")).toThrow(
      /没有可以列入主动公开目录的文件：建议暂停公开 1 个，没有查到或者没有查全 1 个/u,
    );
  });

  test("a member of an archive is no information of its own, but may have to be mended", () => {
    const member = { ...marked, path: "包.zip!/甲.docx", container: "包.zip" };
    const all = source(fair, { ...marked, path: "包.zip", findings: [] }, member);
    expect(dataOf(all, "approval").tables.目录).toHaveLength(1);
    expect(dataOf(all, "rectification").tables.问题清单.map(({ 文件路径 }) => 文件路径)).toEqual([
      "包.zip!/甲.docx",
    ]);
  });
});

describe("what is filled in", () => {
  test("the day the answer is due, and whether the calendar knows the year", () => {
    const { fields } = dataOf(source(marked), "referral");
    expect(fields).toMatchObject({
      送审日期: "2026年9月22日",
      应答复日期: "2026年9月29日",
      建议送审去向: "送保密行政管理部门",
      依据和理由: "国家秘密标志",
      疑点: "【禁止·国家秘密】第2页第5行：国家秘密标志　机密★10年",
    });
    expect(fields.日历说明).not.toContain("核对");
  });

  test.each([
    ["asked for", [fair], true, true],
    [
      "a matter of safety",
      [{ ...fair, findings: [finding({ category: "safety", severity: "review" })] }],
      false,
      true,
    ],
    ["an ordinary one", [fair], false, false],
  ] as const)("the head of the office signs: %s", (_, files, weighty, signs) => {
    const { conditions } = dataOf(source(...files), "approval", [files[0].path], weighty);
    expect(conditions.重要敏感).toBe(signs);
  });

  test("numbers of the run; what only people know stays empty", () => {
    const { fields } = dataOf(source(fair, marked, unread), "statistics");
    expect(fields).toMatchObject({
      文件总数: "3",
      问题文件数: "1",
      未查文件数: "1",
      跳过数: "1",
      密级标志数: "1",
    });
    expect([fields.删除数, fields.整改数, fields.内容概述, fields.拟公开时间]).toEqual(["", "", "", ""]);
    expect(fields.公开属性情况).toContain("标明公开属性的文件 1 个，没有标明的 1 个，没有查到的 1 个不计");
    expect(fields.解密情况).toContain("已到期或者已解密的文件 1 个");
  });

  test("the name of a file that may be secret is no place", () => {
    const location = { ...finding().location, page: null, line: null, object: "漏出的标题.docx" };
    const named = finding({ category: "state-secret", part: "filename", location, excerpt: masked("机密") });
    const { fields } = dataOf(source({ ...marked, findings: [named] }), "referral");
    expect(fields.疑点).toBe("【禁止·国家秘密】文件名：出现公民身份号码　机密");
  });

  test("what was accepted is no longer pointed at", () => {
    const accepted = { reviewer: "甲", reason: "乙", date: "2026-01-01" };
    const { tables } = dataOf(source({ ...fair, findings: [finding({ accepted })] }), "rectification");
    expect(tables.问题清单).toEqual([]);
  });

  test("no sentence calls a file cleared, and hostile text stays one line of text", () => {
    const hostile = { ...fair, document: { ...fair.document, title: "甲\u202e\n{{编号}}" } };
    const text = JSON.stringify(dataOf(source(hostile, marked, unread), "rectification"));
    expect(text).not.toMatch(/通过|不涉密/u);
    expect(dataOf(source(hostile), "approval").fields.信息名称).toBe("《甲[U+202E]↵{{编号}}》");
  });
});
