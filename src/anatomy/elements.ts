/** Text forms of the GB/T 9704-2012 elements, over folded lines without surrounding blanks. */

/** 份号, 7.2.1: six digits. */
export const COPY_NUMBER = /^(?:№|No\.?)?\s?(\d{6})$/iu;

/** 紧急程度, 7.2.3, and the two degrees only telegrams have. */
export const URGENCY = /^[【[（(]?(特急|加急|特提|平急)[】\]）)]?$/u;

const YEAR = "[〔[［【（(﹝〈<]\\s?(?:19|20)\\d{2}\\s?[〕\\]］】）)﹞〉>]";
const SERIES = "[\\u4e00-\\u9fa5A-Za-z]{1,16}";
const NUMBER = `${SERIES}\\s?${YEAR}\\s?第?\\s?\\d{1,5}\\s?号`;

/** 发文字号, 7.2.5, alone or with 签发人 on its line. */
export const DOCUMENT_NUMBER = new RegExp(
  `^(?:(?:发文字号|发电字号|文号)\\s?[:：]?\\s?)?(${NUMBER})(?=$|\\s|签发人)`,
  "u",
);

/** The number of a 令 or 公告: `第12号`. */
export const ORDER_NUMBER = /^(第\s?[\d一二三四五六七八九十百]{1,5}\s?号)$/u;

/** 签发人, 7.2.6. */
export const SIGNER = /签发人\s?[:：]\s?([\u4e00-\u9fa5·]{2,4}(?:[\s、][\u4e00-\u9fa5·]{2,4})*)/u;

/** An organ's name by its last word. */
export const ORGAN =
  /(?:人民政府|政府|委员会|办公厅|办公室|党组|党委|工委|纪委|县委|市委|省委|区委|法院|检察院|总局|管理局|局|厅|署|院|会|部|司|处|科|所|站|中心|总队|支队|大队|指挥部|领导小组|公司|学校|大学|医院|街道|镇|乡)$/u;

/** 发文机关标志, 7.2.4: the organ's name, with or without 文件. */
export const ISSUER = /^([\u4e00-\u9fa5（）()、\s]{3,40}?)\s?(?:文件|令|公告|通告)?$/u;

/** 文种 and the other last words of titles, 7.3.1. */
export const TITLE_END =
  /(?:通知|意见|决定|公告|通告|通报|报告|请示|批复|函|纪要|命令|令|决议|公报|议案|办法|规定|条例|细则|制度|规则|方案|预案|规划|计划|要点|总结|名单|公示|目录|指南|说明|简报|清单|讲话|规程|标准|解读|信息|情况|须知|启事|章程|办理情况|汇编)(?:[（(].{1,20}[）)])?$/u;

/** 主送机关, 7.3.2: ends with a colon. */
export const ADDRESSEE = /^([^，。；]{0,2}[^。；]{2,120})[:：]$/u;

/** 附注, 7.3.7: in brackets, after the date. */
export const NOTE = /^[（(]([^（）()]{2,40})[）)]$/u;

/** 公开属性 in the 版记 or head. */
export const DISCLOSURE =
  /(?:公开属性|信息公开选项|公开方式|公开类别|公开类型|信息公开属性)\s?[:：]\s?(主动公开|依申请公开|不予公开|免予公开|删减后公开|不公开)/u;

/** 印发机关和印发日期, 7.4.2. */
export const PRINTED = /印发$/u;

/** 附件说明, 7.3.4. */
export const ATTACHMENTS = /^附件\s?[:：]\s?(?:(\d{1,2})\s?[.．、]\s?)?(.{2,80})$/u;
export const NEXT_ATTACHMENT = /^(\d{1,2})\s?[.．、]\s?(.{2,80})$/u;
