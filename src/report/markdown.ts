import { type FileReview, type ReportHead, type ReportTail, SEVERITIES } from "../model/index.ts";
import { FILE_GROUPS, visible, type Wording, wording } from "../wording/index.ts";
import { arrange, countOf, type FindingGroup, groupFindings } from "./arrange.ts";
import { baselineLine } from "./baseline-line.ts";
import { MARKDOWN_MARKER } from "./marker.ts";
import { afterTheTail, type CreateReporter } from "./reporter.ts";
import { ruleChangeLines } from "./rule-changes.ts";

/** For pull requests and wikis. Waits for the tail, so that what was not examined comes first. */
export const createMarkdownReporter: CreateReporter = (sink, { lang }) => {
  const words = wording(lang);
  return afterTheTail(({ head, reviews, tail }) => {
    const groups = arrange(reviews);
    sink(opening(head, tail, words));
    for (const group of FILE_GROUPS) {
      const files = groups.get(group) ?? [];
      if (files.length === 0) continue;
      sink(`## ${words.report.group[group]} (${files.length})\n\n${words.report.groupNote[group]}\n\n`);
      for (const review of files) sink(fileText(review, words));
    }
    sink(ending(words));
  });
};

/** Marks that Markdown (CommonMark, GFM) would act on, among them the starts of bare links and mentions. */
const ACTING = /[\\`*_[\]<>#|~&!$@]|:(?=\/\/)|(?<=www)\./giu;

/** Hostile text as plain inline Markdown. */
function plain(text: string): string {
  return visible(text).replace(ACTING, (mark) => `\\${mark}`);
}

function opening(head: ReportHead, tail: ReportTail, words: Wording): string {
  const { result, totals } = tail;
  const baseline = baselineLine(head, tail, words);
  const { report, status, severity } = words;
  const sum = (["examined", "partial", "unexamined", "skipped"] as const)
    .map((name) => `${status[name]} ${totals[name]}`)
    .join(" + ");
  return [
    MARKDOWN_MARKER,
    `# ${report.title}`,
    "",
    `- ${report.date}：${head.today}`,
    ...(head.unit === null ? [] : [`- ${report.unit}：${plain(head.unit)}`]),
    `- ${report.scope}：${head.roots.map(plain).join("、")}`,
    ...ruleChangeLines(head, words).map((line) => `- ${report.ruleChanges}：${plain(line)}`),
    ...(baseline === null ? [] : [`- ${report.baseline}：${plain(baseline)}`]),
    `- ${report.found} ${totals.found} = ${sum}`,
    `- ${SEVERITIES.map((name) => `${severity[name]} ${totals[name]}`).join("，")}`,
    "",
    `**${report.conclusion}：${words.result[result]}**　${words.meaning[result]}`,
    "",
    `## ${report.nextSteps}`,
    "",
    ...report.steps(totals).map((step, index) => `${index + 1}. ${step}`),
    "",
    "",
  ].join("\n");
}

function fileText(review: FileReview, words: Wording): string {
  const { report, status, state, suggestion, referral } = words;
  const { opinion, notices, findings } = review;
  const counts = SEVERITIES.map((severity) => `${words.severity[severity]} ${countOf(findings, severity)}`);
  return [
    `### ${plain(review.path)}`,
    "",
    `- ${report.status}：${status[review.status]}`,
    `- ${report.state}：${state[opinion.state]}（${counts.join("，")}）`,
    ...(opinion.suggestion === null ? [] : [`- ${report.suggestion}：${suggestion[opinion.suggestion]}`]),
    ...(opinion.referTo === null ? [] : [`- ${report.referTo}：${referral[opinion.referTo]}`]),
    ...opinion.reasons.map((reason) => `- ${report.reasons}：${plain(reason)}`),
    ...notices.map(({ location, message }) => `- ${plain(`${words.place(location)} ${message}`.trim())}`),
    "",
    ...groupFindings(findings).flatMap((group) => findingLines(group, words)),
    "",
  ].join("\n");
}

function findingLines({ lead, findings, unlisted }: FindingGroup, words: Wording): string[] {
  const { report } = words;
  const { accepted } = lead;
  return [
    `#### ${words.severity[lead.severity]}：${words.category[lead.category]}`,
    "",
    plain(lead.message),
    "",
    ...(accepted === null
      ? []
      : [plain(report.acceptedBy(accepted.reviewer, accepted.date, accepted.reason)), ""]),
    ...findings.map(({ location, part, channel, excerpt }) => {
      const hidden = channel === null ? "" : `（${words.channel[channel]}）`;
      return `- ${plain(words.place(location, part))}${hidden} ${plain(excerpt)}`;
    }),
    ...(unlisted > 0 ? [`- ${report.notListed(unlisted)}`] : []),
    "",
    ...lead.basis.map((law) => `${report.basis}：${plain(law)}\n`),
    ...(lead.advice === "" ? [] : [`${report.advice}：${plain(lead.advice)}`, ""]),
  ];
}

function ending(words: Wording): string {
  const { report } = words;
  const spots = report.blindSpots.map((spot) => `- ${spot}`).join("\n");
  return `## ${report.limits}\n\n${spots}\n\n${report.keep}\n\n**${words.closing}。**\n`;
}
