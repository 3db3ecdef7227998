import type { Location } from "../model/document.ts";
import type { Finding, FullLocation, Hit, Masked, Range } from "../model/finding.ts";
import type { Anatomy } from "../model/review.ts";
import type { Rule } from "../model/rule.ts";
import type { Category, Redact } from "../model/rule-facts.ts";
import { isMarked } from "./preview.ts";
import { maskDigits, maskName, maskNumbers, maskPersonal, WITHHELD } from "./text.ts";

/** Next to these, or in their file, no neighbouring words are shown. */
const NO_NEIGHBOURS: ReadonlySet<Category> = new Set([
  "state-secret",
  "telegram",
  "restricted",
  "work-secret",
  "trade-secret",
  "personal",
  "hidden",
]);
/** What these kinds match is a printed form, the same in any paper. */
const FORMS: ReadonlySet<Rule["kind"]> = new Set(["mark", "place", "group", "term"]);
/** A match longer than this is a passage, not a form. */
const PASSAGE = 40;

export interface MaskOptions {
  /** Characters shown on each side of a match. */
  readonly context: number;
  /** The sentence for a reason the severity differs from the rule's. */
  readonly reason: (code: string) => string;
  /** What makes the finding known again in another run; null without a key. */
  readonly fingerprint: ((hit: Hit) => string) | null;
}

/** The one way out of the engine: raw hits become findings that hold nothing a report must not carry. */
export function maskFindings(
  hits: readonly Hit[],
  rules: ReadonlyMap<string, Rule>,
  blockText: (index: number) => string,
  options: MaskOptions,
): Finding[] {
  const marked = isMarked(hits);
  const secret =
    marked || hits.some(({ severity, category }) => severity === "block" && NO_NEIGHBOURS.has(category));
  return hits.map((hit) => {
    const rule = rules.get(hit.ruleId)!;
    const matched = maskMatch(hit, rule, marked);
    const neighbours = !secret && !NO_NEIGHBOURS.has(hit.category) && !hit.channel && matched === hit.text;
    return {
      ruleId: hit.ruleId,
      category: hit.category,
      severity: hit.severity,
      part: hit.part,
      channel: hit.channel,
      location: fullLocation(hit.location, hit.range),
      matched,
      excerpt: neighbours ? excerpt(blockText(hit.block), hit.range, options.context) : matched,
      message: hit.reason ? `${rule.name}（${options.reason(hit.reason)}）` : rule.name,
      basis: rule.basis,
      advice: rule.advice,
      fingerprint: options.fingerprint?.(hit) ?? null,
      via: "text",
      accepted: null,
      more: hit.more ?? 0,
    };
  });
}

/** The elements of a file that is marked are withheld; personal numbers are hidden in any. */
export function maskAnatomy(anatomy: Anatomy, hits: readonly Hit[]): Anatomy {
  const hidden = isMarked(hits);
  const text = (value: string | null) => (value === null ? null : hidden ? WITHHELD : maskNumbers(value));
  return {
    ...anatomy,
    documentNumber: hidden && anatomy.documentNumber ? WITHHELD : anatomy.documentNumber,
    signer: text(anatomy.signer),
    title: text(anatomy.title),
    addressee: text(anatomy.addressee),
    note: text(anatomy.note),
    attachments: anatomy.attachments.map((name) => text(name)!),
  };
}

export { maskPainting } from "./painting.ts";
export { isShown, isWithheld, previewHits } from "./preview.ts";
export { maskName, maskNumbers } from "./text.ts";
export { maskTree } from "./tree.ts";

/** A place with every field present; the names in it are those somebody gave, and masked. */
export function fullLocation(location: Location | null, range: Range | null): FullLocation {
  const {
    page = null,
    paragraph = null,
    line = null,
    sheet = null,
    cell = null,
    slide = null,
    object = null,
  } = location ?? {};
  return {
    page,
    paragraph,
    line,
    sheet: sheet && maskName(sheet),
    cell,
    slide,
    object: object && maskName(object),
    start: range?.start ?? null,
    end: range?.end ?? null,
  };
}

function maskMatch(hit: Hit, rule: Rule, marked: boolean): Masked {
  const redact = rule.redact ?? defaultRedact(rule);
  if (redact === "all" || hit.text.length > PASSAGE) return WITHHELD;
  if (rule.category === "personal") return maskPersonal(hit.text);
  if (marked && !FORMS.has(rule.kind) && rule.redact !== "none") return WITHHELD;
  if (redact === "digits") return maskDigits(hit.text);
  return maskNumbers(hit.text);
}

/** 发文字号 and hidden text say what a secret paper is about; marks and fields only that it is one. */
function defaultRedact(rule: Rule): Redact {
  if (rule.kind === "channel") return "all";
  return rule.kind === "document-number" && rule.category === "telegram" ? "all" : "none";
}

/** A number cut by the edge of the excerpt must still be seen whole when it is masked. */
const MARGIN = 40;

function excerpt(text: string, range: Range, context: number): Masked {
  const from = Math.max(0, range.start - context);
  const to = Math.min(text.length, range.end + context);
  const margin = Math.max(0, from - MARGIN);
  const masked = maskNumbers(text.slice(margin, to + MARGIN)).slice(from - margin, to - margin);
  return `${from > 0 ? "…" : ""}${masked.replace(/\s+/gu, " ")}${to < text.length ? "…" : ""}` as Masked;
}
