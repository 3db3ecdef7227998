import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readArchive, unpack } from "../../../src/ledger/workbook/archive.ts";
import { pack, writeArchive } from "../../../src/ledger/workbook/archive-write.ts";
import { editSheet } from "../../../src/ledger/workbook/edit.ts";
import { WorkbookFault } from "../../../src/ledger/workbook/fault.ts";
import { recalculate } from "../../../src/ledger/workbook/recalculate.ts";
import { columnName } from "../../../src/ledger/workbook/reference.ts";
import { definedName, openWorkbook, setDefinedName } from "../../../src/ledger/workbook/workbook.ts";
import { packedParts } from "../edited.ts";
import { everyCell, unzip, walkXml } from "../read-xlsx.ts";

const MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';
const REL = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const DATA = "xl/worksheets/sheet1.xml";

interface Made {
  readonly sheet: string;
  readonly workbook?: string;
  readonly more?: Readonly<Record<string, string>>;
}

/** A small workbook with one sheet 数据, and further sheets as parts. */
function made({ sheet, workbook = "", more = {} }: Made): Uint8Array {
  const sheets = [DATA, ...Object.keys(more).filter((name) => name.includes("worksheets/"))];
  const list = (item: (part: string, number: number) => string) =>
    sheets.map((part, index) => item(part, index + 1)).join("");
  const parts: Record<string, string> = {
    "[Content_Types].xml": "<Types/>",
    "_rels/.rels": `<Relationships><Relationship Id="r" Type="${REL}/officeDocument" Target="/xl/workbook.xml"/></Relationships>`,
    "xl/workbook.xml": `<workbook ${MAIN} xmlns:r="${REL}"><sheets>${list((_, number) => `<sheet name="${number === 1 ? "数据" : `表${number}`}" sheetId="${number}" r:id="r${number}"/>`)}</sheets>${workbook}</workbook>`,
    "xl/_rels/workbook.xml.rels": `<Relationships>${list((part, number) => `<Relationship Id="r${number}" Type="${REL}/worksheet" Target="${part.slice(3)}"/>`)}<Relationship Id="s" Type="${REL}/sharedStrings" Target="sharedStrings.xml"/></Relationships>`,
    "xl/sharedStrings.xml": `<sst ${MAIN}><si><t>共享</t></si><si><r><t>富</t></r><r><t xml:space="preserve">文本 </t></r><rPh><t>ふ</t></rPh></si></sst>`,
    [DATA]: sheet,
    "xl/media/picture.bin": "不动的部分",
    ...more,
  };
  const entries = new Map(Object.entries(parts).map(([name, text]) => [name, pack(text)]));
  return writeArchive({ entries, comment: "" });
}

const sheetXml = (data: string, after = "") => `<worksheet ${MAIN}>${data}${after}</worksheet>`;
const cell = (place: string, value: number) => `<c r="${place}"><v>${value}</v></c>`;

function edit(bytes: Uint8Array, work: (editor: ReturnType<typeof editSheet>) => void): Uint8Array {
  const workbook = openWorkbook(bytes);
  const editor = editSheet(workbook, workbook.sheets[0]!);
  work(editor);
  editor.commit();
  recalculate(workbook, [editor]);
  return workbook.package.bytes("");
}

describe("editing a sheet", () => {
  const value = fc.oneof(
    fc.integer({ min: -1000, max: 1000 }),
    fc.stringMatching(/^[一-龥a<>&"'_x0D \n]{1,12}$/).filter((text) => text.trim() !== ""),
  );
  const filled = fc.uniqueArray(fc.record({ row: fc.integer({ min: 1, max: 9 }), column: fc.nat(30) }), {
    selector: ({ row, column }) => `${row}/${column}`,
    maxLength: 30,
  });

  it("changes the cells it was told to and nothing else, whatever is there", async () => {
    await fc.assert(
      fc.asyncProperty(
        filled,
        fc.array(fc.tuple(fc.integer({ min: 1, max: 9 }), fc.nat(30), value), { maxLength: 12 }),
        fc.array(fc.dictionary(fc.nat(30).map(String), value, { minKeys: 1 }), { maxLength: 4 }),
        async (places, sets, added) => {
          const rows = [...new Set([...places.map(({ row }) => row), 1])].sort((a, b) => a - b);
          const data = rows.map((row) => {
            const own = places.filter((place) => place.row === row).sort((a, b) => a.column - b.column);
            return `<row r="${row}" x:a="1">${own.map(({ column }) => `<c r="${columnName(column)}${row}" s="3"><v>${row * 100 + column}</v></c>`).join("")}</row>`;
          });
          const before = made({ sheet: sheetXml(`<sheetData>${data.join("")}</sheetData>`) });
          const expected = everyCell(before);
          const inUse = sets.filter(([row]) => rows.includes(row));
          const note = (row: number, column: number, next: string | number) =>
            expected.set(`数据!${columnName(column)}${row}`, next);
          const after = edit(before, (editor) => {
            // Rows below the last used one are written over by added ones, so they are not set before.
            for (const [row, column, next] of inUse.filter(([row]) => row <= editor.lastRow)) {
              editor.set({ row, column }, next);
              note(row, column, next);
            }
            for (const one of added) {
              const cells = Object.entries(one).map(([key, next]) => [Number(key), next] as const);
              const row = editor.append(new Map(cells));
              for (const [column, next] of cells) note(row, column, next);
            }
          });
          const sorted = (cells: ReadonlyMap<string, unknown>) =>
            [...cells].sort(([a], [b]) => (a < b ? -1 : 1));
          expect(sorted(everyCell(after))).toEqual(sorted(expected));
          const { parts } = await unzip(after);
          walkXml((parts.get(DATA) ?? "").replaceAll("x:a", "a"), () => undefined);
          const [old, now] = [packedParts(before), packedParts(after)];
          for (const [name, bytes] of old) if (name !== DATA) expect(now.get(name), name).toBe(bytes);
        },
      ),
      { numRuns: 60 },
    );
  });

  it("reads shared and rich strings, errors, truth values, cells and rows without a place", () => {
    const data =
      '<sheetData><row><c t="s"><v>0</v></c><c t="s"><v>1</v></c><c t="b"><v>1</v></c></row><row><c t="e"><v>#N/A</v></c></row></sheetData>';
    expect([...everyCell(made({ sheet: sheetXml(data) }))]).toEqual([
      ["数据!A1", "共享"],
      ["数据!B1", "富文本 "],
      ["数据!C1", "TRUE"],
      ["数据!A2", "#N/A"],
    ]);
  });

  it("keeps the prefix of a part that has one", () => {
    const sheet = sheetXml(`<sheetData><row r="1">${cell("A1", 1)}</row></sheetData>`)
      .replace(/<(\/?)([a-z])/gi, "<$1x:$2")
      .replace("xmlns=", "xmlns:x=");
    const after = edit(made({ sheet }), (editor) => {
      editor.set({ row: 1, column: 1 }, "乙");
      editor.append(new Map([[0, 2]]));
    });
    expect([...everyCell(after).values()]).toEqual([1, "乙", 2]);
  });

  it("opens an empty sheet, and one whose empty rows are formatted", () => {
    const blank = edit(made({ sheet: sheetXml("<sheetData/>") }), (editor) =>
      editor.append(new Map([[0, 1]])),
    );
    expect([...everyCell(blank)]).toEqual([["数据!A1", 1]]);
    const formatted = `<sheetData><row r="1">${cell("A1", 1)}</row><row r="2"><c r="A2" s="5"/></row><row r="3"><c r="A3" s="5"/></row></sheetData>`;
    const grown = edit(made({ sheet: sheetXml(formatted) }), (editor) => editor.append(new Map([[0, 2]])));
    expect([...everyCell(grown)]).toEqual([
      ["数据!A1", 1],
      ["数据!A2", 2],
    ]);
  });

  it.each([
    ["a comment among the rows", "<sheetData><!-- 甲 --><row r='1'/></sheetData>"],
    ["rows out of order", '<sheetData><row r="2"/><row r="1"/></sheetData>'],
    ["cells out of order", '<sheetData><row r="1"><c r="B1"/><c r="A1"/></row></sheetData>'],
    ["an unclosed row", '<sheetData><row r="1"><c r="A1"/></sheetData>'],
    ["text among the rows", "<sheetData>甲</sheetData>"],
    ["no rows at all", "<cols/>"],
    [
      "CDATA",
      '<sheetData><row r="1"><c r="A1" t="inlineStr"><is><t><![CDATA[甲]]></t></is></c></row></sheetData>',
    ],
  ])("refuses %s", (_, data) => {
    expect(() => everyCell(edit(made({ sheet: sheetXml(data) }), () => undefined))).toThrow(WorkbookFault);
  });

  it("refuses a document type and another encoding", () => {
    expect(() => openWorkbook(made({ sheet: "", workbook: '<!DOCTYPE x [<!ENTITY a "b">]>' }))).toThrow(
      WorkbookFault,
    );
  });
});

describe("added rows", () => {
  const after =
    '<autoFilter ref="A1:B2"/><conditionalFormatting sqref="A2:A2 B1:B2"><cfRule/></conditionalFormatting><dataValidations><dataValidation type="list" sqref="B2:B2"/><dataValidation sqref="A2:A1048576"/></dataValidations><extLst><ext><x14:v xmlns:x14="x" xmlns:xm="y"><xm:sqref>B2:B2</xm:sqref></x14:v></ext></extLst>';
  const data = `<sheetData><row r="1">${cell("A1", 1)}</row><row r="2">${cell("A2", 2)}</row></sheetData>`;
  const workbook = `<definedNames><definedName name="_xlnm._FilterDatabase" localSheetId="0" hidden="1">数据!$A$1:$B$2</definedName><definedName name="别的">数据!$A$1:$B$2</definedName></definedNames>`;

  it("are reached by filter, colours, choices and the names a program keeps, not by people's", async () => {
    const result = edit(made({ sheet: sheetXml(data, after), workbook }), (editor) => {
      editor.append(new Map([[0, 3]]));
      editor.append(new Map([[0, 4]]));
    });
    const { parts } = await unzip(result);
    const ranges = [...(parts.get(DATA) ?? "").matchAll(/(?:ref="|sqref="|sqref>)([A-Z0-9: ]+)/g)];
    expect(ranges.map(([, range]) => range)).toEqual([
      "A1:B4",
      "A2:A4 B1:B4",
      "B2:B4",
      "A2:A1048576",
      "B2:B4",
    ]);
    const opened = openWorkbook(result);
    expect(definedName(opened, "_xlnm._FilterDatabase", 0)).toBe("数据!$A$1:$B$4");
    expect(definedName(opened, "别的")).toBe("数据!$A$1:$B$2");
  });

  it("take the style most of the rows above have", async () => {
    const rows = [3, 3, 7].map(
      (style, index) => `<row r="${index + 1}"><c r="A${index + 1}" s="${style}"><v>1</v></c></row>`,
    );
    const result = edit(
      made({
        sheet: sheetXml(
          `<sheetData>${rows.join("")}<row r="4"><c r="A4" s="3"><v>1</v></c></row></sheetData>`,
        ),
      }),
      (editor) => editor.append(new Map([[0, 9]])),
    );
    expect((await unzip(result)).parts.get(DATA)).toContain('<c r="A5" s="3"><v>9</v></c>');
  });
});

describe("results of formulas", () => {
  const formula = (place: string, text: string, attributes = "") =>
    `<c r="${place}"><f${attributes}>${text}</f><v>7</v></c>`;
  const data = `<sheetData><row r="1">${cell("A1", 1)}${cell("B1", 2)}</row><row r="9">${[
    formula("A9", "A1+1"),
    formula("B9", "B1+1"),
    formula("C9", "SUM($A$1:A3)&amp;&quot;B1&quot;"),
    formula("D9", "A9*2"),
    formula("E9", "税率*2"),
    formula("F9", "COUNTIF(B:B,1)+LOG10(2)"),
    formula("G9", "[1]别处!A1"),
    formula("H9", "INDIRECT(&quot;B1&quot;)"),
    formula("I9", "B1", ' t="shared" ref="I9" si="0"'),
  ].join("")}</row></sheetData>`;
  const other = sheetXml(
    `<sheetData><row r="1">${formula("A1", "数据!A1")}${formula("B1", "数据!B1")}</row></sheetData>`,
  );

  it("go where what they read was changed or cannot be told, and stay elsewhere", () => {
    const bytes = made({ sheet: sheetXml(data), more: { "xl/worksheets/sheet2.xml": other } });
    const left = everyCell(edit(bytes, (editor) => editor.set({ row: 1, column: 0 }, 5)));
    const kept = [...left].filter(([, value]) => value === 7).map(([place]) => place);
    expect(kept).toEqual(["数据!B9", "数据!F9", "数据!G9", "表2!B1"]);
  });

  it("are asked for anew, and a workbook without formulas is not touched for it", async () => {
    const asked = edit(made({ sheet: sheetXml(data) }), (editor) => editor.set({ row: 1, column: 0 }, 5));
    expect((await unzip(asked)).parts.get("xl/workbook.xml")).toContain('<calcPr fullCalcOnLoad="1"/>');
    const plain = made({ sheet: sheetXml(`<sheetData><row r="1">${cell("A1", 1)}</row></sheetData>`) });
    const quiet = edit(plain, (editor) => editor.set({ row: 1, column: 0 }, 5));
    expect((await unzip(quiet)).parts.get("xl/workbook.xml")).not.toContain("calcPr");
  });
});

describe("a defined name", () => {
  it("is added where the schema has its place, then changed", () => {
    const workbook = openWorkbook(made({ sheet: sheetXml("<sheetData/>"), workbook: "<calcPr/>" }));
    setDefinedName(workbook, "secreview.lastIds", '"2026-0001"');
    expect(workbook.package.text("xl/workbook.xml")).toContain("</sheets><definedNames><definedName");
    setDefinedName(workbook, "secreview.lastIds", '"2026-0002"');
    expect(definedName(workbook, "secreview.lastIds")).toBe('"2026-0002"');
    expect(workbook.package.text("xl/workbook.xml").match(/definedName /g)).toHaveLength(1);
  });
});

describe("an archive", () => {
  const bytes = Buffer.from(made({ sheet: sheetXml("<sheetData/>") }));
  const texts = (archive: Uint8Array) =>
    [...readArchive(archive).entries.values()].map((entry) => Buffer.from(unpack(entry)).toString());

  it("that is damaged in any byte is refused, or its parts read as they were", () => {
    const whole = texts(bytes);
    const outcomes = [...bytes.keys()].map((at) => {
      const flipped = Buffer.from(bytes);
      flipped[at] = (flipped[at] ?? 0) ^ 0x55;
      try {
        return texts(flipped).every((text) => whole.includes(text));
      } catch (error) {
        return error instanceof WorkbookFault;
      }
    });
    expect(outcomes.indexOf(false)).toBe(-1);
  });

  it("cut short at any place is refused", () => {
    for (let length = 0; length < bytes.length; length += 7)
      expect(() => readArchive(bytes.subarray(0, length))).toThrow(WorkbookFault);
  });
});
