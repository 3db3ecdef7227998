import type { MarkRule } from "../../model/rule.ts";
import type { Match } from "../matcher.ts";
import { type Form, findAll, findOne } from "./form.ts";
import { CLOSE, level, OPEN, term } from "./words.ts";

/** A report of somebody else's paper: 经查，该文件密级为机密. */
const REPORTED = /(?:经查|认定|鉴定|案例|通报|例如|比如)[^。；]{0,30}$/u;
/** 文种 and other last words of a title (GB/T 9704-2012 7.3.1). */
const TITLE_END =
  "(?:报告|方案|意见|通知|通报|纪要|请示|批复|函|决定|总结|汇报|计划|规划|名单|情况|材料|预案|办法|讲话|简报|专报|要情|稿|清单|文件|图|表|安排|台账)";

/** `本件密级为机密`, `本报告为秘密级文件`: the paper says so of itself. */
export function stated(rule: MarkRule): Form {
  const subject = "(?:本|此|该|以上|上述)(?:件|文件|文|材料|资料|报告|电报|方案|表|图|内容|表数据)";
  const verb = "(?:[^，。；]{0,6}?(?:密级|等级))?(?:标注|标|定密|定|列|属于?|确定)?(?:为|是|属于?|[:：])";
  const pattern = new RegExp(
    `${subject}[^，。；]{0,12}?[，,]?${verb}["“]?(${level(rule)})级?(?:[ ]?★+[ ]?(${term(rule)}))?(?=["”]?(?:文件|材料|资料|事项|国家秘密|载体|[，。；,!！]|\\s|$))`,
    "gu",
  );
  return (line) =>
    findAll(pattern, line.text, "stated").map((match) => {
      const before = line.text.slice(0, match.start);
      return REPORTED.test(before) ? { ...match, severity: "info" as const, reason: "mention" } : match;
    });
}

/** `（秘密）` before or after a paragraph is a 密点 (1990 令第3号 art. 5); after a title it marks the paper. */
export function bracketed(rule: MarkRule): Form {
  const inside = `(${level(rule)})(?:级(?=\\s?★))?(?:\\s?★+\\s?(${term(rule)})?)?`;
  const item = "(?:[（(]?[一二三四五六七八九十\\d]{1,3}[)）]?[、.．]?)?";
  const head = new RegExp(`^\\s*${item}${OPEN}${inside}${CLOSE}(?![级是指为、，,和或及])`, "u");
  const tail = new RegExp(`[。！；]\\s?${OPEN}${inside}${CLOSE}\\s*$`, "u");
  const title = new RegExp(
    `(?:${TITLE_END}|^(?:关于|附?[表图件]\\s?\\d*)[^，。]{2,40})\\s?${OPEN}${inside}${CLOSE}\\s*$`,
    "u",
  );
  const afterTitle = new RegExp(`${TITLE_END}[ \\t]+(${level(rule)})()\\s*$`, "u");
  const review = (match: Match): Match => ({ ...match, severity: "review", reason: "after-title" });
  return (line) => {
    if (line.window) return [];
    const { text } = line;
    const isTitle = text.length <= 80 && !/[。；？]/u.test(text);
    return [
      ...findOne(head, text, "bracketed"),
      ...findOne(tail, text, "bracketed"),
      ...(isTitle
        ? [...findOne(title, text, "bracketed"), ...findOne(afterTitle, text, "bracketed")].map(review)
        : []),
    ];
  };
}
