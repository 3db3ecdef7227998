import { wordFile } from "./package.ts";
import { type Cell, label, paragraph, type Row, SIGNATURE, table, title } from "./word.ts";

const FOOTER = "{{单位名称}}　{{编号}}";
const COLUMNS = [1800, 2735, 1800, 2735] as const;
const [LABEL, VALUE] = COLUMNS;
const WIDE = VALUE + LABEL + VALUE;

function pair(first: string, value: string, second: string | readonly string[], other: string): Row {
  return {
    height: 560,
    cells: [
      label(first, LABEL),
      { text: value, width: VALUE },
      label(second, LABEL),
      { text: other, width: VALUE },
    ],
  };
}

function wide(
  name: string | readonly string[],
  text: string | readonly string[],
  more: Partial<Cell> & { height?: number } = {},
): Row {
  const { height = 560, ...cell } = more;
  return {
    height,
    split: height > 1200 && cell.signature === undefined,
    cells: [label(name, LABEL), { text, width: WIDE, span: 3, ...cell }],
  };
}

function signed(name: string | readonly string[], text: string | readonly string[], height = 1400): Row {
  return wide(name, text, { height, signature: SIGNATURE });
}

function head(name: string): string {
  return (
    title(name) +
    paragraph("编号：{{编号}}　　　　填表日期：{{填表日期}}", { align: "right", size: 21, before: 120 })
  );
}

/** 备案表: 信息员初审, 分管领导复审, 备案 (seed 常熟 2007 and 新民镇 art. 6). */
export function filing(): Uint8Array {
  const body =
    head("信息公开保密审查备案表") +
    table(COLUMNS, [
      wide("信息名称", "{{信息名称}}", { height: 700 }),
      pair("文　　号", "{{文号}}", "产生日期", "{{成文日期}}"),
      pair("制发机关", "{{发文机关}}", "公开属性", "{{公开属性}}"),
      wide("内容概述", "{{内容概述}}", { height: 800 }),
      wide("拟公开方式", [
        "□政府网站　□政府公报　□公开栏　□新闻媒体　□其他：",
        "公开载体：{{公开载体}}　　拟公开时间：{{拟公开时间}}",
      ]),
      wide(["机器检查提示", "（不是意见）"], "{{检查提示}}", { height: 1300, size: 21 }),
      signed(
        ["初　审", "（信息员）"],
        [
          "是否涉及国家秘密：□是 □否　工作秘密：□是 □否",
          "是否涉及商业秘密：□是 □否　个人隐私：□是 □否",
          "初审意见：",
        ],
        1700,
      ),
      signed(
        ["复　审", "（分管保密", "工作的领导）"],
        ["能否公开：□公开　□删减后公开　□依申请公开　□不公开", "复审意见："],
        1700,
      ),
      wide(
        "备　案",
        [
          "本单位收件人：　　　　　　　　　　　　年　　月　　日",
          "同级保密工作部门收件人：　　　　　　　年　　月　　日",
        ],
        { height: 1000 },
      ),
      wide("文件校验码", "{{校验码}}", { size: 18 }),
    ]) +
    paragraph(
      "本表连同所公开的信息送本单位和同级保密工作部门备案。公开的内容须与审批的文件一致，不得擅自更改。",
      { size: 18, before: 120 },
    );
  return wordFile(body, { footer: FOOTER });
}

/** 特殊信息送审单, with the day on which the answer is due (武政办发〔2020〕75号 art. 12). */
export function referral(): Uint8Array {
  const body =
    head("特殊信息保密审查送审单") +
    table(COLUMNS, [
      wide("信息名称", "{{信息名称}}", { height: 700 }),
      pair("文　　号", "{{文号}}", "成文日期", "{{成文日期}}"),
      pair("制发机关", "{{发文机关}}", ["检出的", "密级标志"], "{{密级标志}}"),
      wide(
        "送审去向",
        [
          "□保密行政管理部门：　　　　　　　　□业务主管部门：",
          "□会商（参加部门）：　　　　　　　　□原制发机关：",
          "工具建议：{{建议送审去向}}",
        ],
        { height: 1000 },
      ),
      wide(
        "送审事由",
        [
          "□是否属于国家秘密不明确　　□涉及业务工作，须听取主管部门意见",
          "□可能涉及国家安全、公共安全、经济安全和社会稳定的重大事项",
          "□其他：",
        ],
        { height: 1000 },
      ),
      wide(["疑　　点", "（机器检出，", "已遮蔽）"], ["{{疑点}}"], {
        height: 1400,
        vertical: "top",
        size: 21,
      }),
      wide("有关依据", "{{依据和理由}}", { height: 900, size: 21 }),
      signed(["本单位", "初步意见"], ["", ""], 1200),
      pair("送审日期", "{{送审日期}}", "应答复日期", "{{应答复日期}}"),
      signed(["受理机关", "答复意见"], ["", "", "逾期不能答复的原因："], 1700),
      wide(["办理过程", "和结论"], "", { height: 1000 }),
    ]) +
    paragraph(
      "应答复日期为送审日期之后第五个工作日。{{日历说明}}文件另附；送审的文件带有密级标志的，按涉密文件的规定传递。",
      { size: 18, before: 120 },
    );
  return wordFile(body, { footer: FOOTER });
}

/** 主动公开目录 (名称、内容概述、产生日期、公开时间), to be published once people have agreed to it. */
export function catalogue(): Uint8Array {
  const columns = [700, 3400, 2000, 3500, 2200, 2200] as const;
  const [number, name, paper, summary, made, published] = columns;
  const body =
    title("主动公开目录") +
    paragraph("共 {{份数}} 条　　　　编制日期：{{填表日期}}", { align: "right", size: 21, before: 120 }) +
    table(columns, [
      {
        head: true,
        height: 560,
        cells: [
          label("序号", number),
          label("名　称", name),
          label("文　号", paper),
          label("内容概述", summary),
          label("产生日期", made),
          label("公开时间", published),
        ],
      },
      {
        height: 520,
        cells: [
          { text: "{{#目录}}{{序号}}", width: number, align: "center" },
          { text: "{{文件标题}}", width: name },
          { text: "{{文号}}", width: paper },
          { text: "{{内容概述}}", width: summary },
          { text: "{{成文日期}}", width: made, align: "center" },
          { text: "{{公开时间}}{{/目录}}", width: published, align: "center" },
        ],
      },
    ]);
  return wordFile(body, { landscape: true, footer: "{{单位名称}}" });
}
