import type { VerifyState } from "../model/index.ts";
import type { Approval, Reason } from "./approval.ts";
import type { LedgerEntry } from "./ledger.ts";

/** A row with what it says of its file. */
export interface JudgedEntry {
  readonly entry: LedgerEntry;
  readonly approval: Approval;
}

/** A file on the site. */
export interface Published {
  readonly path: string;
  readonly sha256: string;
}

/** What a reader sees in a published file, asked only where its bytes are in no row. */
export interface PublishedText {
  readonly textSha256: string | null;
  readonly format: string | null;
  /** Whether all of it was read. */
  readonly whole: boolean;
}

/** What became of one published file. */
export interface Verdict {
  readonly path: string;
  readonly state: VerifyState;
  readonly sha256: string | null;
  /** The row it was held against: 序号 and row number. */
  readonly row: { readonly id: string; readonly line: number } | null;
  readonly reasons: readonly Reason[];
  /** The text is the approved one although the bytes are not. */
  readonly sameText: boolean;
}

/** The rows of a ledger, found by what they say of a file. */
export interface RowIndex {
  /** The verdict where the very bytes are in a row. */
  readonly byBytes: (file: Published) => Verdict | null;
  /** The verdict for bytes that are in no row. */
  readonly byText: (file: Published, text: PublishedText) => Verdict;
  /** Whether any row could vouch for a text in another format. */
  readonly hasTexts: boolean;
}

export function indexRows(rows: readonly JudgedEntry[]): RowIndex {
  const bySha = groupBy(rows, ({ entry }) => entry.sha256);
  const byTextSha = groupBy(rows, ({ entry }) => entry.textSha256);
  const byName = groupBy(rows, ({ entry }) => baseName(entry.path) || null);
  return {
    hasTexts: byTextSha.size > 0,
    byBytes(file) {
      const same = bySha.get(file.sha256) ?? [];
      const row = deciding(same);
      // Copies have a row each: of those that say the same, the one of this name is meant.
      const own = deciding(same.filter(({ entry }) => baseName(entry.path) === baseName(file.path)));
      const meant = own && own.approval.state === row?.approval.state ? own : row;
      return meant && verdict(file, meant.approval.state, meant);
    },
    byText(file, text) {
      const same = text.textSha256 === null ? [] : (byTextSha.get(text.textSha256) ?? []);
      const format = text.format ?? extension(file.path);
      const row = deciding(same.filter(({ entry }) => formatOf(entry) !== format));
      if (row) return verdict(file, textState(row, text), row, true);
      const named = deciding(byName.get(baseName(file.path)) ?? []) ?? deciding(same);
      return verdict(file, named ? "changed" : "missing", named, same.length > 0);
    },
  };
}

/** What was not read might say more than what was approved. */
function textState({ approval: { state } }: JudgedEntry, { whole }: PublishedText): VerifyState {
  if (state !== "approved") return state;
  return whole ? "approved-text" : "unread";
}

/** The row that counts: the last refusal or approval; without either the last row. */
function deciding(rows: readonly JudgedEntry[]): JudgedEntry | null {
  const settled = rows.filter(({ approval: { state } }) => state === "approved" || state === "rejected");
  return settled.at(-1) ?? rows.at(-1) ?? null;
}

function verdict(
  { path, sha256 }: Published,
  state: VerifyState,
  row: JudgedEntry | null,
  sameText = false,
): Verdict {
  const told = state === "changed" || state === "missing" ? [] : (row?.approval.reasons ?? []);
  return {
    path,
    state,
    sha256,
    row: row && { id: row.entry.id, line: row.entry.line },
    reasons: told,
    sameText,
  };
}

function formatOf({ format, path }: LedgerEntry): string {
  return format ?? extension(path);
}

function extension(path: string): string {
  return /\.([^./]+)$/u.exec(path)?.[1]?.toLowerCase() ?? "";
}

function baseName(path: string): string {
  return path.slice(path.lastIndexOf("/") + 1).normalize("NFC");
}

function groupBy<T>(items: readonly T[], key: (item: T) => string | null): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const name = key(item);
    if (name === null) continue;
    const group = groups.get(name);
    if (group) group.push(item);
    else groups.set(name, [item]);
  }
  return groups;
}
