import type { Part } from "./document.ts";

/** The closed list of categories; each answers to an article of the regulations (docs/dictionary-format.md). */
export const CATEGORIES = [
  "state-secret",
  "telegram",
  "work-secret",
  "trade-secret",
  "personal",
  "unreleased",
  "pending-case",
  "safety",
  "history",
  "process",
  "enforcement",
  "source",
  "restricted",
  "disclosure",
  "hidden",
  "metadata",
  "format",
  "custom",
] as const;
export type Category = (typeof CATEGORIES)[number];

/** block 禁止, review 需审, info 提示. */
export const SEVERITIES = ["block", "review", "info"] as const;
export type Severity = (typeof SEVERITIES)[number];

/** Who is to be asked when the reviewer cannot decide alone. */
export const REFERRALS = [
  "secrecy-authority",
  "competent-department",
  "consultation",
  "originating-organ",
] as const;
export type Referral = (typeof REFERRALS)[number];

/** How much of the matched text a report may show. */
export type Redact =
  /** the matched words themselves: they are the mark, not the secret */
  | "none"
  /** digits hidden, words kept */
  | "digits"
  /** nothing of it */
  | "all";

/** What every rule says of itself, whatever it looks for. */
export interface RuleFacts {
  /** kebab-case, stable for ever. */
  readonly id: string;
  readonly name: string;
  readonly category: Category;
  readonly severity: Severity;
  /** The dictionary's severity, where the configuration sets another. */
  readonly written?: Severity | undefined;
  /** 依据: national law first, local rules after. */
  readonly basis: readonly string[];
  /** What the reviewer does about it. */
  readonly advice: string;
  readonly referTo?: Referral | undefined;
  /** 建议审查意见 this rule asks for. */
  readonly verdict?: "依申请公开" | "删减后公开" | "不予公开" | undefined;
  readonly redact?: Redact | undefined;
  /** Parts of the file the rule looks at; all when absent. */
  readonly where?: readonly Part[] | undefined;
  readonly allow?: Allow | undefined;
  /** One of these words stands before the match on its line, or heads its column. */
  readonly near?: readonly string[] | undefined;
  /** Globs of the file's path; the rule looks at no other file. */
  readonly paths?: readonly string[] | undefined;
  /** Tried only on lines with at least this many digits: the anchor of rules that have no word. */
  readonly digits?: number | undefined;
  /** Fires only when the file holds at least this many different matches, as one finding. */
  readonly min?: number | undefined;
  /** Lists no more than this many findings of a file; the last says how many more there are. */
  readonly maxPerFile?: number | undefined;
  /** Why a pattern that `rules lint` finds slow on some text is used all the same. */
  readonly acceptReDoS?: { readonly reason: string } | undefined;
  /** For `rules list --tag`. */
  readonly tags?: readonly string[] | undefined;
  readonly examples: Examples;
}

/** Texts a rule must find and must leave alone. `todo…` are known faults: told by `rules test`, failing nothing. */
export interface Examples {
  readonly hit: readonly string[];
  readonly miss: readonly string[];
  readonly todoHit?: readonly string[] | undefined;
  readonly todoMiss?: readonly string[] | undefined;
}

/** What excuses a match: it is dropped, because the words mean something else here. */
export interface Allow {
  /** Longer phrases that cover the match: `用电报装` for 电报. */
  readonly phrases?: readonly string[] | undefined;
  /** Words before the match on the same line. */
  readonly contexts?: readonly string[] | undefined;
  /** Words anywhere in the visible text: 公开征求意见 explains a 征求意见稿. */
  readonly document?: readonly string[] | undefined;
}
