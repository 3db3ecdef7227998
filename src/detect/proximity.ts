import type { ProximityRule } from "../model/rule.ts";
import type { LineMatcher, Match } from "./matcher.ts";

interface Span {
  readonly start: number;
  readonly end: number;
}

const SENTENCE_END = /[。！？；]/gu;

/** `A near B and not C`: every one of `all` within the distance, sentence or line of an occurrence of the first. */
export function proximityMatcher(rule: ProximityRule): LineMatcher {
  const [first, ...others] = rule.all as [Element, ...Element[]];
  const spansOf = finder(first);
  const needed = others.map(tester);
  const groups = rule.all.flatMap(({ words }) => (words ? [words] : []));
  const excuse = rule.withoutPattern === undefined ? null : new RegExp(rule.withoutPattern, "u");
  const stands = (around: string) =>
    !rule.without.some((word) => around.includes(word)) &&
    !excuse?.test(around) &&
    needed.every((isIn) => isIn(around));
  return {
    scope: "line",
    rule,
    anchors: groups[0] ?? [],
    also: groups.slice(1),
    match: ({ text }) => {
      const matches: Match[] = [];
      let reached = -1;
      for (const span of spansOf(text)) {
        if (span.start < reached) continue;
        const scope = scopeOf(rule.within, text, span);
        const found = stands(text.slice(scope.start, scope.end));
        if (found) matches.push(span);
        // A sentence or line is one scope: what it answered once it answers for every span in it.
        if (found || typeof rule.within !== "number") reached = scope.end;
      }
      return matches;
    },
  };
}

type Element = ProximityRule["all"][number];

function finder({ words, pattern }: Element): (text: string) => Span[] {
  if (words) return (text) => findWords(text, words);
  const compiled = new RegExp(pattern!, "gu");
  return (text) => findPattern(text, compiled);
}

function tester({ words, pattern }: Element): (text: string) => boolean {
  if (words) return (text) => words.some((word) => text.includes(word));
  const compiled = new RegExp(pattern!, "u");
  return (text) => compiled.test(text);
}

function findWords(text: string, words: readonly string[]): Span[] {
  const spans: Span[] = [];
  for (const word of words)
    for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + word.length))
      spans.push({ start: at, end: at + word.length });
  return spans.sort((a, b) => a.start - b.start || b.end - a.end);
}

function findPattern(text: string, pattern: RegExp): Span[] {
  return [...text.matchAll(pattern)].map(({ index, 0: found }) => ({
    start: index,
    end: index + found.length,
  }));
}

/** The text that counts as near: so many characters to either side, the sentence, or the whole line. */
function scopeOf(within: ProximityRule["within"], text: string, span: Span): Span {
  if (within === "line") return { start: 0, end: text.length };
  if (typeof within === "number")
    return { start: Math.max(0, span.start - within), end: Math.min(text.length, span.end + within) };
  let start = 0;
  for (const { index } of text.matchAll(SENTENCE_END)) {
    if (index >= span.end) return { start, end: index };
    start = index + 1;
  }
  return { start, end: text.length };
}
