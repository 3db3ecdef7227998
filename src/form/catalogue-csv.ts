import { BYTE_ORDER_MARK, csvLine } from "../wording/index.ts";
import type { FormData } from "./fields.ts";

const HEADINGS = ["序号", "名称", "文号", "内容概述", "产生日期", "公开时间"];

/** 主动公开目录 as CSV, for systems that take a list instead of a document. */
export function catalogueCsv({ tables }: FormData): string {
  const rows = tables.目录.map((row, index) =>
    csvLine([index + 1, row.文件标题, row.文号, row.内容概述, row.成文日期, row.公开时间]),
  );
  return BYTE_ORDER_MARK + csvLine(HEADINGS) + rows.join("");
}
