import { wordFile } from "./package.ts";
import { FACE, label, paragraph, type Row, SIGNATURE, table, title } from "./word.ts";

const COLUMNS = [650, 1700, 1750, 4970] as const;
const [NUMBER, WHAT, WHO, REST] = COLUMNS;
const WIDE = WHO + REST;
const FOOTER = "{{单位名称}}　{{编号}}";

/** One line of the form: its number, its name, and one wide cell. */
function line(
  number: string,
  name: string | readonly string[],
  text: string | readonly string[],
  height: number,
  size = 24,
): Row {
  const cells = [label(number, NUMBER), label(name, WHAT), { text, width: WIDE, span: 2, size }];
  return { cells, height, split: height > 1200 };
}

/** The signatures, one row for each who signs; the head of the office only where the paper is a weighty one. */
function signatures(number: string, who: readonly (readonly string[])[], height: number): Row[] {
  const row = (names: readonly string[], merge: "first" | "further", open = "", close = ""): Row => ({
    height,
    cells: [
      label(merge === "first" ? number : "", NUMBER, { merge }),
      label(merge === "first" ? "审核程序" : "", WHAT, { merge }),
      { text: [open + names[0], ...names.slice(1)], width: WHO, align: "center" },
      { text: "", width: REST, vertical: "bottom", signature: SIGNATURE + close },
    ],
  });
  return [
    ...who.map((names, index) => row(names, index === 0 ? "first" : "further")),
    row(["主要领导意见", "（重要敏感", "信息）"], "further", "{{#重要敏感}}", "{{/重要敏感}}"),
  ];
}

function head(name: string): string {
  return (
    title(name) +
    paragraph("编号：{{编号}}　　　　填表日期：{{填表日期}}", { align: "right", size: 21, before: 120 })
  );
}

function list(name: string): string {
  const columns = [750, 2400, 3900, 2020] as const;
  const [number, paper, heading, digest] = columns;
  return (
    paragraph(name, { face: FACE.label, size: 32, align: "center", pageBreak: true }) +
    table(columns, [
      {
        head: true,
        height: 560,
        cells: [
          label("序号", number),
          label("文　号", paper),
          label("文 件 标 题", heading),
          label("文件校验码", digest),
        ],
      },
      {
        height: 520,
        cells: [
          { text: "{{#目录}}{{序号}}", width: number, align: "center" },
          { text: "{{文号}}", width: paper },
          { text: "{{文件标题}}", width: heading },
          { text: "{{校验码}}{{/目录}}", width: digest, size: 18 },
        ],
      },
    ]) +
    paragraph("文件校验码为检查时文件 SHA-256 的前 16 位。审批之后文件有改动的，须重新检查、重新审批。", {
      size: 18,
      before: 120,
    })
  );
}

/** 审批表 of seed 奉化区 2018, with its list; the fourth signature for 重要敏感信息. */
export function approval(): Uint8Array {
  const body =
    head("政府信息公开保密审查审批表") +
    table(COLUMNS, [
      line("1", ["文件、信息", "名　　称"], ["{{信息名称}}"], 800),
      {
        height: 700,
        cells: [
          label("2", NUMBER, { merge: "first" }),
          label("公开方式", WHAT, { merge: "first" }),
          { text: "公　开", width: WHO, align: "center" },
          { text: ["□主动公开（共{{份数}}份）", "□针对特定人群"], width: REST },
        ],
      },
      {
        height: 1000,
        cells: [
          label("", NUMBER, { merge: "further" }),
          label("", WHAT, { merge: "further" }),
          { text: "不公开", width: WHO, align: "center" },
          {
            text: [
              "□机关内部流转、过程性信息",
              "□国家秘密、商业秘密、个人隐私",
              "□可能危及国家安全、公共安全、经济安全和社会稳定",
            ],
            width: REST,
          },
        ],
      },
      line("3", "公开载体", "{{公开载体}}", 560),
      line("4", "录入人员", "{{录入人员}}", 560),
      line("5", ["机器检查提示", "（不是意见）"], "{{检查提示}}", 1300, 21),
      ...signatures(
        "6",
        [
          ["处（科）室", "负责人意见"],
          ["分管保密工作", "领导意见"],
          ["分管政府信息", "公开工作", "领导意见"],
        ],
        1300,
      ),
    ]) +
    list("（主动公开）目录审批表");
  return wordFile(body, { footer: FOOTER });
}

/** The same for the answer to an application (依申请公开): reviewed before it is given. */
export function approvalReply(): Uint8Array {
  const body =
    head("依申请公开答复保密审查审批表") +
    table(COLUMNS, [
      line("1", "申请人", "", 560),
      line("2", ["申请内容", "（收到日期）"], ["", "收到日期：　　　　年　　月　　日"], 900),
      line("3", "拟提供的信息", "{{信息名称}}", 800),
      {
        height: 1000,
        cells: [
          label("4", NUMBER),
          label("拟答复意见", WHAT),
          {
            text: ["□予以公开　　□删减后公开　　□不予公开　　□其他", "依据和理由（由承办科室填写）：", ""],
            width: WIDE,
            span: 2,
          },
        ],
      },
      line("5", "第三方意见", "□不涉及第三方　□已书面征求意见：□同意　□不同意　□逾期未答复", 700),
      line("6", ["机器检查提示", "（不是意见）"], ["{{检查提示}}", "{{依据和理由}}"], 1250, 20),
      ...signatures("7", [["承办科（室）", "负责人意见"], ["保密审查机构", "意见"], ["分管领导意见"]], 1050),
    ]) +
    list("拟提供的信息目录") +
    paragraph("已经定密或者属于主动公开的政府信息，可以直接答复；其他信息经保密审查后方可答复。", {
      size: 18,
      before: 120,
    });
  return wordFile(body, { footer: FOOTER });
}
