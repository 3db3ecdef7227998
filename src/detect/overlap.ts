import type { Hit } from "../model/finding.ts";
import { SEVERITIES } from "../model/rule-facts.ts";

/**
 * The same place told once: both views of a story, and the paint order beside the line order, see most hits twice. The stronger
 * severity stays.
 */
export function keepOneOfEach(hits: readonly Hit[]): Hit[] {
  const printed = mergeOverlaps(hits.filter((hit) => !hit.paint));
  const told = new Set(printed.map(sameWords));
  const painted = mergeOverlaps(hits.filter((hit) => hit.paint && !told.has(sameWords(hit))));
  return withoutCoveredMentions([...printed, ...painted].sort(byPlace));
}

/** A word inside a mark is that mark, not a mention beside it. In order of place, one look back is enough. */
function withoutCoveredMentions(hits: readonly Hit[]): Hit[] {
  let block = -1;
  let reach = 0;
  return hits.filter((hit) => {
    if (hit.block !== block) reach = 0;
    block = hit.block;
    if (hit.severity === "info") return hit.range.end > reach;
    reach = Math.max(reach, hit.range.end);
    return true;
  });
}

/** After sorting, a hit can only overlap the last one kept of its rule and block. */
function mergeOverlaps(hits: readonly Hit[]): Hit[] {
  const kept: Hit[] = [];
  for (const hit of [...hits].sort(byRule)) {
    const last = kept.at(-1);
    if (!last || !overlap(last, hit)) kept.push(hit);
    else if (rank(hit) < rank(last)) kept[kept.length - 1] = hit;
  }
  return kept;
}

function overlap(a: Hit, b: Hit): boolean {
  return (
    a.ruleId === b.ruleId && a.block === b.block && a.range.start < b.range.end && b.range.start < a.range.end
  );
}

function sameWords(hit: Hit): string {
  return `${hit.ruleId} ${hit.location.page} ${hit.folded.replace(/\s/gu, "")}`;
}

function rank(hit: Hit): number {
  return SEVERITIES.indexOf(hit.severity);
}

function byRule(a: Hit, b: Hit): number {
  return order(a.ruleId, b.ruleId) || byPlace(a, b);
}

function byPlace(a: Hit, b: Hit): number {
  return a.block - b.block || a.range.start - b.range.start || rank(a) - rank(b) || order(a.ruleId, b.ruleId);
}

function order(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
