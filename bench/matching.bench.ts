/**
 * What finding words costs. The ratios are the point: to `indexOf` for each term, and to the fastest matcher of the registry, in the
 * same run over the same text.
 */
import { AhoCorasick } from "@monyone/aho-corasick/fast";
import { describe } from "vitest";
import { buildAutomaton } from "../src/detect/automaton/build.ts";
import { fromBytes, toBytes } from "../src/detect/automaton/bytes.ts";
import { type Automaton, scan } from "../src/detect/automaton/scan.ts";
import { createEngine } from "../src/detect/engine.ts";
import type { Rule, TextBlock } from "../src/model/index.ts";
import { fold } from "../src/normalise/fold.ts";
import { toStories } from "../src/normalise/story.ts";
import { inventTerms, inventText } from "./corpus.ts";
import { benchCpu } from "./cpu.ts";

const text = inventText(4_000_000);
const bytes = Buffer.from(text);

describe.each([100, 5_000, 60_000])("%i terms", (count) => {
  const terms = inventTerms(count);
  const automaton = buildAutomaton(terms);
  const digest = new Uint8Array(32);
  const kept = toBytes(automaton, digest);
  const theirs = new AhoCorasick(terms);
  /** Looking for one term after the other takes so long that little text has to do. */
  const some = text.slice(0, Math.min(text.length, 5e7 / count));

  benchCpu(`scan, ${count}`, bytes.length, () => countHits(automaton, text));
  benchCpu(`@monyone/aho-corasick/fast, ${count}`, bytes.length, () => theirs.matchInText(text));
  benchCpu(`indexOf per term, ${count}`, Buffer.byteLength(some), () => countOneByOne(terms, some));
  benchCpu(`build, ${count} (MB of tables)`, kept.length, () => buildAutomaton(terms));
  benchCpu(`load, ${count} (MB of tables)`, kept.length, () => fromBytes(kept, digest));
});

describe("from bytes to candidates, 5,000 terms", () => {
  const terms = inventTerms(5_000);
  const automaton = buildAutomaton(terms);
  const engine = createEngine([listOf(terms)], null);
  const stories = toStories([body(text)]);

  benchCpu("decode", bytes.length, () => bytes.toString());
  benchCpu("fold", bytes.length, () => fold(text));
  benchCpu("decode, fold, scan", bytes.length, () => countHits(automaton, fold(bytes.toString()).text));
  benchCpu("fold, two views, lines", bytes.length, () => toStories([body(text)]));
  benchCpu("lines, scan, candidates of one view", bytes.length, () =>
    stories.map((story) => [...engine.candidates(story, story.printed, null)].length),
  );
  benchCpu("decode, fold, two views, lines, scan, candidates", bytes.length, () =>
    toStories([body(bytes.toString())]).map((story) =>
      [story.printed, story.joined].map((view) => [...engine.candidates(story, view, null)].length),
    ),
  );
});

function countHits(automaton: Automaton, own: string): number {
  let hits = 0;
  scan(automaton, own, 0, own.length, () => {
    hits += 1;
  });
  return hits;
}

function countOneByOne(terms: readonly string[], own: string): number {
  let hits = 0;
  for (const term of terms)
    for (let at = own.indexOf(term); at >= 0; at = own.indexOf(term, at + 1)) hits += 1;
  return hits;
}

function body(own: string): TextBlock {
  return { text: own, part: "body", channel: null, location: { line: 1 } };
}

function listOf(terms: readonly string[]): Rule {
  return {
    id: "own",
    name: "试验",
    kind: "list",
    file: "试验.txt",
    category: "custom",
    severity: "review",
    terms,
    boundary: "none",
    basis: ["本单位词表"],
    advice: "请核对。",
    examples: { hit: [], miss: [] },
  };
}
