import type { Rule } from "./rule.ts";
import type { Severity } from "./rule-facts.ts";

/** Where a rule is written. Counts start at 1. */
export interface Origin {
  readonly file: string;
  readonly line: number;
}

export interface Dictionary {
  readonly name: string;
  readonly file: string;
  readonly sha256: string;
  readonly rules: readonly Rule[];
  /** The same rules before folding, and the line each begins on. */
  readonly written: readonly { readonly rule: Rule; readonly line: number }[];
  /** Earlier rules that do not hold here. */
  readonly disabled: readonly { readonly id: string; readonly reason: string }[];
}

/** A rule that a user moved from its own severity, and why. */
export interface RuleChange {
  readonly id: string;
  readonly severity: Severity | "off";
  readonly reason: string;
}

/** All rules of a run, plain data, with the digest that goes into every report. */
export interface RuleSet {
  readonly digest: string;
  readonly dictionaries: readonly {
    readonly name: string;
    readonly sha256: string;
    readonly rules: number;
  }[];
  readonly rules: readonly Rule[];
  /** What was switched off or weighed otherwise than the dictionaries say: every report tells it. */
  readonly changes: readonly RuleChange[];
  /** By rule id. */
  readonly origins: ReadonlyMap<string, Origin>;
}
