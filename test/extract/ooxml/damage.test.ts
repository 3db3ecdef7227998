import { describe, expect, it } from "vitest";
import { type DocxOptions, docx, p, xml } from "../../../fixtures/build/docx.ts";
import { zip } from "../../../fixtures/build/zip.ts";
import { Unread } from "../../../src/extract/extractor.ts";
import { readDocx } from "./read-docx.ts";

describe("damage", () => {
  const body = ["保住的正文"];

  it("of one part never loses the rest", async () => {
    const { visible, notices } = await readDocx({
      body,
      headers: { default: ["保住的页眉"] },
      extra: [
        { name: "word/footer8.xml", data: "<w:ftr" },
        { name: "customXml/item1.xml", data: "<!DOCTYPE a><a>x</a>" },
        { name: "customXml/item2.xml", data: "<a/>", encrypted: true },
        { name: "customXml/item3.xml", data: Buffer.from("<?xml version='1.0' encoding='x-no'?><a/>") },
      ],
    });
    expect(visible).toEqual(["保住的正文", "保住的页眉"]);
    expect(notices).toEqual([
      { code: "part-unread", location: { object: "word/footer8.xml" }, detail: { reason: "corrupt" } },
      { code: "part-unread", location: { object: "customXml/item1.xml" }, detail: { reason: "corrupt" } },
      { code: "encrypted", location: { object: "customXml/item2.xml" }, detail: {} },
      {
        code: "part-unread",
        location: { object: "customXml/item3.xml" },
        detail: { encoding: "x-no", reason: "undecodable" },
      },
    ]);
  });

  it("of directions falls back on usual names, with a notice", async () => {
    const damaged = (name: string) => replaced({ body, headers: { default: ["页眉"] } }, name, "<broken");
    const types = await readDocx(damaged("[Content_Types].xml"));
    expect(types.visible).toEqual(["保住的正文", "页眉"]);
    expect(types.notices).toMatchObject([
      { code: "part-unread", location: { object: "[Content_Types].xml" } },
    ]);
    const root = await readDocx(damaged("_rels/.rels"));
    expect(root.visible).toContain("保住的正文");
    expect(root.notices).toMatchObject([{ code: "part-unread", location: { object: "_rels/.rels" } }]);
  });

  it("of the main part half-way keeps what came before", async () => {
    const cut = `<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${p("读到的").xml}<w:p><w:r><w:t>半`;
    const { visible, notices } = await readDocx(replaced({ body }, "word/document.xml", cut));
    expect(visible).toEqual(["读到的", "半"]);
    expect(notices).toMatchObject([{ code: "part-unread", location: { object: "word/document.xml" } }]);
  });

  it("of the whole main part makes the file unread", async () => {
    const corrupt = { code: "corrupt" };
    await expect(readDocx(replaced({ body }, "word/document.xml", "无"))).rejects.toMatchObject(corrupt);
    await expect(readDocx(zip([{ name: "[Content_Types].xml", data: "<Types/>" }]))).rejects.toMatchObject(
      corrupt,
    );
    const whole = docx({ body });
    await expect(readDocx(whole.subarray(0, whole.length / 2))).rejects.toMatchObject(corrupt);
  });

  it("anywhere in the file is reported, never a crash, never silence", async () => {
    const whole = docx({ body, headers: { default: ["保住的页眉"] }, properties: { "dc:title": "题" } });
    const silent: number[] = [];
    for (let at = 0; at < whole.length; at += 7) {
      const damaged = Uint8Array.from(whole);
      damaged[at] = (damaged[at] ?? 0) ^ 0x55;
      const result = await readDocx(damaged).catch((error: unknown) => {
        expect(error).toBeInstanceOf(Unread);
        return null;
      });
      if (result === null || result.notices.length > 0) continue;
      const whereabouts = JSON.stringify([result.blocks, result.children]);
      if (!/保住的正文.*保住的页眉/.test(whereabouts)) silent.push(at);
    }
    expect(silent).toEqual([]);
  });

  it("includes headers and notes that the directions promise and the package lacks", async () => {
    const missing = { id: "h", type: "header", target: "header7.xml", data: "" };
    const whole = Buffer.from(docx({ body, related: [missing] })).toString("latin1");
    // The entry goes by another name; the relationship, deflated, does not change.
    const renamed = Buffer.from(whole.replaceAll("word/header7.xml", "word/heade-7.bin"), "latin1");
    const { visible, notices } = await readDocx(new Uint8Array(renamed));
    expect(visible).toEqual(["保住的正文"]);
    expect(notices).toMatchObject([{ code: "part-unread", location: { object: "word/header7.xml" } }]);
  });

  it("by entities expands nothing", async () => {
    const bomb = `<!DOCTYPE w [<!ENTITY a "机密">]><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">&a;</w:document>`;
    await expect(readDocx(replaced({ body }, "word/document.xml", bomb))).rejects.toMatchObject({
      code: "corrupt",
    });
  });
});

describe("limits", () => {
  it("stop reading with a notice that names them, and keep what was read", async () => {
    const text = await readDocx({ body: ["第一段文字", "第二段文字"] }, { textChars: 8 });
    expect(text.visible).toEqual(["第一段文字"]);
    expect(text.notices).toMatchObject([{ code: "limit-text", location: { object: "word/document.xml" } }]);

    const nested = "<w:sdt><w:sdtContent>".repeat(40);
    const depth = await readDocx(
      { body: ["浅处", xml(nested + "</w:sdtContent></w:sdt>".repeat(40)), "远处"] },
      { xmlDepth: 50 },
    );
    expect(depth.visible).toEqual(["浅处"]);
    expect(depth.notices).toMatchObject([{ code: "limit-depth", detail: { allowed: 50 } }]);

    const big = { name: "customXml/item1.xml", data: `<a>${" ".repeat(3 << 20)}</a>` };
    const ratio = await readDocx({ body: ["正文"], extra: [big] });
    expect(ratio.visible).toEqual(["正文"]);
    expect(ratio.notices).toMatchObject([{ code: "limit-ratio", location: { object: big.name } }]);

    const bytes = await readDocx({ body: ["正文"], extra: [big] }, { expandedBytes: 1 << 20, ratio: 1e9 });
    expect(bytes.visible).toEqual(["正文"]);
    expect(bytes.notices).toMatchObject([{ code: "limit-expanded" }]);
    await expect(readDocx({ body: ["正文"] }, { entries: 2 })).rejects.toMatchObject({
      code: "limit-entries",
    });
  });
});

/** The same document with one entry replaced. */
function replaced(options: DocxOptions, name: string, data: string): Uint8Array {
  return docx({ ...options, replace: { [name]: data } });
}
