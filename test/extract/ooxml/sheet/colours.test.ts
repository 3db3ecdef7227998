import { describe, expect, it } from "vitest";
import { parseAreas, parseCell } from "../../../../src/extract/ooxml/sheet/area.ts";
import { colourOf, NO_PALETTE, UNKNOWN } from "../../../../src/extract/ooxml/sheet/colours.ts";

describe("a colour", () => {
  it.each<[Record<string, string>, string]>([
    [{ rgb: "FFff0000" }, "FF0000"],
    [{ rgb: "ff0000" }, "FF0000"],
    [{ rgb: "red" }, UNKNOWN],
    [{ theme: "0" }, "FFFFFF"],
    [{ theme: "1" }, "000000"],
    [{ theme: "99" }, UNKNOWN],
    [{ indexed: "1" }, "FFFFFF"],
    [{ indexed: "9" }, "FFFFFF"],
    [{ indexed: "22" }, "C0C0C0"],
    [{ indexed: "63" }, "333333"],
    [{ indexed: "64" }, "000000"],
    [{ indexed: "65" }, "FFFFFF"],
    [{ indexed: "200" }, UNKNOWN],
    [{ auto: "1" }, "000000"],
    [{ theme: "0", tint: "-0.25" }, "FFFFFF tinted -0.25"],
    [{ theme: "0", tint: "0" }, "FFFFFF"],
    [{}, UNKNOWN],
  ])("%j is %s", (attributes, colour) => {
    expect(colourOf(new Map(Object.entries(attributes)), NO_PALETTE)).toBe(colour);
  });

  it("may be redefined by its index", () => {
    const palette = { ...NO_PALETTE, indexed: ["112233"] };
    expect(colourOf(new Map([["indexed", "0"]]), palette)).toBe("112233");
  });
});

describe("a reference", () => {
  it("names a cell or an area", () => {
    expect(parseCell("$XFD$1048576")).toEqual({ row: 1_048_576, column: 16_384 });
    expect(parseCell("表!A1")).toBeNull();
    expect(parseAreas("A1 B2:C3 x")).toEqual([
      { top: 1, left: 1, bottom: 1, right: 1 },
      { top: 2, left: 2, bottom: 3, right: 3 },
    ]);
  });
});
