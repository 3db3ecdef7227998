import { describe, expect, it } from "vitest";
import { bytes, hex, ole1, packedObject, rtf, u } from "../../../fixtures/build/rtf.ts";
import { Unread } from "../../../src/extract/extractor.ts";
import { readRtf } from "./read-rtf.ts";

const PNG = "89504e470d0a1a0a0000000d494844520000000300000002";

describe("text", () => {
  it("keeps tables as rows of cells, paragraphs of a cell below each other", async () => {
    const row = (...cells: string[]) =>
      `\\trowd\\cellx1\\cellx2\\pard\\intbl ${cells.map((cell) => `${cell}\\cell `).join("")}\\row\n`;
    const { blocks } = await readRtf({
      body: `${row(u("甲"), `${u("乙")}\\par ${u("丙")}`)}${row("", u("丁"))}\\pard ${u("后")}\\par`,
    });
    expect(
      blocks.map(({ text, part, location, separator }) => [text, part, location.cell, separator]),
    ).toEqual([
      ["甲", "table", "A1", undefined],
      ["乙", "table", "B1", "\t"],
      ["丙", "table", "B1", undefined],
      ["丁", "table", "B2", undefined],
      ["后", "body", undefined, undefined],
    ]);
  });

  it("prints first and left headers only where the document has such pages", async () => {
    const front = `{\\header ${u("页眉")}\\par}{\\headerf ${u("首页")}\\par}{\\headerl ${u("左页")}\\par}`;
    expect((await readRtf({ front, body: `${u("文")}\\par` })).hidden).toEqual([
      "unused-header: 首页",
      "unused-header: 左页",
    ]);
    const all = await readRtf({ front, body: `\\titlepg\\facingp ${u("文")}\\par` });
    expect(all.visible).toEqual(["文", "页眉", "首页", "左页"]);
  });

  it("passes over machinery and what repeats for old readers", async () => {
    const { visible, hidden } = await readRtf({
      front: `{\\stylesheet{\\s0 ${u("正文样式")};}}{\\*\\generator ${u("文字处理")};}{\\*\\datastore 0105}{\\*\\listtable{\\list{\\listname ${u("列表")};}}}`,
      body: `{\\*\\shppict{\\pict\\pngblip ${PNG}}}{\\nonshppict{\\pict\\wmetafile8 00}}{\\shp{\\*\\shpinst{\\sp{\\sn wzName}{\\sv ${u("文本框")} 1}}}{\\shprslt ${u("重复")}}}${u("文")}\\par{\\field{\\*\\fldinst PAGE}{\\fldrslt 1}}\\par`,
    });
    expect(visible).toEqual(["文", "1"]);
    expect(hidden).toEqual([]);
  });

  it("takes formatting behind a star in the middle of a group for what it is", async () => {
    const { visible } = await readRtf({ body: `{\\b\\*\\cs7 ${u("看得见")}}\\par` });
    expect(visible).toEqual(["看得见"]);
  });
});

describe("hidden text", () => {
  it("is white only where what lies behind is white too", async () => {
    const cell = `\\trowd\\clcbpat1\\cellx1\\pard\\intbl{\\cf2 ${u("黑格白字")}}{\\cf1 ${u("黑格黑字")}}\\cell\\row\\pard `;
    const { visible, hidden } = await readRtf({
      body: `${cell}\\cbpat1{\\cf2 ${u("黑底白字")}}{\\cf0 ${u("自动")}}\\par\\pard{\\cf2 ${u("白字")}}\\par{\\chcbpat2\\cf2 ${u("涂白")}}\\par`,
    });
    expect(visible).toEqual(["黑格白字", "黑底白字自动"]);
    expect(hidden).toEqual(["same-colour: 黑格黑字", "same-colour: 白字", "same-colour: 涂白"]);
  });

  it("ends with its group, with \\v0 and with \\plain", async () => {
    const { visible, hidden } = await readRtf({
      body: `{\\v ${u("藏一")}}${u("见一")}\\v ${u("藏二")}\\v0 ${u("见二")}\\v ${u("藏三")}\\plain ${u("见三")}\\par`,
    });
    expect(visible).toEqual(["见一见二见三"]);
    expect(hidden).toEqual(["vanish: 藏一", "vanish: 藏二", "vanish: 藏三"]);
  });
});

describe("objects", () => {
  it("of the Packager become the file they hold, with the path it came from", async () => {
    const data = packedObject("plan.txt", "D:\\draft\\plan.txt", Buffer.from("内容"));
    const { children, hidden } = await readRtf({
      body: `{\\object{\\*\\objdata ${hex(data)}}{\\result ${u("图标")}}}\\par`,
    });
    expect(children).toEqual([{ name: "plan.txt", text: "内容" }]);
    expect(hidden).toEqual(["external-link: D:\\draft\\plan.txt", "embedded-file: plan.txt"]);
  });

  it("of other programs are handed on as they are, broken ones are a notice", async () => {
    const good = hex(ole1("Word.Document.8", Buffer.from("数据")));
    const { children, notices } = await readRtf({
      body: `{\\object{\\*\\objdata ${good}}}{\\object{\\*\\objdata ${good.slice(0, 60)}}}\\par`,
    });
    expect(children).toEqual([{ name: "object 1.bin", text: "数据" }]);
    expect(notices).toMatchObject([{ code: "part-unread", location: { object: "object 2" } }]);
  });

  it("that are pictures are measured, in digits or in bytes", async () => {
    const raw = Buffer.from(PNG, "hex");
    const source = Buffer.concat([
      Buffer.from(
        `{\\rtf1{\\pict\\pngblip ${PNG.slice(0, 20)}\n${PNG.slice(20)}}{\\pict\\pngblip\\bin${raw.length} `,
        "latin1",
      ),
      raw,
      Buffer.from("}{\\pict\\wmetafile8\\picwgoal1500\\pichgoal750 0100}x\\par}"),
    ]);
    const { pictures, visible } = await readRtf(source);
    expect(visible).toEqual(["x"]);
    expect(pictures.map(({ width, height }) => [width, height])).toEqual([
      [3, 2],
      [3, 2],
      [100, 50],
    ]);
  });
});

describe("damage", () => {
  it("that cuts the file anywhere keeps what came before, with a notice", async () => {
    const whole = rtf({
      front: `{\\header ${u("页眉")}\\par}`,
      body: `${u("正文一")}\\par{\\b ${u("正文二")}}\\par`,
    });
    for (let length = 6; length < whole.length; length += 3) {
      const { notices } = await readRtf(whole.subarray(0, length));
      expect(notices, `cut at ${length}`).toMatchObject([
        { code: "part-unread", location: { object: "rtf" } },
      ]);
    }
    const { visible } = await readRtf(whole.subarray(0, whole.length - 6));
    expect(visible).toEqual(["正文一", "正文二", "页眉"]);
  });

  it("by turned bits is never a crash", async () => {
    const data = hex(packedObject("a.txt", "C:\\a.txt", Buffer.from("内容")));
    const whole = rtf({ body: `${u("正文")}{\\object{\\*\\objdata ${data}}}{\\pict\\pngblip ${PNG}}\\par` });
    for (let at = 6; at < whole.length; at += 2) {
      const damaged = Uint8Array.from(whole);
      damaged[at] = (damaged[at] ?? 0) ^ 0x15;
      await readRtf(damaged).catch((error: unknown) => expect(error).toBeInstanceOf(Unread));
    }
  });

  it("by lengths that lie costs nothing", async () => {
    const { notices, visible } = await readRtf("{\\rtf1 a\\par\\bin999999999 b}");
    expect(visible).toEqual(["a"]);
    expect(notices).toMatchObject([{ code: "part-unread" }]);
  });
});

describe("limits", () => {
  it("bound depth and text, and keep what was read", async () => {
    const deep = await readRtf(
      { body: `${u("浅")}\\par${"{".repeat(60)}x${"}".repeat(60)}` },
      { xmlDepth: 50 },
    );
    expect(deep.visible).toEqual(["浅"]);
    expect(deep.notices).toMatchObject([{ code: "limit-depth", detail: { allowed: 50 } }]);
    const long = await readRtf({ body: `${u("第一段")}\\par ${u("第二段")}\\par` }, { textChars: 4 });
    expect(long.visible[0]).toBe("第一段");
    expect(long.notices).toMatchObject([{ code: "limit-text" }]);
  });

  it("are reached in linear time", async () => {
    const started = performance.now();
    const many = `{\\b ${bytes(0xbb)}}{\\i ${bytes(0xfa)}}`.repeat(50_000);
    const { visible } = await readRtf({ body: `${many}\\par` });
    expect(visible[0]).toHaveLength(50_000);
    expect(performance.now() - started).toBeLessThan(3000);
  });
});
