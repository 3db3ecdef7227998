import { maskName } from "../mask/index.ts";
import { VERIFY_STATES, type VerifyState } from "../model/index.ts";
import type { ReadLedger, Verdict } from "../verify/index.ts";
import { visible, type Wording } from "../wording/index.ts";
import { EXIT } from "./exit-codes.ts";
import type { CheckedSite } from "./verify-site.ts";

/** What `verify --format json` prints. */
export interface VerifyReport {
  readonly schema: "secreview-verify/1";
  readonly result: "verified" | "differs" | "incomplete";
  readonly exitCode: number;
  readonly today: string;
  readonly site: string;
  readonly ledger: {
    readonly file: string;
    readonly rows: number;
    readonly missingColumns: readonly string[];
    /** Row numbers without a SHA-256. */
    readonly withoutDigest: readonly number[];
    readonly notPublished: number;
  };
  readonly totals: Readonly<Record<VerifyState | "files" | "outside" | "links", number>>;
  readonly files: readonly Verdict[];
}

const AS_APPROVED: ReadonlySet<VerifyState> = new Set(["approved", "approved-text"]);

/** So many rows are told by their number. */
const MOST_ROWS = 20;

export function verifyReport(
  { verdicts, outside, links, notPublished }: CheckedSite,
  { entries, missing }: ReadLedger,
  { file, site, today }: { readonly file: string; readonly site: string; readonly today: string },
): VerifyReport {
  const count = (state: VerifyState) => verdicts.filter((verdict) => verdict.state === state).length;
  const states = Object.fromEntries(VERIFY_STATES.map((state) => [state, count(state)])) as Record<
    VerifyState,
    number
  >;
  const withoutDigest = entries.filter(({ sha256 }) => sha256 === null).map(({ line }) => line);
  const differs = verdicts.some(({ state }) => !AS_APPROVED.has(state) && state !== "unread");
  const incomplete =
    missing.length > 0 || entries.length === 0 || withoutDigest.length > 0 || states.unread > 0;
  const result = differs ? "differs" : incomplete ? "incomplete" : "verified";
  return {
    schema: "secreview-verify/1",
    result,
    exitCode: { verified: EXIT.clean, differs: EXIT.findings, incomplete: EXIT.incomplete }[result],
    today,
    site: maskName(site),
    ledger: {
      file: maskName(file),
      rows: entries.length,
      missingColumns: missing,
      withoutDigest,
      notPublished,
    },
    totals: { files: verdicts.length, ...states, outside, links },
    files: verdicts.map((verdict) => ({ ...verdict, path: maskName(verdict.path) })),
  };
}

/** The page for people: what is wrong first, each file by name. */
export function verifyPage(report: VerifyReport, { verify, closing }: Wording): string {
  const { ledger, totals, files } = report;
  const wrong = VERIFY_STATES.filter((state) => !AS_APPROVED.has(state)).flatMap((state) => {
    const named = files.filter((file) => file.state === state);
    if (named.length === 0) return [];
    return [
      "",
      `${verify.state[state]}（${named.length}）`,
      ...named.map((file) => `  ${fileLine(file, verify)}`),
    ];
  });
  return [
    verify.title,
    verify.ledger(visible(ledger.file), ledger.rows),
    ...wrong,
    "",
    ...(ledger.missingColumns.length > 0
      ? [verify.noColumns(ledger.missingColumns.map(visible).join("、"))]
      : []),
    ...(ledger.withoutDigest.length > 0
      ? [verify.noDigest(ledger.withoutDigest.length, listed(ledger.withoutDigest))]
      : []),
    verify.counts(totals.files, totals.approved + totals["approved-text"], totals["approved-text"]),
    ...(totals.outside > 0 ? [verify.outside(totals.outside)] : []),
    ...(totals.links > 0 ? [verify.links(totals.links)] : []),
    ...(ledger.notPublished > 0 ? [verify.notPublished(ledger.notPublished)] : []),
    "",
    verify.result[report.result],
    verify.basis,
    `${closing}。`,
    "",
  ].join("\n");
}

/** Row numbers, the first of them. */
function listed(lines: readonly number[]): string {
  const rest = lines.length > MOST_ROWS ? " …" : "";
  return lines.slice(0, MOST_ROWS).join("、") + rest;
}

function fileLine({ path, row, reasons, sameText }: Verdict, verify: Wording["verify"]): string {
  const told = [
    ...(row === null ? [] : [verify.row(visible(row.id), row.line)]),
    ...reasons.map(({ code, who }) => verify.reason[code](visible(who ?? ""))),
    ...(sameText ? [verify.sameText] : []),
  ];
  return told.length === 0 ? visible(path) : `${visible(path)}：${told.join("；")}`;
}
