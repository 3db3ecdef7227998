import { describe, expect, it } from "vitest";
import { FINDING_COLUMNS, LEDGER_COLUMNS, LEDGER_MARKER } from "../../src/ledger/index.ts";
import { columnName } from "../../src/ledger/workbook/reference.ts";
import { visible } from "../../src/wording/index.ts";
import { HOSTILE, hostileReview, review, sample } from "../report/sample.ts";
import { ledgerXlsx } from "./new-ledger.ts";
import { cells, unzip, walkXml } from "./read-xlsx.ts";

const registered = sample.files.filter(({ status }) => status !== "skipped");

/** The reference of a ledger column's cell, `F3`. */
function at(key: string, row: number): string {
  return `${columnName(LEDGER_COLUMNS.findIndex((column) => column.key === key))}${row}`;
}

describe("the workbook", async () => {
  const { parts, comment } = await unzip(await ledgerXlsx(registered, ["一句补充"]));
  const ledger = cells(parts, 1);

  it("bears its marker where it can be known without being opened", () => {
    expect(comment).toBe(LEDGER_MARKER);
  });

  it("is a package whose every part is declared and well-formed", () => {
    const declared: string[] = [];
    walkXml(parts.get("[Content_Types].xml") ?? "", (_, { PartName }) => {
      if (PartName !== undefined) declared.push(PartName.slice(1));
    });
    const own = [...parts.keys()].filter((name) => !name.endsWith(".rels") && name !== "[Content_Types].xml");
    expect(declared.sort()).toEqual(own.sort());
    for (const [name, xml] of parts) expect(() => walkXml(xml, () => undefined), name).not.toThrow();
  });

  it("has the sheets in order", () => {
    const names: (string | undefined)[] = [];
    walkXml(
      parts.get("xl/workbook.xml") ?? "",
      (tag, { name }) => void (tag === "sheet" && names.push(name)),
    );
    expect(names).toEqual(["台账", "检出问题", "说明"]);
  });

  it("has every heading, every row, and nothing filled for people", () => {
    const headings = LEDGER_COLUMNS.map((_, index) => ledger.get(`${columnName(index)}1`)?.value);
    expect(headings).toEqual(LEDGER_COLUMNS.map(({ heading }) => heading));
    expect([...ledger.keys()].filter((key) => /^A\d/.test(key))).toHaveLength(registered.length + 1);
    for (const { key, fill } of LEDGER_COLUMNS)
      if (fill === "people") expect(ledger.get(at(key, 2))?.value, key).toBe("");
    const findings = registered.flatMap((file) => file.findings);
    expect(cells(parts, 2).size).toBe((findings.length + 1) * FINDING_COLUMNS.length);
  });

  it("writes dates as days and ids as text", () => {
    const formats: Record<string, string>[] = [];
    let inCells = false;
    walkXml(parts.get("xl/styles.xml") ?? "", (tag, attributes) => {
      if (tag === "cellXfs") inCells = true;
      if (tag === "cellStyles") inCells = false;
      if (tag === "xf" && inCells) formats.push(attributes);
    });
    const formatAt = (key: string) => formats[ledger.get(at(key, 2))?.style ?? 0];
    // 2026-05-06 is day 46148 of the 1900 date system.
    expect(ledger.get(at("registered", 2))).toMatchObject({ type: "n", value: "46148" });
    expect(formatAt("registered")).toMatchObject({ numFmtId: "164" });
    for (const key of ["id", "documentNumber", "sha256"])
      expect(formatAt(key), key).toMatchObject({ numFmtId: "49" });
  });

  it("freezes and filters, offers choices within the limit, and repeats its headings on paper", () => {
    const sheet = parts.get("xl/worksheets/sheet1.xml") ?? "";
    const last = columnName(LEDGER_COLUMNS.length - 1);
    expect(sheet).toContain('<pane xSplit="1" ySplit="1" topLeftCell="B2"');
    expect(sheet).toContain(`<autoFilter ref="A1:${last}${registered.length + 1}"/>`);
    const lists = [...sheet.matchAll(/<formula1>"([^"]*)"<\/formula1>/g)].map(([, list]) => list ?? "");
    expect(lists).toContain("主动公开,依申请公开,删减后公开,不予公开");
    for (const list of lists) expect(list.length).toBeLessThan(255);
    expect(parts.get("xl/workbook.xml")).toContain("'台账'!$A:$A,'台账'!$1:$1");
  });

  it("gives a row with several lines its height", () => {
    const heights: number[] = [];
    walkXml(
      parts.get("xl/worksheets/sheet1.xml") ?? "",
      (tag, { ht }) => void (tag === "row" && heights.push(Number(ht))),
    );
    expect(Math.min(...heights)).toBeGreaterThan(15);
    expect(Math.max(...heights)).toBeLessThanOrEqual(409);
    expect(heights[2]).toBeGreaterThanOrEqual(5 * 15);
  });
});

it("equal rows give equal bytes", async () => {
  expect(Buffer.from(await ledgerXlsx(registered)).equals(await ledgerXlsx(registered))).toBe(true);
});

it.each(HOSTILE)("%j is text in its cell and nothing else", async (hostile) => {
  const { parts } = await unzip(await ledgerXlsx([hostileReview(hostile)]));
  expect(cells(parts, 1).get(at("path", 2))).toMatchObject({
    type: "inlineStr",
    // Line breaks stay line breaks inside a cell; `_x000D_` must come back as the letters it was.
    value: hostile
      .split("\n")
      .map(visible)
      .join("\n")
      .replace(/_x(?=000D_)/, "_x005F_x"),
  });
});

it("cuts what a cell cannot hold, and says so with a mark", async () => {
  const { parts } = await unzip(await ledgerXlsx([review({ path: "𠮷".repeat(40_000) })]));
  const value = cells(parts, 1).get(at("path", 2))?.value ?? "";
  expect(value.length).toBeLessThanOrEqual(32_767);
  expect(value.endsWith("𠮷…")).toBe(true);
});

it.each([
  [0, "A"],
  [25, "Z"],
  [26, "AA"],
  [701, "ZZ"],
  [702, "AAA"],
])("column %i is %s", (index, name) => {
  expect(columnName(index)).toBe(name);
});
