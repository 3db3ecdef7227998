import { describe, expect, it } from "vitest";
import { odf, p, style, textFrame } from "../../../fixtures/build/odf.ts";
import { readOdf } from "./read-odf.ts";

const PLACE = 'svg:x="1cm" svg:y="1cm" svg:width="5cm" svg:height="2cm"';
const LAYOUT =
  '<style:page-layout style:name="PM"><style:page-layout-properties fo:page-width="28cm" fo:page-height="21cm"/></style:page-layout>';
const read = (inner: string, automatic = "", master = "") =>
  readOdf({
    kind: "presentation",
    body: `<draw:page draw:master-page-name="M">${inner}</draw:page>`,
    automatic,
    layouts: LAYOUT,
    masters: `<style:master-page style:name="M" style:page-layout-name="PM">${master}</style:master-page>`,
  });
const WHITE = style("paragraph", "White", '<style:text-properties fo:color="#ffffff"/>');

describe("slides", () => {
  it("take white text for hidden only where nothing dark may lie behind it", async () => {
    const white = textFrame(p("白字", "White"), PLACE);
    const picture = `<draw:frame ${PLACE}><draw:image xlink:href="Pictures/a.png"/></draw:frame>`;
    const shape = `<draw:rect ${PLACE}/>`;
    expect((await read(white, WHITE)).hidden).toEqual(["same-colour: 白字"]);
    expect((await read(picture + white, WHITE)).visible).toEqual(["白字"]);
    expect((await read(white, WHITE, shape)).visible).toEqual(["白字"]);
  });

  it("leave shapes at the edge on the slide, and turned ones too", async () => {
    const at = (x: string, more = "") =>
      textFrame(p(`在${x}`), `svg:x="${x}" svg:y="1cm" svg:width="2cm" svg:height="1cm" ${more}`);
    const { visible, hidden } = await read(
      at("27cm") + at("-1cm") + at("-3cm") + at("29cm") + at("40cm", 'draw:transform="rotate(1)"'),
    );
    expect(visible).toEqual(["在27cm", "在-1cm", "在40cm"]);
    expect(hidden).toEqual(["off-page: 在-3cm", "off-page: 在29cm"]);
  });

  it("are not joined by the prompts of their masters", async () => {
    const prompt = (text: string) => textFrame(p(text), `presentation:class="outline" ${PLACE}`);
    const { hidden } = await read(
      "",
      "",
      prompt("单击编辑母版文本样式") + prompt("第二级") + prompt("Click to edit"),
    );
    expect(hidden).toEqual([]);
  });
});

describe("objects", () => {
  it("that are documents become members, each a package of its own", async () => {
    const { children, hidden } = await readOdf({
      body: p('<draw:frame><draw:object xlink:href="./Object 1"/></draw:frame>'),
      folders: { "Object 1/": "spreadsheet", "Object 1/Object 2/": "text" },
      extra: [
        { name: "Object 1/content.xml", data: "<a/>" },
        { name: "Object 1/Object 2/content.xml", data: "<b/>" },
        { name: "ObjectReplacements/Object 1", data: "GDI" },
      ],
    });
    expect(hidden).toEqual(["embedded-file: Object 1"]);
    expect(children.map(({ name }) => name)).toEqual(["Object 1"]);
    expect(children[0]?.text).toContain("mimetypeapplication/vnd.oasis.opendocument.spreadsheet");
    expect(children[0]?.text).toContain("Object 2/content.xml");
  });

  it("that are earlier versions are told as such", async () => {
    const version = odf({ body: p("旧稿") });
    const { hidden, children } = await readOdf({
      body: p("新稿"),
      extra: [{ name: "Versions/Version1", data: version }],
    });
    expect(hidden).toEqual(["previous-revision: Versions/Version1"]);
    expect(children).toHaveLength(1);
  });
});
