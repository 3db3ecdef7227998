import type { Finding } from "../../model/index.ts";
import type { Wording } from "../../wording/index.ts";
import type { FindingGroup } from "../arrange.ts";
import { decisionButton } from "./decide.ts";
import { html, type Markup } from "./markup.ts";

/** What one rule found in a file: the message once, every place with its masked excerpt, then basis and advice once. */
export function findingItem({ lead, findings, unlisted }: FindingGroup, words: Wording): Markup {
  const { report } = words;
  const { accepted } = lead;
  return html`<li class="finding ${accepted === null ? lead.severity : "accepted"}" data-severity="${lead.severity}" data-category="${lead.category}" data-rule="${lead.ruleId}">
<p class="finding-head"><span class="badge severity-${lead.severity}">${words.severity[lead.severity]}</span>
<strong>${words.category[lead.category]}</strong>
${findings.length > 1 ? html`<span class="muted">${report.times(findings.length)}</span>` : null}</p>
<p>${lead.message}</p>
${accepted === null ? null : html`<p class="accepted-by">${report.acceptedBy(accepted.reviewer, accepted.date, accepted.reason)}</p>`}
${placeList(findings, unlisted, words)}
<dl>
${lead.basis.length === 0 ? null : html`<div><dt>${report.basis}</dt><dd>${lead.basis.map((law) => html`<span class="law">${law}</span>`)}</dd></div>`}
${lead.advice === "" ? null : html`<div><dt>${report.advice}</dt><dd>${lead.advice}</dd></div>`}
</dl>
${accepted === null ? decisionButton("finding", words) : null}
</li>`;
}

/** Places a reader sees at once; the others unfold. */
const AT_ONCE = 5;

function placeList(findings: readonly Finding[], unlisted: number, words: Wording): Markup {
  const { report } = words;
  const list = (some: readonly Finding[], last: Markup | null) =>
    html`<ul class="places">${some.map((finding) => placeItem(finding, words))}${last}</ul>`;
  const rest = unlisted > 0 ? html`<li>${report.notListed(unlisted)}</li>` : null;
  if (findings.length <= AT_ONCE) return list(findings, rest);
  const folded = findings.slice(AT_ONCE);
  return html`${list(findings.slice(0, AT_ONCE), null)}<details><summary>${report.furtherPlaces(folded.length)}</summary>${list(folded, rest)}</details>`;
}

function placeItem(finding: Finding, words: Wording): Markup {
  const { channel, via, excerpt, matched, fingerprint } = finding;
  return html`<li data-place data-fingerprint="${fingerprint ?? ""}"><span class="place">${words.place(finding.location, finding.part)}</span>
${channel === null ? null : html`<span class="tag">${words.report.hiddenContent}：${words.channel[channel]}</span>`}
${via === "ocr" ? html`<span class="tag">${words.report.viaOcr}</span>` : null}
${excerpt === "" ? null : html`<q>${marked(excerpt, matched)}</q>`}</li>`;
}

/** The excerpt with the matched text marked, where it stands in it. */
function marked(excerpt: string, matched: string): Markup {
  const start = matched === "" ? -1 : excerpt.indexOf(matched);
  if (start < 0) return html`${excerpt}`;
  const end = start + matched.length;
  return html`${excerpt.slice(0, start)}<mark>${excerpt.slice(start, end)}</mark>${excerpt.slice(end)}`;
}
