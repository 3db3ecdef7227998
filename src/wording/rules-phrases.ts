import type { Examples, LintCode, LintFault, Rule } from "../model/index.ts";

/** Sentences of `rules list|show|test|lint`. */
export interface RulesPhrases {
  /** Columns of the list. */
  readonly head: readonly string[];
  readonly severity: string;
  readonly category: string;
  readonly kindOf: string;
  readonly written: string;
  readonly at: (file: string, line: number) => string;
  readonly basis: string;
  readonly advice: string;
  readonly examples: Readonly<Record<keyof Examples, string>>;
  readonly count: (rules: number) => string;
  /** An example that does not come out as its list says. */
  readonly broken: Readonly<Record<keyof Examples, string>>;
  /** A known fault that is one no longer. */
  readonly mended: (list: string) => string;
  readonly tested: (rules: number, examples: number, broken: number, todo: number) => string;
  readonly linted: (rules: number, errors: number, warnings: number) => string;
  readonly level: Readonly<Record<LintFault["level"], string>>;
  readonly ofRule: string;
  readonly kind: Readonly<Record<Rule["kind"], string>>;
  /** Keys of a dictionary in words; a key without one is shown as it is written. */
  readonly key: Readonly<Record<string, string>>;
  readonly lint: Readonly<Record<LintCode, (detail: Readonly<Record<string, string>>) => string>>;
}
