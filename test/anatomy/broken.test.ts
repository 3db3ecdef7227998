import { describe, expect, test } from "vitest";
import { docx, p, r, table, xml } from "../../fixtures/build/docx.ts";
import { shape } from "../../fixtures/build/docx-elements.ts";
import { pdf } from "../../fixtures/build/pdf.ts";
import { NO_ANATOMY } from "../../src/anatomy/index.ts";
import { only, readBlocks, readFile, readText } from "./paper.ts";

const bytesOf = (text: string) => new TextEncoder().encode(text);

describe("what formats say of titles", () => {
  const styles = xml(
    '<w:style w:type="paragraph" w:styleId="T"><w:name w:val="Title"/></w:style>' +
      '<w:style w:type="paragraph" w:styleId="H1"><w:name w:val="heading 1"/></w:style>' +
      '<w:style w:type="paragraph" w:styleId="B"><w:name w:val="大字"/><w:pPr><w:jc w:val="center"/></w:pPr><w:rPr><w:sz w:val="44"/></w:rPr></w:style>',
  );
  const styled = (text: string, style: string) => p(text, `<w:pStyle w:val="${style}"/>`);
  const text = (words: string) => p(r(words, '<w:sz w:val="32"/>'));

  test("a Title style, wrapped over two paragraphs, above headings of sections", async () => {
    const body = [
      styled("江滨市水务局", "T"),
      styled("二〇二一年工作回顾与展望", "T"),
      text("今年以来，各项工作稳步推进。"),
      styled("一、主要做法", "H1"),
    ];
    expect(await readFile(docx({ styles, body }))).toEqual(
      only({ title: "江滨市水务局二〇二一年工作回顾与展望" }),
    );
  });

  test("headings of sections are no title", async () => {
    const body = [styled("一、总体要求", "H1"), text("坚持统筹推进。"), styled("二、保障措施", "H1")];
    expect(await readFile(docx({ styles, body }))).toEqual(NO_ANATOMY);
  });

  test("large and in the middle, by its style or by itself, whatever it ends in", async () => {
    const title = p(r("江滨市全力守护一江清水", '<w:sz w:val="44"/>'), '<w:jc w:val="center"/>');
    const body = [title, text("近年来，我市持续推进水环境治理。")];
    expect((await readFile(docx({ body }))).title).toBe("江滨市全力守护一江清水");
    const other = [styled("江滨市全力守护一江清水", "B"), text("近年来，我市持续推进水环境治理。")];
    expect((await readFile(docx({ styles, body: other }))).title).toBe("江滨市全力守护一江清水");
  });

  test("in the middle only, or large only, is not enough", async () => {
    const plain = [
      p(r("守护一江清水", '<w:sz w:val="32"/>'), '<w:jc w:val="center"/>'),
      text("今年成效明显。"),
    ];
    expect((await readFile(docx({ body: plain }))).title).toBeNull();
    const left = [p(r("守护一江清水", '<w:sz w:val="44"/>')), text("今年成效明显。")];
    expect((await readFile(docx({ body: left }))).title).toBeNull();
  });

  test("large in the middle of a page", async () => {
    const lines = [
      { text: "江滨市守护一江清水", x: 595 / 2 - 4.5 * 22, y: 760, size: 22 },
      { text: "的实践与思考", x: 595 / 2 - 3 * 22, y: 725, size: 22 },
      { text: "近年来，我市持续推进水环境治理，城乡面貌明", x: 111, y: 670 },
      { text: "显改善，群众满意度不断提高。", x: 79, y: 640 },
    ];
    expect((await readFile(pdf({ pages: [{ lines }] }))).title).toBe("江滨市守护一江清水的实践与思考");
  });

  test("a cover set in a column, one character a line, gives no piece of a title", async () => {
    const column = [..."江滨市水务工作展望"].map((text, i) => ({
      text,
      x: 595 / 2 - 21,
      y: 780 - i * 50,
      size: 42,
    }));
    const lines = [...column, { text: "江滨市水务局编印，供参阅使用。", x: 79, y: 80 }];
    expect((await readFile(pdf({ pages: [{ lines }] }))).title).toBeNull();
  });

  test("a Markdown heading loses its marks, and the next one is not its second line", async () => {
    const source = "# 江滨市公园管理\n\n## 第一章 总则\n\n第一条 为了管理公园，制定本条例。\n";
    expect((await readFile(bytesOf(source), "条例.md")).title).toBe("江滨市公园管理");
  });

  test("organs in a Markdown heading", async () => {
    const source = "# 江滨市财政局、江滨市教育局关于补助资金的通知\n\n各学校：\n\n请做好发放工作。\n";
    expect(await readFile(bytesOf(source), "通知.md")).toMatchObject({
      issuers: ["江滨市财政局", "江滨市教育局"],
      title: "江滨市财政局、江滨市教育局关于补助资金的通知",
    });
  });

  test("a title in a foreign script is no element of a 公文", async () => {
    const source = "# Meeting notes\n\nAll items were closed.\n";
    expect(await readFile(bytesOf(source), "notes.md")).toEqual(NO_ANATOMY);
  });

  test("a site's name above the title in HTML", async () => {
    const source =
      "<!doctype html><html><body><h1>江滨市人民政府</h1><h2>关于防汛工作的通知</h2><p>各单位：</p><p>请做好防汛工作。</p></body></html>";
    expect(await readFile(bytesOf(source))).toMatchObject({
      title: "关于防汛工作的通知",
      addressee: "各单位",
    });
  });

  test("a joint head set as a table, the mark in a cell of its own", async () => {
    const body = [
      table([
        ["江滨市财政局", "文件"],
        ["江滨市教育局", ""],
      ]),
      "江财教〔2020〕3号",
      "关于下达补助资金的通知",
      "各学校：",
      "现将补助资金下达你们。",
    ];
    expect(await readFile(docx({ body }))).toMatchObject({
      issuers: ["江滨市财政局", "江滨市教育局"],
      documentNumber: "江财教〔2020〕3号",
      title: "关于下达补助资金的通知",
    });
  });

  test("a head set in a text box", async () => {
    const box = p(r(shape(["江滨市水务局文件"])));
    const body = [box, "江水发〔2020〕3号", "关于做好防汛工作的通知", "各单位：", "请做好防汛工作。"];
    expect(await readFile(docx({ body }))).toMatchObject({
      issuer: "江滨市水务局",
      title: "关于做好防汛工作的通知",
    });
  });

  test("the table of a web page", () => {
    const page =
      "索引号：JB01/2020-00012\n发布机构：江滨市水务局\n成文日期：2020-03-04\n发文字号：江水发〔2020〕3号\n" +
      "公开方式：主动公开\n关于做好防汛工作的通知\n各单位：\n请做好防汛工作。";
    expect(readText(page)).toMatchObject({
      documentNumber: "江水发〔2020〕3号",
      title: "关于做好防汛工作的通知",
      writtenDate: "2020-03-04",
      disclosure: "主动公开",
    });
  });
});

describe("broken text", () => {
  const LINES = [
    "江水发〔2020〕3号",
    "江滨市水务局关于切实做好二〇二〇年度",
    "城区防汛排涝工作的通知",
    "各县（区）水务局，局属各单位，各有关",
    "企业：",
    "汛期将至，为保障人民群众生命财产安全，",
    "现就有关工作通知如下。",
    "附件：1．城区防汛排涝重点部位及责任人",
    "一览表",
    "2．值班安排",
    "江滨市水务局",
    "2020年 3月 4日",
    "（此件公开发布）",
  ];
  const whole = only({
    issuer: "江滨市水务局",
    documentNumber: "江水发〔2020〕3号",
    title: "江滨市水务局关于切实做好二〇二〇年度城区防汛排涝工作的通知",
    addressee: "各县（区）水务局，局属各单位，各有关企业",
    writtenDate: "2020-03-04",
    disclosure: "主动公开",
    note: "此件公开发布",
    attachments: ["城区防汛排涝重点部位及责任人一览表", "值班安排"],
  });

  test.each([
    ["hard wraps", LINES.join("\n")],
    ["blank lines between all lines", LINES.join("\n\n\n")],
    ["Windows line ends and indents", LINES.map((line) => `　　${line} `).join("\r\n")],
    ["letter-spaced", LINES.map((line) => [...line].join(" ")).join("\n")],
    ["page numbers in between", LINES.join("\n— 1 —\n")],
    ["the organ's line after the text", `${LINES.join("\n")}\n江滨市水务局文件`],
    ["bold in Markdown", LINES.map((line) => `**${line}**`).join("\n\n")],
  ])("%s", (_, text) => expect(readText(text)).toEqual(whole));

  test("a date torn from its year is no date", () => {
    const text = "关于做好防汛工作的通知\n各单位：\n请做好防汛工作。\n2020\n江滨市水务局 年3月4日";
    expect(readText(text)).toEqual(only({ title: "关于做好防汛工作的通知", addressee: "各单位" }));
  });

  test("of a compilation only the first paper", () => {
    const text =
      "第一篇：关于做好防汛工作的意见\n关于做好防汛工作的意见\n各单位：\n请做好防汛工作。\n" +
      "第二篇：关于抗旱的通知\n江林发〔2021〕1号\n请做好抗旱工作。\n江滨市林业局\n2021年5月6日\n（此件公开发布）";
    expect(readText(text)).toEqual(only({ title: "关于做好防汛工作的意见", addressee: "各单位" }));
  });
});

describe("papers without a head give nothing", () => {
  test.each([
    [
      "a bare regulation",
      "第一条 为规范用车，制定本制度。\n第二条 本制度自印发之日起施行。\n第三条 由办公室负责解释。",
    ],
    ["news", "本报讯 3月4日，江滨市召开防汛工作会议。\n会议要求，各地要落实责任。\n记者 李某"],
    ["a table", "序号\t姓名\t日期\n1\t王某\t2020年3月4日\n2\t李某\t2020年3月5日"],
    [
      "a list of organs and dates",
      "江滨市水务局　　2020年3月4日\n江滨市林业局　　2020年3月5日\n江滨市教育局　　已报送",
    ],
    ["a list of papers", "江水发〔2020〕3号\t关于防汛的通知\n江水发〔2020〕4号\t关于抗旱的通知"],
    ["a list of values", "name,number\nalpha,1\nbeta,2"],
    ["source code", "const notice = 1;\nexport function read() {}"],
    ["a diary", "2020年3月4日\n今天巡查水库，一切正常。\n2020年3月5日\n今天继续巡查，水位下降。"],
    ["an empty form", "公开方式：□主动公开 □依申请公开\n发文字号：××发〔2020〕×号\n签发人：×××\n年 月 日"],
    [
      "a body sentence that cites",
      "按照《江滨市人民政府办公室关于防汛的通知》（江政办发〔2020〕3号）要求，现报告如下。",
    ],
    ["items", "1.检查设备；\n2.落实值班；\n3.报送情况。"],
    ["an English note", "Meeting notes\nAll items were closed."],
    ["a question and its answer", "问：如何办理？\n答：带身份证到窗口办理。"],
    ["a date on a line of the text", "会议时间\n2020年3月4日\n会议地点在三楼会议室。请准时参加。"],
    ["blank", "\n \n\t\n"],
  ])("%s", (_, text) => expect(readText(text)).toEqual(NO_ANATOMY));

  test("a table in a document", async () => {
    const rows = [
      ["序号", "文号", "文件标题", "日期"],
      ["1", "江水发〔2020〕3号", "关于防汛的通知", "2020年3月4日"],
      ["2", "江水发〔2020〕4号", "关于抗旱的通知", "2020年3月5日"],
    ];
    expect(await readFile(docx({ body: [table(rows)] }))).toEqual(NO_ANATOMY);
  });

  test("hidden text and names of files are not the paper", () => {
    const block = { text: "关于防汛的通知", location: {} } as const;
    expect(readBlocks([{ ...block, part: "body", channel: "vanish" }])).toEqual(NO_ANATOMY);
    expect(readBlocks([{ ...block, part: "filename", channel: null }])).toEqual(NO_ANATOMY);
  });
});

test("a hostile text costs no more than its length", () => {
  const texts = [
    "（".repeat(200_000),
    "附件：1.".repeat(50_000),
    "局 ".repeat(100_000),
    "2020年1月1日\n".repeat(20_000),
  ];
  const started = performance.now();
  for (const text of texts) readText(text);
  expect(performance.now() - started).toBeLessThan(10_000);
});
