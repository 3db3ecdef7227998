import type { NoticeCode } from "./document.ts";
import type { ClassificationState, Finding, FullLocation } from "./finding.ts";
import type { Referral } from "./rule-facts.ts";

/** Each path found ends in exactly one of these. */
export type Status = "examined" | "partial" | "unexamined" | "skipped";

/** 建议审查意见 (武政办发〔2020〕75号 art. 5). */
export type Suggestion = "主动公开" | "依申请公开" | "删减后公开" | "不予公开";

/** What the tool itself may say of a file. There is no "approved": that word belongs to people. */
export type OpinionState = "nothing-found" | "needs-review" | "hold" | "unread";

export interface Opinion {
  readonly suggestion: Suggestion | null;
  readonly state: OpinionState;
  readonly referTo: Referral | null;
  /** Sentences that can be pasted as 依据和理由. */
  readonly reasons: readonly string[];
}

/** 密级和保密期限 as printed, with its state on the day of the run. */
export interface Classification {
  readonly level: string;
  readonly term: string | null;
  readonly state: ClassificationState;
  /** Last day of secrecy, YYYY-MM-DD, where it can be computed. */
  readonly expires: string | null;
}

/** The GB/T 9704-2012 elements of a 公文; null where absent, never guessed. */
export interface Anatomy {
  readonly copyNumber: string | null;
  readonly classification: Classification | null;
  readonly urgency: string | null;
  readonly issuer: string | null;
  readonly issuers: readonly string[];
  readonly documentNumber: string | null;
  readonly signer: string | null;
  readonly title: string | null;
  readonly addressee: string | null;
  /** 成文日期 YYYY-MM-DD. */
  readonly writtenDate: string | null;
  /** 印发日期 YYYY-MM-DD. */
  readonly printedDate: string | null;
  /** 公开属性 as stated. */
  readonly disclosure: string | null;
  /** 附注. */
  readonly note: string | null;
  /** 附件说明, one name each. */
  readonly attachments: readonly string[];
}

export interface ReviewNotice {
  readonly code: NoticeCode;
  readonly location: FullLocation;
  /** One sentence that says what to do. */
  readonly message: string;
}

/** The result for one path or member: what every report and ledger is made from. Holds no raw text. */
export interface FileReview {
  readonly root: number;
  /** POSIX, relative to the root, NFC; `outer.zip!/inner.docx` for members. */
  readonly path: string;
  readonly container: string | null;
  readonly sha256: string | null;
  /** SHA-256 of the normalised visible text, null where nothing was read. */
  readonly textSha256: string | null;
  readonly bytes: number | null;
  readonly format: string | null;
  readonly pages: number | null;
  readonly status: Status;
  readonly imagesUnread: number;
  readonly notices: readonly ReviewNotice[];
  readonly document: Anatomy;
  readonly opinion: Opinion;
  readonly findings: readonly Finding[];
}
