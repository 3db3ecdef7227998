import type { Category } from "../model/index.ts";
import { type FormFile, type FormSource, isUnread, openFindings, written } from "./form-file.ts";
import { chineseDate } from "./words.ts";

const COUNTED: readonly Category[] = [
  "state-secret",
  "telegram",
  "work-secret",
  "trade-secret",
  "personal",
  "hidden",
];
const APPROVED = new Set(["已审批", "已发布"]);
/** Headings of the ledger without which an approval is not complete. */
const SIGNED = ["科室负责人", "分管保密领导", "分管信息公开领导"].flatMap((who) => [
  `${who}意见`,
  `${who}签字`,
  `${who}签字日期`,
]);
const PUBLISHED = ["发布人", "发布时间", "公开载体（栏目）"];

/** 自查情况统计表: what was counted. What only people know stays empty. */
export function statistics({ files, skipped }: FormSource) {
  const open = files.flatMap(openFindings);
  const of = (category: Category) => String(open.filter((finding) => finding.category === category).length);
  // Where nobody has written anything yet, a nought would say that nothing was done.
  const remedied = (what: string) =>
    filled(files, "处置") > 0 ? String(files.filter((file) => written(file, "处置") === what).length) : "";
  return {
    文件总数: String(files.length),
    问题文件数: String(files.filter((file) => openFindings(file).length > 0).length),
    未查文件数: String(files.filter(isUnread).length),
    跳过数: skipped === null ? "" : String(skipped),
    密级标志数: of("state-secret"),
    电报数: of("telegram"),
    工作秘密数: of("work-secret"),
    商业秘密数: of("trade-secret"),
    个人信息数: of("personal"),
    隐藏内容数: of("hidden"),
    其他疑点数: String(open.filter(({ category }) => !COUNTED.includes(category)).length),
    删除数: remedied("删除"),
    整改数: remedied("整改"),
  };
}

/** 检查目录: what the tool knows of an item, said as a fact and never as an answer. */
export function selfCheck(source: FormSource) {
  const { files, kind, checkedOn } = source;
  const having = (...categories: readonly Category[]) =>
    files.filter((file) => openFindings(file).some(({ category }) => categories.includes(category))).length;
  const read = files.filter(({ status }) => status !== "unexamined");
  const stated = read.filter(({ disclosure }) => disclosure !== null).length;
  const referred = files.filter(({ referTo }) => referTo !== null).length;
  const lapsed = files.filter((file) => file.lapsed).length;
  const unread = files.filter(isUnread).length;
  return {
    公开属性情况: `标明公开属性的文件 ${stated} 个，没有标明的 ${read.length - stated} 个，没有查到的 ${files.length - read.length} 个不计。公开方式、公开时间见台账。`,
    协商情况: `检出可能涉及安全稳定的文件 ${having("safety")} 个。是否会商由人填写。`,
    送审情况:
      `建议送审或者征求意见的文件 ${referred} 个` +
      (kind === "ledger" ? `，台账写明送审日期的 ${filled(files, "送审日期")} 个。` : "。是否送审见台账。"),
    解密情况: `检出密级标志已到期或者已解密的文件 ${lapsed} 个。解密手续由人核对。`,
    未解密文件情况: `检出密级标志的文件 ${having("state-secret")} 个，电报 ${having("telegram")} 个，受限文件名录所列的 ${having("restricted")} 个。`,
    文件来源情况: `检出其他机关制作、联合制作或者转发的文件 ${having("source")} 个。是否为公开发布的版本由人核对。`,
    审批登记情况: kind === "ledger" ? approvals(files) : "须用台账生成本表，才能统计审批登记。",
    检查记录情况: `${chineseDate(checkedOn)}检查文件 ${files.length} 个，没有查到或者没有查全的 ${unread} 个。${source.broken ? "这次检查没有做完。" : ""}`,
    发布登记情况: kind === "ledger" ? publications(files) : "须用台账生成本表，才能统计发布登记。",
  };
}

function filled(files: readonly FormFile[], heading: string): number {
  return files.filter((file) => written(file, heading) !== "").length;
}

function incomplete(files: readonly FormFile[], headings: readonly string[]): number {
  return files.filter((file) => headings.some((heading) => written(file, heading) === "")).length;
}

function approvals(files: readonly FormFile[]): string {
  const approved = files.filter((file) => APPROVED.has(written(file, "状态")));
  return `台账共 ${files.length} 行，写为已审批、已发布的 ${approved.length} 行，其中缺意见、签字或者日期的 ${incomplete(approved, SIGNED)} 行。`;
}

function publications(files: readonly FormFile[]): string {
  const published = files.filter((file) => written(file, "状态") === "已发布");
  return `台账写为已发布的 ${published.length} 行，其中缺发布人、发布时间或者公开载体的 ${incomplete(published, PUBLISHED)} 行。`;
}
