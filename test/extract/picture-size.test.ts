import { describe, expect, it } from "vitest";
import { pictureSize } from "../../src/extract/picture-size.ts";

const hex = (text: string) => new Uint8Array(Buffer.from(text.replaceAll(" ", ""), "hex"));

const HEADERS: readonly (readonly [string, string])[] = [
  ["PNG", "89504e470d0a1a0a 0000000d 49484452 00000280 000001e0 08060000"],
  ["JPEG with an EXIF segment before the frame", "ffd8 ffe10004abcd ffff c2 0011 08 01e0 0280 03"],
  ["GIF", "474946383961 8002 e001"],
  ["BMP, rows from the top", `424d ${"00".repeat(12)} 28000000 80020000 20feffff`],
  ["BMP of OS/2", `424d ${"00".repeat(12)} 0c000000 8002 e001`],
  ["lossy WebP", `52494646 00000000 57454250 56503820 00000000 000000 9d012a 8002 e001`],
  ["lossless WebP", `52494646 00000000 57454250 5650384c 00000000 2f 7fc27700`],
  ["extended WebP", `52494646 00000000 57454250 56503858 0a000000 00000000 7f0200 df0100`],
];

describe("pictureSize", () => {
  it.each(HEADERS)("reads %s", (_, header) => {
    expect(pictureSize(hex(header))).toEqual({ width: 640, height: 480 });
  });

  it.each(HEADERS)("knows no size of a stump of %s", (_, header) => {
    expect(pictureSize(hex(header).subarray(0, 9))).toBeNull();
  });

  it("knows no size of what is no picture", () => {
    expect(pictureSize(hex(""))).toBeNull();
    expect(pictureSize(hex("d7cdc69a0000"))).toBeNull();
    expect(pictureSize(hex("ffd8ffe0 0000 0000 0000"))).toBeNull();
  });

  it("ends on a JPEG whose segments have no length", () => {
    expect(pictureSize(hex(`ffd8 ${"ffe00000".repeat(50)}`))).toBeNull();
  });
});
