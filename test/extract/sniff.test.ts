import { describe, expect, it } from "vitest";
import { buildDoc, buildEncryptedPackage, buildXls } from "../../fixtures/build/ole.ts";
import { sniff } from "../../src/extract/sniff.ts";
import { storedZip } from "./stored-zip.ts";

const latin1 = (text: string) => new Uint8Array(Buffer.from(text, "latin1"));
const utf8 = (text: string) => new Uint8Array(Buffer.from(text));
const format = async (bytes: Uint8Array, name: string) => (await sniff(bytes, name)).format;

describe("sniff", () => {
  it.each([
    ["docx", ["[Content_Types].xml", "word/document.xml", "word/embeddings/xl/workbook.xml"]],
    ["xlsx", ["[Content_Types].xml", "XL\\Workbook.xml"]],
    ["pptx", ["ppt/presentation.xml"]],
    ["xlsb", ["xl/workbook.bin"]],
    ["ooxml", ["[Content_Types].xml", "other/main.xml"]],
    ["ofd", ["ofd.xml", "Doc_0/Document.xml"]],
    ["ofd", ["Encryptions.xml", "decryptSeed.dat"]],
    ["zip", ["a/document.xml", "通知.docx"]],
    ["odt", ["mimetype", "content.xml"]],
    ["odt", ["content.xml", "META-INF/manifest.xml"]],
  ])("tells %s by its members", async (expected, names) => {
    const bytes = storedZip(
      names.map((name) => [name, name === "mimetype" ? "application/vnd.oasis.opendocument.text" : "x"]),
    );
    expect(await format(bytes, "x.bin")).toBe(expected);
  });

  it("leaves a zip without a directory to the reader its name asks for", async () => {
    const stump = storedZip([["word/document.xml", "x"]]).slice(0, 40);
    expect(await format(stump, "a.docx")).toBe("docx");
    expect(await format(stump, "a.dat")).toBe("zip");
  });

  it.each<[string, Uint8Array]>([
    ["pdf", latin1("%PDF-1.7\n%âã\n")],
    ["pdf", latin1(`${"\n".repeat(900)}%PDF-1.4\nstartxref 0`)],
    ["pdf", latin1("1 0 obj\n<<>>\nendobj\nstartxref\n0\n%%EOF")],
    ["rtf", latin1("{\\rtf1\\ansi x}")],
    ["rar", latin1("Rar!\x1a\x07\x01\0")],
    ["7z", latin1("7z\xbc\xaf\x27\x1c\0")],
    ["gz", latin1("\x1f\x8b\x08\0")],
    ["tar", latin1(`${"a".padEnd(257, "\0")}ustar\0`)],
    ["png", latin1("\x89PNG\r\n\x1a\n\0")],
    ["jpg", latin1("\xff\xd8\xff\xe0")],
    ["bmp", latin1("BM\x46\0\0\0\0\0\0\0\x36\0\0\0")],
    ["tiff", latin1("II*\0\x08\0")],
    ["webp", latin1("RIFF\x01\0\0\0WEBPVP8 ")],
    ["dwg", latin1("AC1032\0\0")],
    ["eml", utf8("From - Mon\r\nMIME-Version: 1.0\r\nTo: a@b\r\n\r\n正文")],
    ["mht", utf8("MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=x\r\n\r\n--x")],
    ["wordml", utf8('<?xml version="1.0"?><?mso-application progid="Word.Document"?><w:wordDocument>')],
    ["flat-odf", utf8('<?xml version="1.0"?><office:document xmlns:office="x">')],
    ["html", utf8("\uFEFF<!-- 页 -->\n<!DOCTYPE html><p>")],
    ["html", new Uint8Array(Buffer.from("\uFEFF<html><body>正文", "utf16le"))],
    ["svg", utf8('<?xml version="1.0"?><!DOCTYPE svg><svg>')],
    ["xml", utf8('<?xml version="1.0"?><根/>')],
    ["txt", utf8("关于 %PDF-1.4 格式的说明")],
    ["txt", utf8("BM 是品牌简称")],
    ["txt", utf8("通知：各科室\n请注意\n")],
    ["unknown", latin1("MZ\x90\0\x03\0\0\0\x04\0\0\0\xff\xff\0\0")],
  ])("tells %s by content", async (expected, bytes) => {
    expect(await format(bytes, "no-extension")).toBe(expected);
  });

  it.each([
    ["a.md", "# 题", "markdown"],
    ["a.md", "<div>题</div>", "markdown"],
    ["a.csv", "甲,乙", "csv"],
    ["a.JSON", "{}", "json"],
    ["a.js", "<!-- x", "js"],
    ["a.htm", "只有文字", "html"],
    ["a.txt", "<table><tr>", "html"],
    ["a.log", "甲", "txt"],
  ])("lets the name %s choose among kinds of text only", async (name, text, expected) => {
    expect(await sniff(utf8(text), name)).toEqual({ format: expected, encrypted: false, mismatch: null });
  });

  it.each<[string, Uint8Array, string | null]>([
    ["a.docx", buildDoc(), "docx"],
    ["a.wps", buildDoc(), null],
    ["a.et", buildXls(), null],
    ["a.doc", buildXls(), "doc"],
    ["a.txt", latin1("%PDF-1.7"), "txt"],
    ["a.pdf", utf8("文字"), "pdf"],
    ["a.csv", utf8("{}"), null],
    ["a.docm", storedZip([["word/document.xml", "x"]]), null],
    ["a.doc", storedZip([["word/document.xml", "x"]]), "doc"],
    ["a.dat", storedZip([["word/document.xml", "x"]]), "dat"],
    ["README", latin1("%PDF-1.7"), null],
    ["a.dat", utf8("文字"), null],
  ])("compares the name %s with the content", async (name, bytes, mismatch) => {
    expect((await sniff(bytes, name)).mismatch).toBe(mismatch);
  });

  it("tells encrypted files, keeping what their name says they are", async () => {
    expect(await sniff(buildEncryptedPackage(), "a.xlsx")).toEqual({
      format: "xlsx",
      encrypted: true,
      mismatch: null,
    });
    expect(await sniff(buildDoc({ encrypted: true }), "a.doc")).toMatchObject({
      format: "doc",
      encrypted: true,
    });
  });
});
