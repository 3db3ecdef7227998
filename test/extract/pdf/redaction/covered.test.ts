import { describe, expect, it } from "vitest";
import { type PdfPage, type PdfPaint, pdf } from "../../../../fixtures/build/pdf.ts";
import type { Channel } from "../../../../src/model/document.ts";
import { hidden, read, shown } from "../read.ts";

const OPEN = "各科室按照分工抓好落实";
const SECRET = "拟调整人员名单另行通知";
const BLACK = [0, 0, 0] as const;
const WHITE = [1, 1, 1] as const;
const GREY = [0.7, 0.7, 0.7] as const;

const open = { text: OPEN, x: 72, y: 760 };
const secret = { text: SECRET, x: 72, y: 700 };
/** Over the whole of the secret line. */
const BOX = "70 695 180 20 re";
const RECT = [70, 695, 250, 715] as const;
const FRAME = [70, 695, 180, 20] as const;
const box = { path: BOX, fill: BLACK };
const flat = (value: number) => ({ raster: FRAME, pixels: [4, 4], shade: () => value }) as const;

const page = (paints: readonly PdfPaint[], rest: PdfPage = {}) => pdf({ pages: [{ paints, ...rest }] });
const annotated = (annotation: NonNullable<PdfPage["annotations"]>[number]) =>
  page([open, secret], { annotations: [{ rect: RECT, ...annotation }] });

describe("text that nobody sees", () => {
  const positives: readonly (readonly [string, Channel, Uint8Array])[] = [
    ["a black rectangle", "covered", page([open, secret, box])],
    ["a grey one", "covered", page([open, secret, { path: BOX, fill: GREY }])],
    ["a white one", "covered", page([open, secret, { path: BOX, fill: WHITE }])],
    [
      "a rounded shape",
      "covered",
      page([
        open,
        secret,
        {
          path: "66 705 m 66 690 66 690 160 690 c 254 690 254 690 254 705 c 254 720 254 720 160 720 c 66 720 66 720 66 705 c h",
          fill: BLACK,
        },
      ]),
    ],
    [
      "two halves, each too small",
      "covered",
      page([
        open,
        secret,
        { path: "70 695 90 20 re", fill: BLACK },
        { path: "160 695 90 20 re", fill: BLACK },
      ]),
    ],
    [
      "two strips, one above the other",
      "covered",
      page([
        open,
        secret,
        { path: "70 694 180 11 re", fill: BLACK },
        { path: "70 705 180 11 re", fill: BLACK },
      ]),
    ],
    ["a rectangle in a form XObject", "covered", page([open, secret, { group: [box], form: true }])],
    [
      "a rectangle in a form inside a moved form",
      "covered",
      page([
        open,
        secret,
        {
          form: true,
          at: [1, 0, 0, 1, 30, -5],
          group: [{ form: true, at: [1, 0, 0, 1, -30, 5], group: [box] }],
        },
      ]),
    ],
    ["text in a form XObject below", "covered", page([open, { group: [secret], form: true }, box])],
    [
      "a marker pen",
      "covered",
      page([open, secret, { path: "70 705 m 250 705 l", stroke: BLACK, width: 20 }]),
    ],
    ["a black picture", "covered", page([open, secret, flat(0)])],
    ["a picture with an even mask", "covered", page([open, secret, { ...flat(30), alpha: () => 255 }])],
    ["black multiplied", "covered", page([open, secret, { group: [box], blend: "Multiply" }])],
    ["a veil that lets nothing through", "covered", page([open, secret, { group: [box], opacity: 0.97 }])],
    ["blocks typed over it", "covered", page([open, secret, { text: "█".repeat(12), x: 66, y: 700 }])],
    [
      "a box with a label on it",
      "covered",
      page([open, secret, box, { text: "〔已删除〕", x: 110, y: 700, size: 12, colour: WHITE }]),
    ],
    ["a square annotation", "covered", annotated({ type: "Square", colour: BLACK, fill: BLACK })],
    ["one with an appearance", "covered", annotated({ type: "Square", operators: "0 g 0 0 180 20 re f" })],
    ["a black highlight", "covered", annotated({ type: "Highlight", colour: BLACK })],
    ["ink", "covered", annotated({ type: "Ink", colour: BLACK, width: 20 })],
    ["a white note", "covered", annotated({ type: "FreeText", operators: "1 g 0 0 180 20 re f" })],
    ["a stamp", "covered", annotated({ type: "Stamp", operators: "0.8 0.1 0.1 rg 0 0 180 20 re f" })],
    [
      "a dark field",
      "covered",
      page([open, secret], { fields: [{ name: "a", value: "", rect: RECT, ground: BLACK }] }),
    ],
    ["a turned page", "covered", page([open, secret, box], { rotate: 90 })],
    ["a page upside down", "covered", page([open, secret, box], { rotate: 180 })],
    [
      "a page turned back, and cropped",
      "covered",
      page([open, secret, box], { rotate: 270, cropBox: [20, 300, 500, 800] }),
    ],
    [
      "a column",
      "covered",
      page([open, { ...secret, vertical: true, x: 500, y: 740 }, { path: "488 560 24 184 re", fill: BLACK }]),
    ],
    [
      "slanted text",
      "covered",
      page([open, { ...secret, angle: 30, y: 600 }, { path: "60 580 190 130 re", fill: BLACK }]),
    ],
    [
      "large text",
      "covered",
      page([open, { ...secret, size: 40, y: 600 }, { path: "60 580 500 60 re", fill: BLACK }]),
    ],
    ["small text", "covered", page([open, { ...secret, size: 5 }, { path: "70 698 60 8 re", fill: BLACK }])],
    ["black on black", "same-colour", page([open, box, secret])],
    ["white on white paper", "same-colour", page([open, { ...secret, colour: WHITE }])],
    ["nearly white", "same-colour", page([open, { ...secret, colour: [0.97, 0.97, 0.97] }])],
    [
      "grey on a grey shape in a form",
      "same-colour",
      page([open, { group: [{ path: BOX, fill: GREY }], form: true }, { ...secret, colour: GREY }]),
    ],
    ["black on a black picture", "same-colour", page([open, flat(0), secret])],
    ["white on a white picture", "same-colour", page([open, flat(255), { ...secret, colour: WHITE }])],
    ["a layer that is off", "layer-off", page([open, { group: [secret], layer: "off" }])],
    ["a form on such a layer", "layer-off", page([open, { group: [secret], layer: "off", form: true }])],
    [
      "text inside a form inside the layer",
      "layer-off",
      page([open, { layer: "off", group: [{ group: [secret], form: true }] }]),
    ],
    ["nothing at all: mode 3", "invisible", page([open, { ...secret, mode: 3 }])],
    ["nothing at all: a stencil for nothing", "invisible", page([open, { group: [{ ...secret, mode: 7 }] }])],
    ["no opacity", "invisible", page([open, { group: [secret], opacity: 0 }])],
    ["tiny type", "tiny", page([open, { ...secret, size: 1 }])],
    [
      "type made tiny",
      "tiny",
      page([open, { group: [secret], at: [0.08, 0, 0, 0.08, 60, 500], form: true }]),
    ],
    ["a clip elsewhere", "off-page", page([open, { group: [secret], clip: "300 300 50 50 re" }])],
    [
      "the box of a form",
      "off-page",
      page([open, { group: [{ ...secret, x: 3000 }], form: true, at: [1, 0, 0, 1, -2928, 0] }]),
    ],
    ["the cropped margin", "off-page", page([open, { ...secret, y: 20 }], { cropBox: [0, 100, 595, 842] })],
  ];

  it.each(positives)("%s: %s", async (_, channel, bytes) => {
    const extraction = await read(bytes);
    expect(hidden(extraction, channel)).toEqual([SECRET]);
    expect(shown(extraction)).not.toContain(SECRET);
    expect(shown(extraction)).toContain(OPEN);
  });
});
