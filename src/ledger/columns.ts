import type { Column, Fill, Kind } from "./column.ts";

interface MachineColumn<Key extends string> extends Column {
  readonly key: Key;
  readonly fill: Exclude<Fill, "people">;
}

interface Details {
  readonly kind?: Kind;
  readonly choices?: readonly string[];
  readonly mandatory?: boolean;
}

function machine(fill: Exclude<Fill, "people">) {
  return <const Key extends string>(
    key: Key,
    heading: string,
    width: number,
    details: Details = {},
  ): MachineColumn<Key> => ({ kind: "text", ...details, key, heading, width, fill });
}

/** Names the row; people may change what it says. */
const once = machine("once");
/** Says what the paper is; a person who corrects it is not overruled. */
const blank = machine("blank");
/** Says what the run found, and of which bytes. */
const always = machine("always");

interface PeopleColumn extends Column {
  readonly fill: "people";
}

function people(key: string, heading: string, width: number, details: Details = {}): PeopleColumn {
  return { kind: "text", ...details, key, heading, width, fill: "people" };
}

function peopleDate(key: string, heading: string, details: Details = {}): PeopleColumn {
  return people(key, heading, 12, { ...details, kind: "date" });
}

/** 武政办发〔2020〕75号 art. 5. */
const SUGGESTIONS = ["主动公开", "依申请公开", "删减后公开", "不予公开"];
const YES_NO = ["是", "否"];
const OPINIONS = ["同意", "不同意", "修改后再审", "送审"];

/** One step of the approval: opinion, signature, date. */
function approval(key: string, who: string, mandatory = false): readonly PeopleColumn[] {
  return [
    people(`${key}Opinion`, `${who}意见`, 15, { choices: OPINIONS, mandatory }),
    people(`${key}Signature`, `${who}签字`, 15, { mandatory }),
    peopleDate(`${key}Date`, `${who}签字日期`, { mandatory }),
  ];
}

/** The 台账: what the regulations and the forms in use ask for, in the order of the work. */
export const LEDGER_COLUMNS = [
  once("id", "序号", 12, { kind: "id" }),
  once("state", "状态", 9, {
    choices: ["草稿", "送审", "已审批", "不予公开", "已发布", "已撤下"],
    mandatory: true,
  }),
  once("registered", "登记日期", 12, { kind: "date" }),
  always("path", "文件路径", 34),
  always("container", "上级文件", 20),
  once("previous", "取代序号", 12, { kind: "id" }),
  blank("title", "信息名称（标题）", 34),
  blank("documentNumber", "文号", 20, { kind: "id" }),
  blank("issuer", "发文机关", 20),
  blank("jointIssuers", "联合机关", 20),
  blank("genre", "文种", 8),
  blank("writtenDate", "成文日期", 12, { kind: "date" }),
  blank("printedDate", "印发日期", 12, { kind: "date" }),
  always("level", "密级标识（检出）", 18),
  always("term", "保密期限", 10, { kind: "id" }),
  always("expires", "到期日", 12, { kind: "date" }),
  always("classificationState", "期限状态", 14),
  always("urgency", "紧急程度", 9),
  always("disclosure", "公开属性（检出）", 18),
  people("summary", "内容概述（100字以内）", 30),
  people("medium", "载体形式", 9, { choices: ["公文", "非公文"] }),
  people("origin", "信息来源", 14, { choices: ["自制", "转载"] }),
  people("manner", "公开方式", 12, {
    choices: ["主动公开", "针对特定人群", "依申请公开", "不公开"],
    mandatory: true,
  }),
  people("channel", "公开载体（栏目）", 16),
  peopleDate("plannedDate", "拟公开时间"),
  always("status", "检查状态", 10),
  always("opinionState", "检查意见", 18),
  always("unread", "没有查到的内容", 36),
  always("suggestion", "建议审查意见", 13, { choices: SUGGESTIONS }),
  always("reasons", "依据和理由", 44),
  always("block", "禁止", 7, { kind: "integer" }),
  always("review", "需审", 7, { kind: "integer" }),
  always("info", "提示", 7, { kind: "integer" }),
  always("points", "疑似涉密点（已遮蔽）", 46),
  people("opinion", "审查意见", 13, { choices: SUGGESTIONS, mandatory: true }),
  people("opinionReason", "审查意见的依据和理由", 36),
  people("reviewer", "审查人", 11, { mandatory: true }),
  peopleDate("opinionDate", "审查日期", { mandatory: true }),
  people("stateSecret", "涉及国家秘密", 14, { choices: YES_NO }),
  people("workSecret", "涉及工作秘密", 14, { choices: YES_NO }),
  people("tradeSecret", "涉及商业秘密", 14, { choices: YES_NO }),
  people("privacy", "涉及个人隐私", 14, { choices: YES_NO }),
  people("thirdParty", "征求第三方意见", 16),
  people("otherOrgans", "其他机关书面意见", 18),
  always("referTo", "建议送审去向", 16),
  people("sentTo", "送审去向", 16, { choices: ["保密行政管理部门", "业务主管部门", "会商", "原制发机关"] }),
  peopleDate("sentDate", "送审日期"),
  blank("replyDue", "应答复日期", 12, { kind: "date" }),
  people("reply", "答复意见", 16),
  ...approval("handler", "承办人", true),
  ...approval("section", "科室负责人"),
  ...approval("secrecy", "保密审查机构"),
  ...approval("secrecyLeader", "分管保密领导", true),
  ...approval("disclosureLeader", "分管信息公开领导", true),
  ...approval("chief", "主要领导（重要事项）"),
  ...approval("site", "网站责任人"),
  people("operator", "录入人员", 11, { mandatory: true }),
  people("publisher", "发布人", 11),
  peopleDate("publishedDate", "发布时间"),
  people("url", "发布网址", 24),
  always("publishDue", "公开期限", 12, { kind: "date" }),
  people("filedWith", "备案去向", 14),
  peopleDate("filedDate", "备案日期"),
  people("remedy", "处置", 9, { choices: ["删除", "整改"] }),
  peopleDate("remedyDate", "处置日期"),
  people("checkedBy", "人工查对人", 11),
  people("remark", "备注", 20),
  always("format", "格式", 8),
  always("bytes", "字节数", 12, { kind: "integer" }),
  always("pages", "页数", 7, { kind: "integer" }),
  always("sha256", "SHA-256", 26, { kind: "id" }),
  always("textSha256", "文字 SHA-256", 26, { kind: "id" }),
  always("tool", "工具版本", 16),
  always("rules", "规则摘要", 26, { kind: "id" }),
] as const;

type MachineKeys<Table extends readonly Column[]> = Extract<Table[number], MachineColumn<string>>["key"];
export type LedgerKey = MachineKeys<typeof LEDGER_COLUMNS>;

/** The sheet 检出问题: one row per finding, and what a person made of it. */
export const FINDING_COLUMNS = [
  once("id", "序号", 12, { kind: "id" }),
  always("path", "文件路径", 34),
  always("severity", "程度", 8),
  always("category", "类别", 16),
  once("place", "位置", 24),
  always("channel", "隐藏内容", 20),
  once("excerpt", "摘录（已遮蔽）", 40),
  always("message", "说明", 36),
  always("basis", "依据", 40),
  always("advice", "怎么办", 36),
  once("rule", "规则", 22, { kind: "id" }),
  always("standing", "最近一次检查", 12),
  always("accepted", "此前认可", 24),
  people("verified", "核实结果", 10, { choices: ["属实", "误报", "已处理"] }),
  people("action", "处置说明", 24),
  people("verifier", "核实人", 11),
  peopleDate("verifiedDate", "核实日期"),
  once("fingerprint", "指纹", 18, { kind: "id" }),
] as const;

export type FindingKey = MachineKeys<typeof FINDING_COLUMNS>;
