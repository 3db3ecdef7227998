import { CATEGORIES, type FileReview, SEVERITIES } from "../../model/index.ts";
import type { FileGroup, Wording } from "../../wording/index.ts";
import { countOf } from "../arrange.ts";
import { html, type Markup, pathMarkup } from "./markup.ts";

export interface NumberedReview {
  readonly review: FileReview;
  /** The id of its section on the page. */
  readonly id: string;
}

/** The table of all files but the skipped, in the order of the page; each row leads to the file's own part. */
export function overview(files: readonly NumberedReview[], words: Wording): Markup | null {
  if (files.length === 0) return null;
  const { report } = words;
  return html`<section aria-labelledby="overview"><h2 id="overview">${report.overview}</h2>
<table class="overview"><thead><tr><th scope="col">${report.file}</th><th scope="col">${report.status}</th><th scope="col">${report.state}</th>${SEVERITIES.map((severity) => html`<th scope="col" class="count">${words.severity[severity]}</th>`)}</tr></thead>
<tbody>${files.map((file) => overviewRow(file, words))}</tbody></table></section>
`;
}

function overviewRow({ review, id }: NumberedReview, words: Wording): Markup {
  const counts = SEVERITIES.map((severity) => {
    const count = countOf(review.findings, severity);
    const label = words.severity[severity];
    // A nought would claim that somebody looked.
    const shown = review.status === "unexamined" && count === 0 ? "—" : count;
    return html`<td class="count ${severity}${count === 0 ? " zero" : ""}" data-label="${label}">${shown}</td>`;
  });
  return html`<tr data-row-of="${id}"><th scope="row"><a href="#${id}">${pathMarkup(review.path)}</a></th><td><span class="badge status-${review.status}">${words.status[review.status]}</span></td><td>${words.state[review.opinion.state]}</td>${counts}</tr>
`;
}

/** The tool bar; hidden until the script runs, so that no dead control is ever shown. */
export function filterBar(files: readonly NumberedReview[], words: Wording): Markup {
  const { report } = words;
  const found = new Set(files.flatMap(({ review }) => review.findings.map(({ category }) => category)));
  const categories = CATEGORIES.filter((category) => found.has(category));
  return html`<div id="filter" role="search" hidden>
<label>${report.search} <input id="filter-search" type="search" autocomplete="off" spellcheck="false"></label>
${select(
  "severity",
  report.severity,
  SEVERITIES.map((severity) => [severity, words.severity[severity]]),
  words,
)}
${select(
  "category",
  report.category,
  categories.map((category) => [category, words.category[category]]),
  words,
)}
${select(
  "status",
  report.status,
  [
    ["examined", words.status.examined],
    ["skipped", words.status.skipped],
  ],
  words,
)}
<button id="filter-reset" type="button">${report.reset}</button>
<p id="filter-count" role="status" data-text="${report.shown}" data-always="${report.alwaysShown}"></p>
</div>
`;
}

type Choice = readonly [value: string, label: string];

function select(name: string, label: string, choices: readonly Choice[], words: Wording): Markup {
  const options = choices.map(([value, text]) => html`<option value="${value}">${text}</option>`);
  return html`<label>${label} <select id="filter-${name}"><option value="">${words.report.all}</option>${options}</select></label>
`;
}

/** Heading and note of a group of files. */
export function groupHeading(group: FileGroup, count: number, words: Wording): Markup {
  return html`<h2 id="group-${group}">${words.report.group[group]} <span class="muted">${count}</span></h2>
<p class="muted">${words.report.groupNote[group]}</p>
`;
}
