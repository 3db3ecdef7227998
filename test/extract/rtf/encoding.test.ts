import { describe, expect, it } from "vitest";
import { bytes, u } from "../../../fixtures/build/rtf.ts";
import { readRtf } from "./read-rtf.ts";

/** 机密 in GBK. */
const GBK = [0xbb, 0xfa, 0xc3, 0xdc] as const;

describe("bytes", () => {
  it("are Chinese where font or document say so, escaped or as they stand", async () => {
    const raw = Buffer.from(GBK).toString("latin1");
    const { visible, notices } = await readRtf({
      body: `${bytes(...GBK)}\\par ${raw}\\par\\f2 ${bytes(0xcf)}\\par`,
    });
    expect(visible).toEqual(["机密", "机密", "П"]);
    expect(notices).toEqual([]);
  });

  it("make one character across runs, groups and lines of the source", async () => {
    const [a, b, c, d] = GBK;
    const { visible } = await readRtf({
      body: `{\\b ${bytes(a)}}{\\i ${bytes(b)}\n${bytes(c)}}\r\n${bytes(d)}\\par`,
    });
    expect(visible).toEqual(["机密"]);
  });

  it("may be ASCII, even a brace, when they follow a first half", async () => {
    // 0x81 0x5c and 0x81 0x7b are characters of GBK.
    const { visible } = await readRtf({ body: `${bytes(0x81)}\\\\${bytes(0x81)}\\{x\\par` });
    expect(visible).toEqual(
      ["乗亄x"].map(() => new TextDecoder("gbk").decode(Uint8Array.of(0x81, 0x5c, 0x81, 0x7b, 0x78))),
    );
  });

  it("in a western font are western, unless they make Chinese characters", async () => {
    const { visible } = await readRtf({
      body: `\\f1 na${bytes(0xef)}ve ${bytes(0x93)}q${bytes(0x94)}\\par ${bytes(...GBK)}\\par`,
    });
    expect(visible).toEqual(["naïve “q”", "机密"]);
    const undeclared = await readRtf(
      `{\\rtf1\\ansi ${bytes(...GBK)}\\par d${bytes(0xe9)}j${bytes(0xe0)}\\par}`,
    );
    expect(undeclared.visible).toEqual(["机密", "déjà"]);
  });

  it("that cannot be told are a notice", async () => {
    const half = await readRtf({ body: `${bytes(...GBK)}${bytes(0xbb)}\\par` });
    expect(half.visible).toEqual(["机密\ufffd"]);
    expect(half.notices).toMatchObject([{ code: "part-unread", location: { object: "code page 936" } }]);
    const unknown = await readRtf(`{\\rtf1\\ansi\\ansicpg437 ${bytes(0xe1)}\\par}`);
    expect(unknown.notices).toMatchObject([{ code: "part-unread", location: { object: "code page 437" } }]);
  });
});

describe("Unicode", () => {
  it("comes as signed numbers and surrogates, with fallbacks passed over", async () => {
    const { visible } = await readRtf({
      body: `${u("秘密😂")}\\par\\uc2\\u26426${bytes(0xbb, 0xfa)}\\u23494??\\par\\uc0\\u26426 x\\par\\uc1\\u26426 {y}\\par`,
    });
    expect(visible[0]).toBe("秘密😂");
    expect(visible.slice(1)).toEqual(["机密", "机x", "机y"]);
  });

  it("is not taken for part of a long number before it", async () => {
    const { hidden } = await readRtf({ body: `{\\deleted\\revdttmdel-2015295488 ${u("删")}}\\par` });
    expect(hidden).toEqual(["revision-deleted: 删"]);
  });

  it("counts a word or a symbol as one fallback", async () => {
    const { visible } = await readRtf({
      body: "\\uc1\\u26426\\bullet\\u23494\\~x\\par",
    });
    expect(visible).toEqual(["机密x"]);
  });

  it("wins over the old text beside it", async () => {
    const { visible, hidden } = await readRtf({
      info: `{\\upr{\\title ??}{\\*\\ud{\\title ${u("题")}}}}`,
      body: `{\\upr{old}{\\*\\ud{${u("新")}}}}\\par`,
    });
    expect(visible).toEqual(["新"]);
    expect(hidden).toEqual(["property: 题"]);
  });
});
