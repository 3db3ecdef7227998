import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { blankWorkbook } from "../../fixtures/build/ledger-template.ts";
import { loadTemplate, SHIPPED_TEMPLATES } from "../../src/ledger/index.ts";
import { STANDARD_TEMPLATE, shippedFile, templatesFor } from "../../src/ledger/template.ts";
import { openXlsxLedger } from "../../src/ledger/xlsx-ledger.ts";
import { sample } from "../report/sample.ts";
import { ledgerXlsx } from "./new-ledger.ts";
import { cells, unzip } from "./read-xlsx.ts";

const registered = sample.files.filter(({ status }) => status !== "skipped");
const written = (columns: string) => {
  const file = join(mkdtempSync(join(tmpdir(), "secreview-template-")), "t.yaml");
  writeFileSync(file, `version: 1\nname: 本单位台账\ncolumns:\n${columns}`);
  return file;
};
const BOUND = "  - { key: id }\n  - { key: path }\n  - { key: sha256 }\n";

it("the shipped workbook is what its script makes (npx tsx scripts/ledger-template.ts)", () => {
  expect(readFileSync(shippedFile("ledger.xlsx")).equals(Buffer.from(blankWorkbook()))).toBe(true);
});

describe.each(SHIPPED_TEMPLATES)("the template %s", (name) => {
  it("makes a ledger with its own headings, which is recognised without being named", async () => {
    const template = await loadTemplate(name);
    const bytes = await ledgerXlsx(registered, [], template);
    const { parts } = await unzip(bytes);
    const headings = template.columns.map(({ heading }) => heading);
    const shown = [...cells(parts, 1)]
      .filter(([place]) => /^[A-Z]+1$/.test(place))
      .map(([, { value }]) => value);
    expect(shown).toEqual(headings);
    expect(parts.get("xl/workbook.xml")).toMatch(
      new RegExp(`台账'!\\$A\\$1:\\$\\w+\\$${registered.length + 1}<`),
    );
    const ledger = openXlsxLedger(bytes, await templatesFor(STANDARD_TEMPLATE));
    expect(ledger.columns.map(({ heading }) => heading)).toEqual(headings);
    expect(ledger.rows.rows).toHaveLength(registered.length);
  });

  it("leaves opinions, signatures and dates to people", async () => {
    const { columns } = await loadTemplate(name);
    const { rows } = openXlsxLedger(
      await ledgerXlsx(registered, [], { name, columns }),
      await templatesFor(STANDARD_TEMPLATE),
    );
    const theirs = columns.filter(({ fill, preset }) => fill === "people" && preset === undefined);
    expect(theirs.length).toBeGreaterThan(10);
    for (const { key } of theirs) expect(rows.rows[0]?.cell(key).text, key).toBe("");
    for (const { key, preset } of columns)
      if (preset !== undefined) expect(rows.rows[0]?.cell(key).text).toBe(preset);
  });
});

describe("a template of one's own", () => {
  it("orders, names and presets columns, and adds some", async () => {
    const template = await loadTemplate(
      written(
        `${BOUND}  - { key: remark, heading: 说明栏, default: 无 }\n  - { key: leader, heading: 领导批示 }\n`,
      ),
    );
    const { parts } = await unzip(await ledgerXlsx(registered.slice(0, 1), [], template));
    expect([...cells(parts, 1).values()].map(({ value }) => value)).toEqual([
      ...["序号", "文件路径", "SHA-256", "说明栏", "领导批示"],
      ...["2026-0001", registered[0]?.path, `sha256:${registered[0]?.sha256}`, "无", ""],
    ]);
  });

  it.each([
    ["no binding column", "  - { key: id }\n  - { key: path }\n  - { key: remark }\n", "缺少栏目 sha256"],
    ["a signature preset", `${BOUND}  - { key: handlerSignature, default: 张三 }\n`, "只能由人填写"],
    [
      "an own opinion preset",
      `${BOUND}  - { key: leaderOpinion, heading: 批示, default: 同意 }\n`,
      "只能由人填写",
    ],
    ["a preset in a column of the tool", `${BOUND}  - { key: points, default: 无 }\n`, "其余由工具填写"],
    ["an own column without a name", `${BOUND}  - { key: leader }\n`, "要写 heading"],
    ["a name twice", `${BOUND}  - { key: remark, heading: 序 号 }\n`, "栏目名称重复"],
    ["an unknown key of a column", `${BOUND}  - { key: remark, colour: red }\n`, "colour"],
  ])("with %s is refused", async (_, columns, told) => {
    await expect(loadTemplate(written(columns))).rejects.toThrow(told);
  });

  it("that does not exist is told with those that do", async () => {
    await expect(loadTemplate("/nowhere/t.yaml")).rejects.toMatchObject({
      hint: expect.stringContaining("fenghua"),
    });
  });
});
