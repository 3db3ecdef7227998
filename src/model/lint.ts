/** What `rules lint` can find wrong with a rule that nevertheless loads. */
export const LINT_CODES = [
  /** Another dictionary has a rule of this id; the later one holds. */
  "replaces",
  "duplicate-term",
  "one-character",
  /** No text looks like this word once it is folded. */
  "never-matches",
  /** Matches only where two cells of a table meet. */
  "spans-cells",
  "no-basis",
  "no-examples",
  "no-anchor",
  /** A pattern is written with a character that folding turns into another. */
  "unfolded",
  "redos",
  /** Not found out in the time given whether the pattern can be slow. */
  "redos-unknown",
] as const;
export type LintCode = (typeof LINT_CODES)[number];

/** An error keeps the rule from doing what it says; a warning is for a person to weigh. */
export interface LintFault {
  readonly level: "error" | "warning";
  readonly code: LintCode;
  readonly ruleId: string;
  readonly file: string;
  readonly line: number;
  /** The words and values the sentence names. */
  readonly detail: Readonly<Record<string, string>>;
}
