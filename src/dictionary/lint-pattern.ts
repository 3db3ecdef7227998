import type { Rule } from "../model/rule.ts";
import { foldCharacter } from "../normalise/single-character.ts";
import type { RuleFault } from "./lint.ts";
import type { Screening } from "./redos.ts";
import { literalsOf } from "./regexp-literals.ts";

/** A regular expression of a rule, as it is written and as the matcher compiles it. */
export interface Pattern {
  readonly written: string;
  readonly compiled: string;
}

/** Patterns that cost more than they should, or are written with characters no folded text holds. */
export async function lintPatterns(
  rule: Rule,
  screen: (source: string) => Promise<Screening>,
): Promise<RuleFault[]> {
  const faults: RuleFault[] = isAnchored(rule) ? [] : [{ level: "warning", code: "no-anchor", detail: {} }];
  for (const { written, compiled } of patternsOf(rule)) {
    faults.push(...unfolded(written));
    if (!rule.acceptReDoS) faults.push(...slow(await screen(compiled)));
  }
  return faults;
}

/** Every regular expression of a rule. */
export function patternsOf(rule: Rule): Pattern[] {
  const plain = (source: string) => ({ written: source, compiled: source });
  switch (rule.kind) {
    case "pattern":
    case "property":
      return [plain(rule.pattern)];
    case "place":
      return [{ written: rule.pattern, compiled: `^(?:${rule.pattern})$` }];
    case "group":
      return Object.values(rule.fields).map(plain);
    case "proximity":
      return [...rule.all.map(({ pattern }) => pattern), rule.withoutPattern].flatMap((source) =>
        source ? [plain(source)] : [],
      );
    default:
      return [];
  }
}

/** Without a word or a number of digits to look for first, a pattern is run over every line of every file. */
function isAnchored(rule: Rule): boolean {
  if (rule.kind === "pattern" || rule.kind === "place")
    return rule.anchors.length > 0 || rule.digits !== undefined;
  return rule.kind !== "proximity" || rule.all.some(({ words }) => words);
}

function unfolded(pattern: string): RuleFault[] {
  const faults = new Map<string, RuleFault>();
  for (const { character, optional } of literalsOf(pattern)) {
    // A wide space folds to itself as a character, but no gap keeps it.
    const folded = character === "\u3000" ? " " : foldCharacter(character);
    if (folded === character) continue;
    const level = optional ? "warning" : "error";
    if (faults.get(character)?.level !== "error")
      faults.set(character, { level, code: "unfolded", detail: { character, folded } });
  }
  return [...faults.values()];
}

function slow(screening: Screening): RuleFault[] {
  if (screening.status === "safe") return [];
  if (screening.status === "unknown") return [{ level: "warning", code: "redos-unknown", detail: {} }];
  const { attack, complexity } = screening;
  return [{ level: "error", code: "redos", detail: { attack, complexity } }];
}
