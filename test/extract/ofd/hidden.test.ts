import { describe, expect, it } from "vitest";
import { box, element, image, layer, type OfdOptions, text } from "../../../fixtures/build/ofd.ts";
import { jpeg, png, readOfd } from "./read-ofd.ts";

const SECRET = "本件附有未公开的数据";
/** 50 mm wide, 5 mm high, on the line 40 mm below the top. */
const secret = text(SECRET);
const COVER = "28 34 56 9";
/** Twelve and more characters, so that no page passes for a scan. */
const others = text("其余内容照常公开发布不受影响", { y: 80 });

const page = (units: string, options: Partial<OfdOptions> = {}): OfdOptions => ({
  pages: [units + others],
  ...options,
});
const pictures = (file: Uint8Array): Partial<OfdOptions> => ({
  resources: element(
    "MultiMedias",
    "",
    element("MultiMedia", 'ID="m" Type="Image"', element("MediaFile", "", "a.bin")),
  ),
  files: { "Doc_0/Res/a.bin": file },
});
const annotation = (units: string, attributes: string): Partial<OfdOptions> => ({
  annotations: {
    1: element("Annot", `ID="5" ${attributes}`, element("Appearance", 'Boundary="0 0 210 297"', units)),
  },
});
const path = (data: string, attributes: string, boundary = "0 0 210 297") =>
  element("PathObject", `Boundary="${boundary}" ${attributes}`, element("AbbreviatedData", "", data));
const shading = element(
  "FillColor",
  "",
  '<ofd:AxialShd StartPoint="0 0" EndPoint="50 0"><ofd:Segment><ofd:Color Value="255 255 255"/></ofd:Segment></ofd:AxialShd>',
);

describe("text under something painted later is covered", () => {
  const ellipse = "M 20 38 B 20 20 100 20 100 38 B 100 56 20 56 20 38 C";
  const cases: Record<string, OfdOptions> = {
    "a black box": page(secret + box(COVER)),
    "a white box": page(secret + box(COVER, "255 255 255")),
    "a box in grey values": page(secret + box(COVER, "128")),
    "a box with its colour from drawing parameters": page(
      secret + path("M 28 34 L 84 34 L 84 43 L 28 43 C", 'Fill="true" Stroke="false" DrawParam="d"'),
      {
        resources: element(
          "DrawParams",
          "",
          element("DrawParam", 'ID="d"', '<ofd:FillColor Value="200 0 0"/>'),
        ),
      },
    ),
    "two boxes side by side": page(secret + box("28 34 30 9") + box("57 34 30 9")),
    "a rounded shape": page(secret + path(ellipse, 'Fill="true"')),
    "a marker stroke": page(secret + path("M 26 38 L 86 38", 'LineWidth="9"')),
    "scribbled strokes": page(
      secret + path("M 28 35 L 86 35 L 28 37 L 86 37 L 28 39 L 86 39 L 28 41 L 86 41", 'LineWidth="2.4"'),
    ),
    "an opaque picture": page(secret + image("m", COVER), pictures(jpeg())),
    "a PNG without alpha": page(secret + image("m", COVER), pictures(png(2))),
    "a box in the foreground, written first": {
      pages: [{ content: layer(box(COVER), 'Type="Foreground"') + layer(secret + others) }],
    },
    "a box of a template in the foreground": {
      pages: [
        { head: '<ofd:Template TemplateID="t" ZOrder="Foreground"/>', content: layer(secret + others) },
      ],
      common: '<ofd:TemplatePage ID="t" BaseLoc="T.xml"/>',
      files: { "Doc_0/T.xml": element("Page", "", element("Content", "", layer(box(COVER)))) },
    },
    "a box in a block, enlarged": page(
      secret +
        element(
          "PageBlock",
          "",
          element(
            "PathObject",
            'Boundary="28 34 56 9" CTM="56 0 0 9 0 0" Fill="true"',
            element("AbbreviatedData", "", "M 0 0 L 1 0 L 1 1 L 0 1 C"),
          ),
        ),
    ),
    "a box in an annotation": page(secret, annotation(box(COVER), 'Type="Path"')),
    "text turned upright": page(
      text(SECRET, { attributes: 'CTM="0 1 -1 0 6 0"', boundary: "100 100 8 60" }) + box("98 98 12 60"),
    ),
  };
  it.each(Object.entries(cases))("%s", async (_, options) => {
    const { hidden, visible } = await readOfd(options);
    expect(hidden).toEqual([["covered", SECRET]]);
    expect(visible).toEqual(["其余内容照常公开发布不受影响"]);
  });

  it("only as far as it is", async () => {
    const { hidden, visible } = await readOfd(page(secret + box("54 34 30 9")));
    expect(hidden).toEqual([["covered", "公开的数据"]]);
    expect(visible[0]).toBe("本件附有未");
  });
});

describe("text stays seen", () => {
  const cells = [20, 60, 100].map((x) => box(`${x} 32 40 12`, "0 0 0", 'Stroke="true"')).join("");
  const cases: Record<string, OfdOptions> = {
    "above a shaded cell": page(box(COVER, "220 220 220") + secret),
    "inside table borders painted later": page(secret + cells),
    "under an underline and a red title line": page(
      secret + path("M 28 41 L 86 41", 'LineWidth="1.2"') + path("M 20 45 L 190 45", 'LineWidth="2"'),
    ),
    "under a strike-through": page(secret + path("M 28 38 L 86 38", 'LineWidth="0.8"')),
    "under a see-through highlight": page(secret + box(COVER, "255 255 0", 'Fill="true" Alpha="90"')),
    "under a colour that is see-through": page(
      secret + box(COVER).replace('Value="0 0 0"', 'Value="0 0 0" Alpha="100"'),
    ),
    "under a box blended with it": page(secret + box(COVER, "255 255 0", 'Fill="true" BlendMode="Multiply"')),
    "under a shape without fill": page(secret + box(COVER, "0 0 0", 'Stroke="true"')),
    "under a shading": page(secret + box(COVER).replace(/<ofd:FillColor[^>]*>/, () => shading)),
    "under a box that is switched off": page(secret + box(COVER, "0 0 0", 'Fill="true" Visible="false"')),
    "under a box clipped away": page(
      secret +
        element(
          "PathObject",
          `Boundary="${COVER}" Fill="true"`,
          element(
            "Clips",
            "",
            element(
              "Clip",
              "",
              element(
                "Area",
                "",
                element(
                  "Path",
                  'Boundary="0 0 56 1"',
                  element("AbbreviatedData", "", "M 0 0 L 56 0 L 56 1 L 0 1 C"),
                ),
              ),
            ),
          ) + element("AbbreviatedData", "", "M 0 0 L 56 0 L 56 9 L 0 9 C"),
        ),
    ),
    "under a path that its Boundary cuts off": page(
      secret + path("M 0 0 L 99 0 L 99 99 L 0 99 C", 'Fill="true"', "28 34 56 1"),
    ),
    "inside a frame filled even-odd": page(
      secret +
        path(
          "M 10 10 L 200 10 L 200 60 L 10 60 C M 20 30 L 190 30 L 190 50 L 20 50 C",
          'Fill="true" Rule="Even-Odd"',
        ),
    ),
    "under a seal with alpha": page(secret + image("m", COVER), pictures(png(6))),
    "under a seal with a transparent colour": page(
      secret + image("m", COVER),
      pictures(png(2, { chunk: "tRNS" })),
    ),
    "under a picture of an unknown kind": page(secret + image("m", COVER), pictures(Uint8Array.of(1, 2, 3))),
    "under a picture faded out": page(secret + image("m", COVER, 'Alpha="120"'), pictures(jpeg())),
    "under a stamp, whatever its picture": page(secret, {
      ...annotation(image("m", COVER), 'Type="Stamp"'),
      ...pictures(jpeg()),
    }),
    "under a watermark": page(secret, annotation(box(COVER, "230 230 230"), 'Type="Watermark"')),
    "under a hidden annotation": page(secret, annotation(box(COVER), 'Type="Path" Visible="false"')),
    "above the box that hides an empty place": page(
      box(COVER) + text("标签", { y: 60 }) + text(SECRET, { y: 120 }),
    ),
    "in white on a dark heading": page(
      box(COVER, "0 0 128") + text(SECRET, { children: '<ofd:FillColor Value="255 255 255"/>' }),
    ),
    "in white on a picture": page(
      image("m", COVER) + text(SECRET, { children: '<ofd:FillColor Value="255 255 255"/>' }),
      pictures(jpeg()),
    ),
    "in outlined letters": page(
      text(SECRET, {
        attributes: 'Stroke="true"',
        children: '<ofd:FillColor Value="255 255 255"/><ofd:StrokeColor Value="0 0 0"/>',
      }),
    ),
    "in grey like a watermark": page(text(SECRET, { children: '<ofd:FillColor Value="225 225 225"/>' })),
    "painted once more above the box": page(secret + box(COVER, "255 255 0") + secret),
    "with a white shadow": page(
      text(SECRET, { x: 30.3, children: '<ofd:FillColor Value="255 255 255"/>' }) + secret,
    ),
    "a little beyond a tight Boundary": page(text(SECRET, { boundary: "30 35 50 4" })),
    "where no size of the page is given": page(text(SECRET, { x: 300 }), { area: null }),
  };
  it.each(Object.entries(cases))("%s", async (_, options) => {
    const { hidden, visible } = await readOfd(options);
    expect(hidden).toEqual([]);
    expect(visible.filter((line) => line.includes(SECRET))).toHaveLength(1);
  });
});

describe("text that leaves no trace", () => {
  const white = '<ofd:FillColor Value="255 255 255"/>';
  const cases: Record<string, [channel: string, units: string]> = {
    "is switched off": ["invisible", text(SECRET, { attributes: 'Visible="false"' })],
    "has no opacity": ["invisible", text(SECRET, { attributes: 'Alpha="0"' })],
    "has a colour without opacity": [
      "invisible",
      text(SECRET, { children: '<ofd:FillColor Value="0 0 0" Alpha="0"/>' }),
    ],
    "is neither filled nor stroked": ["invisible", text(SECRET, { attributes: 'Fill="false"' })],
    "is white on paper": ["same-colour", text(SECRET, { children: white })],
    "is white in hexadecimal": [
      "same-colour",
      text(SECRET, { children: '<ofd:FillColor Value="#FF #FF #FF"/>' }),
    ],
    "is white in CMYK": ["same-colour", text(SECRET, { children: '<ofd:FillColor Value="0 0 0 0"/>' })],
    "is black on black": ["same-colour", box(COVER) + secret],
    "is nearly the colour of its cell": [
      "same-colour",
      box(COVER, "200 0 0") + text(SECRET, { children: '<ofd:FillColor Value="210 10 10"/>' }),
    ],
    "is tiny": ["tiny", text(SECRET, { size: 0.6 })],
    "is made tiny": ["tiny", text(SECRET, { attributes: 'CTM="0.1 0 0 0.1 0 0"' })],
    "lies beside the page": ["off-page", text(SECRET, { x: 215 })],
    "lies outside its own Boundary": [
      "off-page",
      text(SECRET, { boundary: "30 30 20 2", code: 'X="60" Y="5" DeltaX="g 9 5"' }),
    ],
    "is clipped away": [
      "off-page",
      text(SECRET, {
        children: element(
          "Clips",
          "",
          element(
            "Clip",
            "",
            element(
              "Area",
              "",
              element("Path", "", element("AbbreviatedData", "", "M 0 60 L 9 60 L 9 69 L 0 69 C")),
            ),
          ),
        ),
      }),
    ],
  };
  it.each(Object.entries(cases))("%s", async (_, [channel, units]) => {
    expect((await readOfd(page(units))).hidden).toEqual([[channel, SECRET]]);
  });

  it("lies outside the part that is cut out", async () => {
    const head = element(
      "Area",
      "",
      element("PhysicalBox", "", "0 0 210 297") + element("CropBox", "", "0 60 210 100"),
    );
    const { hidden } = await readOfd({ pages: [{ head, content: layer(secret + others) }] });
    expect(hidden).toEqual([["off-page", SECRET]]);
  });

  it("is told by letters, not by dots and rules", async () => {
    expect((await readOfd(page(text("……——", { attributes: 'Alpha="0"' })))).hidden).toEqual([]);
  });
});
