import { createDetector } from "../../src/detect/index.ts";
import { loadRuleSet } from "../../src/dictionary/load.ts";
import type { Hit, Rule, TextBlock } from "../../src/model/index.ts";
import { toStories } from "../../src/normalise/story.ts";
import { crossesInside, openSegmenter } from "../../src/segment/index.ts";

const segmenter = await openSegmenter("@node-rs/jieba");

/** The rules shipped with the package. */
export const { rules } = await loadRuleSet({ dictionaries: ["builtin"], severities: {}, only: [], skip: [] });
const all = createDetector(rules, 1_000);

/** Everything the rules find in a plain text, or in blocks. */
export function find(document: string | readonly TextBlock[], own: readonly Rule[] = rules): Hit[] {
  const blocks = typeof document === "string" ? [body(document)] : document;
  const detector = own === rules ? all : createDetector(own, 1_000);
  return detector.find(blocks, toStories(blocks), (line, start, end) =>
    crossesInside(segmenter, line, start, end),
  );
}

/** `ruleId severity text` of every hit at review or above. */
export function loud(document: string | readonly TextBlock[]): string[] {
  return find(document)
    .filter(({ severity }) => severity !== "info")
    .map(({ ruleId, severity, text }) => `${ruleId} ${severity} ${text}`);
}

export function body(text: string): TextBlock {
  return { text, part: "body", channel: null, location: { line: 1 } };
}

export function rule(id: string): Rule {
  return rules.find((candidate) => candidate.id === id)!;
}
