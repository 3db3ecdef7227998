import type { ProximityRule, Rule } from "../model/rule.ts";
import type { ScanLine } from "./matcher.ts";

/** Why a rule that found one of its words, or enough digits, has no match: the form it asks for is not there. */
export interface FormFault {
  readonly kind: Rule["kind"];
  /** What it did find. */
  readonly word: string;
  /** `proximity`: a word that forbids the match; without it, something else that had to be near is missing. */
  readonly forbidden?: string;
  /** `group`: how many of the fields are there, and how many are asked for. */
  readonly fields?: { readonly found: number; readonly wanted: number };
}

/** Fewest digits in which a number with a check digit is looked for. */
const CHECKED_DIGITS = 13;

/** The reason a rule had to look at these lines although nothing fits; null where it had none. */
export function formFault(rule: Rule, sections: readonly (readonly ScanLine[])[]): FormFault | null {
  const { kind } = rule;
  const lines = sections.flat();
  if (kind === "group") return groupFault(rule, sections);
  if (kind === "checksum") return digitsFault(rule, lines, CHECKED_DIGITS);
  const words = wordsOf(rule);
  if (words.length === 0) return rule.digits ? digitsFault(rule, lines, rule.digits) : null;
  for (const { text } of lines) {
    const word = words.find((candidate) => text.includes(candidate));
    if (word === undefined || (rule.digits && countDigits(text) < rule.digits)) continue;
    const forbidden = rule.kind === "proximity" ? forbiddenIn(rule, text) : undefined;
    return { kind, word, ...(forbidden ? { forbidden } : {}) };
  }
  return null;
}

/** The words one of which every match contains. */
function wordsOf(rule: Rule): readonly string[] {
  switch (rule.kind) {
    case "mark":
      return rule.levels;
    case "pattern":
    case "place":
      return rule.anchors;
    case "document-number":
      return rule.series;
    case "proximity":
      return rule.all.find(({ words }) => words)?.words ?? [];
    default:
      return [];
  }
}

function forbiddenIn(rule: ProximityRule, text: string): string | undefined {
  return rule.without.find((word) => text.includes(word));
}

function groupFault(
  rule: Extract<Rule, { kind: "group" }>,
  sections: readonly (readonly ScanLine[])[],
): FormFault | null {
  const fields = Object.entries(rule.fields).map(([name, source]) => ({
    name,
    pattern: new RegExp(source, "u"),
  }));
  const found = sections.map((section) => {
    const head = section.filter(({ rank }) => rank < rule.lines);
    return fields.filter(({ pattern }) => head.some(({ text }) => pattern.test(text)));
  });
  const most = found.reduce((best, one) => (one.length > best.length ? one : best), []);
  const [first] = most;
  return first
    ? { kind: rule.kind, word: first.name, fields: { found: most.length, wanted: rule.atLeast } }
    : null;
}

function digitsFault(rule: Rule, lines: readonly ScanLine[], least: number): FormFault | null {
  const line = lines.find(({ text }) => countDigits(text) >= least);
  return line ? { kind: rule.kind, word: "" } : null;
}

function countDigits(text: string): number {
  return text.match(/\d/gu)?.length ?? 0;
}
