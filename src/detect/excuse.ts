import type { Hit } from "../model/finding.ts";
import type { Rule } from "../model/rule.ts";
import type { Story } from "../normalise/story.ts";

/** Drops the hits of rules that the visible text explains elsewhere: `allow.document`. Hidden text explains nothing. */
export function withoutExcused(
  hits: readonly Hit[],
  rules: readonly Rule[],
  stories: readonly Story[],
): Hit[] {
  const fired = new Set(hits.map(({ ruleId }) => ruleId));
  const texts = stories
    .filter(({ channel, paint }) => channel === null && !paint)
    .map(({ joined }) => joined.text);
  const excused = new Set(
    rules
      .filter(({ id, allow }) => fired.has(id) && allow?.document?.some((word) => isIn(texts, word)))
      .map(({ id }) => id),
  );
  return hits.filter(({ ruleId, channel }) => channel !== null || !excused.has(ruleId));
}

function isIn(texts: readonly string[], word: string): boolean {
  return texts.some((text) => text.includes(word));
}
