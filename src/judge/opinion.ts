import type { Anatomy, Opinion, OpinionState, Status, Suggestion } from "../model/review.ts";
import type { Category, Rule } from "../model/rule.ts";
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
  const open = hits.filter((hit) => hit.severity !== "info");
  const fired = [...new Set(open.map((hit) => hit.ruleId))].map((id) => rules.get(id)!);
  return {
    suggestion: suggest(status, open, rules, anatomy),
    state: toState(status, open),
    referTo: fired.find((rule) => rule.referTo)?.referTo ?? null,
    reasons: fired.map((rule) => `${rule.name}（依据 ${rule.basis[0]}）`),
  };
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
  const asked = open.map(
    (hit) =>
      rules.get(hit.ruleId)?.verdict ?? (hit.severity === "block" ? ON_BLOCK[hit.category] : undefined),
  );
  const stated = disclosure ? STATED[disclosure] : undefined;
  const strictest = STRICTNESS.find((suggestion) => asked.includes(suggestion) || stated === suggestion);
  if (strictest !== "主动公开") return strictest ?? null;
  return status === "examined" && open.length === 0 ? "主动公开" : null;
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
