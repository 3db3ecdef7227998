import type { VerifyReasonCode, VerifyState } from "../model/index.ts";

/** Sentences of `secreview verify`. */
export interface VerifyPhrases {
  readonly title: string;
  readonly ledger: (file: string, rows: number) => string;
  readonly state: Readonly<Record<VerifyState, string>>;
  readonly reason: Readonly<Record<VerifyReasonCode, (who: string) => string>>;
  /** The row of the ledger a file was held against. */
  readonly row: (id: string, line: number) => string;
  readonly sameText: string;
  readonly counts: (files: number, approved: number, byText: number) => string;
  readonly outside: (count: number) => string;
  readonly links: (count: number) => string;
  readonly noDigest: (count: number, lines: string) => string;
  readonly noColumns: (headings: string) => string;
  readonly notPublished: (count: number) => string;
  readonly result: Readonly<Record<"verified" | "differs" | "incomplete", string>>;
  readonly basis: string;
}
