import mammoth from "mammoth";
import { expect, it } from "vitest";
import { type DocxOptions, docx, p, r, table, xml } from "../../../fixtures/build/docx.ts";
import {
  contentControl,
  deleted,
  field,
  inserted,
  movedFrom,
  movedTo,
  symbol,
  textbox,
  vmlShape,
} from "../../../fixtures/build/docx-elements.ts";
import { readDocx } from "./read-docx.ts";

/** Whatever an independent reader sees must be in what we see. Formatting that hides is ours alone to know. */
const DOCUMENTS: Readonly<Record<string, DocxOptions>> = {
  "a plain letter": { body: ["关于开展检查的通知", "", "各单位：", "请于本月底前报送。"] },
  "runs, tabs, breaks and symbols": {
    body: [
      p([r("机"), r("密", "<w:b/>"), r("★10年")]),
      p([r("甲"), r(xml("<w:tab/>")), r("乙"), r(xml("<w:br/>")), r(xml("<w:noBreakHyphen/>")), r("丙")]),
      p([symbol("Wingdings", "F0AB"), "选项"]),
    ],
  },
  "tables in tables": {
    body: [
      table([
        ["姓名", "电话"],
        [["多段", "单元格"], table([["内一", "内二"]])],
      ]),
      "表后",
    ],
  },
  "text boxes": { body: [p(["锚点", textbox("新旧一致"), "之后"]), p(r(vmlShape(["旧式框", "两段"])))] },
  "tracked changes": {
    body: [
      p(["甲", deleted("删"), inserted("增"), movedFrom("旧处"), movedTo("新处")]),
      p("前半", "<w:rPr><w:del w:id='1'/></w:rPr>"),
      p("后半"),
    ],
  },
  "fields and content controls": {
    body: [p([field(" DATE ", "二〇二六年"), contentControl(r("控件"))]), contentControl(p("整段"))],
  },
  "numbered paragraphs": {
    numbering: xml(
      '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:numFmt w:val="chineseCounting"/><w:lvlText w:val="%1、"/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>',
    ),
    body: [p("事项", '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'), "其他"],
  },
};

const squeezed = (text: string) => text.replace(/\s+/g, "");

it.each(
  Object.entries(DOCUMENTS).flatMap(([name, options]) => [
    [name, options] as const,
    [`${name}, strict`, { ...options, strict: true }] as const,
  ]),
)("sees all that mammoth sees: %s", async (_, options) => {
  const { value } = await mammoth.extractRawText({ buffer: Buffer.from(docx(options)) });
  const paragraphs = value.split("\n").map(squeezed).filter(Boolean);
  const seen = squeezed((await readDocx(options)).visible.join(""));
  expect(paragraphs.length).toBeGreaterThan(0);
  for (const paragraph of paragraphs) expect(seen).toContain(paragraph);
});
