import { visible, wording } from "../wording/index.ts";
import { type Calendar, workingDaysAfter } from "./calendar.ts";
import { selfCheck, statistics } from "./counts.ts";
import {
  commonly,
  digestOf,
  isWeighty,
  nameOf,
  namesOf,
  numberOf,
  points,
  problemOf,
  reasons,
  remarks,
} from "./describe.ts";
import type { FormData, TableRow } from "./fields.ts";
import { type FormFile, type FormSource, isUnread, openFindings, written } from "./form-file.ts";
import type { Selection } from "./select.ts";
import { chineseDate, lines, unique } from "./words.ts";

const SEE_LIST = "见目录";
const RULES_DIGEST = /^(?:sha256:)?([0-9a-f]{12})[0-9a-f]*$/u;

/** What is said on the command line. */
export interface FormRequest {
  /** YYYY-MM-DD, the day the form is made. */
  readonly today: string;
  readonly unit: string | null;
  readonly number: string | null;
  /** 重要敏感信息, whatever was found. */
  readonly weighty: boolean;
  readonly calendar: Calendar;
}

/** Everything a template can ask for. What only people can say is left out of it, so no template can claim it. */
export function formData(source: FormSource, selection: Selection, request: FormRequest): FormData {
  const { files } = selection;
  return {
    fields: {
      ...runFields(source, request),
      ...paperFields(files),
      检查提示: remarks(selection, source.broken),
      疑点: points(files),
      依据和理由: reasons(files),
      建议审查意见: unique(files.map(({ suggestion }) => suggestion ?? ""))
        .filter(Boolean)
        .join("、"),
      建议送审去向: unique(files.map(({ referTo }) => (referTo ? wording("zh").referral[referTo] : "")))
        .filter(Boolean)
        .join("、"),
      ...replyFields(files, request),
      ...statistics(source),
      ...selfCheck(source),
    },
    tables: {
      目录: files.map(catalogueRow),
      问题清单: files
        .filter((file) => openFindings(file).length > 0)
        .map((file, index) => ({ 序号: String(index + 1), ...problemOf(file) })),
      未查清单: files.filter(isUnread).map((file, index) => ({
        序号: String(index + 1),
        文件路径: file.path,
        原因: lines(file.unread),
      })),
    },
    conditions: { 重要敏感: request.weighty || isWeighty(files) },
  };
}

function runFields({ unit, checkedOn, tool, rules }: FormSource, request: FormRequest) {
  const digest = RULES_DIGEST.exec(rules)?.[1] ?? "";
  return {
    单位名称: visible(request.unit ?? unit ?? ""),
    编号: visible(request.number ?? ""),
    填表日期: chineseDate(request.today),
    检查日期: chineseDate(checkedOn),
    规则版本: visible(`${tool}${digest === "" ? "" : `，规则 ${digest}`}`),
  };
}

function paperFields(files: readonly FormFile[]) {
  const only = files.length === 1 ? files[0]! : null;
  const common = (of: (file: FormFile) => string) => (only ? of(only) : SEE_LIST);
  return {
    信息名称: namesOf(files),
    份数: String(files.length),
    文号: common(numberOf),
    发文机关: visible(unique(files.flatMap(({ issuers }) => issuers)).join("、")),
    成文日期: common(({ writtenDate }) => chineseDate(writtenDate ?? "")),
    公开属性: common(({ disclosure }) => visible(disclosure ?? "")),
    密级标志: visible(
      unique(files.map(({ mark }) => mark ?? ""))
        .filter(Boolean)
        .join("、"),
    ),
    校验码: common(digestOf),
    内容概述: commonly(files, "内容概述（100字以内）"),
    公开载体: commonly(files, "公开载体（栏目）"),
    拟公开时间: chineseDate(commonly(files, "拟公开时间")),
    录入人员: commonly(files, "录入人员"),
  };
}

/** 送审日期 as people wrote it, else today; and the day the answer is due. */
function replyFields(files: readonly FormFile[], { today, calendar }: FormRequest) {
  const sent = commonly(files, "送审日期");
  const from = /^\d{4}-\d{2}-\d{2}$/u.test(sent) ? sent : today;
  const { day, unknownYears } = workingDaysAfter(from, calendar.deadlines.reply, calendar);
  return {
    送审日期: chineseDate(from),
    应答复日期: chineseDate(day),
    日历说明:
      unknownYears.length === 0
        ? "已扣除法定节假日，计入调休上班的周末。"
        : `${unknownYears.join("、")}年的节假日安排没有列入，只扣除了周末，请核对。`,
  };
}

function catalogueRow(file: FormFile, index: number): TableRow<"目录"> {
  return {
    序号: String(index + 1),
    文号: numberOf(file),
    文件标题: nameOf(file),
    成文日期: chineseDate(file.writtenDate ?? ""),
    内容概述: visible(written(file, "内容概述（100字以内）")),
    公开时间: chineseDate(written(file, "发布时间") || written(file, "拟公开时间")),
    公开属性: visible(file.disclosure ?? ""),
    校验码: digestOf(file),
  };
}
