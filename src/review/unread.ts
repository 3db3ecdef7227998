import { NO_ANATOMY } from "../anatomy/index.ts";
import { fullLocation, maskName } from "../mask/index.ts";
import type { FileReview, Notice, ReviewNotice } from "../model/index.ts";
import type { Wording } from "../wording/index.ts";

/** The review of a path nobody could or should read; the notice says why. */
export function unreadReview(
  path: {
    readonly root: number;
    readonly path: string;
    readonly container?: string | null;
    readonly bytes: number | null;
  },
  status: "unexamined" | "skipped",
  notice: Notice,
  wording: Wording,
): FileReview {
  return {
    root: path.root,
    path: maskName(path.path),
    container: path.container ? maskName(path.container) : null,
    sha256: null,
    textSha256: null,
    bytes: path.bytes,
    format: null,
    pages: null,
    status,
    imagesUnread: 0,
    notices: [toReviewNotice(notice, wording)],
    document: NO_ANATOMY,
    opinion: {
      suggestion: null,
      state: status === "skipped" ? "nothing-found" : "unread",
      referTo: null,
      reasons: [],
    },
    findings: [],
  };
}

/** A notice with its sentence. */
export function toReviewNotice({ code, location, detail }: Notice, wording: Wording): ReviewNotice {
  return { code, location: fullLocation(location, null), message: wording.notice(code, detail) };
}
