import { wordFile } from "./package.ts";
import { FACE, headings, paragraph, SIGNATURE, table, title } from "./word.ts";

/** 整改通知（补救清单） of a sweep: what was found in what is or will be published, and what people did about it. */
export function rectification(): Uint8Array {
  const found = [650, 3100, 3950, 3300, 1500, 1450] as const;
  const unread = [650, 4600, 8700] as const;
  const text = { size: 28, indent: true, align: "both" } as const;
  const body =
    title("政府信息公开保密审查整改通知") +
    paragraph("编号：{{编号}}　　　　填表日期：{{填表日期}}", { align: "right", size: 21, before: 120 }) +
    paragraph("＿＿＿＿＿＿＿＿＿＿＿＿：", { size: 28, before: 120 }) +
    paragraph(
      "{{检查日期}}检查文件 {{文件总数}} 个，下列 {{问题文件数}} 个文件有须处理的疑点，{{未查文件数}} 个文件没有查到或者没有查全。请逐项对照原文核实；属实的，立即停止公开、撤下已公开的内容，保存证据，采取补救措施，并按规定报告。处理完毕之后填写处置措施和日期，于　　年　　月　　日前书面反馈。",
      text,
    ) +
    paragraph("（印章）　　　　年　　月　　日　　", { size: 28, align: "right", before: 120 }) +
    paragraph("补救清单", { face: FACE.label, size: 30, align: "center", pageBreak: true }) +
    table(found, [
      headings(found, [
        "序号",
        "文　件",
        "疑点和位置（已遮蔽）",
        "依据和建议",
        "处置措施",
        ["处置人", "日　期"],
      ]),
      {
        height: 900,
        split: true,
        cells: [
          { text: "{{#问题清单}}{{序号}}", width: found[0], align: "center", size: 21, vertical: "top" },
          { text: "{{文件路径}}", width: found[1], size: 21, vertical: "top" },
          { text: "{{疑点}}", width: found[2], size: 21, vertical: "top" },
          { text: ["{{依据}}", "{{建议处置}}"], width: found[3], size: 21, vertical: "top" },
          { text: "", width: found[4] },
          { text: "{{/问题清单}}", width: found[5] },
        ],
      },
    ]) +
    paragraph("没有查到或者没有查全的文件（查清之前不得公开）", { face: FACE.label, size: 28, before: 300 }) +
    table(unread, [
      headings(unread, ["序号", "文　件", "原因和办法"]),
      {
        height: 520,
        cells: [
          { text: "{{#未查清单}}{{序号}}", width: unread[0], align: "center", size: 21 },
          { text: "{{文件路径}}", width: unread[1], size: 21 },
          { text: "{{原因}}{{/未查清单}}", width: unread[2], size: 21 },
        ],
      },
    ]) +
    paragraph("复查意见：", { size: 24, before: 200 }) +
    paragraph(SIGNATURE, { size: 24, align: "right" });
  return wordFile(body, { landscape: true, footer: "{{单位名称}}　{{编号}}　内部资料，不得随文件公开" });
}
