import { Chalk } from "chalk";
import { type FileReview, type ReportHead, type ReportTail, SEVERITIES } from "../model/index.ts";
import { FILE_GROUPS, type FileGroup, type Lang, visible, wording, wrapColumns } from "../wording/index.ts";
import { arrange } from "./arrange.ts";
import { baselineLine } from "./baseline-line.ts";
import { afterTheTail, type CreateReporter, type Sink } from "./reporter.ts";
import { ruleChangeLines } from "./rule-changes.ts";
import { createFileText } from "./terminal-file.ts";
import type { TerminalStyle } from "./terminal-style.ts";
import { fileTable } from "./terminal-table.ts";

/** Longer lines are hard to follow. */
const MAX_COLUMNS = 96;
/** Below this wrapping makes a text harder to read, not easier. */
const MIN_COLUMNS = 60;

/** The page a clerk sees: the conclusion, all files at a glance, then each file with something to say. Waits for the tail. */
export const createTerminalReporter: CreateReporter = (sink, { lang, colour = false, columns }) => {
  const style = createStyle(lang, colour, columns);
  return afterTheTail(({ head, reviews, tail }) => {
    const groups = arrange(reviews);
    sink(title(head, style));
    sink(fileTable(groups, style));
    tellFiles(sink, groups, style);
    sink(conclusion(head, tail, style));
  });
};

function createStyle(lang: Lang, colour: boolean, columns = MAX_COLUMNS): TerminalStyle {
  const chalk = new Chalk({ level: colour ? 1 : 0 });
  return {
    words: wording(lang),
    strong: chalk.bold,
    faint: chalk.dim,
    severity: { block: chalk.red.bold, review: chalk.yellow, info: chalk.blue },
    columns: Math.max(MIN_COLUMNS, Math.min(columns, MAX_COLUMNS)),
  };
}

function title(head: ReportHead, { words, strong, faint }: TerminalStyle): string {
  const { report } = words;
  const about = [
    ...(head.unit === null ? [] : [`${report.unit}：${visible(head.unit)}`]),
    `${report.date}：${head.today}`,
    `${report.scope}：${head.roots.map(visible).join("、")}`,
  ];
  const changes = ruleChangeLines(head, words).map((line) => `${visible(line)}\n`);
  const told = changes.length > 0 ? `${strong(report.ruleChanges)}\n${changes.join("")}\n` : "";
  return `\n${strong(report.title)}\n${faint(about.join("　"))}\n\n${told}`;
}

/** Files that are merely quiet or skipped are in the table; told in full are those a person has to act on. */
function tellFiles(
  sink: Sink,
  groups: ReadonlyMap<FileGroup, readonly FileReview[]>,
  style: TerminalStyle,
): void {
  const { words, strong } = style;
  const fileText = createFileText(style);
  for (const group of FILE_GROUPS) {
    const files = (groups.get(group) ?? []).filter(
      ({ notices, findings }) => notices.length + findings.length > 0,
    );
    if (files.length === 0) continue;
    sink(`${strong(`${words.report.group[group]}（${files.length}）`)}\n\n`);
    for (const review of files) sink(fileText(review));
  }
}

function conclusion(head: ReportHead, tail: ReportTail, { words, strong, columns }: TerminalStyle): string {
  const { result, totals } = tail;
  const baseline = baselineLine(head, tail, words);
  const { report, status } = words;
  const sum = (["examined", "partial", "unexamined", "skipped"] as const)
    .map((name) => `${status[name]} ${totals[name]}`)
    .join(" + ");
  const further = [
    [report.members, totals.members],
    [report.imagesUnread, totals.imagesUnread],
    [report.accepted, totals.accepted],
  ] as const;
  const steps = report.steps(totals).flatMap((step, index) => {
    const number = `${index + 1}. `;
    return wrapColumns(step, columns - 5).map((line, at) => `  ${at === 0 ? number : "   "}${line}`);
  });
  return [
    strong(`${report.conclusion}：${words.result[result]}`),
    words.meaning[result],
    `${report.found} ${totals.found} = ${sum}`,
    SEVERITIES.map((severity) => `${words.severity[severity]} ${totals[severity]}`).join("　"),
    ...further.filter(([, count]) => count > 0).map(([label, count]) => `${label} ${count}`),
    ...(baseline === null ? [] : [`${report.baseline}：${visible(baseline)}`]),
    "",
    strong(report.nextSteps),
    ...steps,
    "",
    ...wrapColumns(report.keep, columns),
    strong(`${words.closing}。`),
    "",
  ].join("\n");
}
