import type { Anatomy, Classification } from "../../model/index.ts";
import type { Wording } from "../../wording/index.ts";
import { html, type Markup } from "./markup.ts";

/** The GB/T 9704 elements that were found, as a table; those that were not, in one line. Nothing where none was found. */
export function anatomySection(anatomy: Anatomy, words: Wording): Markup | null {
  const { classification, issuers, attachments, ...single } = anatomy;
  const values: Readonly<Record<keyof Anatomy, string | null>> = {
    ...single,
    classification: classification === null ? null : classificationText(classification, words),
    issuers: issuers.length > 1 ? issuers.join("、") : null,
    attachments: attachments.length === 0 ? null : attachments.join("；"),
  };
  const elements = Object.keys(words.anatomy) as (keyof Anatomy)[];
  const found = elements.filter((element) => values[element] !== null);
  if (found.length === 0) return null;
  // A document has one issuer as a rule: that there are no joint ones is not worth a word.
  const absent = elements.filter((element) => values[element] === null && element !== "issuers");
  return html`<h4>${words.report.anatomy}</h4>
<table class="anatomy"><tbody>${found.map((element) => html`<tr><th scope="row">${words.anatomy[element]}</th><td>${values[element]}</td></tr>`)}</tbody></table>
${absent.length === 0 ? null : html`<p class="muted absent">${words.report.anatomyAbsent}：${absent.map((element) => words.anatomy[element]).join("、")}</p>`}`;
}

/** `机密★10年（保密期限内，至 2030-06-25）`. */
function classificationText({ level, term, state, expires }: Classification, words: Wording): string {
  const printed = term === null ? level : `${level}★${term}`;
  const until = expires === null ? "" : `，${words.report.expires(expires)}`;
  return `${printed}（${words.classification[state]}${until}）`;
}
