import { toOpinion } from "../judge/index.ts";
import { maskNumbers } from "../mask/index.ts";
import type { FileReview, Finding, Rule } from "../model/index.ts";
import type { Wording } from "../wording/index.ts";
import { worstOpinion } from "./container.ts";
import { withReason } from "./reason.ts";

/** Who answers for a finding; null where nobody does. */
export type AcceptanceOf = (finding: Finding, path: string) => Finding["accepted"];

/**
 * Marks what a person has accepted, and forms the opinions anew from what still stands. 主动公开 is not suggested for a file in which
 * something was accepted: that decision has been taken by people.
 * @returns the reviews in the same order
 */
export function reviewAccepted(
  reviews: readonly FileReview[],
  acceptanceOf: AcceptanceOf,
  rules: readonly Rule[],
  wording: Wording,
): FileReview[] {
  const byId = new Map(rules.map((rule) => [rule.id, rule]));
  const changed = new Set<number>();
  const marked = reviews.map((review, index) => {
    const findings = review.findings.map((finding) => markOne(finding, review.path, acceptanceOf));
    if (findings.every(({ accepted }) => accepted === null)) return review;
    changed.add(index);
    return withOpinion({ ...review, findings }, byId, wording);
  });
  return changed.size === 0 ? marked : withContainers(marked, changed, byId, wording);
}

/** What a person wrote goes into every report, so numbers in it are masked as well. */
function markOne(finding: Finding, path: string, acceptanceOf: AcceptanceOf): Finding {
  const accepted = finding.accepted ?? acceptanceOf(finding, path);
  return accepted === null
    ? finding
    : { ...finding, accepted: { ...accepted, reason: maskNumbers(accepted.reason) } };
}

function withOpinion(review: FileReview, rules: ReadonlyMap<string, Rule>, wording: Wording): FileReview {
  const standing = review.findings.filter(({ accepted }) => accepted === null);
  const accepted = review.findings.filter((finding) => finding.accepted !== null);
  const opinion = withReason(toOpinion(review.status, standing, rules, review.document), wording);
  if (accepted.length === 0) return { ...review, opinion };
  const decided = opinion.suggestion === "主动公开" && accepted.some(({ severity }) => severity !== "info");
  return {
    ...review,
    opinion: {
      ...opinion,
      suggestion: decided ? null : opinion.suggestion,
      reasons: [...(decided ? [] : opinion.reasons), wording.report.notCounted(accepted.length)],
    },
  };
}

/** A container is never better than its worst member; members follow it in the list. */
function withContainers(
  reviews: readonly FileReview[],
  changed: ReadonlySet<number>,
  rules: ReadonlyMap<string, Rule>,
  wording: Wording,
): FileReview[] {
  return reviews.map((review, index) => {
    const inside: FileReview[] = [];
    let isChanged = changed.has(index);
    for (let at = index + 1; isInside(reviews[at], review); at += 1) {
      inside.push(reviews[at]!);
      isChanged ||= changed.has(at);
    }
    if (inside.length === 0 || !isChanged) return review;
    const own = withOpinion(review, rules, wording);
    const opinions = inside.map(({ opinion }) => opinion);
    return { ...own, opinion: worstOpinion(own.opinion, opinions) };
  });
}

function isInside(member: FileReview | undefined, { root, path }: FileReview): boolean {
  return member !== undefined && member.root === root && member.path.startsWith(`${path}!/`);
}
