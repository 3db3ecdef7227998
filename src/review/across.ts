import { findAcross, reopen } from "../judge/across.ts";
import { type MaskOptions, maskFindings } from "../mask/index.ts";
import type { FileReview, Hit, Rule } from "../model/index.ts";
import type { Tools } from "./tools.ts";

/**
 * Adds to the reviews of a finished run what only its files together show (src/judge/across.ts).
 * @returns the reviews in the same order
 */
export function reviewAcross(
  reviews: readonly FileReview[],
  rules: readonly Rule[],
  { wording, fingerprints }: Pick<Tools, "wording" | "fingerprints">,
): FileReview[] {
  const byId = new Map(rules.map((rule) => [rule.id, rule]));
  const across = findAcross(reviews, rules);
  return reviews.map((review) => {
    const hits = across.get(review);
    if (!hits) return review;
    // Each hit is a text of its own, and the file's name or a listed one is all there is to it.
    const blocks = hits.map(({ text, part, channel }) => ({ text, part, channel, location: {} }));
    const fingerprint = fingerprints?.(review.path, blocks) ?? null;
    return withHits(review, hits, byId, { reason: wording.reason, fingerprint });
  });
}

/** Nothing leaves but through the mask, even a file's name. */
function withHits(
  review: FileReview,
  hits: readonly Hit[],
  rules: ReadonlyMap<string, Rule>,
  { reason, fingerprint }: Pick<MaskOptions, "reason" | "fingerprint">,
): FileReview {
  const found = maskFindings(hits, rules, (index) => hits[index]!.text, { context: 0, reason, fingerprint });
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
