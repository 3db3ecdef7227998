import type { MarkRule } from "../../model/rule.ts";
import type { Match } from "../matcher.ts";
import { findAll } from "./form.ts";
import { any, level } from "./words.ts";

const TICK = "[☑☒✓✔√■●⊙]";
const BOX = "[□☐○◯]";
const BRACKETS = "[（(]\\s*√?\\s*[）)]|\\[[ xX√]?\\]";

/**
 * Reads a row of levels to choose from (`□绝密 ☑机密 □秘密`, `密级：绝密 机密 秘密`): only what is ticked counts. The tick stands before its
 * level, or after it where the boxes do.
 * @returns null for a line that offers no choice
 */
export function choiceReader(rule: MarkRule): (text: string) => Match[] | null {
  const levels = level(rule);
  const each = new RegExp(levels, "gu");
  const label = new RegExp(any(rule.labels), "u");
  const boxed = new RegExp(
    `(?:${BOX}|${TICK}|${BRACKETS})\\s?(?:${levels})|(?:${levels})\\s?(?:${BOX}|${TICK})`,
    "u",
  );
  const row = new RegExp(`(?:${any(rule.labels)})[\\s:：]*(?:${levels})[\\s/、,|]+(?:${levels})`, "u");
  const firstOption = new RegExp(`${levels}|公开|内部`, "u");
  const firstBox = new RegExp(`${BOX}|${TICK}|${BRACKETS}`, "u");
  const tickedAfter = new RegExp(`(${levels})()\\s?${TICK}`, "gu");
  const tickedBefore = new RegExp(
    `(?:${TICK}|\\[[xX√]\\]|[（(]\\s*√\\s*[）)])\\s?(${levels})()(?![\\u4e00-\\u9fa5])`,
    "gu",
  );
  return (text) => {
    const offered = new Set(text.match(each));
    const hasBoxes = boxed.test(text) && (offered.size > 1 || label.test(text));
    if (!hasBoxes && !row.test(text)) return null;
    const boxesFollow = text.search(firstOption) < text.search(firstBox);
    return findAll(boxesFollow ? tickedAfter : tickedBefore, text, "labelled");
  };
}
