import type { Rule } from "../model/rule.ts";

/** Times the rules over one file: a rule that has used up its time is not asked again. */
export interface Meter {
  /** What a rule finds in one piece of text; nothing once its time is over. */
  timed<T>(rule: Rule, work: () => readonly T[]): readonly T[];
  /** Ids of the rules that were not asked to the end, in order. */
  exhausted(): string[];
}

/** @param allowedMs for each rule, all texts of the file together */
export function startMeter(allowedMs: number): Meter {
  const spent = new Map<Rule, number>();
  const exhausted = new Set<string>();
  return {
    timed(rule, work) {
      const before = spent.get(rule) ?? 0;
      if (before > allowedMs) {
        exhausted.add(rule.id);
        return [];
      }
      const start = performance.now();
      const found = work();
      spent.set(rule, before + performance.now() - start);
      return found;
    },
    exhausted: () => [...exhausted].sort(),
  };
}

/** Where nobody waits: examples, explanations, benchmarks. */
export const UNMETERED: Meter = { timed: (_, work) => work(), exhausted: () => [] };
