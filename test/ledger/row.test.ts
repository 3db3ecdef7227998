import { describe, expect, it } from "vitest";
import { addWorkingDays, draftRow, findingRow, LEDGER_COLUMNS, writtenDay } from "../../src/ledger/index.ts";
import { rowId } from "../../src/ledger/sequence.ts";
import { finding, NO_ELEMENTS, NOWHERE, notice, review, sample } from "../report/sample.ts";
import { FACTS } from "./facts.ts";

const marked = sample.files.find(({ path }) => path.includes("防汛"));
if (marked === undefined) throw new Error("the sample has lost its marked file");

describe("draftRow", () => {
  const row = draftRow(marked, FACTS, "2026-0007");

  it("has a cell for each column and no other", () => {
    expect(Object.keys(row).sort()).toEqual(LEDGER_COLUMNS.map(({ key }) => key).sort());
    expect(new Set(LEDGER_COLUMNS.map(({ heading }) => heading)).size).toBe(LEDGER_COLUMNS.length);
  });

  it("leaves every column of people empty, but for the name it was given", () => {
    const people = LEDGER_COLUMNS.filter(({ fill }) => fill === "people").map(({ key }) => key);
    expect(people.length).toBeGreaterThan(40);
    for (const key of people) expect(row[key], key).toBeNull();
    expect(draftRow(marked, { ...FACTS, operator: "张三" }, "x")).toMatchObject({ operator: "张三" });
  });

  it("is a draft bound to the bytes it speaks of", () => {
    expect(row).toMatchObject({
      id: "2026-0007",
      state: "草稿",
      registered: "2026-05-06",
      sha256: `sha256:${marked.sha256}`,
      textSha256: `sha256:${marked.textSha256}`,
      level: "机密",
      term: "10年",
      expires: "2031-06-24",
      classificationState: "保密期限内",
      suggestion: "不予公开",
      referTo: "送保密行政管理部门",
      block: 3,
      review: 1,
      info: 0,
    });
  });

  it("takes title and number as they arrive, masked", () => {
    expect(row).toMatchObject({ title: "〔已隐去〕", documentNumber: "〔已隐去〕", genre: null });
  });

  it("calls a document without a number 信息", () => {
    expect(draftRow(review(), FACTS, "x")).toMatchObject({ documentNumber: "信息" });
  });

  it("lists the places, blocks first, one a line", () => {
    const { points } = row;
    expect(String(points).split("\n")).toEqual([
      "【禁止】第1页第1行　机密★10年",
      "【禁止】第2页第5行　联系人张某，身份证号 3302**********1234，住城东街道",
      "【禁止】表1 B3 单元格　3302**********5678",
      "【需审】正文第12段　转移群众 *** 人，其中",
    ]);
  });

  it("counts the places it does not list", () => {
    const findings = Array.from({ length: 20 }, (_, page) => finding({ location: { ...NOWHERE, page } }));
    const { points } = draftRow(review({ findings }), FACTS, "x");
    const lines = String(points).split("\n");
    expect(lines).toHaveLength(9);
    expect(lines.at(-1)).toContain("12");
  });

  it("claims no nought for a file nobody has read, and says why", () => {
    const unread = review({ status: "unexamined", notices: [notice("encrypted")] });
    const { block, review: doubts, info, status, unread: why } = draftRow(unread, FACTS, "x");
    expect([block, doubts, info, status]).toEqual([null, null, null, "未能检查"]);
    expect(why).toContain("打开密码");
  });

  it("leaves accepted findings out of the counts", () => {
    const accepted = { reviewer: "甲", reason: "已核实", date: "2026-01-01" };
    expect(draftRow(review({ findings: [finding({ accepted })] }), FACTS, "x")).toMatchObject({
      block: 0,
      points: null,
    });
  });

  it.each([
    ["关于防汛的通知", "通知"],
    ["关于某事的复函", "函"],
    ["某某办法", null],
    [null, null],
  ])("the genre of %s is %s", (title, genre) => {
    const document = { ...NO_ELEMENTS, title };
    expect(draftRow(review({ document }), FACTS, "x")).toMatchObject({ genre });
  });
});

it("findingRow keeps to its file's row", () => {
  const row = findingRow(marked, finding({ more: 9 }), "2026-0007");
  expect(row).toMatchObject({
    id: "2026-0007",
    path: marked.path,
    severity: "禁止",
    place: "第2页第5行",
    verified: null,
  });
  const { message } = row;
  expect(message).toContain("另有 9 处");
});

it("row ids carry the year and sort as text", () => {
  expect([rowId("2026", 1), rowId("2026", 12), rowId("2027", 12_345)]).toEqual([
    "2026-0001",
    "2026-0012",
    "2027-12345",
  ]);
});

describe("addWorkingDays", () => {
  it.each([
    ["2026-05-06", 5, [], "2026-05-13"],
    ["2026-05-08", 1, [], "2026-05-11"],
    ["2026-05-09", 1, [], "2026-05-11"],
    ["2026-05-06", 20, [], "2026-06-03"],
    ["2026-05-06", 1, ["2026-05-07", "2026-05-08"], "2026-05-11"],
    ["2026-09-30", 1, ["2026-10-01", "2026-10-02", "2026-10-05", "2026-10-06", "2026-10-07"], "2026-10-08"],
    ["2026-12-31", 1, [], "2027-01-01"],
    ["not a date", 1, [], null],
  ])("%s and %i days, off %j: %s", (date, count, holidays, expected) => {
    expect(addWorkingDays(date, count, { holidays, workdays: [] })).toBe(expected);
  });

  it("counts a weekend day that is worked", () => {
    expect(addWorkingDays("2026-05-08", 1, { holidays: [], workdays: ["2026-05-09"] })).toBe("2026-05-09");
  });
});

it.each([
  ["2026-05-06", "2026-05-06"],
  ["2026.5.6", "2026-05-06"],
  ["2026年5月6日", "2026-05-06"],
  ["2026/05/06 10:00", "2026-05-06"],
  ["2026-02-30", null],
  ["待定", null],
  ["", null],
])("the day written %s is %s", (text, day) => {
  expect(writtenDay(text)).toBe(day);
});
