/** How a column is written: `id` is text a spreadsheet must not take for a number or a date. */
export type Kind = "text" | "id" | "integer" | "date";

export interface Column {
  /** Stable for ever; the heading may be reworded. */
  readonly key: string;
  readonly heading: string;
  /** In characters of the default face, a Chinese character counts two. */
  readonly width: number;
  readonly kind: Kind;
  /** Who fills it. The tool never writes into a column of people, but for a name it was given. */
  readonly by: "machine" | "people";
  readonly choices?: readonly string[];
}

interface MachineColumn<Key extends string> extends Column {
  readonly key: Key;
  readonly by: "machine";
}

function machine<const Key extends string>(
  key: Key,
  heading: string,
  width: number,
  kind: Kind = "text",
  choices?: readonly string[],
): MachineColumn<Key> {
  return { key, heading, width, kind, by: "machine", ...(choices === undefined ? {} : { choices }) };
}

interface PeopleColumn extends Column {
  readonly by: "people";
}

function people(
  key: string,
  heading: string,
  width: number,
  choices?: readonly string[],
  kind: Kind = "text",
): PeopleColumn {
  return { key, heading, width, kind, by: "people", ...(choices === undefined ? {} : { choices }) };
}

function peopleDate(key: string, heading: string): PeopleColumn {
  return people(key, heading, 12, undefined, "date");
}

const YES_NO = ["是", "否"];
const OPINIONS = ["同意", "不同意", "修改后再审", "送审"];

/** One step of the approval: opinion, signature, date. */
function approval(key: string, who: string): readonly PeopleColumn[] {
  return [
    people(`${key}Opinion`, `${who}意见`, 15, OPINIONS),
    people(`${key}Signature`, `${who}签字`, 15),
    peopleDate(`${key}Date`, `${who}签字日期`),
  ];
}

/** The 台账: what S0, S1, S3 of the regulations and the forms in use ask for, in the order of the work. */
export const LEDGER_COLUMNS = [
  machine("id", "序号", 12, "id"),
  machine("state", "状态", 9, "text", ["草稿", "送审", "已审批", "不予公开", "已发布", "已撤下"]),
  machine("registered", "登记日期", 12, "date"),
  machine("path", "文件路径", 34),
  machine("container", "上级文件", 20),
  machine("title", "信息名称（标题）", 34),
  machine("documentNumber", "文号", 20, "id"),
  machine("issuer", "发文机关", 20),
  machine("jointIssuers", "联合机关", 20),
  machine("genre", "文种", 8),
  machine("writtenDate", "成文日期", 12, "date"),
  machine("printedDate", "印发日期", 12, "date"),
  machine("level", "密级标识（检出）", 18),
  machine("term", "保密期限", 10, "id"),
  machine("expires", "到期日", 12, "date"),
  machine("classificationState", "期限状态", 14),
  machine("urgency", "紧急程度", 9),
  machine("disclosure", "公开属性（检出）", 18),
  people("summary", "内容概述（100字以内）", 30),
  people("medium", "载体形式", 9, ["公文", "非公文"]),
  people("origin", "信息来源", 14, ["自制", "转载"]),
  people("manner", "公开方式", 12, ["主动公开", "针对特定人群", "依申请公开", "不公开"]),
  people("channel", "公开载体（栏目）", 16),
  peopleDate("plannedDate", "拟公开时间"),
  machine("status", "检查状态", 10),
  machine("opinionState", "检查意见", 18),
  machine("unread", "没有查到的内容", 36),
  machine("suggestion", "建议审查意见", 13, "text", ["主动公开", "依申请公开", "删减后公开", "不予公开"]),
  machine("reasons", "依据和理由", 44),
  machine("block", "禁止", 7, "integer"),
  machine("review", "需审", 7, "integer"),
  machine("info", "提示", 7, "integer"),
  machine("points", "疑似涉密点（已遮蔽）", 46),
  people("stateSecret", "涉及国家秘密", 14, YES_NO),
  people("workSecret", "涉及工作秘密", 14, YES_NO),
  people("tradeSecret", "涉及商业秘密", 14, YES_NO),
  people("privacy", "涉及个人隐私", 14, YES_NO),
  people("thirdParty", "征求第三方意见", 16),
  people("otherOrgans", "其他机关书面意见", 18),
  machine("referTo", "建议送审去向", 16),
  people("sentTo", "送审去向", 16, ["保密行政管理部门", "业务主管部门", "会商", "原制发机关"]),
  peopleDate("sentDate", "送审日期"),
  peopleDate("replyDue", "应答复日期"),
  people("reply", "答复意见", 16),
  ...approval("handler", "承办人"),
  ...approval("section", "科室负责人"),
  ...approval("secrecy", "保密审查机构"),
  ...approval("secrecyLeader", "分管保密领导"),
  ...approval("disclosureLeader", "分管信息公开领导"),
  ...approval("chief", "主要领导（重要事项）"),
  ...approval("site", "网站责任人"),
  people("operator", "录入人员", 11),
  people("publisher", "发布人", 11),
  peopleDate("publishedDate", "发布时间"),
  people("url", "发布网址", 24),
  machine("publishDue", "公开期限", 12, "date"),
  people("filedWith", "备案去向", 14),
  peopleDate("filedDate", "备案日期"),
  people("remedy", "处置", 9, ["删除", "整改"]),
  peopleDate("remedyDate", "处置日期"),
  people("checkedBy", "人工查对人", 11),
  people("remark", "备注", 20),
  machine("format", "格式", 8),
  machine("bytes", "字节数", 12, "integer"),
  machine("pages", "页数", 7, "integer"),
  machine("sha256", "SHA-256", 26, "id"),
  machine("textSha256", "文字 SHA-256", 26, "id"),
  machine("tool", "工具版本", 16),
  machine("rules", "规则摘要", 26, "id"),
] as const;

type MachineKeys<Table extends readonly Column[]> = Extract<Table[number], MachineColumn<string>>["key"];
export type LedgerKey = MachineKeys<typeof LEDGER_COLUMNS>;

/** The sheet 检出问题: one row per finding, and what a person made of it. */
export const FINDING_COLUMNS = [
  machine("id", "序号", 12, "id"),
  machine("path", "文件路径", 34),
  machine("severity", "程度", 8),
  machine("category", "类别", 16),
  machine("place", "位置", 24),
  machine("channel", "隐藏内容", 20),
  machine("excerpt", "摘录（已遮蔽）", 40),
  machine("message", "说明", 36),
  machine("basis", "依据", 40),
  machine("advice", "怎么办", 36),
  machine("rule", "规则", 22, "id"),
  machine("accepted", "此前认可", 24),
  people("verified", "核实结果", 10, ["属实", "误报", "已删改", "已解密", "其他"]),
  people("action", "处置说明", 24),
  people("verifier", "核实人", 11),
  peopleDate("verifiedDate", "核实日期"),
] as const;

export type FindingKey = MachineKeys<typeof FINDING_COLUMNS>;
