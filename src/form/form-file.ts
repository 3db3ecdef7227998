import type { Category, OpinionState, Referral, Severity, Status, Suggestion } from "../model/index.ts";

/** What the forms need to know of a finding. */
export interface FormFinding {
  readonly severity: Severity;
  readonly category: Category;
  /** The place in words. */
  readonly place: string;
  /** Masked. */
  readonly excerpt: string;
  readonly message: string;
  readonly basis: readonly string[];
  readonly advice: string;
}

/** One file of a report or one row of a ledger, as the forms see it. Everything in it was masked before. */
export interface FormFile {
  /** The ledger's 序号, null where a report is read. */
  readonly id: string | null;
  readonly path: string;
  readonly container: string | null;
  /** The paper may be secret: its title and number are shown nowhere. */
  readonly withheld: boolean;
  readonly title: string | null;
  readonly documentNumber: string | null;
  readonly issuers: readonly string[];
  readonly writtenDate: string | null;
  readonly disclosure: string | null;
  /** Level and term of a mark, and whether they still hold. */
  readonly mark: string | null;
  /** A mark that has expired or was lifted: the paper needs its 解密 to be shown. */
  readonly lapsed: boolean;
  readonly status: Status;
  readonly state: OpinionState;
  readonly suggestion: Suggestion | null;
  readonly reasons: readonly string[];
  readonly referTo: Referral | null;
  /** What was not read, and what to do about it. */
  readonly unread: readonly string[];
  readonly findings: readonly FormFinding[];
  readonly sha256: string | null;
  /** What people wrote into the ledger, by heading; null where a report is read. */
  readonly people: ReadonlyMap<string, string> | null;
}

/** What the forms are made from: all files, and what is known of the run. */
export interface FormSource {
  readonly kind: "report" | "ledger";
  readonly unit: string | null;
  /** YYYY-MM-DD */
  readonly checkedOn: string;
  readonly tool: string;
  readonly rules: string;
  /** The run did not do all it was asked to: then its numbers say less. */
  readonly broken: boolean;
  readonly skipped: number | null;
  readonly files: readonly FormFile[];
}

/** In place of what is withheld. */
export const WITHHELD = "〔已隐去〕";

/** Findings that a person has to decide. */
export function openFindings({ findings }: FormFile): FormFinding[] {
  return findings.filter(({ severity }) => severity !== "info");
}

export function isUnread({ status }: FormFile): boolean {
  return status === "unexamined" || status === "partial";
}

/** What a person wrote under that heading of the ledger; empty where there is none. */
export function written({ people }: FormFile, heading: string): string {
  return people?.get(heading)?.trim() ?? "";
}
