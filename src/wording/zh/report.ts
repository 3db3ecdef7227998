import type { Totals } from "../../model/index.ts";
import type { ReportPhrases } from "../report-phrases.ts";

function steps(totals: Totals): string[] {
  const list: string[] = [];
  if (totals.unexamined + totals.partial > 0)
    list.push(
      "先处理“没有查到或没有查全的文件”：每个文件下面写明了原因和办法，处理后重新检查，查清之前不要公开。",
    );
  if (totals.block > 0)
    list.push("有“禁止”问题的文件暂停公开：对照原文逐条核实，按“怎么办”处理；拿不准的，按“送审去向”报送。");
  if (totals.review > 0) list.push("有“需审”问题的文件，由保密审查人员逐条判断，并写下依据和理由。");
  if (totals.info > 0) list.push("“提示”供参考，看一遍即可。");
  if (totals.skipped > 0) list.push(`核对已跳过的 ${totals.skipped} 个文件，确认它们不在公开范围之内。`);
  list.push("在台账中填写审查意见，办完审批手续之后再公开；文件有改动的，重新检查。");
  return list;
}

export const report: ReportPhrases = {
  title: "信息公开保密检查报告",
  subtitle: "供保密审查人员参考，不是审查结论",
  unit: "单位",
  date: "检查日期",
  scope: "检查范围",
  conclusion: "检查结果",
  counts: "检查情况",
  found: "找到文件",
  members: "压缩包和文件内嵌的文件",
  imagesUnread: "没有识别文字的图片",
  accepted: "此前已由人认可",
  nextSteps: "接下来怎么办",
  steps,
  overview: "文件一览",
  file: "文件",
  status: "检查状态",
  state: "检查意见",
  findings: "发现的问题",
  suggestion: "建议审查意见",
  noSuggestion: "由审查人员填写",
  referTo: "送审去向",
  reasons: "依据和理由",
  anatomy: "文件要素",
  anatomyAbsent: "没有找到",
  notices: "没有查到的内容和说明",
  place: "位置",
  excerpt: "摘录（已遮蔽）",
  basis: "依据",
  advice: "怎么办",
  category: "类别",
  severity: "程度",
  message: "说明",
  hiddenContent: "隐藏内容",
  viaOcr: "据图片文字识别",
  container: "所在文件",
  kind: "事项",
  rule: "规则",
  pages: (count) => `${count} 页`,
  bytes: (count) =>
    count < 1024
      ? `${count} 字节`
      : count < 2 ** 20
        ? `${Math.round(count / 1024)} KB`
        : `${(count / 2 ** 20).toFixed(1)} MB`,
  times: (count) => `${count} 处`,
  more: (count) => `另有 ${count} 处，见报告文件`,
  notListed: (count) => `另有 ${count} 处同类问题没有逐一列出`,
  acceptedBy: (reviewer, date, reason) => `${reviewer} 于 ${date} 认可：${reason}`,
  statedOpen:
    "文件标明公开属性为主动公开，全文已检查，未发现须处理的标志和信息（依据 《中华人民共和国政府信息公开条例》第十三条）",
  notCounted: (accepted) => `另有 ${accepted} 处问题此前已由人认可，不计入本意见，认可人和理由见各条`,
  baseline: "认可清单",
  baselineUsed: (file, entries, invalid, accepted) =>
    `${file}，共 ${entries} 条${invalid > 0 ? `，其中 ${invalid} 条到期或无效` : ""}；本次认可 ${accepted} 处`,
  expires: (date) => `至 ${date}`,
  group: {
    unread: "没有查到或没有查全的文件",
    doubtful: "有疑点的文件",
    quiet: "未发现标志类问题的文件",
    skipped: "已跳过的文件",
  },
  groupNote: {
    unread: "这些文件或其中的一部分没有查到，不能当作没有问题。",
    doubtful: "先看“禁止”，再看“需审”。摘录中的敏感内容已经遮蔽，请对照原文件核实。",
    quiet: "没有发现标志和格式上的问题。内容是否涉密，仍须人工审查。",
    skipped: "按设置或文件类型没有检查，请确认它们不在公开范围之内。",
  },
  filter: "筛选",
  search: "查找文件名或内容",
  all: "全部",
  reset: "显示全部",
  shown: "显示 {shown} 个文件，共 {total} 个。",
  alwaysShown: "没有查到或没有查全的文件始终显示。",
  furtherPlaces: (count) => `其余 ${count} 处`,
  reviewer: "审查人",
  exportDecisions: "导出审查记录",
  expandAll: "全部展开",
  collapseAll: "全部收起",
  decided: "已记录 {count} 项。记录只在本页，关闭之前请导出；导出的文件可用于登记台账和认可。",
  reviewerMissing: "请先填写审查人姓名。",
  reasonMissing: "有一项没有写理由，请补上。",
  decision: "处理",
  verdict: { 属实: "属实", 误报: "误报", 已处理: "已处理" },
  opinion: "审查意见",
  reason: "理由",
  decide: "记录处理意见",
  giveOpinion: "记录审查意见",
  preview: "预览",
  previewRefused: {
    unread: "这份文件没有全部读到，不作预览。",
    withheld: "这份文件可能涉密，或属于不得外传的内容，不作预览。请只在规定的场所查看原件。",
    unplaced: "需要遮盖的内容在页面上没有逐处对上，不作预览。请对照原件查看。",
    unpainted: "这份文件画不出预览。请对照原件查看。",
    enough: "预览的份数已满，这份文件没有预览。可以单独检查它。",
  },
  previewOf: (place) => `${place}的预览，个人信息已遮盖`,
  previewPages:
    "红框是发现的位置，灰块遮盖个人信息、较长的数字和隐藏的文字。只画文字和表格线：图片、印章、批注和表单没有画出，字体未嵌入的字画成黑色方块。",
  previewOmitted: (count) => `另有 ${count} 页有发现，没有画出。`,
  previewText:
    "底色标出与发现相同的文字，星号代替个人信息、较长的数字和隐藏的文字。只有正文和表格：图片、页眉页脚和批注没有列出。",
  previewCut: "文字较长，后面的没有列出。",
  signatures: "签署",
  signers: ["审查人", "保密审查机构负责人", "单位分管领导"],
  signedOn: "日期",
  limits: "本工具看不到什么",
  blindSpots: [
    "没有标志、但内容涉密的信息，本工具判断不了，只能由熟悉业务的人判断。",
    "标为“未能检查”“部分检查”的文件，以及没有识别文字的图片，其中的内容没有看过。",
    "几份材料单看无碍、合在一起可能涉密的情形，须由人判断。",
    "检查依靠词库和格式规则。换了写法、用了代号或简称的，可能查不出来；查出来的，也可能是误报。",
    "语音、视频、照片中的画面，以及计算机和存储介质的管理情况，不在检查范围之内。",
  ],
  keep: "本报告记有敏感内容的位置，请按内部资料保管，不要随文件公开。",
  particulars: "检查所用的工具和规则",
  tool: "工具",
  segmenter: "分词",
  rules: "规则摘要",
  ruleCount: (count) => `${count} 条`,
  ruleChanges: "本次停用或调整的规则",
  ruleChange: (id, severity, reason) =>
    `${id === "*" ? "其余规则" : id}：${severity === null ? "停用，没有检查" : `改为“${severity}”`}${reason ? `（${reason}）` : ""}`,
  config: "设置文件",
  none: "无",
  startedAt: "开始",
  finishedAt: "结束",
  thresholds: "读取上限",
};
