import { relative } from "node:path";
import { fileURLToPath } from "node:url";
import type { Category, Origin, Rule, RuleSet } from "../model/index.ts";
import { displayWidth, padColumns, visible, wording } from "../wording/index.ts";

/** Which rules are listed. */
export interface RuleFilter {
  readonly category?: Category;
  readonly tag?: string;
}

const words = wording("zh");
const PACKAGE = fileURLToPath(new URL("../../", import.meta.url));
/** Keys that `showRule` prints in a place of their own. */
const TOLD = new Set(["id", "name", "kind", "category", "severity", "basis", "advice", "examples"]);
/** A list of words longer than this is cut on the page; `--json` has it whole. */
const SHOWN_WORDS = 60;

/** A table of rules, or the same as JSON. */
export function listRules({ rules, origins }: RuleSet, filter: RuleFilter, json: boolean): string {
  const wanted = rules.filter(
    ({ category, tags }) =>
      (!filter.category || category === filter.category) && (!filter.tag || tags?.includes(filter.tag)),
  );
  if (json) {
    const facts = wanted.map(({ id, severity, category, kind, name, tags = [] }) => ({
      id,
      severity,
      category,
      kind,
      name,
      tags,
      origin: origins.get(id),
    }));
    return `${JSON.stringify(facts, null, 2)}\n`;
  }
  const rows = wanted.map((rule) => [
    rule.id,
    words.severity[rule.severity],
    words.category[rule.category],
    words.rules.kind[rule.kind],
    visible(rule.name),
    placeOf(origins.get(rule.id)),
  ]);
  return `${table([words.rules.head, ...rows])}${words.rules.count(wanted.length)}\n`;
}

/** Everything a clerk needs of one rule, or the rule as JSON. */
export function showRule(rule: Rule, { origins }: RuleSet, json: boolean): string {
  const origin = origins.get(rule.id);
  if (json) return `${JSON.stringify({ ...rule, origin }, null, 2)}\n`;
  const { severity, category, kindOf, written, at, basis, advice, kind } = words.rules;
  const lines = [
    `${visible(rule.name)}（${rule.id}）`,
    `${severity}：${words.severity[rule.severity]}`,
    `${category}：${words.category[rule.category]}`,
    `${kindOf}：${kind[rule.kind]}`,
    ...(origin ? [`${written}：${at(shortened(origin.file), origin.line)}`] : []),
    ...Object.entries(flattened(rule)).map(([key, value]) => `${words.rules.key[key] ?? key}：${value}`),
    ...block(basis, rule.basis),
    ...block(advice, [rule.advice]),
    ...(["hit", "miss", "todoHit", "todoMiss"] as const).flatMap((list) =>
      block(words.rules.examples[list], rule.examples[list] ?? []),
    ),
  ];
  return `${lines.join("\n")}\n`;
}

/** What the rule looks for, key by key, in the order of the dictionary. */
function flattened(rule: Rule): Record<string, string> {
  const { allow, ...facts } = rule;
  const entries = Object.entries({
    ...facts,
    "allow.phrases": allow?.phrases,
    "allow.contexts": allow?.contexts,
  })
    .filter(([key, value]) => !TOLD.has(key) && value !== undefined && !isEmpty(value))
    .map(([key, value]) => [key, textOf(value)] as const);
  return Object.fromEntries(entries);
}

function isEmpty(value: unknown): boolean {
  return Array.isArray(value) && value.length === 0;
}

function textOf(value: unknown): string {
  if (!Array.isArray(value))
    return visible(typeof value === "object" ? JSON.stringify(value) : String(value));
  const shown = value.slice(0, SHOWN_WORDS).map(textOf).join("、");
  return value.length > SHOWN_WORDS ? `${shown}…（${value.length}）` : shown;
}

function block(title: string, texts: readonly string[]): string[] {
  return texts.length === 0 ? [] : [`${title}：`, ...texts.map((text) => `  · ${visible(text)}`)];
}

function table(rows: readonly (readonly string[])[]): string {
  const widths = rows[0]!.map((_, column) => Math.max(...rows.map((row) => displayWidth(row[column]!))));
  return rows
    .map(
      (row) =>
        `${row
          .map((cell, column) => padColumns(cell, widths[column]!))
          .join("  ")
          .trimEnd()}\n`,
    )
    .join("");
}

function placeOf(origin: Origin | undefined): string {
  return origin ? `${shortened(origin.file)}:${origin.line}` : "";
}

/** Files of the package by their place in it; a unit's own as they are. */
function shortened(file: string): string {
  return visible(file.startsWith(PACKAGE) ? relative(PACKAGE, file).replaceAll("\\", "/") : file);
}
