import type { FileReview, Preview, ReviewNotice } from "../../model/index.ts";
import type { Wording } from "../../wording/index.ts";
import { groupFindings, groupOf } from "../arrange.ts";
import { anatomySection } from "./anatomy.ts";
import { decisionButton } from "./decide.ts";
import { findingItem } from "./finding.ts";
import { html, type Markup, pathMarkup } from "./markup.ts";
import { previewSection } from "./preview.ts";

/** The part of the page about one file. A file not examined in full is marked so that no filter hides it. */
export function fileSection(review: FileReview, id: string, preview: Preview | null, words: Wording): Markup {
  const groups = groupFindings(review.findings);
  const filtering =
    groupOf(review) === "unread" ? html`data-always` : html`data-filter data-status="${review.status}"`;
  return html`<article class="file" id="${id}" ${filtering} data-path="${review.path}" data-sha256="${review.sha256 ?? ""}">
<header>
<h3>${pathMarkup(review.path)}</h3>
<p class="badges"><span class="badge status-${review.status}">${words.status[review.status]}</span>
<span class="badge state-${review.opinion.state}">${words.state[review.opinion.state]}</span></p>
<p class="facts">${facts(review, words)}</p>
</header>
${noticeList(review.notices, words)}
${opinionList(review, words)}
${review.status === "skipped" ? null : decisionButton("file", words)}
${
  groups.length === 0
    ? null
    : html`<h4>${words.report.findings}</h4>
<ul class="finding-list">${groups.map((group) => findingItem(group, words))}</ul>`
}
${previewSection(review, preview, words)}
${anatomySection(review.document, words)}
</article>
`;
}

function facts({ format, pages, bytes, container, sha256 }: FileReview, { report }: Wording): Markup {
  const known = [
    format === null ? null : html`<span>${format}</span>`,
    pages === null ? null : html`<span>${report.pages(pages)}</span>`,
    bytes === null ? null : html`<span>${report.bytes(bytes)}</span>`,
    container === null ? null : html`<span>${report.container}：${pathMarkup(container)}</span>`,
    sha256 === null ? null : html`<span class="hash">SHA-256 ${sha256}</span>`,
  ];
  return html`${known}`;
}

function noticeList(notices: readonly ReviewNotice[], words: Wording): Markup | null {
  if (notices.length === 0) return null;
  const items = notices.map(({ location, message }) => {
    const place = words.place(location);
    return html`<li>${place === "" ? null : html`<span class="place">${place}</span> `}${message}</li>`;
  });
  return html`<div class="notices"><h4>${words.report.notices}</h4><ul>${items}</ul></div>`;
}

function opinionList({ opinion, status }: FileReview, words: Wording): Markup | null {
  if (status === "skipped") return null;
  const { report, suggestion, referral } = words;
  const reasons = opinion.reasons.map((reason) => html`<li>${reason}</li>`);
  return html`<dl class="opinion">
<div><dt>${report.suggestion}</dt><dd>${opinion.suggestion === null ? html`<span class="muted">${report.noSuggestion}</span>` : suggestion[opinion.suggestion]}</dd></div>
${opinion.referTo === null ? null : html`<div><dt>${report.referTo}</dt><dd>${referral[opinion.referTo]}</dd></div>`}
${reasons.length === 0 ? null : html`<div><dt>${report.reasons}</dt><dd><ul>${reasons}</ul></dd></div>`}
</dl>`;
}
