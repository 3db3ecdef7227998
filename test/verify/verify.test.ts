import { describe, expect, test } from "vitest";
import { readDate } from "../../src/verify/dates.ts";
import { approvalOf, indexRows, parseCsv, readLedger, type Table } from "../../src/verify/index.ts";

const REQUIRED = ["科室负责人", "主要领导"];
const HEADINGS = [
  "序号",
  "状态",
  "登记日期",
  "文件路径",
  "公开方式",
  "审查意见",
  "科室负责人意见",
  "科室负责人签字",
  "科室负责人签字日期",
  "主要领导（重要事项）意见",
  "主要领导（重要事项）签字",
  "主要领导（重要事项）签字日期",
  "处置",
  "格式",
  "SHA-256",
  "文字 SHA-256",
];
const SIGNED = {
  序号: "2026-0001",
  状态: "草稿",
  登记日期: "2026-01-05",
  文件路径: "稿/通知.docx",
  科室负责人意见: "同意",
  科室负责人签字: "张三",
  科室负责人签字日期: "2026-01-06",
  "主要领导（重要事项）意见": "经审查，同意公开",
  "主要领导（重要事项）签字": "李四",
  "主要领导（重要事项）签字日期": "2026年1月7日",
  格式: "docx",
  "SHA-256": `sha256:${"a".repeat(64)}`,
  "文字 SHA-256": `sha256:${"b".repeat(64)}`,
};
type Row = Readonly<Record<string, string>>;

function table(...rows: Row[]): Table {
  return [HEADINGS, ...rows.map((row) => HEADINGS.map((heading) => row[heading]))];
}

function judged(...changes: Row[]) {
  const { entries, missing } = readLedger(
    [table(...changes.map((change) => ({ ...SIGNED, ...change })))],
    REQUIRED,
  );
  expect(missing).toEqual([]);
  return entries.map((entry) => ({ entry, approval: approvalOf(entry, REQUIRED, "2026-02-01") }));
}

function told(change: Row): string {
  const { state, reasons } = judged(change)[0]!.approval;
  return [state, ...reasons.map(({ code, who }) => (who === null ? code : `${code} ${who}`))].join(", ");
}

describe("a row", () => {
  test.each<[Row, string]>([
    [{}, "approved"],
    [{ 科室负责人签字日期: "46028" }, "approved"],
    [{ 科室负责人签字: "" }, "unapproved, no-signature 科室负责人"],
    [{ 科室负责人签字: "/" }, "unapproved, no-signature 科室负责人"],
    [{ 科室负责人签字日期: "" }, "unapproved, no-date 科室负责人"],
    [{ 科室负责人签字日期: "一月六日" }, "unapproved, bad-date 科室负责人"],
    [{ 科室负责人签字日期: "2026-02-30" }, "unapproved, bad-date 科室负责人"],
    [{ 科室负责人签字日期: "2027-01-06" }, "unapproved, future-date 科室负责人"],
    [{ 科室负责人意见: "" }, "unapproved, no-opinion 科室负责人"],
    [{ 科室负责人意见: "修改后再审" }, "unapproved, other-opinion 科室负责人"],
    [{ 科室负责人意见: "同意，请修改标题后发布" }, "unapproved, other-opinion 科室负责人"],
    [{ 科室负责人意见: "不同意" }, "rejected, refused 科室负责人"],
    [{ "主要领导（重要事项）意见": "内容不宜公开" }, "rejected, refused 主要领导（重要事项）"],
    [{ 状态: "不予公开" }, "rejected, state"],
    [{ 状态: "已撤下" }, "rejected, state"],
    [{ 公开方式: "依申请公开" }, "rejected, manner"],
    [{ 公开方式: "主动公开", 审查意见: "主动公开" }, "approved"],
    [{ 审查意见: "删减后公开" }, "rejected, opinion"],
    [{ 处置: "删除" }, "rejected, remedy"],
    [{ 科室负责人签字日期: "2026-01-04" }, "stale, older 科室负责人"],
    [{ 登记日期: "" }, "unapproved, no-registration"],
  ])("%j is %s", (change, outcome) => expect(told(change)).toBe(outcome));
});

describe("a ledger", () => {
  test("may have its headings below a title, in another order, on another sheet", () => {
    const order = [...HEADINGS].reverse();
    const own: Table = [["××局台账"], [], order, order.map((heading) => (SIGNED as Row)[heading])];
    const { entries } = readLedger([[["说明"]], own], REQUIRED);
    expect(entries).toMatchObject([{ line: 4, id: "2026-0001", sha256: "a".repeat(64), format: "docx" }]);
    expect(approvalOf(entries[0]!, REQUIRED, "2026-02-01").state).toBe("approved");
  });

  test("without what an approval needs names it", () => {
    expect(readLedger([[["序号", "标题"]]], REQUIRED).missing).toEqual(["SHA-256"]);
    const cut = [HEADINGS.map((heading) => (heading === "科室负责人签字" ? "签批" : heading))];
    expect(readLedger([cut], REQUIRED).missing).toEqual(["科室负责人签字"]);
    expect(readLedger([table()], ["保密审查机构"]).missing).toEqual(["保密审查机构签字"]);
  });

  test.each([
    [
      ["处（科）室负责人", "分管保密工作领导", "分管政府信息公开工作领导"].flatMap((who) => [
        `${who}意见`,
        `${who}签字`,
        `${who}签字日期`,
      ]),
    ],
    [["信息员初审意见", "信息员签字", "初审日期", "分管领导复审意见", "分管领导签字", "复审日期"]],
  ])("of a form in use needs the signatures of that form: %j", (steps) => {
    const headings = ["登记日期", "SHA-256", "能否公开", ...steps];
    const row = [
      "2026-01-05",
      "a".repeat(64),
      "公开",
      ...steps.map((one) => (one.endsWith("日期") ? "2026-01-06" : "同意")),
    ];
    const state = (cells: readonly string[]) => {
      const { entries, required, missing } = readLedger([[headings, cells]], null);
      expect(missing).toEqual([]);
      return approvalOf(entries[0]!, required, "2026-02-01").state;
    };
    expect(state(row)).toBe("approved");
    for (const index of steps.keys()) expect(state(row.with(index + 3, ""))).toBe("unapproved");
    expect(state(row.with(2, "技术处理后公开"))).toBe("rejected");
  });

  test("as csv: quotes, breaks in cells, marks, apostrophes", () => {
    expect(parseCsv('\ufeffa,"b,""c""\nd",\r\n\r\n"e"f,g')).toEqual([
      ["a", 'b,"c"\nd', ""],
      [""],
      ["ef", "g"],
    ]);
    expect(parseCsv('a,"没有结束')).toEqual([["a", "没有结束"]]);
    expect(parseCsv("")).toEqual([]);
  });
});

describe("a published file", () => {
  const file = { path: "gk/通知.docx", sha256: "a".repeat(64) };
  const other = { path: "gk/通知.html", sha256: "c".repeat(64) };
  const text = { textSha256: "b".repeat(64), format: "html", whole: true };

  test("is approved by its bytes", () => {
    expect(indexRows(judged({})).byBytes(file)).toMatchObject({
      state: "approved",
      row: { id: "2026-0001" },
    });
    expect(indexRows(judged({})).byBytes(other)).toBeNull();
  });

  test("in another format is approved by its text, read in full", () => {
    const index = indexRows(judged({}));
    expect(index.byText(other, text).state).toBe("approved-text");
    expect(index.byText(other, { ...text, whole: false }).state).toBe("unread");
    expect(index.byText(other, { ...text, textSha256: "d".repeat(64) }).state).toBe("missing");
    expect(indexRows(judged({ 科室负责人签字: "" })).byText(other, text).state).toBe("unapproved");
  });

  test("in the same format with the same text was changed", () => {
    const changed = { path: "gk/通知.docx", sha256: "e".repeat(64) };
    expect(indexRows(judged({})).byText(changed, { ...text, format: "docx" })).toMatchObject({
      state: "changed",
      sameText: true,
      row: { id: "2026-0001" },
    });
  });

  test("among copies with a row each is held to the row of its own name", () => {
    const rows = judged({}, { 序号: "2026-0002", 文件路径: "稿/副本.docx" });
    expect(indexRows(rows).byBytes(file)?.row?.id).toBe("2026-0001");
    expect(indexRows(rows).byBytes({ ...file, path: "gk/副本.docx" })?.row?.id).toBe("2026-0002");
  });

  test("follows the last decision of several rows", () => {
    const rejected = { 状态: "已撤下" };
    const draft = { 科室负责人签字: "" };
    const state = (...rows: Row[]) => indexRows(judged(...rows)).byBytes(file)?.state;
    expect(state({}, draft)).toBe("approved");
    expect(state({}, rejected)).toBe("rejected");
    expect(state(rejected, {})).toBe("approved");
    expect(state(draft, draft)).toBe("unapproved");
  });
});

test.each([
  ["2026-1-6", "2026-01-06"],
  ["2026/01/06", "2026-01-06"],
  ["2026.1.6", "2026-01-06"],
  ["2026年1月6日", "2026-01-06"],
  ["2026-01-06T00:00:00", "2026-01-06"],
  ["46028", "2026-01-06"],
  ["46028.5", "2026-01-06"],
  ["12345", null],
  ["2026", null],
  ["2026-13-01", null],
  ["", null],
])("%j is the date %j", (cell, date) => expect(readDate(cell)).toBe(date));
