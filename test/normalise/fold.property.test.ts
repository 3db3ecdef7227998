import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { fold, foldTerm } from "../../src/normalise/fold.ts";
import type { Plain } from "../../src/normalise/plain.ts";
import { rejoin } from "../../src/normalise/rejoin.ts";

/** Bits that meet each other in the rules: gaps, entities, digits, pairs and halves of pairs. */
const bits = [
  ..." \t\n\r　\u00A0\u200B\uFE0F&#;x★*☆机密絕祕年Aa0１26①⑩⒈㈠（(〔⻓⼯…。",
  "\uD83C",
  "\uDF1F",
  "🌟",
  "𠮷",
  "𝟏",
  "\u{E0100}",
];
const entities = ["&nbsp;", "&#160;", "&#1", "60;", "&#xa", "nbsp;", "    ", "\r\n"];
const tangled = fc
  .array(fc.constantFrom(...bits, ...entities), { maxLength: 40 })
  .map((parts) => parts.join(""));
const anything = fc.oneof(
  tangled,
  fc.string({ unit: "binary" }),
  fc.string({ unit: "binary-ascii" }),
  halves(),
);
const runs = { numRuns: 3000 };

/** Any UTF-16 units, whole pairs or not. */
function halves(): fc.Arbitrary<string> {
  const unit = fc.oneof(fc.integer({ min: 0, max: 0xffff }), fc.integer({ min: 0xd800, max: 0xdfff }));
  return fc.array(unit, { maxLength: 30 }).map((units) => String.fromCharCode(...units));
}

function expectSoundMap({ text, starts, ends }: Plain, length: number): void {
  expect([starts.length, ends.length]).toEqual([text.length, text.length]);
  const isSound = (start: number, i: number) =>
    start < ends[i]! &&
    ends[i]! <= length &&
    (i === 0 || (starts[i - 1]! <= start && ends[i - 1]! <= ends[i]!));
  expect(starts.every(isSound)).toBe(true);
}

describe("fold", () => {
  test("ranges are ordered, not empty and inside the original", () => {
    fc.assert(
      fc.property(anything, (original) => expectSoundMap(fold(original), original.length)),
      runs,
    );
  });

  test("what a unit stands for folds to that unit", () => {
    fc.assert(
      fc.property(anything, (original) => {
        const { text, starts, ends } = fold(original);
        for (let i = 0; i < text.length; i += 1) {
          const slice = original.slice(starts[i], ends[i]);
          if (text[i] === " ") expect(fold(`a${slice}a`).text).toBe("a a");
          else if (text[i] === "\t") expect(fold(`机密${slice}机密`).text).toBe("机密\t机密");
          else expect(fold(slice).text).toContain(text[i]);
        }
      }),
      runs,
    );
  });

  test("folding twice changes nothing more", () => {
    fc.assert(
      fc.property(anything, (original) => {
        const { text } = fold(original);
        expect(fold(text).text).toBe(text);
      }),
      { numRuns: 20_000 },
    );
  });

  test("every character folds to a final form", () => {
    const unsettled: string[] = [];
    for (let code = 0; code <= 0x2ffff; code += 1) {
      const { text } = fold(String.fromCodePoint(code));
      if (fold(text).text !== text) unsettled.push(code.toString(16));
    }
    expect(unsettled).toEqual([]);
  });

  test("a term is found in running text", () => {
    const han = fc.string({
      unit: fc.constantFrom(..."国家機密级电报內部★发〔〕年"),
      minLength: 1,
      maxLength: 8,
    });
    const digits = fc.integer({ min: 0, max: 9999 }).map(String);
    const word = fc.constantFrom("Secret", "ＴＯＰ", "No");
    const term = fc
      .array(fc.oneof(han, digits, word), { minLength: 1, maxLength: 4 })
      .chain((parts) => fc.constantFrom("", " ", "\u200B").map((glue) => parts.join(glue)));
    fc.assert(
      fc.property(term, (written) => {
        expect(rejoin(fold(`本件为${written}，请核对`)).text).toContain(foldTerm(written));
      }),
      runs,
    );
  });
});

describe("rejoin", () => {
  const line = fc.string({ unit: fc.constantFrom(..."国家机密级电报部发文年月日。，1a A\t"), maxLength: 30 });
  const lines = fc.array(line, { maxLength: 12 }).map((all) => fold(all.join("\n")));

  test("keeps the map and all but line ends", () => {
    fc.assert(
      fc.property(lines, (plain) => {
        const joined = rejoin(plain);
        const end = plain.ends.at(-1) ?? 0;
        expectSoundMap(joined, end);
        expect(joined.text.replace(/\s/g, "")).toBe(plain.text.replace(/\s/g, ""));
      }),
      runs,
    );
  });
});
