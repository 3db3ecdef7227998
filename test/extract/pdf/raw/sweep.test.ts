import { deflateSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { pdf } from "../../../../fixtures/build/pdf.ts";
import { appendUpdate, type PdfObject, writePdf } from "../../../../fixtures/build/pdf-file.ts";
import { text } from "../../../../fixtures/formats/pdf-objects.ts";
import { readObjects } from "../../../../src/extract/pdf/raw/objects.ts";
import { hidden, noted, read, shown } from "../read.ts";

/** A file of one page; further objects start at number 4. */
function onePage(...more: readonly (string | PdfObject)[]) {
  const objects: PdfObject[] = [
    { value: "<</Type/Catalog/Pages 2 0 R/Extra 4 0 R>>" },
    { value: "<</Type/Pages/Kids[3 0 R]/Count 1>>" },
    { value: "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<<>>>>" },
    ...more.map((object) => (typeof object === "string" ? { value: object } : object)),
  ];
  return { objects, root: 1, info: null };
}

describe("objects of a file", () => {
  it("a string that an update replaced is an earlier version", async () => {
    const before = onePage(`<</Note${text("原定数额三千万元")}>>`);
    const after = onePage(`<</Note${text("已按规定公布")}>>`);
    const extraction = await read(appendUpdate(writePdf(before), before, after));
    expect(hidden(extraction, "previous-revision")).toEqual(["原定数额三千万元"]);
    expect(hidden(extraction, "other")).toEqual(["已按规定公布"]);
  });

  it("says nothing twice", async () => {
    const pages = [{ lines: [{ text: "供水管网改造", x: 72, y: 700 }] }];
    const extraction = await read(pdf({ pages, outline: ["供水管网改造"], info: { Title: "供水管网改造" } }));
    expect(extraction.blocks.filter(({ text }) => text === "供水管网改造")).toHaveLength(3);
  });

  it("digests, signatures and addresses anybody can open are no texts", async () => {
    const signature = "<</Type/Sig/ByteRange[0 1]/Contents<b0a1b0a2b0a3b0a4>/Cert(\xb0\xa1\xb0\xa2)>>";
    const bytes = writePdf(onePage(`[${signature}<</S/URI/URI(https://www.example.gov.cn/a)>>]`));
    expect((await read(bytes)).blocks).toEqual([]);
  });

  it("what is compressed to an object stream is read", async () => {
    const inner = `9 0 <</Note${text("内部编号说明")}>>`;
    const stream = {
      value: "<</Type/ObjStm/N 1/First 4/Filter/FlateDecode>>",
      data: deflateSync(Buffer.from(inner, "latin1")),
    };
    expect(hidden(await read(writePdf(onePage("null", stream))), "orphan")).toEqual(["内部编号说明"]);
  });

  it("a damaged metadata stream is told", async () => {
    const broken = { value: "<</Type/Metadata/Subtype/XML/Filter/FlateDecode>>", data: Buffer.alloc(40, 7) };
    expect(noted(await read(writePdf(onePage(broken))))).toContain("part-unread");
  });

  it("a file without end keeps its cost in bounds", () => {
    const unbounded = {
      most: () => 1e6,
      refuse: () => {
        throw new Error("no stream here unfolds");
      },
    };
    const source = Buffer.from("1 0 obj (".repeat(20_000), "latin1");
    expect(readObjects(source, unbounded).complete).toBe(false);
    expect(readObjects(Buffer.from("1 0 obj [".repeat(20_000)), unbounded).objects.length).toBe(20_000);
  });
});

describe("pages", () => {
  it("a page taken out of the tree is still read", async () => {
    const page = (content: number) =>
      `<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents ${content} 0 R/Resources<</Font<</F 6 0 R>>>>>>`;
    const font = [
      "<</Type/Font/Subtype/Type0/BaseFont/STSong-Light/Encoding/UniGB-UCS2-H/DescendantFonts[7 0 R]>>",
      "<</Type/Font/Subtype/CIDFontType0/BaseFont/STSong-Light/DW 1000/CIDSystemInfo<</Registry(Adobe)/Ordering(GB1)/Supplement 4>>/FontDescriptor 8 0 R>>",
      "<</Type/FontDescriptor/FontName/STSong-Light/Flags 6/FontBBox[-25 -254 1000 880]/ItalicAngle 0/Ascent 880/Descent -120/CapHeight 880/StemV 93>>",
    ];
    const line = Buffer.from("撤下的附表", "utf16le").swap16().toString("hex");
    const content = { value: "<<>>", data: Buffer.from(`BT /F 16 Tf 72 700 Td <${line}> Tj ET`) };
    const bytes = writePdf(onePage(page(5), content, ...font));
    const lost = Buffer.from(
      Buffer.from(bytes).toString("latin1").replace("/Extra 4 0 R", "            "),
      "latin1",
    );
    expect(hidden(await read(lost), "orphan")).toEqual(["撤下的附表"]);
    expect(shown(await read(lost))).toEqual([]);
  });

  it("a content stream that breaks off is told with its page", async () => {
    const lines = Array.from(
      { length: 40 },
      (_, index) => `BT /F 9 Tf 72 ${800 - index * 12} Td (notice ${index ** 3}) Tj ET`,
    );
    const whole = deflateSync(Buffer.from(lines.join("\n")));
    const stream = { value: "<</Filter/FlateDecode>>", data: whole.subarray(0, whole.length - 40) };
    const fonts = "/Contents 4 0 R/Resources<</Font<</F<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>>>>>";
    const objects = onePage(stream).objects.map((object, index) =>
      index === 2 ? { value: object.value.replace("/Resources<<>>", fonts) } : object,
    );
    expect(noted(await read(writePdf({ objects, root: 1, info: null })))).toContain("page-unread@1");
  });
});
