import { describe, expect, it } from "vitest";
import { box, element, image, type OfdOptions, text } from "../../../fixtures/build/ofd.ts";
import { jpeg, png, readOfd } from "./read-ofd.ts";

const BODY = "各科室要按照本通知的要求认真落实";
const SHEET = "0 0 210 297";
const pictures = (file: Uint8Array): Partial<OfdOptions> => ({
  resources: element(
    "MultiMedias",
    "",
    element("MultiMedia", 'ID="m" Type="Image"', element("MediaFile", "", "scan.jpg")),
  ),
  files: { "Doc_0/Res/scan.jpg": file },
});
const scan = (units: string): OfdOptions => ({ pages: [units], ...pictures(jpeg(1700, 2400)) });

describe("a page without text", () => {
  const page = { page: 1 };
  it("is told when it shows a picture, which is listed with its size", async () => {
    const { notices, pictures: listed } = await readOfd(scan(image("m", SHEET)));
    expect(notices).toEqual([{ code: "no-text-layer", location: page }]);
    expect(listed).toEqual([
      { location: { page: 1, object: "Doc_0/Res/scan.jpg" }, width: 1700, height: 2400 },
    ]);
  });

  it("is told when glyphs are drawn as outlines, or a watermark alone speaks", async () => {
    const outline = element(
      "PathObject",
      'Boundary="10 10 50 50" Fill="true"',
      element("AbbreviatedData", "", `M 0 0${" L 1 2 L 3 4".repeat(5)} C`),
    );
    expect((await readOfd({ pages: [outline] })).notices).toEqual([
      { code: "no-text-layer", location: page },
    ]);
    const mark = element(
      "Annot",
      'Type="Watermark"',
      element("Appearance", `Boundary="${SHEET}"`, text("仅供内部使用请勿外传复印无效")),
    );
    const marked = await readOfd({ ...scan(image("m", SHEET)), annotations: { 1: mark } });
    expect(marked.notices).toEqual([{ code: "no-text-layer", location: page }]);
  });

  it("is fair when it is blank, or has a few rules", async () => {
    expect((await readOfd({ pages: ["", text("封面"), box("20 20 100 0.5")] })).notices).toEqual([]);
  });

  it("is told of the pages that lack it only", async () => {
    const { notices } = await readOfd({ ...scan(text(BODY)), pages: [text(BODY), image("m", SHEET)] });
    expect(notices).toEqual([{ code: "no-text-layer", location: { page: 2 } }]);
  });
});

describe("a layer of recognised text", () => {
  const unseen = text(BODY, { attributes: 'Alpha="0"' });
  it.each([
    ["unseen above the scan", image("m", SHEET) + unseen],
    ["switched off above the scan", image("m", SHEET) + text(BODY, { attributes: 'Visible="false"' })],
    ["under the scan", text(BODY) + image("m", SHEET)],
  ])("%s is the text of the page", async (_, units) => {
    const { hidden, visible, notices, pictures: listed } = await readOfd(scan(units));
    expect([hidden, visible]).toEqual([[], [BODY]]);
    expect(notices).toEqual([{ code: "ocr-layer", location: { page: 1 } }]);
    expect(listed).toEqual([]);
  });

  it.each([
    ["above the scan, box between", image("m", SHEET) + box("28 34 90 9") + unseen],
    ["above the scan, box last", image("m", SHEET) + unseen + box("28 34 90 9")],
    ["under the scan", text(BODY) + image("m", SHEET) + box("28 34 90 9")],
  ])("that a box was to take away is covered: %s", async (_, units) => {
    const rest = text("没有遮盖的其余内容照常公开", { y: 90, attributes: 'Alpha="0"' });
    expect((await readOfd(scan(units + rest))).hidden).toEqual([["covered", BODY]]);
  });

  it("is not taken for one where the picture lets the text through", async () => {
    const { hidden, notices } = await readOfd({
      pages: [text(BODY) + image("m", SHEET)],
      ...pictures(png(6)),
    });
    expect([hidden, notices]).toEqual([[], []]);
  });
});

it("tells text that is glyph numbers taken for characters", async () => {
  const garbled = "鯀鯁鯂鯃鯄鯅鯆鯇鯈鯉鯊鯋鯌鯍鯎鯏鯐鯑鯒鯓鯔鯕鯖鯗";
  const { notices } = await readOfd({ pages: [text(garbled), text(BODY)] });
  expect(notices).toEqual([{ code: "garbled-text", location: { page: 1 } }]);
});
