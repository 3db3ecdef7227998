import { describe, expect, it } from "vitest";
import { type PdfLine, type PdfPaint, type PdfRaster, pdf } from "../../../../fixtures/build/pdf.ts";
import { hidden, noted, read, shown } from "../read.ts";

const OPEN = "各科室按照分工抓好落实";
const SECRET = "拟调整人员名单另行通知";
const FOOT = "本页其余内容见会议纪要";
/** The recogniser's reading: nothing is painted. */
const reading: readonly PdfLine[] = [OPEN, SECRET, FOOT].map((text, index) => ({
  text,
  x: 72,
  y: 760 - index * 60,
  mode: 3,
}));
const [open, secret, foot] = reading as [PdfLine, PdfLine, PdfLine];

/** Half a pixel a point; ink stands wherever a line of the reading says so, unless `patch` covers the place. */
function scan(
  patch: { readonly shade: number; readonly from: number; readonly to: number } | null,
): PdfRaster {
  const isLine = (y: number) => [760, 700, 640].some((base) => y >= base - 3 && y <= base + 14);
  const shade = (column: number, row: number) => {
    const [x, y] = [column * 2, 842 - row * 2];
    if (patch && y >= 690 && y <= 720 && x >= patch.from && x <= patch.to) return patch.shade;
    return isLine(y) && x >= 72 && x < 250 && (column * 7 + row * 3) % 5 < 2 ? 30 : 250;
  };
  return { raster: [0, 0, 595, 842], pixels: [298, 421], shade };
}

const page = (...paints: readonly PdfPaint[]) => pdf({ pages: [{ paints }] });

describe("the reading of a scan", () => {
  it("is visible text", async () => {
    for (const bytes of [page(scan(null), ...reading), page(...reading, scan(null))]) {
      const extraction = await read(bytes);
      expect(shown(extraction)).toEqual([OPEN, SECRET, FOOT]);
      expect(noted(extraction)).toEqual(["ocr-layer@1"]);
    }
  });

  it.each([
    ["blackened out in the picture", page(scan({ shade: 10, from: 60, to: 300 }), ...reading)],
    ["blackened out, the text lying below", page(...reading, scan({ shade: 10, from: 60, to: 300 }))],
    ["erased in the picture", page(scan({ shade: 255, from: 60, to: 300 }), ...reading)],
    ["under a rectangle", page(scan(null), ...reading, { path: "60 690 240 30 re", fill: [0, 0, 0] })],
    ["under a white one", page(scan(null), ...reading, { path: "60 690 240 30 re", fill: [1, 1, 1] })],
    ["over a rectangle", page(scan(null), { path: "60 690 240 30 re", fill: [0, 0, 0] }, ...reading)],
  ])("is covered where the scan shows nothing: %s", async (_, bytes) => {
    const extraction = await read(bytes);
    expect(hidden(extraction, "covered")).toEqual([SECRET]);
    expect(shown(extraction)).toEqual([OPEN, FOOT]);
    expect(noted(extraction)).toEqual(["ocr-layer@1"]);
  });

  it("is covered in part", async () => {
    const extraction = await read(page(scan({ shade: 10, from: 134, to: 300 }), ...reading));
    expect(hidden(extraction, "covered")).toEqual([SECRET.slice(4)]);
  });

  it("is trusted where a smudge hides a character or two, or a word lies beside its picture", async () => {
    const smudged = await read(page(scan({ shade: 10, from: 86, to: 106 }), ...reading));
    expect(shown(smudged)).toEqual([OPEN, SECRET, FOOT]);
    const beside = await read(page(scan({ shade: 255, from: 60, to: 140 }), ...reading));
    expect(shown(beside)).toEqual([OPEN, SECRET, FOOT]);
  });

  it("is trusted where all of it lies beside the picture", async () => {
    const apart = [open, secret, foot].map((line) => ({ ...line, y: line.y - 30 }));
    const extraction = await read(page(scan(null), ...apart));
    expect(shown(extraction)).toEqual([OPEN, SECRET, FOOT]);
  });
});
