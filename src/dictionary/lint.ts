import type { LintFault } from "../model/lint.ts";
import type { Rule } from "../model/rule.ts";
import type { Dictionary } from "../model/rule-set.ts";
import { lintPatterns } from "./lint-pattern.ts";
import { duplicateTerms, lintWords } from "./lint-word.ts";
import type { Screening } from "./redos.ts";

/** A fault before it is known where the rule stands. */
export type RuleFault = Pick<LintFault, "level" | "code" | "detail">;

/** A rule as its author wrote it, and where. */
export interface WrittenRule {
  readonly rule: Rule;
  readonly file: string;
  readonly line: number;
}

/** Kinds that a sentence can show; what the others look for is a file. */
const SHOWN_BY_TEXT: ReadonlySet<Rule["kind"]> = new Set([
  "term",
  "pattern",
  "mark",
  "place",
  "group",
  "checksum",
  "document-number",
  "proximity",
]);

/**
 * What is wrong with rules that load, in the order in which they are written.
 * @param dictionaries all of them in merging order, since a word may stand in two
 * @param files the dictionaries whose faults are wanted
 * @param screen the judge of slow patterns
 */
export async function lintDictionaries(
  dictionaries: readonly Dictionary[],
  files: ReadonlySet<string>,
  screen: (source: string) => Promise<Screening>,
): Promise<LintFault[]> {
  const all = dictionaries.flatMap(({ file, written }) => written.map((own) => ({ ...own, file })));
  const twice = duplicateTerms(all);
  const faults: LintFault[] = [];
  for (const [index, { rule, file, line }] of all.entries()) {
    if (!files.has(file)) continue;
    const own = [
      ...replaced(all.slice(0, index), rule),
      ...lintFacts(rule),
      ...lintWords(rule),
      ...(twice.get(rule) ?? []),
      ...(await lintPatterns(rule, screen)),
    ];
    faults.push(...own.map((fault) => ({ ...fault, ruleId: rule.id, file, line })));
  }
  return faults;
}

function replaced(earlier: readonly WrittenRule[], { id }: Rule): RuleFault[] {
  const other = earlier.findLast(({ rule }) => rule.id === id);
  return other ? [{ level: "warning", code: "replaces", detail: { file: other.file } }] : [];
}

function lintFacts({ kind, basis, examples }: Rule): RuleFault[] {
  const faults: RuleFault[] = [];
  if (basis.every((law) => law.trim() === "")) faults.push({ level: "error", code: "no-basis", detail: {} });
  for (const list of ["hit", "miss"] as const)
    if (SHOWN_BY_TEXT.has(kind) && examples[list].length === 0)
      faults.push({ level: "warning", code: "no-examples", detail: { list } });
  return faults;
}
