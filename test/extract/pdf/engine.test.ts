import { describe, expect, it } from "vitest";
import { pdf } from "../../../fixtures/build/pdf.ts";
import { checkWasm, loadEngine } from "../../../src/extract/pdf/engine.ts";
import { secondOpinion } from "../../../src/extract/pdf/second-opinion.ts";
import { checkChinese } from "../../../src/extract/pdf/self-test.ts";
import { read, shown } from "./read.ts";

describe("the engine", () => {
  it("is started once", async () => {
    expect(await loadEngine()).toBe(await loadEngine());
  });

  it("is refused when the wasm is another build", () => {
    expect(() => checkWasm(new Uint8Array(8))).toThrow(/not the pinned build/);
  });

  it("is refused when it loses Chinese", async () => {
    const engine = await loadEngine();
    expect(() => checkChinese(engine)).not.toThrow();
    const deaf = { ...engine, pdfium: { ...engine.pdfium, FPDFText_CountChars: () => 0 } };
    expect(() => checkChinese(deaf)).toThrow(/UniGB-UCS2-H/);
  });

  it("does not keep what it opened", async () => {
    const bytes = pdf({
      pages: [{ lines: [{ text: "反复打开的文件", x: 72, y: 700 }] }],
      attachments: [{ name: "占位.bin", bytes: new Uint8Array(1 << 18) }],
    });
    const { pdfium } = await loadEngine();
    const top = () => {
      const pointer = pdfium.malloc(1 << 20);
      pdfium.free(pointer);
      return pointer;
    };
    await read(bytes);
    const before = top();
    for (let round = 0; round < 40; round++) await read(bytes);
    expect(top() - before).toBeLessThan(1 << 20);
  });
});

describe("pdf.js as an oracle", () => {
  const line = { text: "甲乙丙丁戊己庚辛", x: 72, y: 700 };
  it.each([
    ["plain", { lines: [line, { ...line, y: 600, text: "第2行 ABC，标点（括号）。" }] }],
    ["spaced", { lines: [{ ...line, spacing: 10 }] }],
    ["vertical", { lines: [{ ...line, vertical: true }] }],
    ["rotated page", { rotate: 90, lines: [{ ...line, angle: 90 }] }],
    ["slanted", { lines: [{ ...line, y: 300, angle: 45 }] }],
    ["columns", { lines: [line, { ...line, x: 350 }, { ...line, y: 650 }] }],
    [
      "scan with text",
      {
        images: [{ x: 0, y: 0, width: 595, height: 842, pixels: [100, 140] as const }],
        lines: [{ ...line, text: line.text.repeat(2), mode: 3 }],
      },
    ],
  ] as const)("gives the same characters: %s", async (_, page) => {
    const bytes = pdf({ pages: [page] });
    const opinion = await secondOpinion(bytes, () => [1]);
    const ours = shown(await read(bytes)).join("");
    expect(characters(ours)).toEqual(characters(opinion?.texts.get(1) ?? ""));
    expect(characters(ours).length).toBeGreaterThanOrEqual(8);
  });

  function characters(text: string): string[] {
    return [...text.replace(/\s+/g, "")].toSorted();
  }
});
