/**
 * One draft row of the 台账, by column key. Keys are stable; headings, widths and who fills a column stand in the ledger's
 * own column table. The tool fills machine columns only: opinions, signatures and dates of people stay null.
 */
export interface LedgerRow {
  /** Dates are YYYY-MM-DD. */
  readonly [column: string]: string | number | null;
}

/** Which days are not as the week has them, all YYYY-MM-DD. */
export interface Calendar {
  /** Days off besides weekends. */
  readonly holidays: readonly string[];
  /** Weekend days that are worked (调休). */
  readonly workdays: readonly string[];
  /** Working days from 成文 to publication, and from 送审 to the answer, where the ledger's own do not hold. */
  readonly publishDays?: number;
  readonly replyDays?: number;
}

/** What a ledger has to know of the run besides the files. */
export interface LedgerFacts extends Calendar {
  /** 登记日期, also the year of the row ids; YYYY-MM-DD. */
  readonly today: string;
  readonly toolVersion: string;
  readonly rulesDigest: string;
  /** 录入人员, null where nobody was named. */
  readonly operator: string | null;
}
