import type { MarkForm, Rule, Severity } from "../model/index.ts";

/** Sentences of `explain`: short, for a reader who has never seen a rule. */
export interface ExplainPhrases {
  /** What is to be done, by the gravest finding; null: nothing to do. */
  readonly conclusion: Readonly<Record<Severity | "none" | "unread", string>>;
  /** `文字中有国家秘密标志“机密★10年”。` */
  readonly holds: (rule: string, matched: string) => string;
  readonly typed: string;
  readonly file: string;
  readonly folded: string;
  readonly words: string;
  readonly hits: (count: number) => string;
  readonly refused: (count: number) => string;
  readonly unconcerned: (count: number, listed: boolean) => string;
  readonly notListed: (count: number) => string;
  readonly found: string;
  readonly place: string;
  readonly because: string;
  readonly severity: string;
  readonly term: string;
  readonly basis: string;
  readonly advice: string;
  readonly more: (count: number) => string;
  /** Why a rule of that kind has a match. */
  readonly fits: Readonly<Record<Rule["kind"], string>>;
  readonly form: Readonly<Record<MarkForm, string>>;
  /** The word stands there, but the form does not fit. */
  readonly misfit: Readonly<Partial<Record<Rule["kind"], (word: string) => string>>>;
  readonly tooFewFields: (found: number, wanted: number, field: string) => string;
  readonly forbidden: (word: string, forbidden: string) => string;
  /** The form fits, but a clause of the rule does not let it stand. */
  readonly boundary: (matched: string, words: string) => string;
  readonly near: (words: string) => string;
  readonly context: (matched: string, word: string) => string;
  readonly phrase: (matched: string, phrase: string) => string;
  readonly elsewhere: string;
  readonly covered: (matched: string, rule: string) => string;
  readonly tooFew: (min: number) => string;
  readonly together: string;
  /** Why the severity is not the rule's own. */
  readonly changed: (from: string, to: string, reason: string) => string;
  readonly concealed: (channel: string) => string;
  readonly inForce: (issued: string | null, expires: string, today: string) => string;
  readonly expired: (issued: string | null, expires: string, today: string) => string;
  readonly undated: string;
  readonly endless: (term: string) => string;
}
