import { describe, expect, it } from "vitest";
import { pdf } from "../../../../fixtures/build/pdf.ts";
import { withDocument, withPage } from "../../../../src/extract/pdf/document.ts";
import { type Engine, loadEngine } from "../../../../src/extract/pdf/engine.ts";
import { buildBoxFont } from "../../../../src/extract/pdf/redaction/box-font.ts";
import { createFrame } from "../../../../src/extract/pdf/redaction/frame.ts";

const VIEW = { left: 0, bottom: 0, right: 595, top: 842 };
const BYTES = pdf({ pages: [{ lines: [{ text: "国龘", x: 100, y: 500, size: 20 }] }] });
/** The bodies of the two characters, and the place of a third. */
const PLACES = [100, 120, 140].map((left) => ({ left, bottom: 497, right: left + 20, top: 516 }));

/** Share of dark pixels at each place. */
function inkAt(engine: Engine): number[] {
  const ink = withDocument(engine, BYTES, (document) =>
    withPage(engine, document, 0, (page) => {
      const frame = createFrame(engine, page, VIEW, VIEW, 10);
      const painting = frame.paint(false);
      return PLACES.map((place) => {
        const { left, top, right, bottom } = frame.pixelsOf(place);
        let dark = 0;
        for (let y = top; y < bottom; y++)
          for (let x = left; x < right; x++) if (painting[(y * frame.width + x) * 4]! < 128) dark++;
        return Math.round((10 * dark) / ((right - left) * (bottom - top))) / 10;
      });
    }),
  );
  return ink ?? [];
}

describe("the font that stands in", () => {
  it("is a few hundred bytes", () => {
    expect(buildBoxFont().length).toBeLessThan(700);
  });

  it("paints every character of a font that is not embedded as a box, while it is lent", async () => {
    const engine = await loadEngine();
    expect(inkAt(engine)).toEqual([0, 0, 0]);
    expect(engine.fonts.during(() => inkAt(engine))).toEqual([1, 1, 0]);
    expect(inkAt(engine)).toEqual([0, 0, 0]);
  });
});
