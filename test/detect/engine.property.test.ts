import { describe, expect, test } from "vitest";
import { type Candidate, createEngine } from "../../src/detect/engine.ts";
import { createDetector } from "../../src/detect/index.ts";
import type { Range, Rule, TextBlock } from "../../src/model/index.ts";
import { type Story, toStories } from "../../src/normalise/story.ts";
import { randomNumbers, randomText } from "./automaton/words.ts";
import { body, rules } from "./find.ts";
import { naiveCandidates, naiveMatches, naiveOccurrences } from "./naive.ts";

type Random = (below: number) => number;

/** Cuts in the middle of every second hit: any rule for boundaries will do, as long as both sides ask the same. */
const cutsEven = (_: string, start: number, end: number) => (start + end) % 2 === 0;

function told(candidates: readonly Candidate[]): string[] {
  return candidates
    .map(({ rule, line, match, refusal }) => JSON.stringify([rule.id, line.start, match, refusal]))
    .sort();
}

/** Both views of every story, found by the engine and naively. Gives the number of candidates. */
function expectEqual(own: readonly Rule[], blocks: readonly TextBlock[]): number {
  const engine = createEngine(own, null);
  let count = 0;
  for (const story of toStories(blocks))
    for (const view of [story.printed, story.joined]) {
      const expected = told(naiveCandidates(own, story, view, cutsEven));
      expect(told([...engine.candidates(story, view, cutsEven)]), view.text).toEqual(expected);
      count += expected.length;
    }
  return count;
}

describe("the engine finds what every rule looking at every line finds", () => {
  test("in documents made of the dictionaries' examples and noise", () => {
    const random = randomNumbers(1);
    const examples = rules.flatMap(({ examples: { hit, miss } }) => [...hit, ...miss]);
    const parts = ["body", "table", "header", "metadata", "filename"] as const;
    let count = 0;
    for (let trial = 0; trial < 60; trial += 1) {
      const blocks = Array.from({ length: 12 }, (): TextBlock => {
        const text = [noise(random), examples[random(examples.length)]!, noise(random)].join(
          ["", "\n", "\t", "，"][random(4)]!,
        );
        const location = { page: 1 + random(3), object: "Title" };
        return { text, part: parts[random(parts.length)]!, channel: null, location };
      });
      count += expectEqual(rules, blocks);
    }
    expect(count).toBeGreaterThan(500);
  });

  test("with random rules over small alphabets", () => {
    const random = randomNumbers(2);
    let count = 0;
    for (let trial = 0; trial < 500; trial += 1) {
      const own = Array.from({ length: 1 + random(6) }, (_, index) => randomRule(random, index));
      const lines = Array.from({ length: 1 + random(6) }, () =>
        randomText(random, "甲乙丙丁12\t，。", 1 + random(60)),
      );
      count += expectEqual(own, [body(lines.join("\n"))]);
    }
    expect(count).toBeGreaterThan(10_000);
  });
});

describe("listed terms", () => {
  test("of overlapping ones the longest speaks, of equally long ones the first", () => {
    const random = randomNumbers(3);
    for (let trial = 0; trial < 500; trial += 1) {
      const terms = randomWords(random, 1 + random(12));
      const text = randomText(random, "甲乙丙丁", 1 + random(80));
      const [story] = toStories([body(text)]) as [Story];
      const found = [...createEngine([termRule(terms)], null).candidates(story, story.printed, null)];
      const ranges = found.map(({ match: { start, end } }) => ({ start, end }));
      expect(ranges, JSON.stringify([terms, text])).toEqual(longestOf(naiveOccurrences(terms, text)));
    }
  });

  test("are asked for words only where one with boundaries stands", () => {
    const engine = createEngine(
      [termRule(["甲乙"]), { ...termRule(["丙丁"], "inner"), allow: { phrases: ["丁丁"] } }],
      null,
    );
    expect(engine.asksForWords(toStories([body("甲乙，丁丁")]))).toBe(false);
    expect(engine.asksForWords(toStories([body("甲乙丙丁")]))).toBe(true);
    expect(engine.asksForWords(toStories([body("丁"), body("丙丁")]))).toBe(true);
  });

  test("a word of nothing finds nothing and stops nobody", () => {
    expect(expectEqual([termRule(["甲"])], [body("甲")])).toBe(2);
    const engine = createEngine([termRule(["", "甲"])], null);
    const [story] = toStories([body("乙甲")]) as [Story];
    expect([...engine.candidates(story, story.printed, null)]).toMatchObject([
      { match: { start: 1, end: 2 } },
    ]);
  });
});

describe("a line too long to be looked at whole", () => {
  test("gives what it would give whole: nothing lost, nothing more, nothing twice", () => {
    const random = randomNumbers(4);
    const terms = termRule(["甲乙丙", "甲乙", "乙丙丁戊己庚", "庚"], "none");
    const own = [
      { ...terms, allow: { phrases: ["丁甲乙丙丁"], contexts: ["己己庚"] } },
      patternRule("(?<!\\d)\\d{11}(?!\\d)", []),
    ];
    let count = 0;
    for (let trial = 0; trial < 40; trial += 1) {
      const text = Array.from({ length: 2_000 }, () => snippet(random)).join("");
      expect(text.length).toBeGreaterThan(4_000);
      const hits = createDetector(own, 1e6).find([body(text)], toStories([body(text)]), null);
      const found = hits.map(({ ruleId, range: { start, end } }) => `${ruleId}:${start}-${end}`);
      const expected = own.flatMap((rule) => standingIn(rule, text));
      expect(found.sort()).toEqual(expected.sort());
      count += expected.length;
    }
    expect(count).toBeGreaterThan(10_000);
  });
});

/** What a rule finds in a text that is one line, looked at whole. */
function standingIn(rule: Rule, text: string): string[] {
  const always = { start: Number.NEGATIVE_INFINITY, end: Number.POSITIVE_INFINITY };
  const line = { text, start: 0, rank: 0, part: "body", window: false, inner: always } as const;
  return naiveMatches(rule, [{ ...line, object: undefined, columnHeads: [] }], null)
    .filter(({ refusal }) => refusal === null)
    .map(({ match: { start, end } }) => `${rule.id}:${start}-${end}`);
}

function snippet(random: Random): string {
  const digits = () => randomText(random, "0123456789", 10 + random(3));
  return random(20) === 0 ? digits() : randomText(random, "甲乙丙丁戊己庚，", 1 + random(6));
}

function noise(random: Random): string {
  const words = [
    "单位",
    "2026年",
    "机",
    "密",
    "★",
    "1",
    "：",
    "（",
    "电",
    "联系人",
    " ",
    "三、",
    "138",
    "姓名",
  ];
  return Array.from({ length: random(8) }, () => words[random(words.length)]).join("");
}

function randomWords(random: Random, count: number): string[] {
  return Array.from({ length: count }, () => randomText(random, "甲乙丙丁12", 1 + random(3)));
}

function randomRule(random: Random, index: number): Rule {
  const maybe = <T>(value: T): T | undefined => (random(2) === 0 ? value : undefined);
  const words = () => randomWords(random, 1 + random(3));
  const facts = {
    near: maybe(words()),
    digits: maybe(3),
    allow: maybe({ phrases: maybe(words()), contexts: maybe(words()) }),
    where: maybe(["body"] as const),
  };
  const kinds: Rule[] = [
    termRule(words(), random(2) === 0 ? "inner" : "none"),
    patternRule(random(2) === 0 ? "[甲乙]\\d" : "(?<hit>丙)甲|丁{2}", random(2) === 0 ? [] : words()),
    {
      ...COMMON,
      kind: "proximity",
      id: "proximity",
      all: [{ words: words() }, { pattern: "\\d" }, { words: words() }],
      without: words(),
      within: ["line", "sentence", 5][random(3)] as "line" | "sentence" | 5,
    },
    {
      ...COMMON,
      kind: "place",
      id: "place",
      at: "line",
      lines: 15,
      pattern: "[甲乙丙丁12]{1,4}",
      anchors: words(),
    },
  ];
  return { ...kinds[random(kinds.length)]!, ...facts, id: `rule-${index}` };
}

const COMMON = {
  name: "试验",
  category: "custom",
  severity: "review",
  basis: ["本单位词表"],
  advice: "请核对。",
  examples: { hit: [], miss: [] },
} as const;

function termRule(terms: readonly string[], boundary: "inner" | "none" = "none"): Rule {
  return { ...COMMON, kind: "term", id: `term-${boundary}`, terms, boundary };
}

function patternRule(pattern: string, anchors: readonly string[]): Rule {
  return { ...COMMON, kind: "pattern", id: "pattern", pattern, anchors };
}

/** Of overlapping ranges the longest, then the first. */
function longestOf(ranges: readonly Range[]): Range[] {
  const kept: Range[] = [];
  const lengthOf = ({ start, end }: Range) => end - start;
  for (const { start, end } of [...ranges].sort((a, b) => lengthOf(b) - lengthOf(a) || a.start - b.start))
    if (!kept.some((other) => other.start < end && start < other.end)) kept.push({ start, end });
  return kept.sort((a, b) => a.start - b.start);
}
