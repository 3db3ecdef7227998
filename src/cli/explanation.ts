import type { Severity } from "../model/index.ts";

/** Why one place of a text is a finding. Every text in it may be shown. */
export interface HitExplanation {
  readonly ruleId: string;
  readonly name: string;
  readonly severity: Severity;
  /** As a reader names the place; empty where nothing is known. */
  readonly place: string;
  readonly matched: string;
  readonly more: number;
  readonly because: string;
  /** Why the severity is not the rule's own. */
  readonly changed: string | null;
  /** What became of the term of secrecy. */
  readonly term: string | null;
  readonly basis: readonly string[];
  readonly advice: string;
}

/** The part of a rule that decided against a finding. */
export type Clause =
  | "form"
  | "boundary"
  | "near"
  | "allow.contexts"
  | "allow.phrases"
  | "paths"
  | "min"
  | "covered"
  | "together";

/** Why a rule that had a reason to look found nothing that stands. */
export interface RefusalExplanation {
  readonly ruleId: string;
  readonly name: string;
  readonly clause: Clause;
  readonly place: string;
  readonly matched: string | null;
  readonly because: string;
}

/** What each rule made of one text or file. */
export interface Explanation {
  readonly subject: "text" | "file";
  /** The text as typed, or the path of the file or member. */
  readonly name: string;
  /** The text as the rules see it, and its words; null for a file. */
  readonly normalised: string | null;
  readonly words: readonly string[] | null;
  /** What could not be read, one sentence each. */
  readonly unread: readonly string[];
  readonly hits: readonly HitExplanation[];
  readonly refusals: readonly RefusalExplanation[];
  /** Rules whose words are not there at all. */
  readonly unconcerned: readonly { readonly ruleId: string; readonly name: string }[];
}
