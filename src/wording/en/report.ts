import type { Totals } from "../../model/index.ts";
import type { ReportPhrases } from "../report-phrases.ts";

function steps(totals: Totals): string[] {
  const list: string[] = [];
  if (totals.unexamined + totals.partial > 0)
    list.push(
      "Begin with the files not examined, or not in full: each says why and what to do. Check again; do not publish them before.",
    );
  if (totals.block > 0)
    list.push(
      "Hold back files with “block”: compare each place with the original and do what the advice says. If in doubt, refer it as shown.",
    );
  if (totals.review > 0)
    list.push(
      "Places marked “review” are judged one by one by the secrecy reviewer, who writes down the grounds.",
    );
  if (totals.info > 0) list.push("“Info” is worth a look, no more.");
  if (totals.skipped > 0)
    list.push(
      `Look through the ${totals.skipped} skipped file(s) and make sure they are not to be published.`,
    );
  list.push(
    "Write the opinions into the ledger and finish the approval before publishing; check changed files again.",
  );
  return list;
}

export const report: ReportPhrases = {
  title: "Secrecy check before disclosure",
  subtitle: "An aid for the secrecy reviewer, not a decision",
  unit: "Unit",
  date: "Date of the check",
  scope: "Checked",
  conclusion: "Result",
  counts: "Figures",
  found: "Files found",
  members: "Files inside archives and documents",
  imagesUnread: "Pictures whose text was not read",
  accepted: "Accepted earlier by a person",
  nextSteps: "What to do next",
  steps,
  overview: "Files at a glance",
  file: "File",
  status: "Status",
  state: "Opinion",
  findings: "Findings",
  suggestion: "Suggested decision",
  noSuggestion: "left to the reviewer",
  referTo: "Refer to",
  reasons: "Grounds",
  anatomy: "Elements of the document",
  anatomyAbsent: "Not found",
  notices: "Not examined, and remarks",
  place: "Place",
  excerpt: "Excerpt (masked)",
  basis: "Legal basis",
  advice: "What to do",
  category: "Category",
  severity: "Severity",
  message: "Message",
  hiddenContent: "Hidden content",
  viaOcr: "from text recognition",
  container: "Inside",
  kind: "Kind",
  rule: "Rule",
  pages: (count) => `${count} page(s)`,
  bytes: (count) =>
    count < 1024
      ? `${count} B`
      : count < 2 ** 20
        ? `${Math.round(count / 1024)} KB`
        : `${(count / 2 ** 20).toFixed(1)} MB`,
  times: (count) => `${count} place(s)`,
  more: (count) => `${count} more, see the report file`,
  notListed: (count) => `${count} more of the same kind not listed one by one`,
  acceptedBy: (reviewer, date, reason) => `accepted by ${reviewer} on ${date}: ${reason}`,
  statedOpen:
    "the document states 主动公开, all of it was read, and nothing that needs handling was found (《中华人民共和国政府信息公开条例》第十三条)",
  notCounted: (accepted) =>
    `${accepted} more finding(s) accepted earlier by a person do not count here; see each for who and why`,
  baseline: "Baseline",
  baselineUsed: (file, entries, invalid, accepted) =>
    `${file}: ${entries} entries${invalid > 0 ? `, ${invalid} expired or invalid` : ""}; ${accepted} finding(s) accepted in this run`,
  expires: (date) => `until ${date}`,
  group: {
    unread: "Not examined, or not in full",
    doubtful: "Files with doubts",
    quiet: "Files without marks",
    skipped: "Skipped files",
  },
  groupNote: {
    unread: "These files, or parts of them, were not read. Do not take them for files without problems.",
    doubtful: "Look at “block” first, then at “review”. Excerpts are masked; compare with the original.",
    quiet:
      "No problem of mark or form was found. Whether the content is secret is still for people to judge.",
    skipped: "Not examined, by setting or by kind of file. Make sure they are not to be published.",
  },
  filter: "Filter",
  search: "Search names and text",
  all: "all",
  reset: "show all",
  shown: "{shown} of {total} files shown.",
  alwaysShown: "Files not examined, or not in full, are always shown.",
  furtherPlaces: (count) => `${count} further places`,
  reviewer: "Reviewer",
  exportDecisions: "Export decisions",
  expandAll: "Expand all",
  collapseAll: "Collapse all",
  decided: "{count} recorded. They are kept on this page only: export them before you close it.",
  reviewerMissing: "Enter the reviewer's name first.",
  reasonMissing: "One decision has no reason yet.",
  decision: "Decision",
  verdict: { 属实: "Real", 误报: "False alarm", 已处理: "Dealt with" },
  opinion: "Opinion",
  reason: "Reason",
  decide: "Record a decision",
  giveOpinion: "Record an opinion",
  preview: "Preview",
  previewRefused: {
    unread: "This file was not read in full; no preview is shown.",
    withheld:
      "This file may be secret, or is not for others to have; no preview is shown. Look at it only where that is allowed.",
    unplaced:
      "Not everything that has to be covered was found again on the page; no preview is shown. Look at the file itself.",
    unpainted: "No preview of this file could be made. Look at the file itself.",
    enough: "Enough files have a preview; this one has none. Scan it on its own to see it.",
  },
  previewOf: (place) => `Preview of ${place}, personal data covered`,
  previewPages:
    "Red frames show what was found; grey boxes cover personal data, long numbers and hidden text. Only text and rules are painted: pictures, seals, annotations and form fields are not, and characters of fonts that are not embedded show as black boxes.",
  previewOmitted: (count) => ` Pages with findings that are not shown: ${count}.`,
  previewText:
    "Words that findings name are highlighted; asterisks stand for personal data, long numbers and hidden text. Body and tables only: pictures, headers, footers and comments are left out.",
  previewCut: " The text is long; the rest is left out.",
  signatures: "Signatures",
  signers: ["Reviewer", "Head of secrecy review", "Leader in charge"],
  signedOn: "Date",
  limits: "What this tool cannot see",
  blindSpots: [
    "Secret content without a mark: only people who know the subject can judge that.",
    "Files marked “not examined” or “partly examined”, and pictures whose text was not read.",
    "Documents that are harmless one by one and secret together.",
    "It works with word lists and forms: other spellings, code names and short forms may be missed, and some findings are false.",
    "Speech, video and what a photograph shows; the handling of computers and storage media.",
  ],
  keep: "This report says where sensitive content stands: keep it as an internal paper and do not publish it.",
  particulars: "Tool and rules of this check",
  tool: "Tool",
  segmenter: "Segmenter",
  rules: "Rules digest",
  ruleCount: (count) => `${count} rules`,
  ruleChanges: "Rules switched off or weighed otherwise",
  ruleChange: (id, severity, reason) =>
    `${id === "*" ? "all other rules" : id}: ${severity === null ? "off, not looked for" : `set to “${severity}”`}${reason ? ` (${reason})` : ""}`,
  config: "Settings",
  none: "none",
  startedAt: "Started",
  finishedAt: "Finished",
  thresholds: "Reading limits",
};
