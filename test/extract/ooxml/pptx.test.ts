import { describe, expect, it } from "vitest";
import { NAMESPACES } from "../../../fixtures/build/pptx.ts";
import { frame, group, paragraph, run, shape, table, title } from "../../../fixtures/build/pptx-shapes.ts";
import { readPptx, readSlide } from "./read-pptx.ts";

describe("slides", () => {
  it("come in the order of the show, not of their names", async () => {
    const { blocks, notices } = await readPptx({
      fileNumbers: [9, 2],
      slides: [{ shapes: [title("第一页标题")] }, { shapes: [title("第二页标题")] }],
    });
    expect(blocks.map(({ text, part, heading, location }) => [text, part, heading, location])).toEqual([
      ["第一页标题", "body", true, { slide: 1, paragraph: 1 }],
      ["第二页标题", "body", true, { slide: 2, paragraph: 1 }],
    ]);
    expect(notices).toEqual([]);
  });

  it("are read in strict files alike", async () => {
    const { visible } = await readPptx({ strict: true, slides: [{ shapes: [title("严格格式")] }] });
    expect(visible).toEqual(["严格格式"]);
  });

  it("tell the size of the letters and the middle, down to the master", async () => {
    const centred = paragraph("副标题", '<a:pPr algn="ctr"/>');
    const { blocks } = await readSlide([
      title("大标题"),
      shape([], { placeholder: "body" }).replace("<a:lstStyle/>", `<a:lstStyle/>${centred}`),
      shape([run("小字", { attributes: ' sz="1050"' })]),
    ]);
    expect(blocks.map(({ layout }) => layout)).toEqual([
      { size: 44 },
      { size: 28, centred: true },
      { size: 10.5 },
    ]);
  });

  it("are body as a whole where nobody used the placeholders", async () => {
    const empty = shape([], { placeholder: "title" });
    const { blocks } = await readSlide([empty, shape(["文本框里的标题"]), shape(["文本框里的正文"])]);
    expect(blocks.map(({ text, part, location }) => [text, part, location.paragraph])).toEqual([
      ["文本框里的标题", "body", 1],
      ["文本框里的正文", "body", 2],
    ]);
  });
});

describe("text", () => {
  it("joins runs, fields, breaks and formulas of one paragraph", async () => {
    const formula = `<mc:AlternateContent><mc:Choice Requires="a14"><a14:m><m:oMath><m:r><m:t>a=b</m:t></m:r></m:oMath></a14:m></mc:Choice><mc:Fallback>${run("旧式")}</mc:Fallback></mc:AlternateContent>`;
    const field = '<a:fld type="datetime1"><a:rPr/><a:t>2024年5月</a:t></a:fld>';
    const { visible } = await readSlide([
      shape([`${run("机")}${run("密")}<a:br/>${field}${run("\t公式")}${formula}`]),
    ]);
    expect(visible).toEqual(["机密\n2024年5月\t公式a=b"]);
  });

  it("of nested groups is read, once for all its forms", async () => {
    const inner = group([shape(["组内文字"])], [0, 0, 10, 10], [0, 0, 10, 10]);
    const outer = group([inner], [0, 0, 10, 10], [0, 0, 10, 10]);
    const both = `<mc:AlternateContent><mc:Choice Requires="x">${outer}</mc:Choice><mc:Fallback>${outer}</mc:Fallback></mc:AlternateContent>`;
    const { blocks } = await readSlide([both]);
    expect(blocks.map(({ text, channel }) => [text, channel])).toEqual([["组内文字", null]]);
  });

  it("of tables is one line of cells for each row", async () => {
    const { blocks } = await readSlide([
      frame(
        table([
          ["姓名", "电话"],
          ["张某", ""],
          ["", "无"],
        ]),
      ),
    ]);
    expect(
      blocks.map(({ text, separator, location, part }) => [text, separator, location.cell, part]),
    ).toEqual([
      ["姓名", undefined, "A1", "table"],
      ["电话", "\t", "B1", "table"],
      ["张某", undefined, "A2", "table"],
      ["无", undefined, "B3", "table"],
    ]);
  });

  it("of a chart keeps the series it leaves out apart, and figures on one line", async () => {
    const points = (...values: string[]) =>
      values.map((value) => `<c:pt><c:v>${value}</c:v></c:pt>`).join("");
    const data = `<c:chartSpace${NAMESPACES}><c:cat><c:f>名单!$A$1</c:f><c:strCache>${points("一区", "二区")}</c:strCache></c:cat><c:val><c:f>工作表1!$B$1</c:f><c:numCache><c:formatCode>G/通用格式</c:formatCode>${points("12", "34")}</c:numCache></c:val></c:chartSpace>`;
    const { blocks } = await readPptx({
      slides: [
        {
          shapes: [frame('<c:chart r:id="c"/>')],
          related: [{ id: "c", type: "chart", target: "charts/chart1.xml", data }],
        },
      ],
    });
    expect(blocks.map(({ text, channel, location }) => [text, channel, location.slide])).toEqual([
      ["一区", null, 1],
      ["二区", null, 1],
      ["12\t34", null, 1],
      ["名单", "other", 1],
    ]);
  });
});

describe("masters and layouts", () => {
  const drawn = (text: string) => shape([text], { box: [0, 0, 100, 20] });

  it("show what is drawn on them behind slides that a reader sees", async () => {
    const deck = {
      master: [drawn("母版上的字")],
      layouts: [{ shapes: [drawn("版式上的字")] }, { shapes: [drawn("没用的版式")] }],
    };
    const shown = await readPptx({ ...deck, slides: [{ shapes: [] }] });
    expect(shown.blocks.map(({ text, part, channel }) => [text, part, channel])).toEqual([
      ["版式上的字", "header", null],
      ["母版上的字", "header", null],
      ["没用的版式", "header", "template"],
    ]);
    for (const slide of [{ hidden: true }, { attributes: ' showMasterSp="0"' }]) {
      const { visible } = await readPptx({ ...deck, slides: [slide] });
      expect(visible).toEqual([]);
    }
    const alone = await readPptx({
      ...deck,
      layouts: [{ shapes: [drawn("版式上的字")], attributes: ' showMasterSp="0"' }],
      slides: [{}],
    });
    expect(alone.visible).toEqual(["版式上的字"]);
  });

  it("keep the prompts of programs to themselves", async () => {
    const prompts = [
      "单击此处编辑母版标题样式",
      "第二级",
      "单击鼠标编辑大纲文字格式",
      "Click to edit Master title style",
    ];
    const date = '<a:fld type="datetime1"><a:rPr/><a:t>2024/5/1</a:t></a:fld>';
    const { blocks } = await readPptx({
      slides: [{}],
      master: [
        shape([date, `${run("内部")}${date}${run("资料")}`, "页脚"], { placeholder: "ftr" }),
        shape(prompts, { placeholder: "body" }),
        shape(["请填写涉密人员名单"], { placeholder: "title" }),
      ],
    });
    expect(blocks.map(({ text, channel }) => [text, channel])).toEqual([
      ["内部资料", "template"],
      ["请填写涉密人员名单", "template"],
    ]);
  });
});
