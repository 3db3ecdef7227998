import { isHeadMark } from "./head.ts";
import { nameInFileMark, nameInOrderMark } from "./issuer-mark.ts";
import type { AnatomyLine } from "./lines.ts";
import { isNumber } from "./number.ts";

const ISSUE =
  /^[（(]?(?:总?第\s?[\d一二三四五六七八九十百]{1,4}\s?期|(?:19|20)\d{2}年第\s?\d{1,4}\s?期)[）)]?/u;
const METADATA =
  /^(?:索\s?引\s?号|主题分类|主题词|体裁|组配|发文机关|发布机构|发布单位|成文日期|发文日期|发布日期|生成日期|发文字号|文号|有\s?效\s?性|公开\S{2,4}|信息公开\S{2,4}|来源|浏览次数|签发人|会签|发往|等级|签批盖章)\s?[:：\t]/u;
const NO_TITLE = /^(?:目\s?录|附\s?件\s?\d*|附录|正文|首页|打印|关闭)$|传真电报$|^密码电报$|^明传电报$/u;

/** What stands above titles: the 版头, an issue's number, the fields of a web page or telegram. */
export function isFurniture(line: AnatomyLine): boolean {
  const { text } = line;
  if (isHeadMark(line) || isNumber(line) || text === "文件" || ISSUE.test(text)) return true;
  if (METADATA.test(text) || /^[（(]?第.{1,8}号[）)]?$/u.test(text) || /^\d{4}年第\d{1,4}号$/u.test(text))
    return true;
  return nameInFileMark(text) !== null || nameInOrderMark(text) !== null || NO_TITLE.test(text);
}
