import { describe, expect, test } from "vitest";
import { formData } from "../../src/form/form-data.ts";
import { fromLedger } from "../../src/form/from-ledger.ts";
import { FORM_KINDS } from "../../src/form/kinds.ts";
import { selectFiles } from "../../src/form/select.ts";

const CALENDAR = {
  years: new Set<string>(),
  off: new Set<string>(),
  work: new Set<string>(),
  deadlines: { reply: 5, publish: 20 },
};
const catalogue = FORM_KINDS.find(({ id }) => id === "catalogue")!;
const checklist = FORM_KINDS.find(({ id }) => id === "checklist")!;

const FAIR = {
  序号: "2026-0001",
  状态: "已发布",
  文件路径: "甲.docx",
  "信息名称（标题）": "关于供水的通知",
  文号: "信息",
  成文日期: "2026-09-01",
  检查意见: "未发现标志类问题（不等于不涉密）",
  检查状态: "已检查",
  公开方式: "主动公开",
  "内容概述（100字以内）": "停水的时间和范围",
  拟公开时间: "2026-09-25",
};

/** A ledger whose columns were moved and topped by a title. */
function ledger(
  rows: readonly Readonly<Record<string, string>>[],
  findings: readonly Readonly<Record<string, string>>[] = [],
) {
  const table = (all: readonly Readonly<Record<string, string>>[], headings: readonly string[]) => [
    ["某局台账"],
    headings,
    ...all.map((row) => headings.map((name) => row[name] ?? "")),
  ];
  const headings = [...new Set(rows.flatMap(Object.keys))].reverse();
  return [
    { name: "说明", rows: [["填写说明"]] },
    { name: "本单位台账", rows: table(rows, headings) },
    {
      name: "检出问题",
      rows: table(findings, ["序号", "程度", "类别", "位置", "摘录（已遮蔽）", "核实结果"]),
    },
  ];
}

function dataOf(rows: readonly Readonly<Record<string, string>>[], kind = catalogue) {
  const source = fromLedger(ledger(rows), "北河县水利局");
  const request = { today: "2026-09-22", unit: null, number: null, weighty: false, calendar: CALENDAR };
  return formData(source, selectFiles(source, kind, []), request);
}

describe("a ledger, by its headings", () => {
  test("gives what people wrote, where they approved and decided to publish", () => {
    const others = [
      { ...FAIR, 序号: "2026-0002", 状态: "草稿" },
      { ...FAIR, 序号: "2026-0003", 公开方式: "不公开" },
      { ...FAIR, 序号: "2026-0004", "密级标识（检出）": "秘密" },
    ];
    expect(dataOf([FAIR, ...others]).tables.目录).toMatchObject([
      {
        文件标题: "关于供水的通知",
        内容概述: "停水的时间和范围",
        成文日期: "2026年9月1日",
        公开时间: "2026年9月25日",
      },
    ]);
  });

  test("counts approvals that lack a signature", () => {
    const signed = Object.fromEntries(
      ["科室负责人", "分管保密领导", "分管信息公开领导"].flatMap((who) => [
        [`${who}意见`, "同意"],
        [`${who}签字`, "甲"],
        [`${who}签字日期`, "2026-09-20"],
      ]),
    );
    const { fields } = dataOf(
      [
        { ...FAIR, ...signed, 发布人: "" },
        { ...FAIR, 序号: "2026-0002" },
      ],
      checklist,
    );
    expect(fields.审批登记情况).toContain("已审批、已发布的 2 行，其中缺意见、签字或者日期的 1 行");
    expect(fields.发布登记情况).toContain("已发布的 2 行，其中缺发布人、发布时间或者公开载体的 2 行");
  });

  test("withholds what a person typed in for a marked paper; a deleted opinion counts as unread", () => {
    const marked = {
      ...FAIR,
      "密级标识（检出）": "机密",
      "信息名称（标题）": "漏出的标题",
      文号: "漏出的文号",
    };
    const [file] = fromLedger(ledger([marked]), null).files;
    expect(file).toMatchObject({ withheld: true, title: "〔已隐去〕", documentNumber: "〔已隐去〕" });
    expect(fromLedger(ledger([{ ...FAIR, 检查意见: "" }]), null).files[0]).toMatchObject({ state: "unread" });
  });

  test("joins findings by 序号, without those called 误报", () => {
    const findings = [
      { 序号: "2026-0001", 程度: "需审", 类别: "安全稳定", 位置: "第1页", "摘录（已遮蔽）": "甲" },
      { 序号: "2026-0001", 程度: "禁止", 类别: "个人信息", 核实结果: "误报" },
      { 序号: "2026-0009", 程度: "禁止", 类别: "个人信息" },
    ];
    expect(fromLedger(ledger([FAIR], findings), null).files[0]!.findings).toMatchObject([
      { severity: "review", category: "safety", place: "第1页", excerpt: "甲" },
    ]);
  });

  test("names the headings it needs", () => {
    expect(() => fromLedger([{ name: "甲", rows: [["序号", "文件路径"]] }], null)).toThrow(
      /信息名称（标题）/u,
    );
  });
});
