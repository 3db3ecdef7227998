import { describe, expect, it } from "vitest";
import { pdf } from "../../../fixtures/build/pdf.ts";
import type { PdfPage } from "../../../fixtures/build/pdf-spec.ts";
import { paintPages } from "../../../src/extract/pdf/painting.ts";
import type { Painting, PixelRect } from "../../../src/model/index.ts";

async function paint(page: PdfPage): Promise<Painting> {
  const [painting] = await paintPages(pdf({ pages: [page] }), [1], { fileMs: 60_000 });
  return painting!;
}

/** Whether anything but white is painted there. */
function hasInk({ width, pixels }: Painting, { left, top, right, bottom }: PixelRect): boolean {
  for (let y = top; y < bottom; y++)
    for (let x = left; x < right; x++)
      for (let sample = 0; sample < 3; sample++)
        if (pixels[(y * width + x) * 4 + sample] !== 255) return true;
  return false;
}

/** A rectangle of points, y upwards, on an A4 page. */
function rect(left: number, bottom: number, right: number, top: number): PixelRect {
  const scale = 900 / 595;
  const [l, t, r, b] = [left, 842 - top, right, 842 - bottom].map((value) => Math.round(value * scale));
  return { left: l!, top: t!, right: r!, bottom: b! };
}

const LINES = [
  { text: "联系人张某", x: 72, y: 700 },
  { text: "手机13805741234", x: 72, y: 670 },
];

describe("paintPages", () => {
  it("gives every character of the text its place", async () => {
    const painting = await paint({ lines: LINES });
    const [text] = painting.visible;
    expect(text).toMatchObject({ text: "联系人张某\n手机13805741234", lines: [1, 2] });
    expect(text?.places).toHaveLength(text!.text.length);
    for (const place of text!.places.filter((each) => each >= 0))
      expect(hasInk(painting, painting.rects[place]!)).toBe(true);
    const first = painting.rects[text!.places[0]!]!;
    expect(Math.abs(first.left - rect(72, 0, 0, 0).left)).toBeLessThan(8);
  });

  it.each([0, 90, 180, 270] as const)("also on a page turned by %d", async (rotate) => {
    const painting = await paint({ lines: LINES, rotate });
    expect(painting.width).toBe(900);
    const places = painting.visible[0]!.places.filter((place) => place >= 0);
    expect(places.every((place) => hasInk(painting, painting.rects[place]!))).toBe(true);
    // All ink is text, and all text has a place.
    const inked = { ...painting, pixels: Uint8Array.from(painting.pixels) };
    for (const place of places) {
      const { left, top, right, bottom } = painting.rects[place]!;
      for (let y = top; y < bottom; y++)
        inked.pixels.fill(255, (y * painting.width + left) * 4, (y * painting.width + right) * 4);
    }
    expect(hasInk(inked, { left: 0, top: 0, right: painting.width, bottom: painting.height })).toBe(false);
  });

  it("paints rules and boxes, but nothing whose words nobody read", async () => {
    const painting = await paint({
      lines: LINES,
      images: [{ x: 72, y: 500, width: 60, height: 60, pixels: [20, 20] }],
      paints: [
        { path: "300 500 100 60 re", stroke: [0, 0, 0], width: 2 },
        { path: "72 400 m 100 450 120 450 150 400 c", fill: [0, 0, 0] },
      ],
      annotations: [{ type: "Square", rect: [300, 300, 400, 360], colour: [1, 0, 0], fill: [1, 0, 0] }],
      fields: [{ name: "f", value: "值", rect: [72, 300, 200, 330] }],
    });
    expect(hasInk(painting, rect(295, 495, 405, 565))).toBe(true);
    expect(hasInk(painting, rect(60, 490, 140, 570))).toBe(false);
    expect(hasInk(painting, rect(60, 390, 160, 460))).toBe(false);
    expect(hasInk(painting, rect(290, 290, 410, 370))).toBe(false);
    expect(hasInk(painting, rect(60, 290, 210, 340))).toBe(false);
  });

  it("keeps apart what a reader does not see", async () => {
    const pale = { text: "备用13805741299", x: 72, y: 400, colour: [1, 1, 1] } as const;
    const { visible, hidden } = await paint({ lines: [...LINES, pale] });
    expect(visible.every(({ text }) => !text.includes("备用"))).toBe(true);
    expect(hidden).toMatchObject({ text: "备用13805741299", lines: [3] });
  });

  it("makes nothing of what is no PDF, and of a page that is not there", async () => {
    expect(await paintPages(Buffer.from("%PDF-"), [1], { fileMs: 1_000 })).toEqual([]);
    expect(await paintPages(pdf({ pages: [{ lines: LINES }] }), [2], { fileMs: 1_000 })).toEqual([]);
  });
});
