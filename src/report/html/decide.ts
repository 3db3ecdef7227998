import type { Wording } from "../../wording/index.ts";
import { DECISIONS, SUGGESTION_WORDS } from "../decisions.ts";
import { html, type Markup } from "./markup.ts";

/** Who records decisions, and the way to keep them; hidden until the script runs, so that no dead control is ever shown. */
export function decisionBar({ report }: Wording): Markup {
  return html`<div id="decide" class="bar" hidden>
<label>${report.reviewer} <input id="decide-reviewer" autocomplete="off" spellcheck="false"></label>
<button id="decide-export" type="button">${report.exportDecisions}</button>
<button id="expand-all" type="button" data-open="${report.expandAll}" data-close="${report.collapseAll}">${report.expandAll}</button>
<p id="decide-count" role="status" data-text="${report.decided}" data-reviewer="${report.reviewerMissing}" data-reason="${report.reasonMissing}"></p>
</div>
<template id="decide-finding">${decisionForm(report.decision, DECISIONS, report.reason)}</template>
<template id="decide-file">${decisionForm(report.opinion, SUGGESTION_WORDS, report.reasons)}</template>
`;
}

/** The button that puts a form of the template in its place. */
export function decisionButton(kind: "finding" | "file", { report }: Wording): Markup {
  return html`<button class="decide" type="button" data-decide="${kind}" hidden>${kind === "finding" ? report.decide : report.giveOpinion}</button>`;
}

function decisionForm(label: string, choices: readonly string[], reason: string): Markup {
  const options = choices.map((choice) => html`<option>${choice}</option>`);
  return html`<p class="decision"><label>${label} <select><option value=""></option>${options}</select></label> <label class="reason">${reason} <input autocomplete="off"></label></p>`;
}

/** Where people sign on paper. The tool fills in nothing. */
export function signatures({ report }: Wording): Markup {
  return html`<section class="signatures" aria-labelledby="signatures"><h2 id="signatures">${report.signatures}</h2>
<table><tbody>${report.signers.map((signer) => html`<tr><th scope="row">${signer}</th><td></td><th scope="row">${report.signedOn}</th><td></td></tr>`)}</tbody></table></section>
`;
}
