import { describe, expect, it } from "vitest";
import { p, r, xml } from "../../../fixtures/build/docx.ts";
import { picture, vmlShape } from "../../../fixtures/build/docx-elements.ts";
import { buildOle, vbaModule } from "../../../fixtures/build/ole.ts";
import { readDocx } from "./read-docx.ts";

const PNG = Buffer.from("89504e470d0a1a0a0000000d4948445200000280000001e00806000000", "hex");
const image = (id: string, target: string, data: Uint8Array = PNG) => ({ id, type: "image", target, data });
const CHART = 'xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart"';
const DRAWING = 'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"';

describe("properties", () => {
  it("are metadata, one block each; counts are left out", async () => {
    const { blocks } = await readDocx({
      properties: { "dc:title": "任务通知", "cp:revision": "3" },
      appProperties: { Company: "某某单位", Pages: "12" },
      customProperties: { Tag: "甲", 密级: "机密" },
    });
    expect(blocks.every(({ part, channel }) => part === "metadata" && channel === "property")).toBe(true);
    expect(blocks.map(({ location, text, separator }) => [location.object, text, separator])).toEqual([
      ["dc:title", "任务通知", undefined],
      ["cp:revision", "3", undefined],
      ["app:Company", "某某单位", undefined],
      ["custom:Tag", "甲", undefined],
      ["custom:3", "密级", undefined],
      ["custom:3", "机密", "\t"],
    ]);
  });
});

describe("pictures", () => {
  it("have the pixels of their file, else the displayed size, else none", async () => {
    const { pictures } = await readDocx({
      body: ["首段", p(picture("p1")), p(picture("p2")), p(r(vmlShape(["框"])))],
      related: [
        image("p1", "media/a.png"),
        image("p2", "media/b.emf", Buffer.from("emf")),
        image("unused", "media/c.wmf", Buffer.from("wmf")),
      ],
    });
    expect(pictures).toEqual([
      { location: { paragraph: 2, object: "word/media/a.png" }, width: 640, height: 480 },
      { location: { paragraph: 3, object: "word/media/b.emf" }, width: 100, height: 50 },
      { location: { object: "word/media/c.wmf" }, width: null, height: null },
    ]);
  });

  it("are listed once, however often shown", async () => {
    const { pictures } = await readDocx({
      body: [p(picture("p1")), p(picture("p1"))],
      related: [image("p1", "media/a.png")],
    });
    expect(pictures).toHaveLength(1);
  });
});

describe("embedded files", () => {
  it("are handed on and named, referred to or not", async () => {
    const ole = r(xml('<w:object><o:OLEObject ProgID="Package" r:id="o1"/></w:object>'));
    const { children, blocks } = await readDocx({
      body: ["正文", p(ole), xml('<w:altChunk r:id="c1"/>')],
      related: [
        { id: "o1", type: "oleObject", target: "embeddings/附表.xlsx", data: "表" },
        { id: "c1", type: "aFChunk", target: "chunk.xml", data: "<html>导入的正文</html>" },
      ],
      extra: [
        { name: "word/vbaProject.bin", data: "宏" },
        { name: "word/fonts/font1.odttf", data: "字体" },
        { name: "[trash]/0000.dat", data: new Uint8Array(8) },
      ],
    });
    expect(children).toEqual([
      { name: "word/embeddings/附表.xlsx", text: "表" },
      { name: "word/chunk.xml", text: "<html>导入的正文</html>" },
      { name: "word/vbaProject.bin", text: "宏" },
    ]);
    const named = blocks.filter(({ part }) => part === "attachment");
    expect(named.map(({ channel, location }) => [channel, location])).toEqual([
      ["embedded-file", { paragraph: 2, object: "word/embeddings/附表.xlsx" }],
      ["embedded-file", { object: "word/chunk.xml" }],
      ["embedded-file", { object: "word/vbaProject.bin" }],
    ]);
  });
});

describe("documents by another name", () => {
  it("are handed on: as a sound, a font, a picture", async () => {
    const inner = Buffer.from("PK\x03\x04 表", "utf8");
    const names = ["word/media/a.mp3", "word/fonts/b.odttf", "word/media/c.png", "word/media/d.emf"];
    const { children, pictures } = await readDocx({
      body: ["正文"],
      extra: [
        ...names.map((name) => ({ name, data: inner })),
        { name: "word/media/film.mp4", data: Buffer.from("\0\0\0\x18ftypmp42") },
        { name: "word/media/e.emz", data: Buffer.from([0x1f, 0x8b, 8, 0]) },
      ],
    });
    expect(children.map(({ name }) => name).sort()).toEqual([...names].sort());
    expect(pictures).toHaveLength(1);
  });
});

describe("macros and controls", () => {
  const CONTROL = "application/vnd.ms-office.activeX";
  const project = () =>
    buildOle({
      "VBA/Module1": vbaModule("' 起草人王某\r\n"),
      "VBA/dir": Buffer.from([1]),
      PROJECT: Buffer.from("ID"),
    });

  it("are read as what they are, not handed on", async () => {
    const caption = Buffer.concat([Buffer.from([0, 2, 1, 0]), Buffer.from("确认报送\0", "utf16le")]);
    const { children, blocks } = await readDocx({
      body: ["正文"],
      related: [
        { id: "m1", type: "vbaProject", target: "vbaProject.bin", data: project() },
        { id: "a1", type: "control", target: "activeX/1.bin", data: caption, contentType: CONTROL },
        { id: "a2", type: "control", target: "activeX/2.bin", data: "x 13800138000 x", contentType: CONTROL },
      ],
    });
    expect(children).toEqual([]);
    const said = blocks.filter(({ part }) => part !== "body");
    expect(said.map(({ channel, text, location }) => [channel, text.trim(), location.object])).toEqual([
      ["script", "' 起草人王某", "word/vbaProject.bin!/VBA/Module1"],
      ["form-value", "确认报送", "word/activeX/1.bin"],
      ["form-value", "x 13800138000 x", "word/activeX/2.bin"],
    ]);
  });

  it("do not hide a document that only bears their media type", async () => {
    const { children } = await readDocx({
      related: [
        { id: "a1", type: "control", target: "activeX/1.bin", data: "PK\x03\x04", contentType: CONTROL },
        {
          id: "a2",
          type: "control",
          target: "activeX/2.bin",
          data: buildOle({ WordDocument: Buffer.from("x"), "VBA/M": Buffer.from("y") }),
          contentType: CONTROL,
        },
      ],
    });
    expect(children.map(({ name }) => name)).toEqual(["word/activeX/1.bin", "word/activeX/2.bin"]);
  });
});

describe("charts and diagrams", () => {
  const point = (value: string) => `<c:pt><c:v>${value}</c:v></c:pt>`;
  const chart = `<c:chartSpace ${CHART} ${DRAWING}><c:title><a:p><a:r><a:t>图表</a:t></a:r><a:r><a:t>标题</a:t></a:r></a:p></c:title><c:strCache>${point("一季度")}${point("二季度")}</c:strCache><c:numCache><c:formatCode>G/通用格式</c:formatCode>${point("12")}${point("34")}</c:numCache></c:chartSpace>`;

  it("are read as seen text, without their repetitions", async () => {
    const dgm = `xmlns:dgm="http://schemas.openxmlformats.org/drawingml/2006/diagram" ${DRAWING}`;
    const dsp = `xmlns:dsp="http://schemas.microsoft.com/office/drawing/2008/diagram" ${DRAWING}`;
    const words = "<a:p><a:r><a:t>组织机构</a:t></a:r></a:p>";
    const { blocks, find } = await readDocx({
      body: ["正文"],
      related: [
        { id: "c", type: "chart", target: "charts/chart1.xml", data: chart },
        {
          id: "d",
          type: "diagramData",
          target: "diagrams/data1.xml",
          data: `<dgm:dataModel ${dgm}><dgm:t>${words}</dgm:t></dgm:dataModel>`,
        },
        {
          id: "e",
          type: "diagramDrawing",
          target: "diagrams/drawing1.xml",
          data: `<dsp:drawing ${dsp}><dsp:txBody>${words}</dsp:txBody></dsp:drawing>`,
        },
      ],
    });
    expect(blocks.slice(1).map(({ text, part, channel }) => [text.trim(), part, channel])).toEqual([
      ["图表标题", "other", null],
      ["一季度", "other", null],
      ["二季度", "other", null],
      ["12\t34", "other", null],
      ["组织机构", "other", null],
    ]);
    expect(find("图表标题")[0]?.location).toEqual({ object: "word/charts/chart1.xml" });
  });
});

describe("orphans", () => {
  it("are read: a second main part, a header no section knows, a glossary", async () => {
    const w = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
    const { find } = await readDocx({
      body: ["正文"],
      extra: [
        {
          name: "word/document.xml",
          data: `<w:document ${w}><w:body>${p("另一份正文").xml}</w:body></w:document>`,
        },
        { name: "word/header9.xml", data: `<w:hdr ${w}>${p("无主页眉").xml}</w:hdr>` },
        {
          name: "word/glossary/document.xml",
          data: `<w:glossaryDocument ${w}>${p("词库文字").xml}</w:glossaryDocument>`,
        },
      ],
    });
    expect(find("另一份正文")).toMatchObject([
      { part: "other", channel: "orphan", location: { object: "word/document.xml#2" } },
    ]);
    expect(find("无主页眉")).toMatchObject([{ part: "header", channel: "unused-header" }]);
    expect(find("词库文字")).toMatchObject([{ part: "other", channel: "template" }]);
  });
});
