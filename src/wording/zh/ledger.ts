import type { LedgerPhrases } from "../ledger-phrases.ts";
import { visible } from "../visible.ts";

export const ledger: LedgerPhrases = {
  rows: "台账",
  findings: "检出问题",
  guide: "说明",
  guideTitle: "填写说明",
  draft: "草稿",
  noNumber: "信息",
  guideLines: [
    "白底各列由工具填写，浅黄底各列由人填写。工具不填写任何审查意见、签字和审批日期。",
    "“状态”为“草稿”的行还没有经过审批。审批手续办完之后，由录入人员改为“已审批”或“不予公开”。",
    "“建议审查意见”只供参考；空着表示工具给不出建议，由审查人员填写。",
    "“SHA-256”对应检查时的那个文件。文件有改动的，须重新检查、重新审批。",
    "“公开期限”为成文日期之后第 20 个工作日，“应答复日期”为送审日期之后第 5 个工作日。节假日和调休按 secreview.yaml 的 calendar 计算，没有设置的只扣除周末，请核对。",
    "再次检查时，内容没有变化的文件只更新白底各列；内容有变化的另起一行，“取代序号”写明它取代哪一行。人填写的内容工具不改动，序号用过不再使用。",
    "可以排序、筛选、隐藏、增加和移动列，可以改工作表的名称；请不要改动各列的名称。",
    "没有文号的，文号一栏写“信息”。标题、文号显示为“〔已隐去〕”的，是因为文件带有标志，请在内部另行登记。",
    "摘录已经遮蔽。本表记有敏感内容的位置，请按内部资料保管，不要随文件公开。",
    "未发现标志类问题不等于不涉密，须经人工审查批准后方可公开。",
  ],
  skipped: (count) => `本次另有 ${count} 个文件按设置或文件类型跳过，没有列入台账，见检查报告。`,
  findingsCut: (count) => `另有 ${count} 处问题，本表列不下，见检查报告。`,
  withheld: "〔已隐去〕",
  found: "检出",
  gone: "未再检出",
  contentBelow: (row) => `台账第 ${row} 行在各行下面另有内容（如合计），新的行写在它的下面，请核对。`,
  saved: {
    created: (path, rows) => `台账已写入 ${visible(path)}，共 ${rows} 行草稿。`,
    appended: (path, rows, updated) =>
      `台账 ${visible(path)} 新增 ${rows} 行草稿，更新 ${updated} 行的检查结果，人填写的内容没有改动。`,
    beside: (path, rows) =>
      `原有台账没有改动，本次 ${rows} 行草稿另存为 ${visible(path)}。原台账能用以后重新检查一次即可写入。`,
  },
  problem: {
    blank: ({ id, row, what }) => `${id}（第 ${row} 行）没有填写：${what}`,
    formula: ({ id, row, what }) => `${id}（第 ${row} 行）是公式，无法判定，请改为填写的内容：${what}`,
    "no-file": ({ id, row, path }) => `${id}（第 ${row} 行）找不到文件：${path}`,
    "no-row": ({ path }) => `文件没有列入台账：${path}`,
    changed: ({ id, row, path }) => `文件与台账 ${id}（第 ${row} 行）登记的内容不一致：${path}`,
    "reply-overdue": ({ id, row, what, due }) =>
      `${id}（第 ${row} 行）送审“${what}”后应于 ${due} 前答复，已经逾期`,
    "publish-overdue": ({ id, row, due }) => `${id}（第 ${row} 行）公开期限 ${due} 已过，还没有发布时间`,
    "not-a-day": ({ id, row, what }) => `${id}（第 ${row} 行）日期写法无法识别：${what}`,
    "unread-file": ({ path, what }) => `文件读不出来，无法与台账核对：${path} ${what}`.trim(),
    "no-column": ({ what }) => `台账缺少必填的栏目：${what}`,
    "same-id": ({ id, row }) => `序号 ${id} 重复（第 ${row} 行）`,
  },
  checked: (rows, problems) =>
    problems === 0 ? `台账共 ${rows} 行，没有发现缺漏。` : `台账共 ${rows} 行，有 ${problems} 处需要处理。`,
  refused: {
    "no-row": "台账里没有对应的行",
    changed: "台账里的这个文件是另一个版本，请按新版本重新审查",
    "someone-else": "已由他人填写，没有改动",
    formula: "单元格是公式，没有改动",
    "no-column": "台账没有填写这一项的栏目",
    unclear: "同一文件有多处相同的问题，无法对应到行",
  },
  applied: (path, written, refused) =>
    `审查决定写入 ${visible(path)}：${written} 条已写入${refused > 0 ? `，${refused} 条没有写入` : ""}。`,
};
