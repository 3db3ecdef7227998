import { isStricter } from "../judge/index.ts";
import type { FileReview, Opinion, Status } from "../model/index.ts";
import type { Wording } from "../wording/index.ts";
import { toReviewNotice } from "./unread.ts";

/** A container is never better than its worst member. */
export function withWorst(review: FileReview, members: readonly FileReview[], wording: Wording): FileReview {
  const unread = members.filter(({ status }) => status === "partial" || status === "unexamined");
  return {
    ...review,
    status: statusWith(review.status, members, unread.length > 0),
    notices: [
      ...review.notices,
      ...unread.map(({ path }) =>
        toReviewNotice({ code: "member-unread", location: { object: path } }, wording),
      ),
    ],
    opinion: worstOpinion(
      review.opinion,
      members.map(({ opinion }) => opinion),
    ),
  };
}

/** What was read in it counts as some of it, even where it has no text of its own. */
function statusWith(own: Status, members: readonly FileReview[], anyUnread: boolean): Status {
  if (own === "examined") return anyUnread ? "partial" : own;
  const anyRead = members.some(({ status }) => status === "examined" || status === "partial");
  return own === "unexamined" && anyRead ? "partial" : own;
}

/** The opinion on a container, given its own and those of everything inside it. */
export function worstOpinion(own: Opinion, members: readonly Opinion[]): Opinion {
  const states = [own, ...members].map(({ state }) => state);
  const open = members.some(({ state }) => state !== "nothing-found");
  if (states.includes("hold")) return strictest({ ...own, state: "hold", ...withoutRelease(own) }, members);
  if (!open) return own;
  const state = own.state === "nothing-found" ? "needs-review" : own.state;
  return { ...own, state, ...withoutRelease(own) };
}

/** A suggestion on the container gives way to a stricter one on something inside it, and takes over its reasons. */
function strictest(own: Opinion, members: readonly Opinion[]): Opinion {
  let worst = own;
  for (const { suggestion, reasons } of members)
    if (suggestion && worst.suggestion && isStricter(suggestion, worst.suggestion))
      worst = { ...worst, suggestion, reasons: [...new Set([...own.reasons, ...reasons])] };
  return worst;
}

/** 主动公开 needs every member to be quiet; its reason goes with it. */
function withoutRelease({ suggestion, reasons }: Opinion): Pick<Opinion, "suggestion" | "reasons"> {
  return suggestion === "主动公开" ? { suggestion: null, reasons: [] } : { suggestion, reasons };
}
