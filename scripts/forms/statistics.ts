import { wordFile } from "./package.ts";
import { FACE, label, paragraph, table, title } from "./word.ts";

const PAIRS = [
  ["检查网络", "数量（个）"],
  ["检查计算机", "数量（台）"],
  ["检查移动存储", "介质数量（个）"],
  ["封存计算机", "数量（台）"],
  ["封存移动存储", "介质数量（个）"],
] as const;

/** 自查情况统计表 (伊滨办〔2013〕62号 附件2), and below it what the tool counted. */
export function statistics(): Uint8Array {
  const single = 1400;
  const half = 850;
  const remark = 1100;
  const columns = [single + 200, ...PAIRS.flatMap(() => [half, half]), single, single, remark];
  const tall = { merge: "first" } as const;
  const small = { size: 21 } as const;
  const body =
    title("政府信息公开保密审查自查情况统计表") +
    paragraph("填报区域或单位：{{单位名称}}　　　　　　　　填报日期：{{填表日期}}", {
      size: 24,
      before: 160,
    }) +
    table(columns, [
      {
        height: 900,
        cells: [
          label(["检查机关、", "单位内设部门", "数量（个）"], single + 200, { ...tall, ...small }),
          ...PAIRS.map((names) => label(names, 2 * half, { span: 2, ...small })),
          label(["删除涉密或", "敏感信息", "数量（条）"], single, { ...tall, ...small }),
          label(["关闭或责令", "整改网站", "数量（个）"], single, { ...tall, ...small }),
          label("备注", remark, { ...tall, ...small }),
        ],
      },
      {
        height: 500,
        cells: [
          label("", single + 200, { merge: "further" }),
          ...PAIRS.flatMap(() => [label("涉密", half, small), label("非涉密", half, small)]),
          label("", single, { merge: "further" }),
          label("", single, { merge: "further" }),
          label("", remark, { merge: "further" }),
        ],
      },
      {
        height: 800,
        cells: columns.map((width, index) => ({
          text: index === 11 ? "{{删除数}}" : "",
          width,
          align: "center" as const,
        })),
      },
    ]) +
    paragraph("附：信息内容检查情况（工具统计，{{检查日期}}）", { face: FACE.label, size: 26, before: 300 }) +
    countTable() +
    paragraph("单位负责人：　　　　　　　　填报人：　　　　　　　　联系电话：　　　　　　　　（印章）", {
      size: 24,
      before: 300,
    }) +
    paragraph(
      "空白各栏由填报人填写。工具看不到网络、计算机和移动存储介质；统计的是检出的疑点，不是认定的结论。{{规则版本}}",
      { size: 18, before: 160 },
    );
  return wordFile(body, { landscape: true, footer: "{{单位名称}}" });
}

const COUNTS = [
  ["检查文件", "{{文件总数}}"],
  ["没有查到或查全", "{{未查文件数}}"],
  ["跳过", "{{跳过数}}"],
  ["密级标志", "{{密级标志数}}"],
  ["电报", "{{电报数}}"],
  ["工作秘密", "{{工作秘密数}}"],
  ["商业秘密", "{{商业秘密数}}"],
  ["个人信息", "{{个人信息数}}"],
  ["隐藏内容", "{{隐藏内容数}}"],
  ["其他疑点", "{{其他疑点数}}"],
  ["已整改", "{{整改数}}"],
] as const;

function countTable(): string {
  const width = 1272;
  const columns = COUNTS.map(() => width);
  return table(columns, [
    { height: 600, cells: COUNTS.map(([name]) => label(name, width, { size: 21 })) },
    { height: 700, cells: COUNTS.map(([, tag]) => ({ text: tag, width, align: "center" as const })) },
  ]);
}
