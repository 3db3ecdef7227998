import { describe, expect, it } from "vitest";
import { p, table, xml } from "../../../fixtures/build/docx.ts";
import { readDocx } from "./read-docx.ts";

describe("tables", () => {
  it("name cells like a spreadsheet and part the cells of a row by TABs", async () => {
    const { blocks } = await readDocx({
      body: [
        "表前",
        table([
          ["姓名", "电话"],
          ["", ["第一段", "第二段"], "备注"],
        ]),
        "表后",
      ],
    });
    expect(blocks.map(({ text, part, location, separator }) => [text, part, location, separator])).toEqual([
      ["表前", "body", { paragraph: 1 }, undefined],
      ["姓名", "table", { object: "table 1", cell: "A1" }, undefined],
      ["电话", "table", { object: "table 1", cell: "B1" }, "\t"],
      ["第一段", "table", { object: "table 1", cell: "B2" }, undefined],
      ["第二段", "table", { object: "table 1", cell: "B2" }, undefined],
      ["备注", "table", { object: "table 1", cell: "C2" }, "\t"],
      ["表后", "body", { paragraph: 2 }, undefined],
    ]);
  });

  it("count merged cells by the grid and nested tables by themselves", async () => {
    const cell = (text: string, properties = "") =>
      `<w:tc><w:tcPr>${properties}</w:tcPr>${p(text).xml}</w:tc>`;
    const merged = xml(
      `<w:tbl><w:tr><w:trPr><w:gridBefore w:val="1"/></w:trPr>${cell("宽格", '<w:gridSpan w:val="3"/>')}${cell("后格")}</w:tr></w:tbl>`,
    );
    const { find } = await readDocx({ body: [merged, table([[[table([["里面"]]), "外面"]]])] });
    expect(find("宽格")[0]?.location.cell).toBe("B1");
    expect(find("后格")[0]?.location.cell).toBe("E1");
    expect(find("里面")[0]?.location).toEqual({ object: "table 3", cell: "A1" });
    expect(find("外面")[0]?.location).toEqual({ object: "table 2", cell: "A1" });
  });
});
