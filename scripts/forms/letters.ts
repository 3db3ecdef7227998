import { wordFile } from "./package.ts";
import { FACE, label, paragraph, table, title } from "./word.ts";

const BODY = { size: 30, indent: true, align: "both" } as const;
const COLUMNS = [2200, 6870] as const;

/** What a letter says, and the slip that comes back. */
interface Letter {
  readonly name: string;
  readonly paragraphs: readonly string[];
  /** Choices of the one who answers. */
  readonly choices: readonly string[];
}

function letter({ name, paragraphs, choices }: Letter): Uint8Array {
  const [left, right] = COLUMNS;
  const body =
    title(name) +
    paragraph("编号：{{编号}}", { align: "right", size: 21 }) +
    paragraph("＿＿＿＿＿＿＿＿＿＿＿＿：", { size: 30, before: 240 }) +
    paragraphs.map((text) => paragraph(text, BODY)).join("") +
    paragraph("联系人：　　　　　　　　联系电话：", { ...BODY, before: 240 }) +
    paragraph("（印章）　　　　　　　", { size: 30, align: "right", before: 360 }) +
    paragraph("　　　　年　　月　　日　　", { size: 30, align: "right" }) +
    paragraph("回　执", { face: FACE.label, size: 32, align: "center", pageBreak: true }) +
    table(COLUMNS, [
      { height: 700, cells: [label("信息名称", left), { text: "{{信息名称}}", width: right }] },
      { height: 700, cells: [label("来函编号", left), { text: "{{编号}}", width: right }] },
      { height: 1400, cells: [label("意　见", left), { text: choices, width: right }] },
      { height: 2600, cells: [label("理　由", left), { text: "", width: right, vertical: "top" }] },
      {
        height: 1600,
        cells: [
          label(["答复人", "（签字或者盖章）"], left),
          { text: "", width: right, vertical: "bottom", signature: "年　　月　　日" },
        ],
      },
    ]);
  return wordFile(body, { footer: "{{单位名称}}" });
}

/** To somebody whose trade secret or privacy the paper may touch (公开条例 2019 art. 32). */
export function thirdParty(): Uint8Array {
  return letter({
    name: "征求第三方意见函",
    paragraphs: [
      "我单位拟公开的政府信息{{信息名称}}可能涉及你（单位）的商业秘密或者个人隐私，公开后可能损害你（单位）的合法权益。根据《中华人民共和国政府信息公开条例》第十五条、第三十二条的规定，现书面征求你（单位）的意见。",
      "拟公开的内容中涉及你（单位）的部分：＿＿＿＿＿＿＿＿＿＿＿＿＿＿＿＿＿＿＿＿（由承办科室填写，或者另附）。",
      "请自收到本函之日起15个工作日内，在回执中写明是否同意公开；不同意公开的，请说明理由。逾期未提出意见的，由我单位依照该条例的规定决定是否公开。你（单位）不同意公开且有合理理由的，不予公开；我单位认为不公开可能对公共利益造成重大影响的，可以决定予以公开，并将决定公开的内容和理由书面告知你（单位）。",
    ],
    choices: ["□同意公开", "□同意删减后公开（请写明须删减的部分）", "□不同意公开（请说明理由）"],
  });
}

/** To an organ that made the paper jointly, or first (武政办发〔2020〕75号 art. 11; 公开条例 2019 art. 34). */
export function jointOrgan(): Uint8Array {
  return letter({
    name: "征求其他机关意见函",
    paragraphs: [
      "我单位拟公开的政府信息{{信息名称}}（文号：{{文号}}，成文日期：{{成文日期}}）由你单位与我单位共同制作，或者由你单位制作。文件署名的机关：{{发文机关}}。",
      "根据《中华人民共和国政府信息公开条例》第三十四条和保密审查的有关规定，两个以上行政机关共同形成的政府信息，由主办机关负责公开前的保密审查，并以文字形式征得其他机关同意；尚未公开的其他机关的信息，由原制作机关审查同意。现征求你单位的意见。",
      "请自收到本函之日起15个工作日内，在回执中写明是否属于国家秘密、是否同意公开；不同意公开的，请说明依据和理由。收到书面同意之前，我单位不予公开。",
    ],
    choices: [
      "经审查，该信息：□属于国家秘密　□不属于国家秘密　□不能确定",
      "□同意公开　□同意删减后公开　□不同意公开",
    ],
  });
}
