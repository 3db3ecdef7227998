import type { AnatomyLine } from "./lines.ts";
import { isNumber } from "./number.ts";
import { isItem } from "./sentence.ts";

/** 主送机关 wraps when there are many. */
const ADDRESSEE_LINES = 8;
/** Number, edition and 题注 that may stand between the title and it. */
const BETWEEN = 4;
const LONGEST = 300;
const NOT_ADDRESSED =
  /如下|以下|下列|现将|根据|为了|为进一步|按照|通知$|附件|联系|电话|时间|地点|目录|前言|摘要|主题词|抄送|来源|关于|：/u;
/** Whom a paper can be addressed to, by the last word. */
const ADDRESSED =
  /(?:政府|部门|单位|机构|机关|企业|公司|集团|组织|团体|委员会|委|办|办公厅|办公室|党组|党委|党支部|支部|党工委|工委|法院|检察院|人大|政协|局|厅|署|院|会|部|司|处|科|室|所|站|馆|台|社|中心|队|组|校|学校|大学|学院|医院|银行|街道|镇|乡|村|社区|园区|管委会|区|县|市|省|州|旗|同志|先生|女士|委员|代表|公民|群众|居民|市民|家长|师生|员工|干部|职工|成员|供应商|投标人|用户|人员|申请人|旅客|业主|企事业|者|军|军区|等)$/u;
const AFTERTHOUGHT = /[（(][^（）()]{1,60}[）)]$/u;

/** 主送机关, GB/T 9704-2012 7.3.2: the lines below the title up to the first colon, when they name somebody. */
export function findAddressee(lines: readonly AnatomyLine[]): string | null {
  let from = 0;
  while (from < BETWEEN && lines[from] && isBetween(lines[from]!)) from++;
  let text = "";
  for (const line of lines.slice(from, from + ADDRESSEE_LINES)) {
    if (/[。；！？]/u.test(line.text.split(/[:：]/u)[0]!) || isItem(line.text)) return null;
    text += line.text;
    if (/[:：]/u.test(line.text)) return accept(text.split(/[:：]/u)[0]!);
  }
  return null;
}

function isBetween(line: AnatomyLine): boolean {
  return /^[（(].*[）)]$/u.test(line.text) || isNumber(line);
}

function accept(text: string): string | null {
  const name = text.replace(/\s/gu, "");
  if (name.length < 2 || name.length > LONGEST || NOT_ADDRESSED.test(name)) return null;
  return ADDRESSED.test(name.replace(AFTERTHOUGHT, "")) || ADDRESSED.test(name) ? name : null;
}
