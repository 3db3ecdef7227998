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
    "“公开期限”为成文日期之后第 20 个工作日，只扣除了周末，没有扣除法定节假日和调休，请核对。",
    "“应答复日期”为送审日期之后第 5 个工作日，送审后填写。",
    "没有文号的，文号一栏写“信息”。标题、文号显示为“〔已隐去〕”的，是因为文件带有标志，请在内部另行登记。",
    "摘录已经遮蔽。本表记有敏感内容的位置，请按内部资料保管，不要随文件公开。",
    "未发现标志类问题不等于不涉密，须经人工审查批准后方可公开。",
  ],
  skipped: (count) => `本次另有 ${count} 个文件按设置或文件类型跳过，没有列入台账，见检查报告。`,
  findingsCut: (count) => `另有 ${count} 处问题，本表列不下，见检查报告。`,
  saved: {
    created: (path, rows) => `台账已写入 ${visible(path)}，共 ${rows} 行草稿。`,
    appended: (path, rows) => `台账 ${visible(path)} 末尾追加了 ${rows} 行草稿，原有各行没有改动。`,
    beside: (path, rows) =>
      `原有台账没有改动，本次 ${rows} 行草稿另存为 ${visible(path)}。并入原台账时请重排序号。`,
  },
};
