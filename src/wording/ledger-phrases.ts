/** Sentences of the ledger, apart from the column headings, which ledger/columns.ts holds as data. */
export interface LedgerPhrases {
  /** Sheet names. */
  readonly rows: string;
  readonly findings: string;
  readonly guide: string;
  readonly guideTitle: string;
  readonly draft: string;
  /** 文号 of what has none. */
  readonly noNumber: string;
  /** Rows of the guide sheet. */
  readonly guideLines: readonly string[];
  readonly skipped: (count: number) => string;
  readonly findingsCut: (count: number) => string;
  /** What stands for a masked title or number (mask/text.ts). */
  readonly withheld: string;
  /** 最近一次检查: a finding was found again, or was not. */
  readonly found: string;
  readonly gone: string;
  /** Added rows stand below what is in this row. */
  readonly contentBelow: (row: number) => string;
  /** What became of the file, by the key `saveLedger` returns. */
  readonly saved: Readonly<Record<LedgerSaved, (path: string, rows: number, updated: number) => string>>;
  /** One line of `ledger check`, by kind of problem. */
  readonly problem: Readonly<Record<LedgerProblem, (facts: ProblemFacts) => string>>;
  readonly checked: (rows: number, problems: number) => string;
  /** Why a decision was not written. */
  readonly refused: Readonly<Record<DecisionRefusal, string>>;
  readonly applied: (path: string, written: number, refused: number) => string;
}

/** What `saveLedger` did. */
export type LedgerSaved = "created" | "appended" | "beside";

export type LedgerProblem =
  | "blank"
  | "formula"
  | "no-file"
  | "no-row"
  | "changed"
  | "reply-overdue"
  | "publish-overdue"
  | "not-a-day"
  | "unread-file"
  | "no-column"
  | "same-id";

/** What a problem's sentence names: what does not apply is empty. */
export interface ProblemFacts {
  readonly id: string;
  readonly row: number;
  readonly path: string;
  /** Headings, or what a cell says. */
  readonly what: string;
  /** YYYY-MM-DD */
  readonly due: string;
}

export type DecisionRefusal = "no-row" | "changed" | "someone-else" | "formula" | "no-column" | "unclear";
