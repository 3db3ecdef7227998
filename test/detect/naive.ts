import { contextRefusal } from "../../src/detect/context.ts";
import type { Candidate } from "../../src/detect/engine.ts";
import type { CrossesInside, LineMatcher, Match, ScanLine } from "../../src/detect/matcher.ts";
import { matcherOf } from "../../src/detect/matcher-of.ts";
import { toSections } from "../../src/detect/section.ts";
import type { Range, Rule } from "../../src/model/index.ts";
import type { Story, View } from "../../src/normalise/story.ts";

/** Every occurrence of every word, by looking for each word on its own. */
export function naiveOccurrences(words: readonly string[], text: string): (Range & { word: number })[] {
  return words.flatMap((one, word) => {
    const found: (Range & { word: number })[] = [];
    for (let start = text.indexOf(one); start >= 0; start = text.indexOf(one, start + 1))
      found.push({ word, start, end: start + one.length });
    return found;
  });
}

/** What the engine must find: every rule is asked about every line that holds one of its anchors and digits enough. */
export function naiveCandidates(
  rules: readonly Rule[],
  story: Story,
  view: View,
  crossesInside: CrossesInside | null,
): Candidate[] {
  const sections = toSections(story, view);
  return rules
    .filter(({ where }) => !where || where.includes(story.part))
    .flatMap((rule) => sections.flatMap((section) => naiveMatches(rule, section, crossesInside)))
    .filter(({ line, match }) => match.end > line.inner.start && match.start < line.inner.end);
}

export function naiveMatches(
  rule: Rule,
  section: readonly ScanLine[],
  crossesInside: CrossesInside | null,
): Candidate[] {
  const matcher = matcherOf(rule);
  if (!matcher) return [];
  const toCandidate = (line: ScanLine, match: Match): Candidate => ({
    rule,
    line,
    match,
    refusal: match.refused ?? contextRefusal(rule, line, match),
  });
  if (matcher.scope === "section")
    return matcher.match(section).map(({ line, match }) => toCandidate(section[line]!, match));
  return section
    .filter((line) => isWorthwhile(matcher, line))
    .flatMap((line) =>
      matcher.match(line, crossesInside, anchorsIn(matcher, line)).map((match) => toCandidate(line, match)),
    );
}

function isWorthwhile({ rule, anchors }: LineMatcher, { text }: ScanLine): boolean {
  const digits = text.match(/\d/gu)?.length ?? 0;
  if (rule.digits !== undefined && digits < rule.digits) return false;
  return anchors.length === 0 || anchors.some((anchor) => text.includes(anchor));
}

function anchorsIn({ anchors }: LineMatcher, { text }: ScanLine): Range[] {
  return naiveOccurrences([...new Set(anchors)], text)
    .map(({ start, end }) => ({ start, end }))
    .sort((a, b) => a.end - b.end || a.start - b.start);
}
