import type { MarkRule } from "../../model/rule.ts";

/** Brackets a printer may set a mark in. */
export const OPEN = "[（(【〔\\[「〖]";
export const CLOSE = "[）)】〕\\]」〗]";
/** Digits as printed, misread (`1O`) or written out. */
const NUMBER = "[\\dOoIl〇○零一二两三四五六七八九十百]{1,5}";

/** Alternatives of a regular expression, the longest first. */
export function any(words: readonly string[]): string {
  return [...words]
    .sort((a, b) => b.length - a.length)
    .map((word) => word.replace(/[\\^$.*+?()[\]{}|]/gu, "\\$&"))
    .join("|");
}

/** 绝密, 机密, 秘密 … */
export function level(rule: MarkRule): string {
  return any(rule.levels);
}

/** What may follow the star: a length of time, a day, an event, or words such as 长期 (1990 令第3号 art. 4). */
export function term(rule: MarkRule): string {
  const date = "(?:19|20)\\d{2}年\\d{1,2}月\\d{1,2}日[前止]?";
  const length = `${NUMBER}\\s?(?:年|个月|月|日|天)|半年`;
  const event = "[\\u4e00-\\u9fa5]{1,12}?前";
  return [date, length, any([...rule.openTerms, ...rule.conditions]), event].filter(Boolean).join("|");
}
