/** How a published file stands to the ledger. */
export type VerifyStateName =
  | "approved"
  | "approved-text"
  | "changed"
  | "missing"
  | "unapproved"
  | "rejected"
  | "stale"
  | "unread";

/** Why a row is no approval. */
export type VerifyReasonName =
  | "state"
  | "manner"
  | "opinion"
  | "remedy"
  | "refused"
  | "no-signature"
  | "no-date"
  | "bad-date"
  | "future-date"
  | "no-opinion"
  | "other-opinion"
  | "no-registration"
  | "older";

/** Sentences of `secreview verify`. */
export interface VerifyPhrases {
  readonly title: string;
  readonly ledger: (file: string, rows: number) => string;
  readonly state: Readonly<Record<VerifyStateName, string>>;
  readonly reason: Readonly<Record<VerifyReasonName, (who: string) => string>>;
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
