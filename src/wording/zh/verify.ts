import type { VerifyPhrases } from "../verify-phrases.ts";

export const verify: VerifyPhrases = {
  title: "发布内容与台账核对",
  ledger: (file, rows) => `台账：${file}，${rows} 行`,
  state: {
    approved: "与批准的一致",
    "approved-text": "文字与批准的一致，格式不同",
    changed: "与审批的不一致",
    missing: "台账中没有",
    unapproved: "审批手续不全",
    rejected: "未获准公开",
    stale: "批准早于登记",
    unread: "没有读到",
  },
  reason: {
    state: () => "台账状态为不予公开或已撤下",
    manner: () => "批准的公开方式不是主动公开",
    remedy: () => "台账处置为删除",
    refused: (who) => `${who}不同意公开`,
    "no-signature": (who) => `缺${who}签字`,
    "no-date": (who) => `缺${who}签字日期`,
    "bad-date": (who) => `${who}签字日期无法识别`,
    "future-date": (who) => `${who}签字日期晚于今天`,
    "no-opinion": (who) => `缺${who}意见`,
    "other-opinion": (who) => `${who}意见不是同意`,
    "no-registration": () => "登记日期空缺或无法识别",
    older: (who) => `${who}签字早于本行登记日期，签的不是这份文件`,
  },
  row: (id, line) => (id === "" ? `台账第 ${line} 行` : `台账 ${id}（第 ${line} 行）`),
  sameText: "正文文字相同，文件本身已改动",
  counts: (files, approved, byText) =>
    `范围内已发布 ${files} 个文件，与批准的一致 ${approved} 个${byText > 0 ? `（其中格式不同、文字一致 ${byText} 个）` : ""}`,
  outside: (count) => `范围以外 ${count} 个文件没有核对`,
  links: (count) => `链接 ${count} 个，其目标在原处核对`,
  noDigest: (lines) =>
    `台账有 ${lines.length} 行没有 SHA-256，对不上任何文件：第 ${lines.slice(0, 20).join("、")} 行${lines.length > 20 ? "等" : ""}`,
  noColumns: (headings) => `台账缺少必需的栏目：${headings.join("、")}`,
  notPublished: (count) => `台账中另有 ${count} 行已经批准、范围内没有发布`,
  result: {
    verified: "核对结果：范围内已发布的文件都与批准的一致",
    differs: "核对结果：有文件未经批准或与批准的不一致，请立即撤下核实",
    incomplete: "核对结果：没有核对完，不能作为依据",
  },
  basis: "依据：先审查、后公开；严格按审批后的内容公开，不得擅自更改",
};
