import type { RulesPhrases } from "../rules-phrases.ts";
import { visible } from "../visible.ts";

export const rules: RulesPhrases = {
  head: ["id", "severity", "category", "kind", "name", "source"],
  severity: "Severity",
  category: "Category",
  kindOf: "Kind",
  written: "Written in",
  at: (file, line) => `${file} line ${line}`,
  basis: "Basis",
  advice: "Advice",
  examples: {
    hit: "Must be found",
    miss: "Must be left alone",
    todoHit: "Not found yet",
    todoMiss: "Wrongly found so far",
  },
  count: (count) => `${count} rules`,
  broken: {
    hit: "does not find",
    miss: "wrongly finds",
    todoHit: "does not find yet (known)",
    todoMiss: "wrongly finds so far (known)",
  },
  mended: (list) => `works now: may move from ${list} to ${list === "todoHit" ? "hit" : "miss"}`,
  tested: (rules, examples, broken, todo) =>
    `${examples} examples of ${rules} rules: ${broken} not kept, ${todo} known faults`,
  linted: (rules, errors, warnings) => `${rules} rules: ${errors} errors, ${warnings} warnings`,
  level: { error: "error", warning: "warning" },
  ofRule: "rule",
  kind: {
    term: "words",
    pattern: "wording",
    mark: "secrecy mark",
    place: "notice on a line of its own",
    group: "group of fields",
    checksum: "number",
    "document-number": "document number",
    channel: "hidden content",
    proximity: "words near each other",
    property: "file property",
    fact: "element of the paper",
    restricted: "restricted list",
    across: "relation of files",
    list: "unit's own list",
  },
  key: {},
  lint: {
    replaces: ({ file }) => `has the id of a rule in ${visible(file!)} and replaces it`,
    "duplicate-term": ({ word, other }) => `“${visible(word!)}” is in rule ${other} already`,
    "one-character": ({ word }) => `“${visible(word!)}” is one character: it will be found almost everywhere`,
    "never-matches": ({ key, word }) =>
      `“${visible(word!)}” in ${key} can never match: line breaks, or nothing but blanks`,
    "spans-cells": ({ key, word }) =>
      `“${visible(word!)}” in ${key} holds a TAB and matches only across two cells`,
    "no-basis": () => "has no basis",
    "no-examples": ({ list }) => `examples.${list} is empty, so the rule cannot be checked`,
    "no-anchor": () => "has neither anchors nor digits and is tried on every line",
    unfolded: ({ character, folded }) =>
      `names “${character}”, which no folded text holds; ${folded?.trim() ? `write “${folded}”` : "leave it out"}`,
    redos: ({ attack, complexity }) =>
      `is slow on some text (${complexity}): ${visible(attack!).slice(0, 60)}; rewrite it, or say acceptReDoS: { reason: … }`,
    "redos-unknown": () => "could not be screened for slowness in the time given",
  },
};
