import { describe, expect, it } from "vitest";
import { type PdfPage, type PdfPaint, pdf } from "../../../../fixtures/build/pdf.ts";
import { read, shown } from "../read.ts";

const OPEN = "各科室按照分工抓好落实";
const LINE = "会议定于每月上旬召开一次";
const BLACK = [0, 0, 0] as const;
const WHITE = [1, 1, 1] as const;
const GREY = [0.8, 0.8, 0.8] as const;
const YELLOW = [1, 1, 0] as const;
const NAVY = [0.1, 0.2, 0.5] as const;

const open = { text: OPEN, x: 72, y: 760 };
const line = { text: LINE, x: 72, y: 700 };
const BOX = "70 695 200 20 re";
const RECT = [70, 695, 270, 715] as const;
const FRAME = [70, 695, 200, 20] as const;
const PAGE = [0, 0, 595, 842] as const;
const picture = (raster: readonly [number, number, number, number], value: number) =>
  ({ raster, pixels: [8, 8], shade: () => value }) as const;

const page = (paints: readonly PdfPaint[], rest: PdfPage = {}) => pdf({ pages: [{ paints, ...rest }] });
const annotated = (annotation: NonNullable<PdfPage["annotations"]>[number]) =>
  page([open, line], { annotations: [{ rect: RECT, ...annotation }] });

describe("text that a reader sees", () => {
  const negatives: readonly (readonly [string, Uint8Array])[] = [
    ["plain", page([open, line])],
    ["on a shaded cell", page([open, { path: BOX, fill: GREY }, line])],
    ["on a white box", page([open, { path: BOX, fill: WHITE }, line])],
    ["white on a dark head", page([open, { path: BOX, fill: NAVY }, { ...line, colour: WHITE }])],
    ["white on a dark picture", page([open, picture(FRAME, 20), { ...line, colour: WHITE }])],
    [
      "white on a page-sized dark picture",
      page([picture(PAGE, 30), { ...open, colour: WHITE }, { ...line, colour: WHITE }]),
    ],
    ["above a box", page([open, line, { path: "70 660 200 20 re", fill: BLACK }])],
    [
      "between rows of a table",
      page([open, { path: "70 716 200 20 re 70 674 200 20 re", fill: GREY }, line]),
    ],
    [
      "in a frame",
      page([open, line, { path: "60 690 220 30 re 62 692 216 26 re", fill: BLACK, evenOdd: true }]),
    ],
    ["in ruled cells", page([open, line, { path: "60 690 220 30 re 60 705 m 280 705 l", stroke: BLACK }])],
    [
      "underlined and struck out",
      page([open, line, { path: "72 697 192 1 re 72 705 192 1.5 re", fill: BLACK }]),
    ],
    ["under a thin pen", page([open, line, { path: "70 705 m 270 705 l", stroke: BLACK, width: 2 }])],
    ["highlighted", page([open, line, { group: [{ path: BOX, fill: YELLOW }], blend: "Multiply" }])],
    ["under a veil", page([open, line, { group: [{ path: BOX, fill: GREY }], opacity: 0.5 }])],
    ["under a darkened box", page([open, line, { group: [{ path: BOX, fill: GREY }], blend: "Darken" }])],
    [
      "under a seal",
      page([
        open,
        line,
        {
          raster: [60, 620, 120, 120],
          pixels: [60, 60],
          shade: () => 90,
          alpha: (x, y) => (Math.abs(Math.hypot(x - 30, y - 30) - 27) < 2 ? 255 : 0),
        },
      ]),
    ],
    ["under a clear picture of the page's size", page([open, line, { ...picture(PAGE, 0), alpha: () => 0 }])],
    [
      "under a box that is clipped away",
      page([open, line, { group: [{ path: BOX, fill: BLACK }], clip: "0 0 20 20 re" }]),
    ],
    [
      "under a box on a layer that is off",
      page([open, line, { group: [{ path: BOX, fill: BLACK }], layer: "off" }]),
    ],
    ["on a layer that is on", page([open, { group: [line], layer: "on" }])],
    ["in a form on a layer that is on", page([open, { group: [line], layer: "on", form: true }])],
    [
      "in a form, another being off",
      page([open, { group: [line], form: true }, { group: [], layer: "off", form: true }]),
    ],
    ["bold by double strike", page([open, { ...line, fakeBold: true }])],
    ["with a white shadow", page([open, { ...line, x: 73, y: 699, colour: WHITE }, line])],
    ["with a shadow on a plate", page([open, { ...line, x: 76, y: 696 }, { path: BOX, fill: GREY }, line])],
    ["used as a stencil for a picture", page([open, { group: [{ ...line, mode: 7 }, picture(FRAME, 0)] }])],
    ["under an empty stroke of ink", annotated({ type: "Ink", colour: BLACK, width: 1 })],
    ["highlighted by a reader", annotated({ type: "Highlight", colour: YELLOW })],
    ["framed by a reader", annotated({ type: "Square", colour: BLACK, width: 1 })],
    [
      "under a hidden box of a reader",
      annotated({ type: "Square", colour: BLACK, fill: BLACK, hidden: true }),
    ],
    ["linked", annotated({ type: "Link", uri: "http://example.cn/" })],
    ["grey, but readable", page([open, { ...line, colour: GREY }])],
    ["small print", page([open, { ...line, size: 4 }])],
    [
      "on a small card",
      page(
        [
          { ...open, size: 1.5, x: 5, y: 40 },
          { ...line, size: 1.5, x: 5, y: 30 },
        ],
        { size: [90, 50] },
      ),
    ],
    ["clipped to its cell", page([open, { group: [line], clip: "70 690 50 30 re" }])],
    ["turned", page([open, line, { path: "70 660 200 20 re", fill: BLACK }], { rotate: 90 })],
  ];

  it.each(negatives)("%s", async (_, bytes) => {
    const extraction = await read(bytes);
    const body = extraction.blocks.filter(({ part }) => part === "body");
    expect(body.filter(({ channel }) => channel !== null)).toEqual([]);
    expect(shown(extraction)).toEqual([OPEN, LINE]);
  });

  it("a large grey watermark", async () => {
    const mark = { text: "内部资料", x: 60, y: 500, size: 60, angle: 45, colour: [0.9, 0.9, 0.9] as const };
    const extraction = await read(page([mark, open, line]));
    expect(shown(extraction).toSorted()).toEqual([LINE, "内部资料", OPEN].toSorted());
  });

  it("the white ground of a form field", async () => {
    const field = { name: "a", value: "", rect: RECT, ground: WHITE };
    expect(shown(await read(page([open, line], { fields: [field] })))).toEqual([OPEN, LINE]);
  });
});

describe("what is dropped because it says nothing", () => {
  it.each(["××××××", "————————", "………………", "略", "（已删除）", "AAAA", "已隐去"])("%s", async (text) => {
    const extraction = await read(page([open, { ...line, text }, { path: "70 690 300 30 re", fill: BLACK }]));
    expect(extraction.blocks.filter(({ channel }) => channel !== null)).toEqual([]);
  });

  it("but not a name of two characters, nor a single figure", async () => {
    for (const text of ["某甲", "7"]) {
      const extraction = await read(
        page([open, { ...line, text }, { path: "70 690 300 30 re", fill: BLACK }]),
      );
      expect(extraction.blocks.filter(({ channel }) => channel === "covered")).toMatchObject([{ text }]);
    }
  });
});
