import type { FileReview, Finding, LedgerFacts, LedgerRow } from "../model/index.ts";
import { visible, type Wording, wording } from "../wording/index.ts";
import { FINDING_COLUMNS, type FindingKey, LEDGER_COLUMNS, type LedgerKey } from "./columns.ts";
import { genreOf } from "./genre.ts";
import { addWorkingDays } from "./working-days.ts";

/** 政府信息公开条例 art. 26: to be published within 20 working days. */
export const PUBLISH_WORKING_DAYS = 20;
/** 武政办发〔2020〕75号 art. 12: to be answered within five working days. */
export const REPLY_WORKING_DAYS = 5;
/** Places listed in a row; the sheet 检出问题 has them all. */
const MAX_POINTS = 8;

type Cell = string | number | null;

/** The draft row of a file: machine columns filled, people's empty. Masked strings stay as they arrive. */
export function draftRow(review: FileReview, facts: LedgerFacts, id: string): LedgerRow {
  const words = wording("zh");
  const { document, opinion, findings } = review;
  // A nought on a file nobody has read would claim that somebody looked.
  const unread = review.status === "unexamined" && findings.length === 0;
  const count = (severity: Finding["severity"]) =>
    unread
      ? null
      : findings.filter((finding) => finding.severity === severity && finding.accepted === null).length;
  const filled: Record<LedgerKey, Cell> = {
    id,
    state: words.ledger.draft,
    registered: facts.today,
    path: review.path,
    container: review.container,
    previous: null,
    title: document.title,
    documentNumber: document.documentNumber ?? words.ledger.noNumber,
    issuer: document.issuer,
    jointIssuers: document.issuers.length > 1 ? document.issuers.join("、") : null,
    genre: genreOf(document.title),
    writtenDate: document.writtenDate,
    printedDate: document.printedDate,
    level: document.classification?.level ?? null,
    term: document.classification?.term ?? null,
    expires: document.classification?.expires ?? null,
    classificationState:
      document.classification === null ? null : words.classification[document.classification.state],
    urgency: document.urgency,
    disclosure: document.disclosure,
    status: words.status[review.status],
    opinionState: words.state[opinion.state],
    unread: noticeLines(review, words),
    suggestion: opinion.suggestion,
    reasons: lines(opinion.reasons),
    block: count("block"),
    review: count("review"),
    info: count("info"),
    points: pointLines(findings, words),
    referTo: opinion.referTo === null ? null : words.referral[opinion.referTo],
    replyDue: null,
    publishDue:
      document.writtenDate === null
        ? null
        : addWorkingDays(document.writtenDate, facts.publishDays ?? PUBLISH_WORKING_DAYS, facts),
    format: review.format,
    bytes: review.bytes,
    pages: review.pages,
    sha256: prefixed(review.sha256),
    textSha256: prefixed(review.textSha256),
    tool: `secreview ${facts.toolVersion}`,
    rules: facts.rulesDigest,
  };
  const people = LEDGER_COLUMNS.filter(({ fill }) => fill === "people").map(({ key }) => [key, null]);
  return { ...Object.fromEntries(people), ...filled, operator: facts.operator };
}

/** One row of the sheet 检出问题 per finding; `id` is the row of its file. */
export function findingRow({ path }: FileReview, finding: Finding, id: string): LedgerRow {
  const words = wording("zh");
  const { accepted, channel } = finding;
  const filled: Record<FindingKey, Cell> = {
    id,
    path,
    severity: words.severity[finding.severity],
    category: words.category[finding.category],
    place: words.place(finding.location, finding.part),
    channel: channel === null ? null : words.channel[channel],
    excerpt: finding.excerpt,
    message:
      finding.more > 0 ? `${finding.message}（${words.report.notListed(finding.more)}）` : finding.message,
    basis: lines(finding.basis),
    advice: finding.advice,
    rule: finding.ruleId,
    standing: words.ledger.found,
    fingerprint: finding.fingerprint,
    accepted:
      accepted === null ? null : words.report.acceptedBy(accepted.reviewer, accepted.date, accepted.reason),
  };
  const people = FINDING_COLUMNS.filter(({ fill }) => fill === "people").map(({ key }) => [key, null]);
  return { ...Object.fromEntries(people), ...filled };
}

/** Several sentences in one cell, one a line: only breaks of ours are breaks. */
function lines(sentences: readonly string[]): string | null {
  return sentences.length === 0 ? null : sentences.map(visible).join("\n");
}

function noticeLines({ notices }: FileReview, words: Wording): string | null {
  return lines(notices.map(({ location, message }) => `${words.place(location)} ${message}`.trim()));
}

/** The places a person has to judge, worst first, each with its masked excerpt. */
function pointLines(findings: readonly Finding[], words: Wording): string | null {
  const standing = findings.filter(({ severity, accepted }) => severity !== "info" && accepted === null);
  const points = [
    ...standing.filter(({ severity }) => severity === "block"),
    ...standing.filter(({ severity }) => severity === "review"),
  ];
  const told = points
    .slice(0, MAX_POINTS)
    .map(
      ({ severity, location, part, excerpt }) =>
        `【${words.severity[severity]}】${words.place(location, part)}　${excerpt}`,
    );
  const rest = points.length - told.length;
  return lines(rest > 0 ? [...told, words.report.notListed(rest)] : told);
}

/** An all-digit hash with one `e` would be read as a number. */
function prefixed(hash: string | null): string | null {
  return hash === null ? null : `sha256:${hash}`;
}
