import type { FileReview, Finding, ReportHead } from "../model/index.ts";
import { BYTE_ORDER_MARK, type CsvValue, csvLine, type Wording, wording } from "../wording/index.ts";
import { baselineLine } from "./baseline-line.ts";
import type { CreateReporter } from "./reporter.ts";

/** One row per finding, one per notice, and one for a file that has neither: no file is missing from the table. */
export const createCsvReporter: CreateReporter = (sink, { lang }) => {
  const words = wording(lang);
  let head: ReportHead | undefined;
  return {
    begin(given) {
      head = given;
      sink(BYTE_ORDER_MARK + csvLine(csvHeader(words)));
    },
    file: (review) => sink(rowsOf(review, words).map(csvLine).join("")),
    end(tail) {
      const baseline = head === undefined ? null : baselineLine(head, tail, words);
      if (baseline !== null)
        sink(csvLine(row(words, null, { kind: words.report.baseline, message: baseline })));
      const message = `${words.result[tail.result]}。${words.closing}`;
      sink(csvLine(row(words, null, { kind: words.report.conclusion, message })));
    },
  };
};

/** The first line of the table; a CSV file that starts with it is ours. */
export function csvHeader({ report }: Wording): string[] {
  return [
    report.file,
    report.container,
    report.status,
    report.state,
    report.kind,
    report.severity,
    report.category,
    report.place,
    report.hiddenContent,
    report.excerpt,
    report.message,
    report.basis,
    report.advice,
    report.rule,
    "SHA-256",
  ];
}

interface Cells {
  readonly kind: string;
  readonly severity?: string;
  readonly category?: string;
  readonly place?: string;
  readonly hidden?: string;
  readonly excerpt?: string;
  readonly message: string;
  readonly basis?: string;
  readonly advice?: string;
  readonly rule?: string;
}

function row(words: Wording, review: FileReview | null, cells: Cells): CsvValue[] {
  return [
    review?.path ?? null,
    review?.container ?? null,
    review === null ? null : words.status[review.status],
    review === null || review.status === "skipped" ? null : words.state[review.opinion.state],
    cells.kind,
    cells.severity ?? null,
    cells.category ?? null,
    cells.place ?? null,
    cells.hidden ?? null,
    cells.excerpt ?? null,
    cells.message,
    cells.basis ?? null,
    cells.advice ?? null,
    cells.rule ?? null,
    // An all-digit hash with one `e` would be read as a number.
    review?.sha256 == null ? null : `sha256:${review.sha256}`,
  ];
}

function rowsOf(review: FileReview, words: Wording): CsvValue[][] {
  const rows = [
    ...review.notices.map(({ location, message }) =>
      row(words, review, { kind: words.report.notices, place: words.place(location), message }),
    ),
    ...review.findings.map((finding) => row(words, review, findingCells(finding, words))),
  ];
  if (rows.length > 0) return rows;
  return [row(words, review, { kind: words.report.state, message: words.state[review.opinion.state] })];
}

function findingCells(finding: Finding, words: Wording): Cells {
  const { accepted, channel } = finding;
  const remarks = [
    ...(accepted === null
      ? []
      : [words.report.acceptedBy(accepted.reviewer, accepted.date, accepted.reason)]),
    ...(finding.more > 0 ? [words.report.notListed(finding.more)] : []),
  ];
  return {
    kind: words.report.findings,
    severity: words.severity[finding.severity],
    category: words.category[finding.category],
    place: words.place(finding.location, finding.part),
    hidden: channel === null ? "" : words.channel[channel],
    excerpt: finding.excerpt,
    message: finding.message + remarks.map((remark) => `（${remark}）`).join(""),
    basis: finding.basis.join("；"),
    advice: finding.advice,
    rule: finding.ruleId,
  };
}
