import { describe, expect, it } from "vitest";
import { cell, style } from "../../../fixtures/build/odf.ts";
import { readOdf } from "./read-odf.ts";

const row = (cells: string, attributes = "") => `<table:table-row ${attributes}>${cells}</table:table-row>`;
const read = (inner: string, automatic = "") =>
  readOdf({ kind: "spreadsheet", body: `<table:table table:name="表">${inner}</table:table>`, automatic });

describe("sheets", () => {
  it("name cells by their place, and join a row by tabs", async () => {
    const { blocks } = await read(
      row(cell("", 'table:number-columns-repeated="26"') + cell("甲") + cell("乙")) +
        row(cell(""), 'table:number-rows-repeated="98"') +
        row(cell("丙")),
    );
    expect(blocks.slice(1).map(({ text, location, separator }) => [text, location.cell, separator])).toEqual([
      ["甲", "AA1", undefined],
      ["乙", "AB1", "\t"],
      ["丙", "A100", undefined],
    ]);
  });

  it("cost nothing for a million repeated rows, whose text is told once", async () => {
    const started = performance.now();
    const { visible } = await read(
      row(
        cell("重复", 'table:number-columns-repeated="16384"'),
        'table:number-rows-repeated="1048576"',
      ).repeat(50),
    );
    expect(visible).toHaveLength(51);
    expect(performance.now() - started).toBeLessThan(1000);
  });

  it("tell the number behind a display that loses its digits, and no other", async () => {
    const number = (value: string, shown: string) =>
      cell(shown, `office:value-type="float" office:value="${value}"`);
    const { hidden, visible } = await read(
      row(
        number("13800138000", "1.38E+10") +
          number("1234567.89", "1,234,568") +
          number("12345678", "12,345,678") +
          number("0.333333333", "33%") +
          number("1.3900139E+010", ""),
      ),
    );
    expect(hidden).toEqual(["cached-data: 13800138000"]);
    expect(visible).toEqual(["表", "1.38E+10", "1,234,568", "12,345,678", "33%", "13900139000"]);
  });

  it("tell a value whose display is switched off", async () => {
    const { hidden } = await read(
      row('<table:table-cell office:value-type="float" office:value="25"><text:p/></table:table-cell>'),
    );
    expect(hidden).toEqual(["invisible: 25"]);
  });

  it("hide columns by stretches, and take the style of a column for its cells", async () => {
    const { hidden, visible } = await read(
      `<table:table-column/><table:table-column table:number-columns-repeated="2" table:visibility="collapse"/><table:table-column table:default-cell-style-name="White"/>${row(cell("一") + cell("二") + cell("三") + cell("四") + cell("五"))}`,
      style("table-cell", "White", '<style:text-properties fo:color="#ffffff"/>'),
    );
    expect(visible).toEqual(["表", "一", "五"]);
    expect(hidden).toEqual(["hidden-row: 二", "hidden-row: 三", "same-colour: 四"]);
  });
});
