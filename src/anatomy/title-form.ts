import { DATE } from "./dates.ts";

/** The 15 文种 of 党政机关公文处理工作条例 art. 8. */
const KINDS = "决议|决定|命令|令|公报|公告|通告|意见|通知|通报|报告|请示|批复|议案|函|纪要";
/** Other last words of titles, 7.3.1. */
const OTHERS =
  "办法|规定|条例|细则|制度|规则|方案|预案|规划|计划|要点|总结|名单|公示|目录|指南|说明|简报|清单|讲话|规程|标准|解读|情况|须知|启事|章程|汇编|解释|安排|守则|声明|决定书|通知书|倡议书|表彰|职责|纲要|措施|简章|答复|法";
/** （试行）, （2021年修订）, （征求意见稿） */
const EDITION = "[（(][^（）()。，；：]{1,20}[）)]";

const ENDS = new RegExp(`(?:${KINDS}|${OTHERS})(?:${EDITION}){0,2}$`, "u");
const KIND_ALONE = new RegExp(`^(?:${KINDS}|公示|启事|声明)$`, "u");
const GOES_ON = new RegExp(`^(?:的|(?:${KINDS}|公示)(?:${EDITION})?$)`, "u");
export const EDITION_LINE =
  /^[（(](?:[^（）()]{0,12}(?:试行|暂行|修订|修正|草案|稿|版|本|[一二三四五六七八九十]))[）)]$/u;
/** How running text begins, and no title. */
const OPENING_OF_TEXT =
  /^(?:根据|按照|依据|为了|为进一步|为切实|为深入|为贯彻|为加强|为做好|为规范|为全面|经|现将|现就|兹|近年|近日|近期|日前|今天|目前|截至|本[^市省县区州级]|我[^国市省县区州]|我市|你|该|此|凡是|对于|随着|自\d|附件?\s?\d{0,2}\s?[:：]|注\s?[:：]|联系|电话|欢迎|收到|接到|记者|据)/u;
const LABELLED = /^[\p{Script=Han}]{2,8}\s?[:：]/u;
/** `第一篇：` of a compilation, `标题：` of a metadata table. */
const PREFIX =
  /^(?:第[一二三四五六七八九十\d]{1,3}[篇部]|篇[一二三四五六七八九十\d]{1,3}|文件名称|文件标题|信息名称|标题|名称)\s?[:：\t]\s?/u;
const LONGEST = 150;
const BRACKETED_DATE = new RegExp(`[（(]\\s?(${DATE.source})\\s?[）)]$`, "u");

/** Whether a title can stop here: it ends in a 文种 or another last word of titles, and no bracket is open. */
export function isComplete(title: string): boolean {
  if (KIND_ALONE.test(title)) return true;
  return title.length >= 5 && ENDS.test(title) && isBalanced(title);
}

/** Whether a following line belongs to a title that could stop: `的通知`. */
export function goesOn(line: string): boolean {
  return GOES_ON.test(line);
}

/** Whether a text can be a title at all, whatever it ends in: running text and labels cannot. */
export function canBeTitle(text: string): boolean {
  if (text.length > LONGEST || text.length < 2 || !/\p{Script=Han}/u.test(text)) return false;
  if (/[。；;！!？?\t|=<>{}]|[:：,，、]$/u.test(text)) return false;
  if (/[,，]/u.test(text) && !/关于|^[“《]/u.test(text)) return false;
  return !OPENING_OF_TEXT.test(text) && !LABELLED.test(text);
}

export function isBalanced(text: string): boolean {
  const count = (mark: RegExp) => text.match(mark)?.length ?? 0;
  return (
    count(/《/gu) === count(/》/gu) && count(/[（(]/gu) === count(/[）)]/gu) && count(/“/gu) === count(/”/gu)
  );
}

export function withoutPrefix(text: string): string {
  return text.replace(PREFIX, "");
}

/** A date in brackets at the end of a title is its 成文日期, not a part of it. */
export function splitDate(title: string): { readonly title: string; readonly date: string | null } {
  const found = BRACKETED_DATE.exec(title);
  return found ? { title: title.slice(0, found.index), date: found[1]! } : { title, date: null };
}
