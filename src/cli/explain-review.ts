import { type Candidate, type FormFault, type RuleTrace, traceRules } from "../detect/explain.ts";
import type { JudgedHit } from "../judge/index.ts";
import { maskNumbers } from "../mask/text.ts";
import type { Finding, Rule } from "../model/index.ts";
import { foldTerm } from "../normalise/fold.ts";
import type { Assessed, Tools } from "../review.ts";
import type { Segmenter } from "../segment/index.ts";
import type { Explanation, HitExplanation, RefusalExplanation } from "./explanation.ts";

/** How texts of the document are shown: as they are, or with what identifies a person hidden. */
export type Reveal = "all" | "masked";

/** Puts into words what the rules made of a text or file. */
export function explainReview(
  assessed: Assessed,
  tools: Tools,
  segmenter: Segmenter | null,
  reveal: Reveal,
): Omit<Explanation, "subject" | "name" | "normalised" | "words"> {
  const { review, hits } = assessed;
  const traces = traceRules([...tools.rules.values()], assessed.stories, assessed.words);
  const fired = new Set(hits.map(({ ruleId }) => ruleId));
  const show = reveal === "all" ? (text: string) => text : maskNumbers;
  const words = { tools, segmenter, show };
  return {
    unread: review.notices.map(({ message }) => message),
    hits: hits.map((hit, index) => explainHit(hit, review.findings[index]!, assessed, tools, reveal)),
    refusals: traces.flatMap((trace) => refusalsOf(trace, assessed, words)),
    unconcerned: traces
      .filter(({ rule, candidates, fault }) => !fired.has(rule.id) && candidates.length === 0 && !fault)
      .map(({ rule }) => ({ ruleId: rule.id, name: rule.name })),
  };
}

function explainHit(
  hit: JudgedHit,
  finding: Finding,
  { anatomy }: Assessed,
  { rules, today, wording: words }: Tools,
  reveal: Reveal,
): HitExplanation {
  const { explain, severity } = words;
  const rule = rules.get(hit.ruleId)!;
  const reason = hit.reason ? words.reason(hit.reason) : null;
  const why = isRaised(hit, rule) ? explain.concealed(words.channel[hit.channel!]) : reason;
  const issued = anatomy.writtenDate ?? anatomy.printedDate;
  return {
    ruleId: hit.ruleId,
    name: rule.name,
    severity: hit.severity,
    place: words.place(hit.location, hit.part),
    matched: reveal === "all" ? hit.text : finding.matched,
    more: finding.more,
    because: fits(rule, hit, words.explain),
    changed:
      why === null
        ? null
        : hit.severity === rule.severity
          ? why
          : explain.changed(severity[rule.severity], severity[hit.severity], why),
    term: hit.expiry ? termOf(hit, hit.expiry, issued, today, explain) : null,
    basis: rule.basis,
    advice: rule.advice,
  };
}

type Phrases = Tools["wording"]["explain"];

function fits(rule: Rule, { mark }: JudgedHit, { fits, form }: Phrases): string {
  return mark && mark.form in form ? form[mark.form as keyof typeof form] : fits[rule.kind];
}

/** A hidden place has raised the severity above what was found in it. */
function isRaised({ channel, severity, category, reason }: JudgedHit, rule: Rule): boolean {
  const before = reason === "expired" ? "review" : rule.severity;
  return channel !== null && category !== "hidden" && severity === "block" && before !== "block";
}

function termOf(
  { mark }: JudgedHit,
  { state, expires }: NonNullable<JudgedHit["expiry"]>,
  issued: string | null,
  today: string,
  explain: Phrases,
): string {
  if (expires === null) return issued && mark?.term ? explain.endless(mark.term) : explain.undated;
  return state === "expired"
    ? explain.expired(issued, expires, today)
    : explain.inForce(issued, expires, today);
}

interface Words {
  readonly tools: Tools;
  readonly segmenter: Segmenter | null;
  readonly show: (text: string) => string;
}

function refusalsOf(trace: RuleTrace, assessed: Assessed, words: Words): RefusalExplanation[] {
  const { rule, candidates, fault } = trace;
  const { id: ruleId, name } = rule;
  if (fault)
    return assessed.hits.some((hit) => hit.ruleId === rule.id)
      ? []
      : [{ ruleId, name, clause: "form", place: "", matched: null, because: misfit(fault, words) }];
  return candidates
    .filter((candidate) => candidate.refusal || !stands(candidate, rule, assessed.hits))
    .map((candidate) => ({
      ruleId,
      name,
      ...(candidate.refusal ? refused(candidate, words) : dropped(candidate, rule, assessed, words)),
      place: words.tools.wording.place(candidate.place.location, candidate.part),
      matched: words.show(candidate.place.text),
    }));
}

function stands({ place }: Candidate, rule: Rule, hits: readonly JudgedHit[]): boolean {
  return hits.some((hit) => hit.ruleId === rule.id && overlaps(hit, place));
}

function overlaps(hit: JudgedHit, { block, start, end }: Candidate["place"]): boolean {
  return hit.block === block && hit.range.start < end && start < hit.range.end;
}

function refused(
  { refusal, line, match, place }: Candidate,
  { tools, segmenter, show }: Words,
): Pick<RefusalExplanation, "clause" | "because"> {
  const { explain } = tools.wording;
  const { clause, word } = refusal!;
  const matched = show(foldTerm(place.text));
  switch (clause) {
    case "boundary":
      return { clause, because: explain.boundary(matched, show(cutAt(segmenter, line, match))) };
    case "near":
      return { clause, because: explain.near(word) };
    case "allow.contexts":
      return { clause, because: explain.context(matched, word) };
    case "allow.phrases":
      return { clause, because: explain.phrase(matched, word) };
  }
}

/** The words of a line that the match reaches into. */
function cutAt(
  segmenter: Segmenter | null,
  line: string,
  { start, end }: { start: number; end: number },
): string {
  const ends = segmenter?.cut(line) ?? [];
  const cuts = ends.map((to, index) => ({ from: ends[index - 1] ?? 0, to }));
  return cuts
    .filter(({ from, to }) => from < end && to > start)
    .map(({ from, to }) => line.slice(from, to))
    .join("｜");
}

/** No clause is against it, yet it is not among the findings: what the file as a whole decided. */
function dropped(
  { place }: Candidate,
  rule: Rule,
  { hits }: Assessed,
  { tools, show }: Words,
): Pick<RefusalExplanation, "clause" | "because"> {
  const { explain } = tools.wording;
  const over = hits.find((hit) => hit.ruleId !== rule.id && overlaps(hit, place));
  if (over) {
    const name = tools.rules.get(over.ruleId)!.name;
    return { clause: "covered", because: explain.covered(show(foldTerm(place.text)), name) };
  }
  if (hits.some(({ ruleId }) => ruleId === rule.id)) return { clause: "together", because: explain.together };
  if (rule.min !== undefined) return { clause: "min", because: explain.tooFew(rule.min) };
  return rule.paths
    ? { clause: "paths", because: explain.elsewhere }
    : { clause: "together", because: explain.together };
}

function misfit({ kind, word, forbidden, fields }: FormFault, { tools, show }: Words): string {
  const { explain } = tools.wording;
  if (fields) return explain.tooFewFields(fields.found, fields.wanted, word);
  if (forbidden) return explain.forbidden(word, forbidden);
  return explain.misfit[kind]?.(show(word)) ?? "";
}
