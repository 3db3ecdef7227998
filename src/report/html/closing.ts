import type { ReportHead, ReportTail } from "../../model/index.ts";
import type { Wording } from "../../wording/index.ts";
import { html, type Markup, pathMarkup } from "./markup.ts";
import type { NumberedReview } from "./overview.ts";

/** Skipped files: path and reason, one line each. */
export function skippedTable(files: readonly NumberedReview[]): Markup {
  return html`<table class="skipped"><tbody>${files.map(
    ({ review, id }) =>
      html`<tr id="${id}" data-filter data-status="skipped"><th scope="row">${pathMarkup(review.path)}</th><td>${review.notices.map(({ message }) => message).join(" ")}</td></tr>
`,
  )}</tbody></table>`;
}

/** The foot of the page: what the tool cannot see, and with what it looked. */
export function closing(head: ReportHead, tail: ReportTail, words: Wording): Markup {
  const { report } = words;
  const { tool, rules } = head;
  const particulars: readonly (readonly [string, string])[] = [
    [report.tool, `${tool.name} ${tool.version}`],
    [report.segmenter, tool.segmenter ?? report.none],
    [report.rules, rules.digest],
    ...rules.dictionaries.map(({ name, rules: count }) => [name, report.ruleCount(count)] as const),
    [report.config, head.config ?? report.none],
    [report.startedAt, head.startedAt],
    [report.finishedAt, tail.finishedAt],
    [
      report.thresholds,
      Object.entries(head.limits)
        .map(([name, value]) => `${name} ${value}`)
        .join(" · "),
    ],
  ];
  return html`<section class="limits" aria-labelledby="limits"><h2 id="limits">${report.limits}</h2>
<ul>${report.blindSpots.map((blindSpot) => html`<li>${blindSpot}</li>`)}</ul>
<p class="closing">${words.closing}。</p>
<p>${report.keep}</p></section>
<section class="particulars" aria-labelledby="particulars"><h2 id="particulars">${report.particulars}</h2>
<dl>${particulars.map(([name, value]) => html`<div><dt>${name}</dt><dd>${value}</dd></div>`)}</dl></section>
`;
}
