import { describe, expect, it } from "vitest";
import { LEDGER_COLUMNS } from "../../src/ledger/columns.ts";
import { register } from "../../src/ledger/register.ts";
import { createSequence, lastNumbers } from "../../src/ledger/sequence.ts";
import type { Ledger } from "../../src/ledger/table.ts";
import { STANDARD_TEMPLATE } from "../../src/ledger/template.ts";
import { WorkbookFault } from "../../src/ledger/workbook/fault.ts";
import { columnName } from "../../src/ledger/workbook/reference.ts";
import { openXlsxLedger } from "../../src/ledger/xlsx-ledger.ts";
import type { FileReview } from "../../src/model/index.ts";
import { finding, masked, NO_ELEMENTS, review } from "../report/sample.ts";
import { packedParts, withPart } from "./edited.ts";
import { FACTS } from "./facts.ts";
import { ledgerXlsx } from "./new-ledger.ts";
import { everyCell } from "./read-xlsx.ts";

const ROWS = "xl/worksheets/sheet1.xml";
const FILES = ["1", "2", "3"].map((digit) =>
  review({
    path: `文件${digit}.docx`,
    sha256: digit.repeat(64),
    findings: [finding(), finding({ excerpt: masked("别处") })],
  }),
);

const open = (bytes: Uint8Array): Ledger => openXlsxLedger(bytes, [STANDARD_TEMPLATE]);

function again(bytes: Uint8Array, files: readonly FileReview[] = FILES, today = FACTS.today): Uint8Array {
  const ledger = open(bytes);
  const sequence = createSequence(lastNumbers(ledger));
  register(ledger, files, { ...FACTS, today, toolVersion: "9.9" }, sequence);
  return ledger.bytes(sequence.last());
}

const letter = (key: string) => columnName(LEDGER_COLUMNS.findIndex((column) => column.key === key));
/** A cell of people, filled by a person. */
const filled = (xml: string, key: string, row: number, text: string) =>
  xml.replace(
    new RegExp(`(<c r="${letter(key)}${row}" s="\\d+")/>`),
    `$1 t="inlineStr"><is><r><rPr><b/></rPr><t>${text}</t></r></is></c>`,
  );
const texts = (bytes: Uint8Array, key: string) => open(bytes).rows.rows.map((row) => row.cell(key).text);

describe("what people did to a workbook", () => {
  it("stays: every cell they filled, and every part but the sheet that was written", async () => {
    const start = await ledgerXlsx(FILES);
    const theirs = withPart(start, ROWS, (xml) =>
      filled(filled(xml, "opinion", 2, "主动公开"), "handlerSignature", 3, "王五"),
    );
    const result = again(theirs, [...FILES, review({ path: "新.docx", sha256: "8".repeat(64) })]);
    expect(texts(result, "opinion")).toEqual(["主动公开", "", "", ""]);
    expect(texts(result, "handlerSignature")).toEqual(["", "王五", "", ""]);
    expect(texts(result, "tool")).toEqual(Array(4).fill("secreview 9.9"));
    const before = packedParts(theirs);
    const after = packedParts(result);
    const changed = [...after].filter(([name, bytes]) => before.get(name) !== bytes).map(([name]) => name);
    expect(changed.sort()).toEqual(["xl/workbook.xml", ROWS]);
    expect(result).toSatisfy((bytes: Uint8Array) => Buffer.from(bytes).includes("secreview-ledger/1"));
  });

  it("is found again when columns were moved, headings broken over lines and a title put above", async () => {
    const start = await ledgerXlsx(FILES);
    const theirs = withPart(start, ROWS, (xml) =>
      xml
        .replace(/ r="([A-Z]*)(\d+)"/g, (_, column, row) => ` r="${column}${Number(row) + 1}"`)
        .replace(
          "<sheetData>",
          '<sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>某局台账</t></is></c></row>',
        )
        .replace(">文件路径<", ">文件\n路径<"),
    );
    expect(open(theirs).rows.rows.map(({ number }) => number)).toEqual([3, 4, 5]);
    expect(texts(again(theirs), "tool")).toEqual(Array(3).fill("secreview 9.9"));
  });

  it("a corrected title stands, a blank or withheld one is filled", async () => {
    const titled = FILES.map((file) => ({
      ...file,
      document: { ...NO_ELEMENTS, title: masked("机器看到的标题") },
    }));
    const untitled = await ledgerXlsx([
      { ...FILES[0]!, document: { ...NO_ELEMENTS, title: masked("人工改正前") } },
      FILES[1]!,
      { ...FILES[2]!, document: { ...NO_ELEMENTS, title: masked("〔已隐去〕") } },
    ]);
    const theirs = withPart(untitled, ROWS, (xml) => xml.replace("人工改正前", "人工改正的标题"));
    expect(texts(again(theirs, titled), "title")).toEqual([
      "人工改正的标题",
      "机器看到的标题",
      "机器看到的标题",
    ]);
  });

  it("a formula is not written over, and its old result is not shown beside new facts", async () => {
    const place = `${letter("remark")}2`;
    const input = `${letter("block")}2`;
    const theirs = withPart(await ledgerXlsx(FILES), ROWS, (xml) =>
      xml.replace(
        new RegExp(`<c r="${place}" s="(\\d+)"/>`),
        `<c r="${place}" s="$1" t="str"><f>IF(${input}&gt;9,"退回","同意")</f><v>同意</v></c>`,
      ),
    );
    const cells = everyCell(theirs);
    expect(cells.get(`台账!${place}`)).toBe("同意");
    expect(everyCell(again(theirs)).get(`台账!${place}`)).toBe("同意");
    const many = FILES.map((file) => ({ ...file, findings: Array.from({ length: 12 }, () => finding()) }));
    const result = again(theirs, many);
    expect(everyCell(result).get(`台账!${input}`)).toBe(12);
    expect(everyCell(result).has(`台账!${place}`)).toBe(false);
    expect(open(result).rows.rows[0]?.cell("remark").isFormula).toBe(true);
  });

  it("numbers of rows that were deleted are not given again", async () => {
    const theirs = withPart(await ledgerXlsx(FILES), ROWS, (xml) =>
      xml.replace(/<row r="[34]".*<\/row>/s, ""),
    );
    expect(texts(theirs, "id")).toEqual(["2026-0001"]);
    expect(texts(again(theirs), "id")).toEqual(["2026-0001", "2026-0004", "2026-0005"]);
  });

  it("is refused where two columns bear one name", async () => {
    const theirs = withPart(await ledgerXlsx(FILES), ROWS, (xml) => xml.replace(">备注<", ">文号<"));
    expect(() => open(theirs)).toThrow(WorkbookFault);
  });

  it("a note below the rows is told, and stays", async () => {
    const theirs = withPart(await ledgerXlsx(FILES), ROWS, (xml) =>
      xml.replace(
        "</sheetData>",
        '<row r="7"><c r="C7" t="inlineStr"><is><t>合计</t></is></c></row></sheetData>',
      ),
    );
    expect(open(theirs).warnings[0]).toContain("第 7 行");
    const result = again(theirs, [review({ path: "新.docx", sha256: "8".repeat(64) })]);
    expect(everyCell(result).get("台账!C7")).toBe("合计");
    expect(everyCell(result).get("台账!A8")).toBe("2026-0004");
  });

  it("an answer that is due is dated once the paper was sent out", async () => {
    const theirs = withPart(await ledgerXlsx(FILES), ROWS, (xml) =>
      filled(xml, "sentDate", 2, "2026年5月6日"),
    );
    expect(texts(again(theirs), "replyDue")).toEqual(["2026-05-13", "", ""]);
  });
});

describe("findings", () => {
  it("keep their rows and what people wrote, and those gone are marked", async () => {
    const start = await ledgerXlsx(FILES);
    const theirs = withPart(start, "xl/worksheets/sheet2.xml", (xml) =>
      xml.replace(/(<c r="N2" s="\d+")\/>/, '$1 t="inlineStr"><is><t>属实</t></is></c>'),
    );
    const [first, ...rest] = FILES;
    const fewer = [{ ...first!, findings: [first!.findings[0]!, finding({ ruleId: "new-rule" })] }, ...rest];
    const { findings } = open(again(theirs, fewer));
    expect(findings?.rows.map((row) => row.cell("standing").text)).toEqual([
      "检出",
      "未再检出",
      ...Array(5).fill("检出"),
    ]);
    expect(findings?.rows[0]?.cell("verified").text).toBe("属实");
    expect(findings?.rows.at(-1)?.cell("rule").text).toBe("new-rule");
  });
});
