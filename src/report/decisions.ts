/** What a reviewer may say of a finding, and of a file (武政办发〔2020〕75号 art. 5). Written as they stand into the decisions file. */
export const DECISIONS = ["属实", "误报", "已处理"] as const;
export const SUGGESTION_WORDS = ["主动公开", "依申请公开", "删减后公开", "不予公开"] as const;

/** `schema` of the file that the page exports and that `accept` and `ledger apply` read. */
export const DECISIONS_SCHEMA = "secreview-decisions/1";
