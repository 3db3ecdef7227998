import { describe, expect, it } from "vitest";
import { NAMESPACES, page } from "../../../../fixtures/build/pptx.ts";
import { frame, paragraph, picture, shape, title } from "../../../../fixtures/build/pptx-shapes.ts";
import { readPptx } from "../read-pptx.ts";

describe("addresses", () => {
  const link = (target: string, index: number) => ({
    id: `l${index}`,
    type: "hyperlink",
    target,
    external: true,
  });

  it("on this computer or an internal network are told, those of the world are not", async () => {
    const local = [
      "file:///C:/Users/lisi/%E5%90%8D%E5%8D%95.docx",
      "\\\\server\\share\\a.xlsx",
      "D:\\工作\\a.pptx",
      "附件/表.xlsx",
      "http://10.1.2.3/oa",
      "http://192.168.1.9:8080/x",
      "https://oa.local/doc",
      "http://intranet/x",
    ];
    const world = ["https://www.gov.cn/", "http://172.15.0.1/", "mailto:a@b.cn", "#Slide 3", "NULL", ""];
    const { blocks } = await readPptx({
      slides: [{ related: [...local, ...world].map(link) }],
    });
    expect(blocks.map(({ text, channel, location }) => [text, channel, location])).toEqual(
      local.map((target) => [
        decodeURIComponent(target),
        "external-link",
        { slide: 1, object: "ppt/slides/slide1.xml" },
      ]),
    );
  });

  it("to the world are kept for what they say", async () => {
    const { blocks } = await readPptx({
      slides: [{ related: [link("https://www.gov.cn/%E5%90%8D%E5%8D%95", 1)] }],
    });
    expect(blocks.map(({ text, channel }) => [text, channel])).toEqual([
      ["https://www.gov.cn/名单", "other"],
    ]);
  });
});

describe("what hangs on a slide", () => {
  it("stands where its frame stands", async () => {
    const data = `<dgm:dataModel${NAMESPACES}><dgm:pt><dgm:prSet phldrT="[文本]"/><dgm:t>${paragraph("图示")}</dgm:t></dgm:pt></dgm:dataModel>`;
    const { find } = await readPptx({
      slides: [
        {
          shapes: [frame('<dgm:relIds r:dm="d"/>', [900, 0, 10, 10])],
          related: [{ id: "d", type: "diagramData", target: "diagrams/data1.xml", data }],
        },
        { hidden: true, related: [{ id: "d", type: "diagramData", target: "diagrams/data2.xml", data }] },
      ],
    });
    expect(find("图示").map(({ channel, location }) => [channel, location.slide])).toEqual([
      ["off-page", 1],
      ["hidden-slide", 2],
    ]);
  });

  it("is listed as a picture or handed on as a file, with the slide", async () => {
    const { pictures, children, blocks } = await readPptx({
      slides: [
        {
          shapes: [picture("p"), frame('<p:oleObj name="工作表" r:id="o" progId="Excel.Sheet.12"/>')],
          related: [
            { id: "p", type: "image", target: "media/a.png", data: "x" },
            { id: "o", type: "package", target: "embeddings/a.xlsx", data: "表" },
          ],
        },
      ],
    });
    expect(pictures).toEqual([
      { location: { slide: 1, object: "ppt/media/a.png" }, width: null, height: null },
    ]);
    expect(children).toEqual([{ name: "ppt/embeddings/a.xlsx", text: "表" }]);
    expect(blocks.map(({ text, location }) => [text, location.slide])).toEqual([
      ["ppt/embeddings/a.xlsx", 1],
    ]);
  });
});

describe("the safety net", () => {
  it("finds words where no reader looks, each once", async () => {
    const { blocks } = await readPptx({
      slides: [
        {
          shapes: [
            shape(["正文"], { name: "某某同志考察材料" }),
            '<p:contentPart><x:y xmlns:x="urn:x" note="墨迹里的字">散落的字</x:y></p:contentPart><!-- 注释里的字 -->',
          ],
        },
      ],
      extra: [{ name: "ppt/unknown.xml", data: "<a 甲='属性里的字'><b>元素里的字</b><b>元素里的字</b></a>" }],
    });
    expect(blocks.slice(1).map(({ text, part, channel }) => [text, part, channel])).toEqual(
      ["某某同志考察材料", "散落的字", "墨迹里的字", "注释里的字", "属性里的字", "元素里的字"].map((text) => [
        text,
        "other",
        "other",
      ]),
    );
  });

  it("leaves what programs write alone", async () => {
    const names = ["图片 3", "矩形: 圆角 5", "流程图: 过程 12", "文本框 4", "内容占位符 2", "副标题"];
    const tags = `<p:tagLst${NAMESPACES}><p:tag name="KSO_WM_UNIT_PRESET_TEXT" val="单击此处添加标题"/><p:tag name="KSO_WM_SLIDE_THEME_NAME" val="蓝色商务主题"/></p:tagLst>`;
    const table = `<a:tblStyleLst${NAMESPACES}><a:tblStyle styleName="中度样式 2 - 强调 1"/></a:tblStyleLst>`;
    const { blocks, notices } = await readPptx({
      slides: [
        {
          shapes: [
            title("标题"),
            ...names.map((name) => shape([], { name })),
            shape(["‹#›"], { placeholder: "sldNum" })
              .replace("<a:r>", '<a:fld type="slidenum">')
              .replace("</a:r>", "</a:fld>"),
          ],
        },
      ],
      presentation: '<p:kinsoku lang="zh-CN" invalStChars="々々，。" invalEndChars="（《々々"/>',
      related: [
        { id: "t", type: "tags", target: "tags/tag1.xml", data: tags },
        { id: "s", type: "tableStyles", target: "tableStyles.xml", data: table },
      ],
      extra: [
        {
          name: "ppt/slideLayouts/slideLayout9.xml",
          data: page("sldLayout", []).replace("<p:cSld>", '<p:cSld name="标题和内容">'),
        },
        { name: "ppt/media/a.svg", data: '<!DOCTYPE svg PUBLIC "a" "b"><svg/>' },
        { name: "ppt/embeddings/empty.bin", data: new Uint8Array(4) },
      ],
    });
    expect(blocks.map(({ text, channel }) => [text, channel])).toEqual([
      ["标题", null],
      ["蓝色商务主题", "template"],
    ]);
    expect(notices).toEqual([]);
  });
});
