import type { Anatomy, Opinion, OpinionState, Status, Suggestion } from "../model/review.ts";
import type { Rule } from "../model/rule.ts";
import { type Category, REFERRALS, type Referral, SEVERITIES } from "../model/rule-facts.ts";
import type { JudgedHit } from "./severity.ts";

/** What an opinion is made from: a hit, or the finding it has become. */
export type Weighed = Pick<JudgedHit, "ruleId" | "category" | "severity">;

/** What a block of this category asks for, unless its rule says otherwise (公开条例 2019 art. 14–16, 37). */
const ON_BLOCK: Partial<Record<Category, Suggestion>> = {
  "state-secret": "不予公开",
  telegram: "不予公开",
  restricted: "不予公开",
  "work-secret": "不予公开",
  "trade-secret": "不予公开",
  personal: "删减后公开",
};

/** The strictest first. */
const STRICTNESS: readonly Suggestion[] = ["不予公开", "依申请公开", "删减后公开", "主动公开"];

/** 建议审查意见 with its reasons. It is a draft for people: the tool approves nothing. */
export function toOpinion(
  status: Status,
  hits: readonly Weighed[],
  rules: ReadonlyMap<string, Rule>,
  anatomy: Anatomy,
): Opinion {
  const open = SEVERITIES.filter((severity) => severity !== "info").flatMap((severity) =>
    hits.filter((hit) => hit.severity === severity),
  );
  const fired = [...new Set(open.map((hit) => hit.ruleId))].map((id) => rules.get(id)!);
  return {
    suggestion: suggest(status, open, rules, anatomy),
    state: toState(status, open),
    referTo: referralOf(open, rules),
    reasons: fired.map((rule) => `${rule.name}（依据 ${rule.basis[0]}）`),
  };
}

/** What weighs most decides; of equals the first of the list, which begins with who may settle a state secret (武政办发〔2020〕75号 art. 12). */
function referralOf(open: readonly Weighed[], rules: ReadonlyMap<string, Rule>): Referral | null {
  const worst = SEVERITIES.map((severity) =>
    open.filter((hit) => hit.severity === severity).map(({ ruleId }) => rules.get(ruleId)?.referTo),
  ).find((asked) => asked.some((referral) => referral !== undefined));
  return REFERRALS.find((referral) => worst?.includes(referral)) ?? null;
}

function toState(status: Status, open: readonly Weighed[]): OpinionState {
  if (open.some((hit) => hit.severity === "block")) return "hold";
  if (status === "unexamined") return "unread";
  return open.length > 0 || status === "partial" ? "needs-review" : "nothing-found";
}

/** 主动公开 only where the document itself says so, all of it was read and nothing is left to decide. */
function suggest(
  status: Status,
  open: readonly Weighed[],
  rules: ReadonlyMap<string, Rule>,
  { disclosure }: Anatomy,
): Suggestion | null {
  const asked = open.map((hit) => verdictOn(hit, rules.get(hit.ruleId)));
  const stated = disclosure ? STATED[disclosure] : undefined;
  const strictest = STRICTNESS.find((suggestion) => asked.includes(suggestion) || stated === suggestion);
  if (strictest !== "主动公开") return strictest ?? null;
  return status === "examined" && open.length === 0 ? "主动公开" : null;
}

/**
 * What a hit asks for. One that weighs less than its rule (a mark whose term has run out, a row of a catalogue) asks for nothing: it is
 * not 仍在保密期限内, and a person has to decide.
 */
function verdictOn({ severity, category }: Weighed, rule: Rule | undefined): Suggestion | undefined {
  if (rule?.verdict === undefined) return severity === "block" ? ON_BLOCK[category] : undefined;
  return SEVERITIES.indexOf(severity) > SEVERITIES.indexOf(rule.severity) ? undefined : rule.verdict;
}

/** Whether the first is the stricter suggestion. */
export function isStricter(suggestion: Suggestion, other: Suggestion): boolean {
  return STRICTNESS.indexOf(suggestion) < STRICTNESS.indexOf(other);
}

/** 公开属性 as documents word it. */
const STATED: Readonly<Record<string, Suggestion>> = {
  主动公开: "主动公开",
  依申请公开: "依申请公开",
  删减后公开: "删减后公开",
  不予公开: "不予公开",
  免予公开: "不予公开",
  不公开: "不予公开",
};
