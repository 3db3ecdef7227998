import { type ReportHead, type ReportTail, SEVERITIES, type Status } from "../../model/index.ts";
import type { Wording } from "../../wording/index.ts";
import { baselineLine } from "../baseline-line.ts";
import { ruleChangeLines } from "../rule-changes.ts";
import { html, type Markup } from "./markup.ts";

const STATUSES: readonly Status[] = ["examined", "partial", "unexamined", "skipped"];

/** The top of the page: who and when, the conclusion in words, the figures, and what to do next. */
export function summary(head: ReportHead, tail: ReportTail, words: Wording): Markup {
  const { report } = words;
  const changes = ruleChangeLines(head, words);
  const baseline = baselineLine(head, tail, words);
  return html`<header class="masthead">
<h1>${report.title}</h1>
<p class="subtitle">${report.subtitle}</p>
<dl class="about">
${head.unit === null ? null : html`<div><dt>${report.unit}</dt><dd>${head.unit}</dd></div>`}
<div><dt>${report.date}</dt><dd>${head.today}</dd></div>
<div><dt>${report.scope}</dt><dd>${head.roots.join("、")}</dd></div>
${changes.length === 0 ? null : html`<div><dt>${report.ruleChanges}</dt><dd>${changes.join("；")}</dd></div>`}
${baseline === null ? null : html`<div><dt>${report.baseline}</dt><dd>${baseline}</dd></div>`}
</dl>
</header>
<section class="verdict ${tail.result}" aria-labelledby="conclusion">
<h2 id="conclusion" class="label">${report.conclusion}</h2>
<p class="result">${words.result[tail.result]}</p>
<p>${words.meaning[tail.result]}</p>
<p class="closing">${words.closing}。</p>
</section>
${figures(tail, words)}
<section aria-labelledby="next"><h2 id="next">${report.nextSteps}</h2>
<ol class="steps">${report.steps(tail.totals).map((step) => html`<li>${step}</li>`)}</ol></section>
`;
}

/** `found = examined + partial + unexamined + skipped`, as a sum the reader can check. */
function figures({ totals }: ReportTail, words: Wording): Markup {
  const { report } = words;
  const further: readonly (readonly [string, number])[] = [
    [report.members, totals.members],
    [report.imagesUnread, totals.imagesUnread],
    [report.accepted, totals.accepted],
  ];
  return html`<section aria-labelledby="counts"><h2 id="counts">${report.counts}</h2>
<div class="figures">
<div class="sum">${figure("found", report.found, totals.found)}<span class="sign">=</span>${STATUSES.map(
    (status, index) => [
      index === 0 ? null : html`<span class="sign">+</span>`,
      figure(status, words.status[status], totals[status]),
    ],
  )}</div>
<div class="severities">${SEVERITIES.map((severity) => figure(severity, words.severity[severity], totals[severity]))}</div>
</div>
<p class="muted further">${further.filter(([, count]) => count > 0).map(([label, count]) => html`<span>${label} ${count}</span>`)}</p>
</section>`;
}

function figure(name: string, label: string, count: number): Markup {
  return html`<div class="figure ${name}${count === 0 ? " zero" : ""}"><b>${count}</b> <span>${label}</span></div>`;
}
