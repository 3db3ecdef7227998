import { findAcross, reopen } from "../judge/across.ts";
import { maskFindings } from "../mask/index.ts";
import type { FileReview, Hit, Rule } from "../model/index.ts";
import type { Wording } from "../wording/index.ts";

/**
 * Adds to the reviews of a finished run what only its files together show (src/judge/across.ts).
 * @returns the reviews in the same order
 */
export function reviewAcross(
  reviews: readonly FileReview[],
  rules: readonly Rule[],
  wording: Wording,
): FileReview[] {
  const byId = new Map(rules.map((rule) => [rule.id, rule]));
  const across = findAcross(reviews, rules);
  return reviews.map((review) => {
    const hits = across.get(review);
    return hits ? withHits(review, hits, byId, wording) : review;
  });
}

/** Nothing leaves but through the mask, even a file's name. */
function withHits(
  review: FileReview,
  hits: readonly Hit[],
  rules: ReadonlyMap<string, Rule>,
  { reason }: Wording,
): FileReview {
  const found = maskFindings(hits, rules, (index) => hits[index]!.text, { context: 0, reason });
  const fired = hits.map(({ ruleId }) => rules.get(ruleId)!);
  return {
    ...review,
    opinion: reopen(review.opinion, fired),
    findings: [
      ...review.findings,
      // The other file has the place; in this one there is none to point at.
      ...found.map((finding) => ({ ...finding, location: { ...finding.location, start: null, end: null } })),
    ],
  };
}
