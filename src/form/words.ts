import type { OpinionState, Severity } from "../model/index.ts";
import { visible } from "../wording/index.ts";

/** What the tool says of a file, in words that nobody can take for a decision. The worst first. */
export const STATES: Readonly<Record<OpinionState, string>> = {
  hold: "建议暂停公开",
  unread: "没有查到",
  "needs-review": "需人工复核",
  "nothing-found": "未发现标志类问题",
};

export const SEVERITY: Readonly<Record<Severity, string>> = { block: "禁止", review: "需审", info: "提示" };

/** The sentence every form ends its machine part with. */
export const CLOSING = "以上是工具的提示，不是审查意见；没有查出问题的，也须经人工审查批准后方可公开。";

/** `2026年9月22日`; what is no date stays as it is. */
export function chineseDate(iso: string): string {
  const [, year, month, day] = /^(\d{4})-(\d{1,2})-(\d{1,2})$/u.exec(iso) ?? [];
  return year ? `${year}年${Number(month)}月${Number(day)}日` : visible(iso);
}

/** Several sentences, one a line. Only breaks of ours are breaks. */
export function lines(sentences: readonly string[]): string {
  return sentences.map(visible).join("\n");
}

/** The first `most`, and how many more there are. */
export function atMost(sentences: readonly string[], most: number, unit: string): string[] {
  const rest = sentences.length - most;
  return rest > 0 ? [...sentences.slice(0, most), `另有 ${rest} ${unit}，见检查报告。`] : [...sentences];
}

export function unique(texts: readonly string[]): string[] {
  return [...new Set(texts)];
}
