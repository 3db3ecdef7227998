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
  /** What became of the file, by the key `saveLedger` returns. */
  readonly saved: Readonly<Record<LedgerSaved, (path: string, rows: number) => string>>;
}

/** What `saveLedger` did. */
export type LedgerSaved = "created" | "appended" | "beside";
