import { type FileReview, type Finding, type Report, UNREAD_CODES } from "../model/index.ts";
import { visible, type Wording, wording } from "../wording/index.ts";
import { type FormFile, type FormFinding, type FormSource, WITHHELD } from "./form-file.ts";

const UNREAD: ReadonlySet<string> = new Set(UNREAD_CODES);

/** The files of a report; skipped ones are counted only. */
export function fromReport(report: Report): FormSource {
  const words = wording("zh");
  const { tool, rules, today, unit, result, totals } = report;
  return {
    kind: "report",
    unit,
    checkedOn: today,
    tool: `${tool.name} ${tool.version}`,
    rules: rules.digest,
    broken: result === "failed" || result === "interrupted",
    skipped: totals.skipped,
    files: report.files.filter(({ status }) => status !== "skipped").map((file) => toFormFile(file, words)),
  };
}

function toFormFile(review: FileReview, words: Wording): FormFile {
  const { document, opinion, notices } = review;
  const withheld = isWithheld(review);
  const mark = document.classification;
  const shown = (text: string | null) => (withheld && text !== null ? WITHHELD : text);
  return {
    id: null,
    path: visible(review.path),
    container: review.container,
    withheld,
    title: withheld ? WITHHELD : document.title,
    documentNumber: shown(document.documentNumber),
    issuers:
      document.issuers.length > 0 ? document.issuers : document.issuer === null ? [] : [document.issuer],
    writtenDate: document.writtenDate,
    disclosure: document.disclosure,
    mark: mark && `${mark.level}${mark.term ? `★${mark.term}` : ""}（${words.classification[mark.state]}）`,
    lapsed: mark?.state === "expired" || mark?.state === "declassified",
    status: review.status,
    state: opinion.state,
    suggestion: opinion.suggestion,
    reasons: opinion.reasons,
    referTo: opinion.referTo,
    unread: notices
      .filter(({ code }) => UNREAD.has(code))
      .map(({ location, message }) => `${words.place(location)} ${message}`.trim()),
    findings: review.findings
      .filter(({ accepted }) => accepted === null)
      .map((one) => toFormFinding(one, words)),
    sha256: review.sha256,
    people: null,
  };
}

function toFormFinding(finding: Finding, words: Wording): FormFinding {
  const { severity, category, location, part, excerpt, message, basis, advice } = finding;
  return { severity, category, place: words.place(location, part), excerpt, message, basis, advice };
}

/** Whether the paper may be secret; the mask has withheld its elements then, and here nothing else may stand in for them. */
function isWithheld({ document, findings }: FileReview): boolean {
  return (
    document.classification !== null ||
    document.title === WITHHELD ||
    document.documentNumber === WITHHELD ||
    findings.some(
      ({ category, severity }) =>
        (category === "state-secret" && severity !== "info") ||
        (severity === "block" && (category === "telegram" || category === "restricted")),
    )
  );
}
