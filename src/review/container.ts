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

function worstOpinion(own: Opinion, members: readonly Opinion[]): Opinion {
  const states = [own, ...members].map(({ state }) => state);
  const open = members.some(({ state }) => state !== "nothing-found");
  if (states.includes("hold")) return { ...own, state: "hold", suggestion: withoutRelease(own) };
  if (!open) return own;
  const state = own.state === "nothing-found" ? "needs-review" : own.state;
  return { ...own, state, suggestion: withoutRelease(own) };
}

/** 主动公开 needs every member to be quiet. */
function withoutRelease({ suggestion }: Opinion): Opinion["suggestion"] {
  return suggestion === "主动公开" ? null : suggestion;
}
