import { describe, expect, it } from "vitest";
import { type PdfPage, type PdfPaint, pdf } from "../../../fixtures/build/pdf.ts";
import { writePdf } from "../../../fixtures/build/pdf-file.ts";
import { noted, read } from "./read.ts";

const INK = [0, 0, 0] as const;
/** More than ten letters, and yet not what the page says. */
const HEAD = { text: "某某市某某局办公室文件第一页", x: 150, y: 800, size: 12 };
const NOTE = { text: "本文件由扫描软件生成，请核对原件", x: 72, y: 20, size: 9 };

/** A glyph as an outline; neighbours differ as characters do. */
function glyph(index: number, x: number, y: number, size = 14): string {
  const [width, height] = [
    size * (0.5 + ((index * 37) % 50) / 100),
    size * (0.5 + ((index * 61) % 47) / 100),
  ];
  return (
    `${x} ${y} m ${x} ${y + height} ${x + width} ${y + height} ${x + width} ${y} c ` +
    `${x + width * 0.7} ${y + 1} l ${x + width * 0.5} ${y + height * 0.4} l ${x + width * 0.3} ${y + 1} l h`
  );
}

const body = (count: number) =>
  Array.from({ length: count }, (_, index) =>
    glyph(index, 72 + (index % 26) * 17, 760 - Math.floor(index / 26) * 24),
  );
const filled = (path: string): PdfPaint => ({ path, fill: INK });
const picture = { raster: [0, 0, 595, 842], pixels: [60, 85], shade: () => 200 } as const;
const notes = async (page: PdfPage) => noted(await read(pdf({ pages: [page] })));

/** A body set in a Type 3 font whose glyphs have numbers for names, below a line of real text. */
function type3(): Uint8Array {
  const show = Array.from(
    { length: 20 },
    (_, row) => `BT /T 14 Tf 72 ${740 - row * 24} Td <${"0102030405060708090a0b0c0d0e0f".repeat(2)}> Tj ET`,
  ).join("\n");
  const names = Array.from({ length: 15 }, (_, index) => `g${index + 1}`);
  const head = Buffer.from(HEAD.text, "utf16le").swap16().toString("hex");
  return writePdf({
    objects: [
      { value: "<</Type/Catalog/Pages 2 0 R>>" },
      { value: "<</Type/Pages/Kids[3 0 R]/Count 1>>" },
      {
        value:
          "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</T 5 0 R/H 7 0 R>>>>>>",
      },
      { value: "<<>>", data: Buffer.from(`BT /H 12 Tf 150 800 Td <${head}> Tj ET\n${show}`) },
      {
        value:
          "<</Type/Font/Subtype/Type3/FontBBox[0 0 1000 1000]/FontMatrix[0.001 0 0 0.001 0 0]/FirstChar 1/LastChar 15" +
          `/Widths[${names.map(() => 1000).join(" ")}]/Encoding<</Differences[1${names.map((name) => `/${name}`).join("")}]>>` +
          `/CharProcs<<${names.map((name) => `/${name} 6 0 R`).join("")}>>/Resources<<>>>>`,
      },
      { value: "<<>>", data: Buffer.from("1000 0 0 0 1000 1000 d1 100 100 700 700 re f") },
      {
        value:
          "<</Type/Font/Subtype/Type0/BaseFont/STSong-Light/Encoding/UniGB-UCS2-H/DescendantFonts[8 0 R]>>",
      },
      {
        value:
          "<</Type/Font/Subtype/CIDFontType0/BaseFont/STSong-Light/DW 1000/CIDSystemInfo<</Registry(Adobe)/Ordering(GB1)/Supplement 4>>/FontDescriptor 9 0 R>>",
      },
      {
        value:
          "<</Type/FontDescriptor/FontName/STSong-Light/Flags 6/FontBBox[-25 -254 1000 880]/ItalicAngle 0/Ascent 880/Descent -120/CapHeight 880/StemV 93>>",
      },
    ],
    root: 1,
    info: null,
  });
}

describe("a page has no text to speak of", () => {
  it.each<readonly [string, PdfPage]>([
    ["when the body is drawn glyph by glyph", { paints: [HEAD, ...body(500).map(filled)] }],
    ["when it is one path", { paints: [HEAD, filled(body(500).join(" "))] }],
    ["when it is drawn in a form", { paints: [HEAD, { group: body(500).map(filled), form: true }] }],
    ["when it is a scan with a line added", { paints: [picture, NOTE] }],
  ])("%s", async (_, page) => {
    expect(await notes(page)).toEqual(["no-text-layer@1"]);
  });

  it("when the body is set in glyphs that name no characters", async () => {
    expect(noted(await read(type3()))).not.toEqual([]);
  });
});

describe("a page has its text", () => {
  const labels = Array.from({ length: 8 }, (_, index) => ({
    text: `${2018 + index}年`,
    x: 80 + index * 55,
    y: 300,
    size: 9,
  }));
  const circle = (x: number, y: number, r: number) =>
    `${x - r} ${y} m ${x - r} ${y + r} ${x + r} ${y + r} ${x + r} ${y} c ${x + r} ${y - r} ${x - r} ${y - r} ${x - r} ${y} c h`;
  const sprinkled = (count: number, shape: (x: number, y: number, index: number) => string) =>
    Array.from({ length: count }, (_, index) =>
      filled(shape(80 + ((index * 53) % 420), 320 + ((index * 97) % 380), index)),
    );
  const curve = Array.from(
    { length: 400 },
    (_, index) => `${80 + index} ${400 + 80 * Math.sin(index / 20)} l`,
  ).join(" ");

  it.each<readonly [string, PdfPage]>([
    ["beside a chart of points", { paints: [HEAD, ...labels, ...sprinkled(900, (x, y) => circle(x, y, 3))] }],
    ["beside a filled curve", { paints: [HEAD, ...labels, filled(`80 300 m ${curve} 480 300 l h`)] }],
    [
      "beside bars",
      { paints: [HEAD, ...labels, ...sprinkled(200, (x, y, index) => `${x} ${y} 12 ${20 + index} re`)] },
    ],
    [
      "beside an emblem",
      {
        paints: [
          { ...HEAD, size: 22 },
          ...Array.from({ length: 150 }, (_, i) =>
            filled(glyph(i, 260 + (i % 12) * 6, 600 + Math.floor(i / 12) * 6, 8)),
          ),
        ],
      },
    ],
    [
      "beside a drawn seal",
      {
        paints: [
          HEAD,
          ...labels,
          { path: circle(400, 200, 58), stroke: [1, 0, 0], width: 3 },
          ...Array.from({ length: 18 }, (_, i) =>
            filled(glyph(i, 400 + 44 * Math.cos(i / 3), 200 + 44 * Math.sin(i / 3), 12)),
          ),
        ],
      },
    ],
    [
      "in a ruled table",
      {
        paints: [
          HEAD,
          ...labels,
          ...Array.from({ length: 300 }, (_, i) => ({
            path: `72 ${100 + i * 2} m 520 ${100 + i * 2} l`,
            stroke: INK,
          })),
        ],
      },
    ],
    [
      "below a letterhead",
      {
        paints: [
          { ...HEAD, size: 28, colour: [1, 0, 0] },
          { path: "72 780 450 2 re", fill: [1, 0, 0] },
        ],
      },
    ],
    [
      "as the title of a slide with a picture for ground",
      {
        size: [720, 540],
        paints: [
          { ...picture, raster: [0, 0, 720, 540] },
          { text: "二〇二六年重点工作推进情况", x: 80, y: 300, size: 36 },
        ],
      },
    ],
    [
      "with as much of it drawn as set",
      {
        paints: [
          ...Array.from({ length: 12 }, (_, i) => ({
            ...HEAD,
            text: `${i}${HEAD.text.repeat(2)}`,
            y: 500 - i * 20,
            x: 72,
          })),
          ...body(150).map(filled),
        ],
      },
    ],
  ])("%s", async (_, page) => {
    expect(await notes(page)).toEqual([]);
  });
});
