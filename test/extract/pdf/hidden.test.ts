import { describe, expect, it } from "vitest";
import { type PdfLine, pdf, revisedPdf } from "../../../fixtures/build/pdf.ts";
import { hidden, noted, read, shown } from "./read.ts";

const BODY: PdfLine = { text: "本件正文共有一页，请予公布施行。", x: 72, y: 700 };
const SECRET = "此处另有一句没有印出来的话";

const page = (line: Partial<PdfLine>, rest: object = {}) =>
  pdf({ pages: [{ lines: [BODY, { text: SECRET, x: 72, y: 500, ...line }], ...rest }] });

describe("text a reader does not see", () => {
  it.each([
    ["invisible", page({ mode: 3 })],
    ["same-colour", page({ colour: [1, 1, 1] })],
    ["off-page", page({ y: 40 }, { cropBox: [0, 100, 595, 842] })],
    ["off-page", page({ x: 700 })],
  ] as const)("%s", async (channel, bytes) => {
    const extraction = await read(bytes);
    expect(hidden(extraction, channel)).toEqual([SECRET]);
    expect(shown(extraction)).toEqual([BODY.text]);
  });

  it("is not white text on a dark band", async () => {
    const band = { x: 60, y: 490, width: 400, height: 40, colour: [0.1, 0.2, 0.5] as const };
    expect(shown(await read(page({ colour: [1, 1, 1] }, { boxes: [band] })))).toEqual([BODY.text, SECRET]);
  });

  it("is what ActualText hides: both readings are kept", async () => {
    const extraction = await read(page({ actualText: "可以公开的说法" }));
    expect(shown(extraction)).toEqual([BODY.text, SECRET]);
    expect(hidden(extraction, "actual-text")).toEqual(["可以公开的说法"]);
  });

  it("is not ActualText that spells out the glyphs", async () => {
    const extraction = await read(page({ text: "第１条", actualText: "第 1 条" }));
    expect(hidden(extraction, "actual-text")).toEqual([]);
  });
});

describe("an earlier revision", () => {
  const other = { text: "旧稿写明的内部数字", x: 72, y: 600 };
  const before = { pages: [{ lines: [BODY, other] }] };

  it("gives the lines that are gone", async () => {
    const extraction = await read(
      revisedPdf(before, { pages: [{ lines: [BODY, { ...other, text: "新稿" }] }] }),
    );
    expect(shown(extraction)).toEqual([BODY.text, "新稿"]);
    expect(hidden(extraction, "previous-revision")).toEqual([other.text]);
  });

  it("gives nothing when the text only moved or was saved again", async () => {
    const moved = { pages: [{ lines: [{ ...other, y: 300 }, BODY] }] };
    expect(hidden(await read(revisedPdf(before, moved)), "previous-revision")).toEqual([]);
    const titled = { ...before, info: { Title: "题名" } };
    expect(hidden(await read(revisedPdf(before, titled)), "previous-revision")).toEqual([]);
  });

  it("is not the first section of a linearised file", async () => {
    const after = { pages: [{ lines: [BODY] }] };
    const linearised = await read(
      revisedPdf({ ...before, linearised: true }, { ...after, linearised: true }),
    );
    expect(hidden(linearised, "previous-revision")).toEqual([]);
    const plain = await read(revisedPdf(before, after));
    expect(hidden(plain, "previous-revision")).toEqual([other.text]);
  });
});

describe("what a page carries beside its text", () => {
  it("annotations, fields, links", async () => {
    const extraction = await read(
      pdf({
        pages: [
          {
            lines: [BODY],
            annotations: [
              { type: "Text", contents: "此处数字请再核对", author: "经办人甲" },
              { type: "FreeText", contents: "页面上看得到的批语", y: 300 },
              { type: "FreeText", contents: "藏起来的批语", y: 250, hidden: true },
              { type: "Stamp", appearance: "秘密", y: 200 },
              { type: "Link", uri: "http://example.cn/%E9%99%84%E4%BB%B6" },
              { type: "Link", uri: "http://example.cn/plain" },
            ],
            fields: [
              { name: "unit", value: "某某局办公室" },
              { name: "draft", value: "未公开的填写内容", hidden: true },
            ],
          },
        ],
      }),
    );
    const others = extraction.blocks.filter(({ part }) => part !== "body");
    expect(others.map(({ part, channel, text }) => [part, channel, text])).toEqual([
      ["annotation", "annotation", "此处数字请再核对"],
      ["annotation", "property", "经办人甲"],
      ["annotation", null, "页面上看得到的批语"],
      ["annotation", "annotation", "藏起来的批语"],
      ["annotation", "other", "http://example.cn/附件"],
      ["form", null, "某某局办公室"],
      ["form", "form-value", "未公开的填写内容"],
      ["annotation", null, "秘密"],
    ]);
    expect(others.every(({ location }) => location.page === 1)).toBe(true);
  });

  it("properties, outline and attached files", async () => {
    const bytes = Buffer.from("另一份文件");
    const extraction = await read(
      pdf({
        pages: [{ lines: [BODY] }],
        info: { Title: "关于某事的通知", Company: "某某局" },
        outline: ["一、总体要求", "二、工作安排"],
        attachments: [{ name: "附件1.txt", bytes }],
      }),
    );
    const properties = extraction.blocks.filter(({ channel }) => channel === "property");
    expect(properties.map(({ text, location }) => [location.object, text])).toEqual([
      ["Title", "关于某事的通知"],
      ["Company", "某某局"],
    ]);
    expect(hidden(extraction, "outline")).toEqual(["一、总体要求", "二、工作安排"]);
    expect(hidden(extraction, "embedded-file")).toEqual(["附件1.txt"]);
    expect(extraction.children.map(({ name, bytes: content }) => [name, Buffer.from(content)])).toEqual([
      ["附件1.txt", bytes],
    ]);
    expect(noted(extraction)).toEqual([]);
  });
});
