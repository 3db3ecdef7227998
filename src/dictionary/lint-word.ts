import type { Rule } from "../model/rule.ts";
import { foldTerm } from "../normalise/fold.ts";
import type { RuleFault, WrittenRule } from "./lint.ts";

/** Words of a rule that are looked up in folded text, under the key they are written in. */
interface Word {
  readonly key: string;
  readonly word: string;
}

/** Words that can never be found, that are found everywhere, or that only join two cells. */
export function lintWords(rule: Rule): RuleFault[] {
  return wordsOf(rule).flatMap(({ key, word }): RuleFault[] => {
    const folded = foldTerm(word);
    if (!occurs(word, folded)) return [{ level: "error", code: "never-matches", detail: { key, word } }];
    if (folded.includes("\t")) return [{ level: "warning", code: "spans-cells", detail: { key, word } }];
    return key === "terms" && [...folded].length === 1
      ? [{ level: "warning", code: "one-character", detail: { key, word } }]
      : [];
  });
}

/** For each rule the words of its list that stand in it twice, or in a rule before it. */
export function duplicateTerms(rules: readonly WrittenRule[]): ReadonlyMap<Rule, RuleFault[]> {
  const first = new Map<string, Rule>();
  const faults = new Map<Rule, RuleFault[]>();
  for (const { rule } of rules) {
    const own: RuleFault[] = [];
    for (const word of "terms" in rule ? rule.terms : []) {
      const other = first.get(foldTerm(word));
      // A rule that replaces another of its id is expected to repeat its words.
      if (other && (other === rule || other.id !== rule.id))
        own.push({ level: "warning", code: "duplicate-term", detail: { word, other: other.id } });
      else first.set(foldTerm(word), rule);
    }
    if (own.length > 0) faults.set(rule, own);
  }
  return faults;
}

/** Whether a text can hold the word: standing alone, among Chinese, or among Latin words. */
function occurs(word: string, folded: string): boolean {
  if (folded === "" || folded.includes("\n")) return false;
  return [word, `一${word}一`, `a ${word} a`].some((text) => foldTerm(text).includes(folded));
}

function wordsOf(rule: Rule): Word[] {
  const named = (key: string, words: readonly string[] | undefined) =>
    (words ?? []).map((word) => ({ key, word }));
  return [
    ...named("near", rule.near),
    ...named("allow.phrases", rule.allow?.phrases),
    ...named("allow.contexts", rule.allow?.contexts),
    ...("terms" in rule ? named("terms", rule.terms) : []),
    ...("anchors" in rule ? named("anchors", rule.anchors) : []),
    ...(rule.kind === "mark"
      ? (["levels", "labels", "openTerms", "conditions", "mentionCues"] as const).flatMap((key) =>
          named(key, rule[key]),
        )
      : []),
    ...(rule.kind === "document-number"
      ? [...named("series", rule.series), ...named("except", rule.except)]
      : []),
    ...(rule.kind === "proximity"
      ? [...rule.all.flatMap(({ words }) => named("all", words)), ...named("without", rule.without)]
      : []),
  ];
}
