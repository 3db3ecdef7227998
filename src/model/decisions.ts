import type { Suggestion } from "./review.ts";

/** 属实: it is what it seems; 误报: it is not; 已处理: it was, and has been dealt with. */
export const VERDICTS = ["属实", "误报", "已处理"] as const;
export type Verdict = (typeof VERDICTS)[number];

/** What one person decided about a file. */
export interface FileDecision {
  /** Of the bytes the person judged; null where they could not be read. */
  readonly sha256: string | null;
  readonly path: string;
  readonly opinion: Suggestion;
  readonly reason: string;
}

/** What one person decided about a finding. */
export interface FindingDecision {
  /** null where the report had none. */
  readonly fingerprint: string | null;
  readonly ruleId: string;
  readonly path: string;
  readonly sha256: string | null;
  readonly decision: Verdict;
  readonly reason: string;
}

export const DECISIONS_SCHEMA = "secreview-decisions/1";

/** Decisions a person recorded in the report and hands on to the ledger. */
export interface Decisions {
  readonly schema: typeof DECISIONS_SCHEMA;
  readonly reviewer: string;
  /** YYYY-MM-DD */
  readonly date: string;
  readonly files: readonly FileDecision[];
  readonly findings: readonly FindingDecision[];
}
