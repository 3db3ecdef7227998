import {
  type FileReview,
  type Result,
  SEVERITIES,
  type Severity,
  type Totals,
  UNREAD_CODES,
} from "../model/index.ts";

export type FailOn = Severity | "none";

export interface TallyRules {
  readonly failOn: FailOn;
  /** Notice codes that do not make a run incomplete. */
  readonly forgiven: readonly string[];
  readonly allowEmpty: boolean;
}

/** Counts a run while it goes on. */
export interface Tally {
  add(review: FileReview): void;
  totals(): Totals;
  /** The result so far; `failed` where there was nothing to examine. */
  result(): Exclude<Result, "interrupted">;
}

export function createTally(rules: TallyRules): Tally {
  const counts = {
    found: 0,
    examined: 0,
    partial: 0,
    unexamined: 0,
    skipped: 0,
    members: 0,
    imagesUnread: 0,
    block: 0,
    review: 0,
    info: 0,
    accepted: 0,
  };
  let failing = false;
  let incomplete = false;
  return {
    add(review) {
      if (review.container === null) {
        counts.found++;
        counts[review.status]++;
      } else counts.members++;
      counts.imagesUnread += review.imagesUnread;
      for (const finding of review.findings) {
        if (finding.accepted) counts.accepted++;
        else counts[finding.severity]++;
        if (!finding.accepted && fails(finding.severity, rules.failOn)) failing = true;
      }
      if (!isForgiven(review, rules.forgiven)) incomplete = true;
    },
    totals: () => ({ ...counts }),
    result() {
      if (counts.found - counts.skipped === 0 && !rules.allowEmpty) return "failed";
      if (failing) return "findings";
      return incomplete ? "incomplete" : "clean";
    },
  };
}

function fails(severity: Severity, failOn: FailOn): boolean {
  return failOn !== "none" && SEVERITIES.indexOf(severity) <= SEVERITIES.indexOf(failOn);
}

const UNREAD: ReadonlySet<string> = new Set(UNREAD_CODES);

/** A container whose only fault is a member is judged by that member. */
function isForgiven({ status, notices }: FileReview, forgiven: readonly string[]): boolean {
  if (status === "examined" || status === "skipped") return true;
  const unread = notices.filter(({ code }) => UNREAD.has(code));
  const byMember = notices.some(({ code }) => code === "member-unread");
  return (unread.length > 0 || byMember) && unread.every(({ code }) => forgiven.includes(code));
}
