/** Which files a form is about. */
export type Scope =
  /** one file: 一事一审 */
  | "one"
  /** those that can be put before a leader; others only when named */
  | "proposed"
  /** those that may stand in a public list */
  | "public"
  /** all of the report or ledger */
  | "all";

export interface FormKind {
  readonly id: string;
  /** The name by which people call it; taken on the command line too. */
  readonly name: string;
  readonly about: string;
  readonly scope: Scope;
  /** Name of the shipped template without `.docx`. */
  readonly template: string;
  /** What `--mode reply` takes instead. */
  readonly replyTemplate?: string;
  /** Not for papers that may be secret: it leaves the house. */
  readonly outward?: boolean;
}

/** The forms, in the order of the work. */
export const FORM_KINDS: readonly FormKind[] = [
  {
    id: "approval",
    name: "审批表",
    about: "政府信息公开保密审查审批表，附主动公开目录；--mode reply 为依申请公开答复审批表",
    scope: "proposed",
    template: "approval",
    replyTemplate: "approval-reply",
  },
  {
    id: "filing",
    name: "备案表",
    about: "信息公开保密审查备案表：初审、复审、备案",
    scope: "one",
    template: "filing",
  },
  {
    id: "referral",
    name: "送审单",
    about: "特殊信息保密审查送审单，写明应答复日期（五个工作日）",
    scope: "one",
    template: "referral",
  },
  {
    id: "third-party",
    name: "征求第三方意见函",
    about: "涉及商业秘密、个人隐私的，书面征求第三方意见",
    scope: "one",
    template: "third-party",
    outward: true,
  },
  {
    id: "joint-organ",
    name: "征求其他机关意见函",
    about: "联合发文或者其他机关制作的，书面征得同意",
    scope: "one",
    template: "joint-organ",
  },
  {
    id: "rectification",
    name: "整改通知",
    about: "整改通知和补救清单：逐个文件列出疑点、依据和建议处置",
    scope: "all",
    template: "rectification",
  },
  {
    id: "statistics",
    name: "自查情况统计表",
    about: "自查情况统计表，附检查结果的统计",
    scope: "all",
    template: "statistics",
  },
  {
    id: "checklist",
    name: "检查目录",
    about: "专项检查目录二十五项，工具所知的情况写在旁边",
    scope: "all",
    template: "checklist",
  },
  {
    id: "catalogue",
    name: "主动公开目录",
    about: "主动公开目录：名称、内容概述、产生日期、公开时间；--out 以 .csv 结尾时写成 csv",
    scope: "public",
    template: "catalogue",
    outward: true,
  },
];
