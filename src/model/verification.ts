/** How a published file stands to the ledger, in the order of the summary. */
export const VERIFY_STATES = [
  "approved",
  "approved-text",
  "changed",
  "missing",
  "unapproved",
  "rejected",
  "stale",
  "unread",
] as const;
export type VerifyState = (typeof VERIFY_STATES)[number];

/** What keeps a row from being an approval. */
export type VerifyReasonCode =
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
