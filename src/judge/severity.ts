import type { Channel } from "../model/document.ts";
import type { ClassificationState, Hit } from "../model/finding.ts";
import type { Category } from "../model/rule-facts.ts";
import { expiryOf } from "./expiry.ts";

/** Text in these channels stands before the reader's eye as well, or is a label of something that does. */
const NOT_CONCEALED: ReadonlySet<Channel> = new Set(["revision-inserted", "alternative-text", "outline"]);

/** Findings about the hiding place itself. */
const BARE_FACTS: ReadonlySet<Category> = new Set(["hidden", "metadata"]);

/** What a mark needs to be judged: when the paper was issued and what day it is. */
export interface Calendar {
  /** YYYY-MM-DD, null where the document shows no date. */
  readonly issued: string | null;
  readonly today: string;
}

/** A hit with the severity the review gives it; `expiry` for marks of state secrets. */
export interface JudgedHit extends Hit {
  readonly expiry?: { readonly state: ClassificationState; readonly expires: string | null };
}

/** Expiry first, then concealment: what would have to be reviewed in the open is worse where it is hidden. */
export function judgeHit(hit: Hit, calendar: Calendar): JudgedHit {
  return judgeConcealment(judgeExpiry(hit, calendar));
}

/** 保密期限届满 never clears a file by itself: it turns the block into a review (domain: 保密法 art. 24 and its local rules). */
function judgeExpiry(hit: Hit, { issued, today }: Calendar): JudgedHit {
  if (hit.category !== "state-secret" || !hit.mark || hit.severity === "info") return hit;
  if (hit.reason === "declassified") return { ...hit, expiry: { state: "declassified", expires: null } };
  const expiry = expiryOf(hit.mark.level, hit.mark.term, issued, today);
  if (expiry.state !== "expired") return { ...hit, expiry };
  return { ...hit, expiry, severity: "review", reason: "expired" };
}

function judgeConcealment(hit: JudgedHit): JudgedHit {
  if (!hit.channel || NOT_CONCEALED.has(hit.channel) || BARE_FACTS.has(hit.category)) return hit;
  if (hit.severity !== "review") return hit;
  return { ...hit, severity: "block", reason: hit.reason ?? "hidden" };
}
