import type { ProximityRule } from "../model/rule.ts";
import type { LineMatcher, Match } from "./matcher.ts";

interface Span {
  readonly start: number;
  readonly end: number;
}

const SENTENCE_END = /[。！？；]/gu;

/** `A near B and not C`: every one of `all` within the distance, sentence or line of an occurrence of the first. */
export function proximityMatcher(rule: ProximityRule): LineMatcher {
  const finders = rule.all.map(({ words, pattern }) =>
    words
      ? (text: string) => findWords(text, words)
      : (text: string) => findPattern(text, new RegExp(pattern!, "gu")),
  );
  const [first, ...others] = finders as [Finder, ...Finder[]];
  return {
    scope: "line",
    rule,
    anchors: rule.all.find(({ words }) => words)?.words ?? [],
    match: ({ text }) => {
      const matches: Match[] = [];
      let reached = -1;
      for (const span of first(text)) {
        if (span.start < reached) continue;
        const scope = scopeOf(rule.within, text, span);
        const around = text.slice(scope.start, scope.end);
        if (rule.without.some((word) => around.includes(word))) continue;
        if (!others.every((find) => find(around).length > 0)) continue;
        matches.push(span);
        reached = scope.end;
      }
      return matches;
    },
  };
}

type Finder = (text: string) => Span[];

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
