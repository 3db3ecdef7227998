import type { FileReview, Finding } from "../model/index.ts";
import { visible, wrapColumns } from "../wording/index.ts";
import { type FindingGroup, groupFindings } from "./arrange.ts";
import type { TerminalStyle } from "./terminal-style.ts";

/** Places of one rule in one file that are listed; the rest is counted, and stands in the report files. */
const MAX_PLACES = 8;

/** Makes the text about one file. Basis and advice of a rule are told the first time it fires, not again. */
export function createFileText(style: TerminalStyle): (review: FileReview) => string {
  const { words, strong } = style;
  const told = new Set<string>();
  return (review) => {
    const { opinion, status } = review;
    const verdict = [words.status[status], ...(status === "skipped" ? [] : [words.state[opinion.state]])];
    const advised = [
      ...(opinion.suggestion === null
        ? []
        : [`${words.report.suggestion}：${words.suggestion[opinion.suggestion]}`]),
      ...(opinion.referTo === null ? [] : [`${words.report.referTo}：${words.referral[opinion.referTo]}`]),
    ];
    const notices = review.notices.flatMap(({ location, message }) =>
      indent(`${visible(words.place(location))} ${visible(message)}`.trim(), 4, style),
    );
    const findings = groupFindings(review.findings).flatMap((group) => {
      const first = !told.has(group.lead.ruleId);
      told.add(group.lead.ruleId);
      return findingLines(group, first, style);
    });
    const heading = `  ${strong(visible(review.path))}　${verdict.join("，")}`;
    return `${[heading, ...advised.map((line) => `    ${line}`), ...notices, ...findings].join("\n")}\n\n`;
  };
}

function findingLines(
  { lead, findings, unlisted }: FindingGroup,
  first: boolean,
  style: TerminalStyle,
): string[] {
  const { words } = style;
  const { report } = words;
  const { accepted } = lead;
  const label = style.severity[lead.severity](`【${words.severity[lead.severity]}】`);
  const count = findings.length > 1 ? `（${report.times(findings.length)}）` : "";
  return [
    `    ${label} ${words.category[lead.category]}${count}`,
    ...indent(visible(lead.message), 6, style),
    ...(accepted === null
      ? []
      : indent(visible(report.acceptedBy(accepted.reviewer, accepted.date, accepted.reason)), 6, style)),
    ...findings.slice(0, MAX_PLACES).flatMap((finding) => indent(placeText(finding, style), 6, style)),
    ...(findings.length > MAX_PLACES ? indent(report.more(findings.length - MAX_PLACES), 6, style) : []),
    ...(unlisted > 0 ? indent(report.notListed(unlisted), 6, style) : []),
    ...(first ? lead.basis.flatMap((law) => indent(`${report.basis}：${visible(law)}`, 6, style)) : []),
    ...(first && lead.advice !== "" ? indent(`${report.advice}：${visible(lead.advice)}`, 6, style) : []),
  ];
}

function placeText({ location, part, channel, via, excerpt }: Finding, { words }: TerminalStyle): string {
  const remarks = [
    ...(channel === null ? [] : [`${words.report.hiddenContent}：${words.channel[channel]}`]),
    ...(via === "ocr" ? [words.report.viaOcr] : []),
  ];
  const remark = remarks.length === 0 ? "" : `（${remarks.join("，")}）`;
  return `· ${words.place(location, part)}${remark}　${visible(excerpt)}`;
}

function indent(text: string, blanks: number, { columns }: TerminalStyle): string[] {
  return wrapColumns(text, columns - blanks).map((line) => " ".repeat(blanks) + line);
}
