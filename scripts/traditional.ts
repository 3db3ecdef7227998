import { Converter } from "opencc-js/t2cn";

/** Orthographies whose characters a file may carry, in the order in which they are asked. */
const SOURCES = ["t", "tw", "hk"] as const;

/**
 * The source text of src/normalise/traditional.ts: traditional → simplified, one UTF-16 unit to one, from OpenCC's character
 * tables. Written by test/normalise/traditional.test.ts (`vitest run -u` on that file after an update of opencc-js).
 */
export function renderTraditional(): string {
  const pairs = [...simplifications()].map(([from, to]) => from + to);
  const rows: string[] = [];
  for (let i = 0; i < pairs.length; i += 24) rows.push(pairs.slice(i, i + 24).join(" "));
  return [
    "/** Made by scripts/traditional.ts from OpenCC (Apache-2.0): pairs of a traditional character and its simplified one. */",
    "export const TRADITIONAL_PAIRS = `",
    ...rows,
    "`;",
    "",
  ].join("\n");
}

/** In GB 2312 for old names only; in a document they are traditional script. */
const TRADITIONAL_ALL_THE_SAME = new Set("後於徵");

/** Characters of GB 2312 stay: 么 乾 著 are simplified script too, and patterns of the dictionaries are written with them. */
function simplifiedScript(): Set<string> {
  const decoder = new TextDecoder("gbk");
  const chars = new Set<string>();
  for (let row = 0xb0; row <= 0xf7; row += 1)
    for (let cell = 0xa1; cell <= 0xfe; cell += 1) chars.add(decoder.decode(Uint8Array.of(row, cell)));
  for (const char of TRADITIONAL_ALL_THE_SAME) chars.delete(char);
  return chars;
}

function simplifications(): Map<string, string> {
  const converters = SOURCES.map((from) => Converter({ from, to: "cn" }));
  const simplified = simplifiedScript();
  const step = (char: string) =>
    simplified.has(char)
      ? undefined
      : converters.map((convert) => convert(char)).find((to) => to !== char && to.length === 1);
  const found = new Map<string, string>();
  for (let unit = 0x3400; unit <= 0x9fff; unit += 1) {
    const char = String.fromCharCode(unit);
    const to = follow(char, step);
    if (to !== char) found.set(char, to);
  }
  return found;
}

/** Follows the steps to their end, so that folding twice changes nothing more. */
function follow(char: string, step: (char: string) => string | undefined): string {
  const seen = new Set<string>();
  let current = char;
  for (let next = step(current); next !== undefined && !seen.has(next); next = step(current)) {
    seen.add(current);
    current = next;
  }
  return current;
}
