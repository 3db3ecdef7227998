import { resolve } from "node:path";
import type { Config } from "../config/config.ts";
import { type CrossesInside, createDetector } from "../detect/index.ts";
import { checkExamples } from "../dictionary/examples.ts";
import { loadRuleSet } from "../dictionary/load.ts";
import type { Rule, RuleSet, TextBlock } from "../model/index.ts";
import { toStories } from "../normalise/story.ts";
import { crossesInside, openSegmenter } from "../segment/index.ts";

export interface RuleChoice {
  readonly rules: readonly string[];
  readonly only: readonly string[];
  readonly skip: readonly string[];
}

/**
 * The rules of a run, merged from configuration and command line, each having kept the promise of its own examples.
 * @throws UserError for a faulty dictionary, an unknown id or a failing example
 */
export async function loadCheckedRules(config: Config, choice: RuleChoice, cwd: string): Promise<RuleSet> {
  const { only, skip } = choice;
  const dictionaries = [...config.dictionaries, ...choice.rules.map((path) => resolve(cwd, path))];
  const set = await loadRuleSet({ dictionaries, severities: config.severities, only, skip });
  const words = await openWords(config, set.rules);
  checkExamples(set.rules, (rule, text) => severitiesIn(rule, text, words));
  return set;
}

function severitiesIn(rule: Rule, text: string, words: CrossesInside | null) {
  const blocks: TextBlock[] = [{ text, part: "body", channel: null, location: { line: 1 } }];
  const part = rule.where?.[0];
  const placed = part ? blocks.map((block) => ({ ...block, part })) : blocks;
  return createDetector([rule], 1)
    .find(placed, toStories(placed), words)
    .map(({ severity }) => severity);
}

/** The segmenter, only where a rule cares for word boundaries. */
async function openWords(config: Config, rules: readonly Rule[]): Promise<CrossesInside | null> {
  const terms = rules.flatMap((rule) => (rule.kind === "term" && rule.boundary !== "none" ? rule.terms : []));
  if (terms.length === 0) return null;
  const segmenter = await openSegmenter(config.segmenter);
  segmenter.addWords(terms);
  return (line, start, end) => crossesInside(segmenter, line, start, end);
}
