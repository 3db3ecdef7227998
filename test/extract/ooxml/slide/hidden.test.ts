import { describe, expect, it } from "vitest";
import type { PptxOptions } from "../../../../fixtures/build/pptx.ts";
import {
  type Box,
  frame,
  group,
  picture,
  run,
  shape,
  solid,
  table,
  title,
} from "../../../../fixtures/build/pptx-shapes.ts";
import { readPptx, readSlide } from "../read-pptx.ts";

const MIDDLE: Box = [300, 200, 100, 40];
const AROUND: Box = [280, 180, 140, 80];
const secret = (box: Box = MIDDLE) => shape(["暗文"], { box });
const lid = (options: Parameters<typeof shape>[1] = {}) =>
  shape([], { box: AROUND, fill: solid("FFFFFF"), ...options });

/** The channels under which the marker was found. */
async function channelsOf(shapes: readonly string[], options: PptxOptions = {}, after = "") {
  const { find } = await readSlide(shapes, options, after);
  return find("暗文").map(({ channel }) => channel);
}

describe("covered text", () => {
  const accent = '<p:style><a:fillRef idx="1"><a:schemeClr val="accent1"/></a:fillRef></p:style>';
  const turned = shape([], { box: [320, 100, 60, 240], turned: 90, fill: solid("000000") });

  it.each<[string, string[]]>([
    ["a filled box", [secret(), lid()]],
    ["the fill of its style", [secret(), lid({ fill: "", style: accent })]],
    [
      "a gradient",
      [
        secret(),
        lid({
          fill: '<a:gradFill><a:gsLst><a:gs pos="0"><a:srgbClr val="111111"/></a:gs></a:gsLst></a:gradFill>',
        }),
      ],
    ],
    ["a box with text of its own", [secret(), shape(["盖上的字"], { box: AROUND, fill: solid("FFFF00") })]],
    ["a round box far larger", [secret(), lid({ form: "roundRect", box: [200, 100, 300, 240] })]],
    ["a box turned upright", [secret(), turned]],
    ["a group that is moved", [secret(), group([lid({ box: [0, 0, 14, 8] })], AROUND, [0, 0, 14, 8])]],
    ["a box over a moved group", [group([secret([0, 0, 10, 4])], MIDDLE, [0, 0, 10, 4]), lid()]],
    ["a box over a table", [frame(table([["暗文"]]), MIDDLE), lid()]],
  ])("is found under %s", async (_, shapes) => {
    expect(await channelsOf(shapes)).toEqual(["covered"]);
  });

  it("is found under a photograph, which has no holes", async () => {
    const under = async (target: string, inside = "") => {
      const { find } = await readPptx({
        slides: [
          {
            shapes: [secret(), picture("p", { box: AROUND, inside })],
            related: [{ id: "p", type: "image", target, data: "x" }],
          },
        ],
      });
      return find("暗文")[0]?.channel;
    };
    expect(await under("media/a.jpg")).toBe("covered");
    expect(await under("media/a.png")).toBeNull();
    expect(await under("media/a.jpg", '<a:alphaModFix amt="40000"/>')).toBeNull();
  });

  it.each<[string, string[]]>([
    ["lies above the box", [lid(), secret()]],
    ["reaches out of the box", [secret([300, 200, 200, 40]), lid()]],
    ["shines through", [secret(), lid({ fill: solid("FFFFFF", 50) })]],
    ["has a frame without fill about it", [secret(), lid({ fill: "<a:noFill/>" })]],
    ["lies under a form with corners cut off", [secret(), lid({ form: "ellipse" })]],
    ["lies under a box that nobody sees", [secret(), lid({ hidden: true })]],
    ["lies under an empty placeholder", [secret(), lid({ placeholder: "body" })]],
    ["lies under a box that is turned away", [secret(), lid({ box: [290, 190, 120, 60], turned: 90 })]],
    ["lies under a box without room", [secret(), lid({ box: [300, 200, 0, 0] })]],
    ["flows out of a box without room", [secret([300, 200, 0, 0]), lid()]],
    ["is in a group of unknown measure", [group([secret([0, 0, 1, 1])], MIDDLE, [0, 0, 0, 0]), lid()]],
  ])("is none where the text %s", async (_, shapes) => {
    expect(await channelsOf(shapes)).toEqual([null]);
  });

  it("is ordinary on a slide with animations", async () => {
    const timing = (target: string) =>
      `<p:timing><p:tnLst><p:par><p:cTn id="1">${target}</p:cTn></p:par></p:tnLst></p:timing>`;
    expect(await channelsOf([secret(), lid()], {}, timing('<p:spTgt spid="2"/>'))).toEqual([null]);
    expect(await channelsOf([secret(), lid()], {}, timing(""))).toEqual(["covered"]);
  });

  it("is found through the layout that places a placeholder", async () => {
    const layouts = [
      { shapes: [shape(["单击此处添加文本"], { placeholder: "body", index: 1, box: MIDDLE })] },
    ];
    const text = shape(["暗文"], { placeholder: "body", index: 1 });
    expect(await channelsOf([text, lid()], { layouts })).toEqual(["covered"]);
  });
});

describe("shapes", () => {
  it("are off the slide only when wholly outside", async () => {
    expect(await channelsOf([secret([730, 10, 50, 20])])).toEqual(["off-page"]);
    expect(await channelsOf([secret([-50, 10, 50, 20])])).toEqual(["off-page"]);
    expect(await channelsOf([secret([700, 10, 50, 20])])).toEqual([null]);
    expect(await channelsOf([secret([0, 0, 0, 0])])).toEqual([null]);
    expect(await channelsOf([shape(["暗文"])])).toEqual([null]);
  });

  it("are hidden by themselves or with their group", async () => {
    expect(await channelsOf([shape(["暗文"], { hidden: true })])).toEqual(["vanish"]);
    expect(await channelsOf([group([secret()], MIDDLE, MIDDLE, true)])).toEqual(["vanish"]);
  });
});

describe("letters", () => {
  const letters = (children: string, options: Parameters<typeof shape>[1] = {}) =>
    shape([run("明") + run("暗文", { children })], { box: MIDDLE, ...options });
  const white = '<a:solidFill><a:schemeClr val="bg1"/></a:solidFill>';
  const grey = '<a:solidFill><a:schemeClr val="bg1"><a:lumMod val="95000"/></a:schemeClr></a:solidFill>';

  it.each<[string, string[], string | null]>([
    ["white on the white slide", [letters(white)], "same-colour"],
    ["nearly white on it", [letters(grey)], "same-colour"],
    ["white in a white box", [letters(solid("FFFFFF"), { fill: solid("FFFFFF") })], "same-colour"],
    ["white on a white box behind", [lid(), letters(white)], "same-colour"],
    [
      "white marked white",
      [letters(`${white}<a:highlight><a:srgbClr val="FFFFFF"/></a:highlight>`)],
      "same-colour",
    ],
    ["without ink", [letters("<a:noFill/>")], "invisible"],
    ["transparent", [letters(solid("FF0000", 0))], "invisible"],
    ["white in a blue box", [letters(white, { fill: solid("000080") })], null],
    ["white on a box behind", [lid({ fill: solid("C00000") }), letters(white)], null],
    [
      "white over the edge of a box",
      [lid({ box: [300, 200, 50, 40], fill: solid("C00000") }), letters(white)],
      null,
    ],
    ["white on a picture", [picture("p", { box: AROUND }), letters(white)], null],
    ["white with an outline", [letters(`<a:ln>${solid("000000")}</a:ln>${white}`)], null],
    [
      "of an unknown shade",
      [letters('<a:solidFill><a:schemeClr val="bg1"><a:shade val="50000"/></a:schemeClr></a:solidFill>')],
      null,
    ],
    ["white marked dark", [letters(`${white}<a:highlight><a:srgbClr val="000000"/></a:highlight>`)], null],
  ])("%s", async (_, shapes, channel) => {
    expect(await channelsOf(shapes)).toEqual([channel]);
  });

  it("white by the style of their box are judged by its fill", async () => {
    const style =
      '<p:style><a:fillRef idx="1"><a:schemeClr val="accent1"/></a:fillRef><a:fontRef idx="minor"><a:schemeClr val="lt1"/></a:fontRef></p:style>';
    expect(await channelsOf([shape(["暗文"], { box: MIDDLE, style })])).toEqual([null]);
    expect(await channelsOf([shape(["暗文"], { box: MIDDLE, style, fill: "<a:noFill/>" })])).toEqual([
      "same-colour",
    ]);
  });

  it("white on a dark master are seen, on a slide that hides its picture too", async () => {
    const master = [shape([], { box: [0, 0, 720, 540], fill: solid("002060") })];
    expect(await channelsOf([letters(white)], { master })).toEqual([null]);
  });

  it("in cells are judged by a fill of the cell alone", async () => {
    const cells = (fill: string) => frame(table([[run("暗文", { children: solid("FFFFFF") })]], fill));
    expect(await channelsOf([cells("")])).toEqual([null]);
    expect(await channelsOf([cells(solid("FFFFFF"))])).toEqual(["same-colour"]);
  });

  it("of three points are a line, unless the slide is small", async () => {
    const shapes = [shape([run("暗文", { attributes: ' sz="300"' })])];
    expect(await channelsOf(shapes)).toEqual(["tiny"]);
    expect(await channelsOf(shapes, { size: { width: 914_400, height: 685_800 } })).toEqual([null]);
  });

  it("hidden side by side are one text, in its own channel", async () => {
    const { blocks } = await readSlide([
      title("题"),
      shape([run("明") + run("暗", { children: white }) + run("文", { children: white }) + run("尾")], {
        box: MIDDLE,
      }),
    ]);
    expect(blocks.slice(1).map(({ text, channel }) => [text, channel])).toEqual([
      ["明尾", null],
      ["暗文", "same-colour"],
    ]);
  });
});
