import { describe, expect, it } from "vitest";
import { bearsOwnMarker } from "../../src/discover/own-output.ts";

const bytes = (text: string) => Buffer.from(text, "utf8");

describe("bearsOwnMarker", () => {
  it.each([
    ["json", '{\n  "schema": "secreview-report/1",'],
    [
      "html",
      '<!doctype html><html><head><meta charset="utf-8"><meta name="generator" content="secreview 0.1.0">',
    ],
    ["ledger csv", "\uFEFF序号,状态,登记日期,文件路径,上级文件,标题\r\n"],
    ["findings csv", "\uFEFF文件,所在文件,检查状态,检查意见,位置\r\n"],
  ])("knows our own %s", (_, head) => expect(bearsOwnMarker(bytes(head))).toBe(true));

  it("knows a ledger workbook by its archive comment", () => {
    expect(bearsOwnMarker(bytes("PK\x03\x04…"), bytes("PK\x05\x06……secreview-ledger/1"))).toBe(true);
    expect(bearsOwnMarker(bytes("PK\x03\x04…"), bytes("PK\x05\x06……"))).toBe(false);
  });

  it.each([
    ["a text about the tool", "本单位使用 secreview-report/1 格式"],
    ["a JSON that names it late", `{"text":"${"，".repeat(300)}","x":"secreview-report/1"}`],
    ["another page", '<meta name="generator" content="WordPress">'],
    ["another table", "\uFEFF序号,姓名\r\n"],
    ["nothing", ""],
  ])("is not fooled by %s", (_, head) => expect(bearsOwnMarker(bytes(head))).toBe(false));
});
