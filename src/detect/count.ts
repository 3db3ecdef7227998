import type { Hit } from "../model/finding.ts";
import type { Rule } from "../model/rule.ts";

/**
 * Applies what a rule says of numbers: `min` different matches in a file become one finding, and no rule lists more than the limit
 * (the last one kept says how many more there are).
 */
export function countRules(hits: readonly Hit[], rules: readonly Rule[], limit: number): Hit[] {
  const byRule = new Map<string, Hit[]>();
  for (const hit of hits) {
    const group = byRule.get(hit.ruleId);
    if (group) group.push(hit);
    else byRule.set(hit.ruleId, [hit]);
  }
  return rules.flatMap((rule) => {
    const group = byRule.get(rule.id) ?? [];
    return rule.min === undefined
      ? capped(group, Math.min(limit, rule.maxPerFile ?? limit))
      : together(group, rule.min);
  });
}

/** One finding at the first place stands for all. */
function together(hits: readonly Hit[], min: number): Hit[] {
  const distinct = new Map(hits.map((hit) => [hit.folded.replace(/[\s-]/gu, ""), hit]));
  if (distinct.size < min) return [];
  const first = hits[0]!;
  return [{ ...first, others: hits.slice(1), ...(distinct.size > 1 ? { more: distinct.size - 1 } : {}) }];
}

function capped(hits: readonly Hit[], limit: number): Hit[] {
  if (hits.length <= limit) return [...hits];
  const kept = hits.slice(0, limit);
  const last = kept.pop()!;
  const others = [...(last.others ?? []), ...hits.slice(limit)];
  return [...kept, { ...last, more: (last.more ?? 0) + hits.length - limit, others }];
}
