import { wordFile } from "./package.ts";
import { FACE, label, paragraph, type Row, SIGNATURE, table, title } from "./word.ts";

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

function headings(columns: readonly number[], names: readonly (string | readonly string[])[]): Row {
  return { head: true, height: 560, cells: names.map((name, index) => label(name, columns[index]!)) };
}

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

/** One item of 检查目录; what the tool knows of it stands beside it. */
type Item = readonly [text: string, known?: string];

const UNSEEN = "工具看不到，由人检查";

const GROUPS: readonly (readonly [name: string, items: readonly Item[]])[] = [
  [
    "一、政府信息公开保密审查制度建设情况",
    [
      ["政府信息公开保密审查制度是否健全"],
      ["政府信息公开保密审查工作程序、内容和要求是否明确"],
      ["负责本机关、单位信息发布、留言评论、博客论坛等保密审查工作的领导、机构、人员及其职责是否明确"],
    ],
  ],
  [
    "二、政府信息公开发布各环节保密制度落实情况",
    [
      ["负责政府信息公开保密审查工作的人员是否熟悉本岗位保密责任，掌握相关的知识技能，并认真履行职责"],
      ["制作发放拟公开的文件信息资料时，是否明确信息公开属性、公开方式、公开时间", "{{公开属性情况}}"],
      ["政府信息公开是否坚持“先审查、后公开”和“一事一审”原则"],
      ["对可能涉及国家安全、公共安全、经济安全和社会稳定重大拟公开事项，是否与有关部门协商", "{{协商情况}}"],
      ["对不能确定是否可以公开的事项，是否报有关主管部门或同级保密行政管理部门确定", "{{送审情况}}"],
      ["对决定公开的涉密文件信息资料，是否严格履行解密程序、解密手续是否完整", "{{解密情况}}"],
      [
        "未经解密的文件、密码电报等，包括摘要、标题、发文字号，是否在无密的单位内部文件、简报资料、内部刊物、内部网站使用；经解密并决定公开的，是否隐去发文格式、发文字号",
        "{{未解密文件情况}}",
      ],
      [
        "对没有标注密级或标注“公开发布”的中央文件有关内容，在中央授权发布前，是否在公开的文件资料、出版物、会议和新闻媒体、互联网上使用；公开使用中央文件时，是否使用公开发布的同一版本",
        "{{文件来源情况}}",
      ],
      [
        "对违规公开涉及国家秘密和不宜公开信息的，是否及时组织查处，依法依规追究有关直接责任人员、负有监督管理责任和领导责任人员的责任",
      ],
      ["对不宜公开的涉密文件信息资料数据化过程中是否采取相关保密措施"],
      ["政府信息公开保密审查审批手续、登记和记录是否完备", "{{审批登记情况}}"],
    ],
  ],
  [
    "三、计算机网络使用管理情况",
    [
      ["用于存储、处理拟公开文件信息资料的涉密网络、计算机及移动存储介质防护措施是否符合保密要求", UNSEEN],
      [
        "用于存储、处理拟公开信息资料的涉密计算机是否违规连接互联网及其他公共信息网，是否感染“木马”病毒，是否使用过非涉密移动存储介质，是否安装有无线网卡等无线设备",
        UNSEEN,
      ],
      ["是否在用于存储、处理拟公开文件资料的涉密计算机与连接互联网的计算机之间交叉使用移动存储介质", UNSEEN],
      ["非涉密计算机及移动存储介质是否存储、处理拟公开涉密文件信息资料", UNSEEN],
    ],
  ],
  [
    "四、机关、单位网站管理情况",
    [
      ["是否定期组织开展网站保密检查，及时发现和消除泄密隐患，并建立检查记录档案", "{{检查记录情况}}"],
      ["网站管理人员是否按规定履行岗位保密职责"],
      ["网站信息发布登记记录是否清晰并保存完整", "{{发布登记情况}}"],
    ],
  ],
  [
    "五、社会网站监管情况",
    [
      ["各有关主管部门是否依法履行监管职责"],
      ["社会网站是否有违规制作、复制、发布、传播秘密信息的情况"],
      [
        "互联网及其他公共信息网络运营商、服务商是否履行保密义务，发现上传涉密信息是否保存有关证据、删除涉密信息，并报告公安机关、国家安全机关或保密部门",
      ],
      ["社会网站是否建立健全信息发布审查机制"],
    ],
  ],
];

/** 检查目录 of 伊滨办〔2013〕62号 附件1: five groups, 25 items. Nothing is ticked. */
export function checklist(): Uint8Array {
  const columns = [650, 4300, 1100, 3020] as const;
  const [number, item, answer, known] = columns;
  const rows: Row[] = [
    headings(columns, ["序号", "检 查 内 容", "是　否", ["工具所知的情况", "和检查记录"]]),
    ...GROUPS.flatMap(([name, items]): Row[] => [
      {
        height: 480,
        cells: [{ text: name, width: number + item + answer + known, span: 4, face: FACE.label }],
      },
      ...items.map(([text, tag = ""], index) => ({
        height: 520,
        cells: [
          { text: String(index + 1), width: number, align: "center" as const },
          { text, width: item, size: 22 },
          { text: ["□是", "□否"], width: answer, align: "center" as const, size: 22 },
          { text: tag, width: known, size: 20 },
        ],
      })),
    ]),
  ];
  const body =
    title("政府信息公开保密审查检查目录") +
    paragraph("检查日期：{{检查日期}}　　　　填表日期：{{填表日期}}", {
      align: "right",
      size: 21,
      before: 120,
    }) +
    table(columns, rows) +
    paragraph("检查人：　　　　　　　　单位负责人：　　　　　　　　　　　　年　　月　　日", {
      size: 24,
      before: 240,
    });
  return wordFile(body, { footer: "{{单位名称}}" });
}
