import type { Severity } from "../model/index.ts";
import { padColumns, visible, type Wording } from "../wording/index.ts";
import type { Explanation, HitExplanation, RefusalExplanation } from "./explanation.ts";

/** Without `--all` a file lists no more than this many places that do not count. */
const LISTED = 10;
const INDENT = "   ";
const LABEL_COLUMNS = 12;

/** The explanation as a page for a person: what to do first, then why, then what else was looked at. */
export function explainPage(explanation: Explanation, words: Wording, all: boolean): string {
  const { explain } = words;
  const { hits, unread, unconcerned } = explanation;
  // One line needs no number.
  const isPlaced = explanation.subject === "file" || explanation.name.includes("\n");
  const lines = [
    `${conclusion(explanation, words)}`,
    "",
    ...subject(explanation, words),
    ...unread.map((sentence) => `！${sentence}`),
    "",
  ];
  if (hits.length > 0) {
    lines.push(explain.hits(hits.length));
    lines.push(...hits.flatMap((hit, index) => hitLines(hit, index + 1, isPlaced, words)), "");
  }
  lines.push(...refusalLines(explanation, words, all));
  lines.push(explain.unconcerned(unconcerned.length, all));
  if (all) lines.push(...unconcerned.map(({ ruleId, name }) => `${INDENT}${name}（${ruleId}）`));
  return `${[...lines, "", words.closing].join("\n")}\n`;
}

function conclusion({ hits, refusals, unread, subject }: Explanation, { explain }: Wording): string {
  const gravest = (["block", "review", "info"] as const).find((severity: Severity) =>
    hits.some((hit) => hit.severity === severity),
  );
  const open = gravest === "block" || gravest === "review";
  const first = hits.find(({ severity }) => severity === gravest);
  const told = first ? explain.holds(first.name, visible(first.matched)) : "";
  // Of the reasons against, a clause says more than a form that does not fit.
  const against = refusals.find(({ clause }) => clause !== "form") ?? refusals[0];
  const why = subject === "text" && !first && against ? against.because : told;
  const cut = unread.length > 0 ? explain.conclusion.unread : "";
  return open || unread.length === 0 ? `${explain.conclusion[gravest ?? "none"]}${why}${cut}` : cut;
}

function subject({ subject, name, normalised, words: cuts }: Explanation, { explain }: Wording): string[] {
  if (subject === "file") return [labelled(explain.file, visible(name))];
  const shown = lineBreaks(name);
  const folded = normalised === null ? "" : lineBreaks(normalised);
  return [
    labelled(explain.typed, shown),
    ...(folded !== shown && folded !== "" ? [labelled(explain.folded, folded)] : []),
    ...(cuts && cuts.length > 0 ? [labelled(explain.words, cuts.map(visible).join("｜"))] : []),
  ];
}

function hitLines(hit: HitExplanation, number: number, isPlaced: boolean, words: Wording): string[] {
  const { explain, severity } = words;
  const more = hit.more > 0 ? `（${explain.more(hit.more)}）` : "";
  return [
    `${number}. ${severity[hit.severity]}  ${hit.name}（${hit.ruleId}）`,
    row(explain.found, `${visible(hit.matched)}${more}`),
    ...(isPlaced && hit.place ? [row(explain.place, hit.place)] : []),
    row(explain.because, hit.because),
    ...(hit.term ? [row(explain.term, hit.term)] : []),
    ...(hit.changed ? [row(explain.severity, hit.changed)] : []),
    // What to do with a mark is not what to do with a text that only speaks of one.
    ...(hit.severity === "info" && hit.changed
      ? []
      : [row(explain.basis, hit.basis.join("；")), row(explain.advice, hit.advice)]),
  ];
}

function refusalLines({ refusals, subject }: Explanation, { explain }: Wording, all: boolean): string[] {
  // A file is full of words that mean nothing; of a sentence every one is worth a line.
  const wanted = all || subject === "text" ? refusals : refusals.filter(({ clause }) => clause !== "form");
  if (wanted.length === 0) return [];
  const listed = all ? wanted : wanted.slice(0, LISTED);
  const left = wanted.length - listed.length;
  return [
    explain.refused(wanted.length),
    ...listed.map((refusal, index) => refusalLine(refusal, index + 1, subject)),
    ...(left > 0 ? [`${INDENT}${explain.notListed(left)}`] : []),
    "",
  ];
}

function refusalLine(
  { name, ruleId, place, because }: RefusalExplanation,
  number: number,
  subject: Explanation["subject"],
): string {
  const where = subject === "file" && place ? `${place}　` : "";
  return `${number}. ${name}（${ruleId}）\n${INDENT}${where}${visible(because)}`;
}

function row(label: string, text: string): string {
  return `${INDENT}${label}：${text}`;
}

function labelled(label: string, text: string): string {
  return `${padColumns(label, LABEL_COLUMNS)}${text}`;
}

function lineBreaks(text: string): string {
  return text
    .split(/\r?\n/u)
    .map(visible)
    .join(`\n${" ".repeat(LABEL_COLUMNS)}`);
}
