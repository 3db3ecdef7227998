import type { DocumentNumberRule } from "../model/rule.ts";
import type { LineMatcher, Match } from "./matcher.ts";

/** 代字 + year in any bracket people use + number, 号 possibly lost (GB/T 9704-2012 7.2.5). */
const NUMBER =
  /([\u4e00-\u9fa5×A-Za-z]{1,24})\s?[〔[［【（(﹝〈<]\s?(?:19|20)[\d×]{2}\s?年?[〕\]］】）)﹞〉>]\s?第?\s?[\d×]{1,5}\s?号?/gu;
/** Words that introduce a cited number. */
const CITES = /(?:根据|按照|依据|依照|遵照|参照|转发|落实|执行|贯彻)[^。；\t]{0,40}$/u;
/** An unclosed bracket before the 代字: the number belongs to a cited title. */
const IN_BRACKETS = /[《（(〈“][^》）)〉”]{0,60}$/u;

/** 发文字号 of the listed series, told apart from numbers that are merely cited. */
export function documentNumberMatcher(rule: DocumentNumberRule): LineMatcher {
  return {
    scope: "line",
    rule,
    anchors: rule.series,
    match: (line) => {
      const matches: Match[] = [];
      for (const found of line.text.matchAll(NUMBER)) {
        const organ = found[1]!;
        if (!rule.series.some((series) => organ.endsWith(series))) continue;
        if (rule.except.some((series) => organ.endsWith(series))) continue;
        const before = line.text.slice(0, found.index);
        if (!rule.cited && (CITES.test(before + organ) || IN_BRACKETS.test(before))) continue;
        matches.push({ start: found.index, end: found.index + found[0].length });
      }
      return matches;
    },
  };
}
