import type { VerifyReasonCode } from "../model/index.ts";
import { readDate } from "./dates.ts";
import { isWho, type LedgerEntry, type Step } from "./ledger.ts";

export interface Reason {
  readonly code: VerifyReasonCode;
  /** Whose step, where it is one. */
  readonly who: string | null;
}

export interface Approval {
  readonly state: "approved" | "rejected" | "unapproved" | "stale";
  readonly reasons: readonly Reason[];
}

const REFUSED =
  /不同意|未同意|不(?:予|宜|得|应|可|能)[^，。；、]{0,6}公开|^不[予宜得可能行]$|不公开|暂缓|缓公开|退回|否决/u;
const AGREED = /同意|(?:可以|准予|批准)公开|无异议/u;
/** An agreement that waits for something. */
const CONDITION = /修改|送审|重新|再审|待|但|删减|补充/u;
const NOBODY = /^(?:无|空|未签|待签|待定|同上|略)$/u;
/** 公开方式 and 审查意见 that do not put a paper on a public site as it stands. */
const NOT_PUBLIC = /不公开|不予公开|依申请|特定人群|删减后|处理后/u;
const NOT_STANDING = /不予公开|已撤下|撤销/u;

/**
 * Whether a row approves its file on one day: nobody refuses it, and everybody whose signature is required has agreed, signed and
 * dated it, not before the row was registered. Strict: what cannot be read is no approval.
 * @param required whose signatures are needed
 * @param today YYYY-MM-DD
 */
export function approvalOf(entry: LedgerEntry, required: readonly string[], today: string): Approval {
  const refusals = refusalsOf(entry);
  if (refusals.length > 0) return { state: "rejected", reasons: refusals };
  const steps = required.map((who) => ({ who, step: entry.steps.find((one) => isWho(one.who, who)) }));
  const open = steps.flatMap(({ who, step }) => openIn(who, step, today));
  if (open.length > 0) return { state: "unapproved", reasons: open };
  const registered = readDate(entry.registered);
  if (registered === null) return { state: "unapproved", reasons: [{ code: "no-registration", who: null }] };
  const older = steps.filter(({ step }) => readDate(step!.date)! < registered);
  if (older.length === 0) return { state: "approved", reasons: [] };
  return { state: "stale", reasons: older.map(({ who }) => ({ code: "older", who })) };
}

function refusalsOf({ state, manner, opinion, remedy, steps }: LedgerEntry): Reason[] {
  const reasons: Reason[] = [];
  if (NOT_STANDING.test(state)) reasons.push({ code: "state", who: null });
  if (NOT_PUBLIC.test(manner)) reasons.push({ code: "manner", who: null });
  if (NOT_PUBLIC.test(opinion)) reasons.push({ code: "opinion", who: null });
  if (/删除|撤/u.test(remedy)) reasons.push({ code: "remedy", who: null });
  for (const { who, opinion: told } of steps)
    if (REFUSED.test(told ?? "")) reasons.push({ code: "refused", who });
  return reasons;
}

function openIn(who: string, step: Step | undefined, today: string): Reason[] {
  const reason = (code: VerifyReasonCode): Reason => ({ code, who });
  if (!step) return [reason("no-signature")];
  const date = readDate(step.date);
  return [
    ...(opinionFault(step.opinion) === null ? [] : [reason(opinionFault(step.opinion)!)]),
    ...(/\p{L}/u.test(step.signature) && !NOBODY.test(step.signature) ? [] : [reason("no-signature")]),
    ...(step.date === "" ? [reason("no-date")] : date === null ? [reason("bad-date")] : []),
    ...(date !== null && date > today ? [reason("future-date")] : []),
  ];
}

function opinionFault(opinion: string | null): VerifyReasonCode | null {
  if (opinion === null) return null;
  if (opinion === "") return "no-opinion";
  return AGREED.test(opinion) && !CONDITION.test(opinion) ? null : "other-opinion";
}
