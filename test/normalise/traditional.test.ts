import { expect, test } from "vitest";
import { renderTraditional } from "../../scripts/traditional.ts";
import { fold } from "../../src/normalise/fold.ts";
import { TRADITIONAL_PAIRS } from "../../src/normalise/traditional.ts";

const pairs = TRADITIONAL_PAIRS.trim().split(/\s+/);

test("the committed table is what OpenCC says", async () => {
  await expect(renderTraditional()).toMatchFileSnapshot("../../src/normalise/traditional.ts");
});

test("every pair is one unit to one other unit, told once, and final", () => {
  const sources = new Set(pairs.map((pair) => pair[0]));
  expect(sources.size).toBe(pairs.length);
  expect(pairs.length).toBeGreaterThan(2900);
  for (const pair of pairs) {
    expect(pair).toHaveLength(2);
    expect(sources.has(pair[1])).toBe(false);
  }
});

test("patterns may be written in GB 2312: folding leaves its characters alone", () => {
  const decoder = new TextDecoder("gbk");
  const changed: string[] = [];
  for (let row = 0xb0; row <= 0xf7; row += 1) {
    for (let cell = 0xa1; cell <= (row === 0xd7 ? 0xf9 : 0xfe); cell += 1) {
      const char = decoder.decode(Uint8Array.of(row, cell));
      if (fold(char).text !== char) changed.push(char);
    }
  }
  expect(changed.join("")).toBe("後徵於");
});
