import type { Extraction, Notice } from "../model/document.ts";
import type { Hit } from "../model/finding.ts";
import type { Anatomy, Classification, Opinion, Status } from "../model/review.ts";
import type { Rule } from "../model/rule.ts";
import { toOpinion } from "./opinion.ts";
import { type JudgedHit, judgeHit } from "./severity.ts";
import { pictureNotices, statusOf } from "./status.ts";

export { findFacts, type Office } from "./document-facts.ts";
export { isStricter, toOpinion } from "./opinion.ts";
export type { JudgedHit } from "./severity.ts";

export interface Judgement {
  readonly status: Status;
  readonly notices: readonly Notice[];
  readonly hits: readonly JudgedHit[];
  readonly anatomy: Anatomy;
  readonly opinion: Opinion;
}

/** Weighs what was found in one file on one day. Pure. */
export function judge(
  extraction: Extraction,
  anatomy: Anatomy,
  found: readonly Hit[],
  rules: ReadonlyMap<string, Rule>,
  today: string,
): Judgement {
  const notices = [...extraction.notices, ...pictureNotices(extraction)];
  const status = statusOf(extraction, notices);
  const issued = anatomy.writtenDate ?? anatomy.printedDate;
  const hits = found.map((hit) => judgeHit(hit, { issued, today }));
  const classified = { ...anatomy, classification: classificationOf(hits) };
  return { status, notices, hits, anatomy: classified, opinion: toOpinion(status, hits, rules, classified) };
}

/** 密级和保密期限 of the paper: its first mark in place. */
function classificationOf(hits: readonly JudgedHit[]): Classification | null {
  const hit = hits.find(({ mark, expiry, severity }) => mark && expiry && severity !== "info");
  if (!hit?.mark || !hit.expiry) return null;
  return { level: hit.mark.level, term: hit.mark.term, ...hit.expiry };
}
