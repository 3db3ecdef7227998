import { describe, expect, it } from "vitest";
import { type CheckFacts, checkLedger } from "../../src/ledger/index.ts";
import type { CellView, Ledger, TableRow } from "../../src/ledger/table.ts";
import { STANDARD_TEMPLATE } from "../../src/ledger/template.ts";

const { columns } = STANDARD_TEMPLATE;
const COMPLETE = Object.fromEntries(
  columns
    .filter(({ mandatory }) => mandatory)
    .map(({ key, kind }) => [key, kind === "date" ? "2026-05-06" : "有"]),
);
type Cells = Readonly<Record<string, string>>;

function ledger(rows: readonly Cells[], formulas: readonly string[] = []): Ledger {
  const toRow = (cells: Cells, index: number): TableRow => ({
    number: index + 2,
    cell: (key): CellView => ({ text: cells[key] ?? "", isFormula: formulas.includes(key) }),
  });
  return {
    rows: {
      keys: new Set(columns.map(({ key }) => key)),
      rows: rows.map(toRow),
      room: 1,
      set: () => undefined,
      append: () => undefined,
    },
    findings: null,
    remembered: new Map(),
    columns,
    warnings: [],
    remark: () => undefined,
    bytes: () => new Uint8Array(),
  };
}

const FACTS: CheckFacts = { today: "2026-06-15", holidays: [], workdays: [], files: null };
const row = (digit: string, cells: Cells = {}): Cells => ({
  ...COMPLETE,
  id: `2026-000${digit}`,
  path: `${digit}.docx`,
  sha256: `sha256:${digit.repeat(64)}`,
  ...cells,
});
const found = (rows: readonly Cells[], facts: Partial<CheckFacts> = {}, formulas: readonly string[] = []) =>
  checkLedger(ledger(rows, formulas), { ...FACTS, ...facts }).map(({ kind, id, what, path }) =>
    [kind, id, what || path].filter(Boolean).join(" "),
  );

describe("checkLedger", () => {
  it("has nothing to say of a complete ledger", () => {
    expect(found([row("1"), row("2")])).toEqual([]);
  });

  it("names blank mandatory cells by their headings, and cells whose formula proves nothing", () => {
    expect(found([row("1", { opinion: "", operator: "" })])).toEqual(["blank 2026-0001 审查意见、录入人员"]);
    expect(found([row("1")], {}, ["opinion"])).toEqual(["formula 2026-0001 审查意见"]);
  });

  it("does not ask for what a later row took the place of, nor for what was withdrawn", () => {
    expect(found([row("1", { opinion: "" }), row("2", { previous: "2026-0001" })])).toEqual([]);
    expect(found([row("1", { opinion: "", state: "已撤下" })])).toEqual([]);
  });

  it("tells an answer that is overdue, by the calendar", () => {
    const sent = row("1", { sentTo: "会商", sentDate: "2026-06-05" });
    expect(found([sent])).toEqual(["reply-overdue 2026-0001 会商"]);
    expect(found([sent], { holidays: ["2026-06-09"] })).toEqual([]);
    expect(found([{ ...sent, reply: "同意" }])).toEqual([]);
  });

  it("tells a publication that is overdue, but not of what is not to be published", () => {
    const late = row("1", { writtenDate: "2026-05-06" });
    expect(found([late])).toEqual(["publish-overdue 2026-0001 1.docx"]);
    for (const change of [
      { manner: "不公开：国家秘密" },
      { opinion: "不予公开" },
      { publishedDate: "2026-05-20" },
    ])
      expect(found([{ ...late, ...change }])).toEqual([]);
    expect(found([late], { today: "2026-06-03" })).toEqual([]);
  });

  it("tells days nobody can read, and numbers given twice", () => {
    expect(found([row("1", { plannedDate: "下周" })])).toEqual(["not-a-day 2026-0001 拟公开时间 下周"]);
    expect(found([row("1"), row("2", { id: "2026-0001" })])).toEqual(["same-id 2026-0001 2.docx"]);
  });

  it("holds rows against files", () => {
    const files = [
      { path: "1.docx", sha256: "1".repeat(64), why: "" },
      { path: "2.docx", sha256: "8".repeat(64), why: "" },
      { path: "9.docx", sha256: "9".repeat(64), why: "" },
      { path: "锁.docx", sha256: null, why: "没有权限" },
    ];
    const rows = [row("1"), row("2"), row("3"), row("4", { path: "1.docx!/内.docx" })];
    expect(found(rows, { files })).toEqual([
      "no-file 2026-0003 3.docx",
      "changed 2026-0002 2.docx",
      "no-row 9.docx",
      "unread-file 没有权限",
    ]);
  });
});
