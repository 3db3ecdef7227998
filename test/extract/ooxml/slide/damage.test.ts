import { describe, expect, it } from "vitest";
import { type PptxOptions, pptx } from "../../../../fixtures/build/pptx.ts";
import { group, shape, title } from "../../../../fixtures/build/pptx-shapes.ts";
import { zip } from "../../../../fixtures/build/zip.ts";
import { Unread } from "../../../../src/extract/extractor.ts";
import { readPptx } from "../read-pptx.ts";

const slides = [
  { shapes: [title("保住的首页")] },
  { shapes: [title("保住的次页")], notes: [shape(["保住的备注"], { placeholder: "body" })] },
];
const damaged = (name: string, data: string, options: PptxOptions = {}) =>
  readPptx({ slides, ...options, replace: { [name]: data } });
const unread = (object: string) => ({ code: "part-unread", location: { object } });

describe("damage", () => {
  it("of one slide keeps what stands before it and all the others", async () => {
    const whole = `${group([shape(["读到的"])], [0, 0, 1, 1], [0, 0, 1, 1])}`;
    const cut = `<p:sld xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><p:cSld><p:spTree>${whole}<p:sp><p:txBody><a:p><a:r><a:t>半`;
    const { visible, notices } = await damaged("ppt/slides/slide1.xml", cut);
    expect(visible).toEqual(["读到的", "半", "保住的次页", "保住的备注"]);
    expect(notices).toMatchObject([unread("ppt/slides/slide1.xml")]);

    const none = await damaged("ppt/slides/slide1.xml", "无");
    expect(none.visible).toEqual(["保住的次页", "保住的备注"]);
    expect(none.notices).toMatchObject([unread("ppt/slides/slide1.xml")]);
  });

  it.each(["ppt/slideLayouts/slideLayout1.xml", "ppt/slideMasters/slideMaster1.xml", "ppt/theme/theme1.xml"])(
    "of %s loses no slide, and is told",
    async (name) => {
      const { visible, notices } = await damaged(name, "<broken");
      expect(visible).toEqual(["保住的首页", "保住的次页", "保住的备注"]);
      expect(notices).toMatchObject([unread(name)]);
    },
  );

  it("of the order of the show falls back on the names of the slides", async () => {
    const order = await damaged("ppt/presentation.xml", "<p:presentation");
    expect(order.visible).toEqual(["保住的首页", "保住的次页", "保住的备注"]);
    expect(order.notices).toMatchObject([unread("ppt/presentation.xml")]);
    const arrows = await damaged("ppt/_rels/presentation.xml.rels", "<broken");
    expect(arrows.visible).toEqual(["保住的首页", "保住的次页", "保住的备注"]);
    expect(arrows.notices.length).toBeGreaterThan(0);
  });

  it("of everything makes the file unread", async () => {
    const corrupt = { code: "corrupt" };
    await expect(damaged("ppt/presentation.xml", "无", { slides: [] })).rejects.toMatchObject(corrupt);
    await expect(readPptx(zip([{ name: "[Content_Types].xml", data: "<Types/>" }]))).rejects.toMatchObject(
      corrupt,
    );
    const whole = pptx({ slides });
    await expect(readPptx(whole.subarray(0, whole.length / 2))).rejects.toMatchObject(corrupt);
  });

  it("includes slides and notes that are promised and not there", async () => {
    const whole = Buffer.from(pptx({ slides })).toString("latin1");
    const without = (name: string) =>
      readPptx(new Uint8Array(Buffer.from(whole.replaceAll(name, `${name.slice(0, -5)}9.bin`), "latin1")));
    const slide = await without("ppt/slides/slide1.xml");
    expect(slide.visible).toEqual(["保住的次页", "保住的备注"]);
    expect(slide.notices).toMatchObject([unread("ppt/slides/slide1.xml")]);
    const notes = await without("ppt/notesSlides/notesSlide2.xml");
    expect(notes.notices).toMatchObject([unread("ppt/notesSlides/notesSlide2.xml")]);
  });

  it("of a chain that leads to itself ends", async () => {
    const circle = (target: string) =>
      `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="m" Type="x/slideMaster" Target="${target}"/><Relationship Id="l" Type="x/slideLayout" Target="${target}"/></Relationships>`;
    const { visible } = await damaged(
      "ppt/slideLayouts/_rels/slideLayout1.xml.rels",
      circle("slideLayout1.xml"),
    );
    expect(visible).toContain("保住的首页");
    const self = await damaged("ppt/slides/_rels/slide1.xml.rels", circle("slide1.xml"));
    expect(self.visible).toContain("保住的首页");
  });

  it("anywhere in the file is reported, never a crash, never silence", async () => {
    const whole = pptx({ slides, properties: { "dc:title": "保住的题名" } });
    const texts = ["保住的首页", "保住的次页", "保住的备注", "保住的题名"];
    const silent: number[] = [];
    for (let at = 0; at < whole.length; at += 53) {
      const bytes = Uint8Array.from(whole);
      bytes[at] = (bytes[at] ?? 0) ^ 0x55;
      const result = await readPptx(bytes).catch((error: unknown) => {
        expect(error).toBeInstanceOf(Unread);
        return null;
      });
      if (result === null || result.notices.length > 0) continue;
      const whereabouts = JSON.stringify([result.blocks, result.children]);
      if (!texts.every((text) => whereabouts.includes(text))) silent.push(at);
    }
    expect(silent).toEqual([]);
  });
});

describe("limits", () => {
  it("stop reading with a notice that names them, and keep what was read", async () => {
    const text = await readPptx({ slides }, { textChars: 6 });
    expect(text.visible).toEqual(["保住的首页"]);
    expect(text.notices).toMatchObject([
      { code: "limit-text", location: { object: "ppt/slides/slide2.xml" } },
    ]);

    const deep = Array.from({ length: 60 }).reduce<string>(
      (inner) => group([inner], [0, 0, 1, 1], [0, 0, 1, 1]),
      shape(["深处"]),
    );
    const depth = await readPptx({ slides: [{ shapes: [title("浅处"), deep] }] }, { xmlDepth: 50 });
    expect(depth.visible).toEqual(["浅处"]);
    expect(depth.notices).toMatchObject([{ code: "limit-depth" }]);
  });

  it("keep thousands of shapes and a table of many cells within bounds", async () => {
    const many = Array.from({ length: 2000 }, (_, index) =>
      shape([`第${index}个`], { box: [index, 0, 9, 9] }),
    );
    const started = Date.now();
    const { visible } = await readPptx({ slides: [{ shapes: many }] });
    expect(visible.length).toBeGreaterThan(700);
    expect(Date.now() - started).toBeLessThan(8000);
  });
});
