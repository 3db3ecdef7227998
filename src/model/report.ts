import type { FileReview } from "./review.ts";
import type { RuleChange } from "./rule-set.ts";

export const RESULTS = ["clean", "findings", "incomplete", "failed", "interrupted"] as const;
export type Result = (typeof RESULTS)[number];

export interface Totals {
  readonly found: number;
  readonly examined: number;
  readonly partial: number;
  readonly unexamined: number;
  readonly skipped: number;
  readonly members: number;
  readonly imagesUnread: number;
  readonly block: number;
  readonly review: number;
  readonly info: number;
  readonly accepted: number;
}

/** The baseline a run was given: which findings a person answers for. */
export interface BaselineFacts {
  readonly file: string;
  readonly sha256: string;
  readonly entries: number;
  readonly expired: number;
  /** Entries that accept nothing because they are faulty, of another key, or name another rule or file than they fit. */
  readonly faulty: number;
}

/** First line of the record (jsonl): what is known before the first file. */
export interface ReportHead {
  readonly schema: "secreview-report/1";
  readonly tool: { readonly name: "secreview"; readonly version: string; readonly segmenter: string | null };
  readonly rules: {
    readonly digest: string;
    readonly dictionaries: readonly {
      readonly name: string;
      readonly sha256: string;
      readonly rules: number;
    }[];
    readonly changes: readonly RuleChange[];
  };
  readonly config: string | null;
  /** null: no finding could be accepted. */
  readonly baseline: BaselineFacts | null;
  readonly limits: Readonly<Record<string, number>>;
  /** 单位, as configured or given. */
  readonly unit: string | null;
  readonly today: string;
  readonly startedAt: string;
  readonly roots: readonly string[];
}

/** Last line of the record: what is known after the last file. */
export interface ReportTail {
  readonly finishedAt: string;
  readonly result: Result;
  readonly exitCode: number;
  readonly totals: Totals;
}

/** The whole report as `--format json` prints it. */
export interface Report extends ReportHead, ReportTail {
  readonly files: readonly FileReview[];
}
