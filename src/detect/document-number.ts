import type { DocumentNumberRule } from "../model/rule.ts";
import type { LineMatcher, Match } from "./matcher.ts";

const YEAR = "(?:(?:19|20)[\\dO×]{2}|[一二][〇○零一二三四五六七八九]{3})";
const SEQUENCE = "[\\d×]{1,5}|[一二三四五六七八九十百]{1,5}";
/** 代字 + year in any bracket people use, or none, + number; 号 possibly lost where there are brackets (GB/T 9704-2012 7.2.5). */
const NUMBER = new RegExp(
  `([\\u4e00-\\u9fa5×A-Za-z]{1,24})\\s?(?:[〔[［【（(﹝〈<{｛]\\s?${YEAR}\\s?年?[〕\\]］】）)﹞〉>}｝]\\s?[-—]?\\s?第?\\s?(?:${SEQUENCE})\\s?号?|${YEAR}\\s?(?:年\\s?第|-)\\s?(?:${SEQUENCE})\\s?号)`,
  "gu",
);
/** Words that introduce a cited number. */
const CITES = /(?:根据|按照|依据|依照|遵照|参照|转发|见|落实|执行|贯彻)[^。；\t]{0,40}$/u;
/** Before a 代字 that must be whole, one or two characters are a place unless they introduce it: 洛中发 is no 中发. */
const PLACE =
  /^(?!根据|按照|依据|依照|遵照|参照|转发|落实|执行|贯彻|学习|传达|见|按|以|据|和|与|及|即).{1,2}$/u;
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
        if (!rule.series.some((series) => names(organ, series, rule.whole === true))) continue;
        if (rule.except.some((series) => organ.endsWith(series))) continue;
        const before = line.text.slice(0, found.index);
        if (!rule.cited && (CITES.test(before + organ) || IN_BRACKETS.test(before))) continue;
        matches.push({ start: found.index, end: found.index + found[0].length });
      }
      return matches;
    },
  };
}

function names(organ: string, series: string, whole: boolean): boolean {
  return organ.endsWith(series) && !(whole && PLACE.test(organ.slice(0, -series.length)));
}
