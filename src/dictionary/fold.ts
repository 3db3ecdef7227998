import type { Rule } from "../model/rule.ts";
import { foldTerm } from "../normalise/fold.ts";

/** Words of a rule folded by the same function as the text, so that both meet. Patterns are written for folded text. */
export function foldRule(rule: Rule): Rule {
  const shared = {
    ...rule,
    ...(rule.near ? { near: fold(rule.near) } : {}),
    ...(rule.allow ? { allow: foldAllow(rule.allow) } : {}),
  };
  switch (shared.kind) {
    case "term":
    case "list":
      return { ...shared, terms: fold(shared.terms) };
    case "proximity":
      return {
        ...shared,
        all: shared.all.map((one) => (one.words ? { words: fold(one.words) } : one)),
        without: fold(shared.without),
      };
    case "mark":
      return {
        ...shared,
        levels: fold(shared.levels),
        labels: fold(shared.labels),
        openTerms: fold(shared.openTerms),
        conditions: fold(shared.conditions),
        mentionCues: fold(shared.mentionCues),
      };
    case "document-number":
      return { ...shared, series: fold(shared.series), except: fold(shared.except) };
    case "pattern":
    case "place":
      return { ...shared, anchors: fold(shared.anchors) };
    case "checksum":
      return {
        ...shared,
        ...(shared.labels ? { labels: fold(shared.labels) } : {}),
        ...(shared.unless ? { unless: { ...shared.unless, labels: fold(shared.unless.labels) } } : {}),
        ...(shared.notUnder ? { notUnder: fold(shared.notUnder) } : {}),
        ...(shared.people ? { people: fold(shared.people) } : {}),
      };
    case "group":
      return { ...shared, ...(shared.person ? { person: fold(shared.person) } : {}) };
    default:
      return shared;
  }
}

function fold(words: readonly string[]): string[] {
  return words.map(foldTerm);
}

function foldAllow(allow: NonNullable<Rule["allow"]>): NonNullable<Rule["allow"]> {
  return {
    ...(allow.phrases ? { phrases: fold(allow.phrases) } : {}),
    ...(allow.contexts ? { contexts: fold(allow.contexts) } : {}),
    ...(allow.document ? { document: fold(allow.document) } : {}),
  };
}
