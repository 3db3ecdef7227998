import { describe, expect, it } from "vitest";
import { pdf, revisedPdf } from "../../../fixtures/build/pdf.ts";
import { Unread } from "../../../src/extract/extractor.ts";
import { noted, read, shown } from "./read.ts";

const LINE = { text: "本页有一行足够长的文字可以读出来", x: 72, y: 700 };
const SCAN = { x: 0, y: 0, width: 595, height: 842, pixels: [1240, 1754] as const };

describe("pages without text", () => {
  it("are named when there is something else on them", async () => {
    const extraction = await read(
      pdf({
        pages: [
          { lines: [LINE] },
          { images: [SCAN] },
          { outlines: 60 },
          {},
          { boxes: [{ ...SCAN, height: 1 }] },
        ],
      }),
    );
    expect(noted(extraction)).toEqual(["no-text-layer@2", "no-text-layer@3"]);
    expect(extraction.pictures).toEqual([{ location: { page: 2 }, width: 1240, height: 1754 }]);
    expect(extraction.pages).toBe(5);
  });

  it("are not those with an OCR layer, whose scan counts as read", async () => {
    const extraction = await read(pdf({ pages: [{ images: [SCAN], lines: [{ ...LINE, mode: 3 }] }] }));
    expect(shown(extraction)).toEqual([LINE.text]);
    expect(noted(extraction)).toEqual(["ocr-layer@1"]);
    expect(extraction.pictures).toEqual([]);
  });

  it("are those whose OCR layer is a stray word", async () => {
    const extraction = await read(
      pdf({ pages: [{ images: [SCAN], lines: [{ ...LINE, text: "页", mode: 3 }] }] }),
    );
    expect(noted(extraction)).toEqual(["no-text-layer@1"]);
    expect(extraction.pictures).toHaveLength(1);
  });

  it("count the strips of a scan as one picture", async () => {
    const strips = [0, 1, 2].map((index) => ({
      ...SCAN,
      y: index * 280,
      height: 280,
      pixels: [1240, 500] as const,
    }));
    const { pictures } = await read(pdf({ pages: [{ images: strips }] }));
    expect(pictures).toEqual([{ location: { page: 1 }, width: 1240, height: 1500 }]);
  });
});

describe("damaged and locked files", () => {
  it("one bad page leaves the others readable", async () => {
    const extraction = await read(pdf({ pages: [{ lines: [LINE] }, { broken: true }, { lines: [LINE] }] }));
    expect(shown(extraction)).toEqual([LINE.text, LINE.text]);
    expect(noted(extraction)).toEqual(["page-unread@2"]);
  });

  it("a user password is encrypted, an owner password is not", async () => {
    const pages = [{ lines: [LINE] }];
    const locked = read(pdf({ pages, encrypt: { user: "open", owner: "own" } }));
    await expect(locked).rejects.toMatchObject({ name: "Unread", code: "encrypted" });
    const owned = await read(pdf({ pages, info: { Title: "题名" }, encrypt: { user: "", owner: "own" } }));
    expect(shown(owned)).toEqual([LINE.text]);
    expect(owned.blocks.map(({ text }) => text)).toContain("题名");
    expect(noted(owned)).toEqual([]);
  });

  it("nonsense is corrupt", async () => {
    await expect(read(Buffer.from("%PDF-1.7\nno objects follow"))).rejects.toEqual(new Unread("corrupt"));
    const cut = pdf({ pages: [{ lines: [LINE] }] }).subarray(0, 1000);
    await expect(read(cut)).rejects.toEqual(new Unread("corrupt"));
  });

  it("a file whose end is missing is said to be, though its first state opens", async () => {
    const after = { pages: [{ lines: [{ ...LINE, text: "更新以后的文字" }] }] };
    const bytes = revisedPdf({ pages: [{ lines: [LINE] }] }, after);
    expect(noted(await read(bytes))).toEqual([]);
    expect(noted(await read(bytes.subarray(0, bytes.length - 200)))).toEqual(["corrupt"]);
  });

  it("glyph numbers taken for characters are garbled text", async () => {
    const rare = Array.from({ length: 30 }, (_, index) => "丂丄丅丆丏丒丗丟丠両"[index % 10]).join("");
    expect(noted(await read(pdf({ pages: [{ lines: [{ ...LINE, text: rare }] }] })))).toEqual([
      "garbled-text",
    ]);
  });
});

describe("limits", () => {
  const pages = [1, 2, 3].map((number) => ({ lines: [{ ...LINE, text: `第${number}页的文字` }] }));

  it("pages", async () => {
    const extraction = await read(pdf({ pages }), { pages: 2 });
    expect(shown(extraction)).toEqual(["第1页的文字", "第2页的文字"]);
    expect(extraction.notices).toEqual([
      { code: "limit-pages", location: null, detail: { found: 3, allowed: 2 } },
    ]);
  });

  it("text: what was read before stays read", async () => {
    const extraction = await read(pdf({ pages }), { textChars: 10 });
    expect(shown(extraction)).toEqual(["第1页的文字"]);
    expect(noted(extraction)).toEqual(["limit-text"]);
  });

  it("attached bytes", async () => {
    const attachments = [{ name: "大.bin", bytes: new Uint8Array(5000) }];
    const extraction = await read(pdf({ pages, attachments }), { expandedBytes: 4000 });
    expect(noted(extraction)).toEqual(["limit-expanded"]);
    expect(extraction.children).toEqual([]);
  });
});
