import { describe, expect, it } from "vitest";
import { element, layer, text } from "../../../fixtures/build/ofd.ts";
import { readOfd } from "./read-ofd.ts";

const BODY = "各科室要按照本通知的要求认真落实";

describe("lines of an OFD page", () => {
  it("stand from top to bottom, whatever was painted last, with page and line", async () => {
    const { blocks, visible } = await readOfd({
      pages: [text(BODY, { y: 100 }) + text("办公室", { y: 30 })],
    });
    expect(visible).toEqual(["办公室", BODY]);
    expect(blocks[0]).toMatchObject({ part: "body", channel: null, location: { page: 1, line: 1 } });
  });

  it("join one TextCode per character, in whatever order they were painted", async () => {
    const codes = (content: string) =>
      [...content].map((each, index) => element("TextCode", `X="${index * 5}" Y="5"`, each));
    const object = (content: readonly string[]) =>
      element("TextObject", 'Boundary="30 30 60 7" Size="5"', content.join(""));
    const { visible } = await readOfd({
      pages: [object(codes("逐字排列")), object(codes("逐字排列").toReversed())],
    });
    expect(visible).toEqual(["逐字排列", "逐字排列"]);
  });

  it("follow runs of offsets, and lines folded inside one TextCode", async () => {
    const code = 'X="0" Y="5" DeltaX="g 3 5 -15 g 2 5" DeltaY="g 3 0 8 g 2 0"';
    const folded = text("关于供暖的通知", { code }) + text("右栏", { x: 120, y: 40 });
    const { blocks, visible } = await readOfd({ pages: [folded] });
    expect(visible).toEqual(["关于供暖\t右栏", "的通知"]);
    expect(blocks.find(({ view }) => view === "paint")?.text).toBe("关于供暖的通知\n右栏");
  });

  it("set characters apart where a file gives no offsets", async () => {
    const { visible } = await readOfd({ pages: [text("无偏移的11号", { code: 'X="0" Y="5"' })] });
    expect(visible).toEqual(["无偏移的11号"]);
  });

  it("put a TAB between columns and a space between near pieces", async () => {
    const columns = text("姓名", { x: 30 }) + text("科室", { x: 80 }) + text("一", { x: 92 });
    expect((await readOfd({ pages: [columns] })).visible).toEqual(["姓名\t科室 一"]);
  });

  it("keep Latin words together, whose letters differ in width", async () => {
    const word = text("Memo 2026", { code: 'X="0" Y="5" DeltaX="4.4 2.6 4.2 2.6 1.4 2.6 2.6 2.6"' });
    expect((await readOfd({ pages: [word] })).visible).toEqual(["Memo 2026"]);
  });

  it("read turned and vertical text", async () => {
    const turned = text("旋转文字", { attributes: 'CTM="0 1 -1 0 60 0"', boundary: "100 50 70 70" });
    const column = text("竖排文字", { code: 'X="0" Y="5" DeltaY="g 3 5"', boundary: "50 100 7 25" });
    const next = text("次列", { code: 'X="0" Y="5" DeltaY="5"', boundary: "40 100 7 25" });
    const { visible } = await readOfd({ pages: [turned, next + column] });
    expect(visible).toEqual(["旋转文字", "竖排文字", "次列"]);
  });

  it("tell size in points and whether they are centred", async () => {
    const title = text("工作方案", { x: 85, size: 10 });
    const { blocks } = await readOfd({ pages: [title + text(BODY, { y: 100 })] });
    expect(blocks.map(({ layout }) => layout).slice(0, 2)).toEqual([
      { size: 28.3, centred: true },
      { size: 14.2 },
    ]);
  });

  it("come from layers in their order, templates and blocks, composites and patterns", async () => {
    const pattern = element(
      "Pattern",
      'Width="50" Height="20"',
      element("CellContent", "", text("底纹里的字", { x: 0, y: 10 })),
    );
    const shape = element(
      "PathObject",
      'Boundary="0 0 210 297" Fill="true"',
      element("FillColor", "", pattern),
    );
    const { visible } = await readOfd({
      pages: [
        {
          head: '<ofd:Template TemplateID="t"/>',
          content:
            layer(text("前景", { y: 10 }), 'Type="Foreground"') +
            layer(element("PageBlock", "", element("PageBlock", "", text("块中", { y: 20 })))) +
            layer(`<ofd:CompositeObject ResourceID="c" Boundary="0 60 60 20"/>${shape}`),
        },
      ],
      resources: element(
        "CompositeGraphicUnits",
        "",
        element(
          "CompositeGraphicUnit",
          'ID="c" Width="60" Height="20"',
          element("Content", "", text("复合对象", { x: 0, y: 10 })),
        ),
      ),
      common: '<ofd:TemplatePage ID="t" BaseLoc="Tpls/T.xml"/>',
      files: {
        "Doc_0/Tpls/T.xml": element("Page", "", element("Content", "", layer(text("模板", { y: 280 })))),
      },
    });
    expect(visible).toEqual(["前景", "块中", "复合对象", "模板", "底纹里的字"]);
  });

  it("of a watermark are said once, as an annotation", async () => {
    const mark = (x: number) =>
      element(
        "Annot",
        'Type="Watermark"',
        element(
          "Appearance",
          `Boundary="${x} 100 60 20"`,
          text("内部资料", { x: 0, y: 10, attributes: 'Alpha="60"' }),
        ),
      );
    const { blocks, hidden } = await readOfd({
      pages: [text(BODY)],
      annotations: { 1: mark(20) + mark(100) + mark(300) },
    });
    expect(blocks.filter(({ part }) => part === "annotation").map(({ text: said }) => said)).toEqual([
      "内部资料",
    ]);
    expect(hidden).toEqual([]);
  });

  it("are counted through all documents of a file", async () => {
    const { blocks, pages } = await readOfd({
      pages: [text("第一份")],
      files: {
        "Doc_1/Document.xml": element(
          "Document",
          "",
          element("Pages", "", '<ofd:Page ID="1" BaseLoc="P.xml"/>'),
        ),
        "Doc_1/P.xml": element("Page", "", element("Content", "", layer(text("第二份")))),
      },
      replace: {
        "OFD.xml": element(
          "OFD",
          "",
          ["Doc_0", "Doc_1"]
            .map((each) => element("DocBody", "", element("DocRoot", "", `/${each}/Document.xml`)))
            .join(""),
        ),
      },
    });
    expect(pages).toBe(2);
    expect(blocks.map((block) => [block.text, block.location.page])).toEqual([
      ["第一份", 1],
      ["第二份", 2],
    ]);
  });
});
