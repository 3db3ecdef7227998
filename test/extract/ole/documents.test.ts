import { describe, expect, it } from "vitest";
import { buildDoc, buildOle, oleStreams } from "../../../fixtures/build/ole.ts";
import { converted } from "../../../fixtures/formats/legacy/converted.ts";
import { extractAll } from "../../../src/cli/extracted.ts";
import { cp1252 } from "../../../src/extract/ole/bytes.ts";
import { DEFAULT_LIMITS, type Limits } from "../../../src/model/limits.ts";
import { textsOf } from "../reading.ts";

const read = (name: string, bytes: Uint8Array, limits: Partial<Limits> = {}) =>
  extractAll(name, bytes, { ...DEFAULT_LIMITS, ...limits });

describe("doc", () => {
  it("gives the text in reading order, a table row on one line", async () => {
    const { blocks, notices } = await read("甲.doc", converted("doc"));
    expect(notices).toEqual([]);
    expect(blocks[0]).toMatchObject({
      text: "戊文01子",
      location: { paragraph: 1 },
      layout: { size: 22, centred: true },
    });
    const cells = blocks.filter(({ part }) => part === "table");
    expect(cells.map(({ location, separator }) => [location.cell, separator])).toEqual([
      ["A1", undefined],
      ["B1", "\t"],
      ["A2", undefined],
      ["B2", "\t"],
    ]);
    expect(textsOf(blocks, null)).toContain("★戊文14子");
  });

  it("finds its streams whatever the case of their names", async () => {
    const streams = oleStreams(converted("doc"));
    for (const change of ["toUpperCase", "toLowerCase"] as const) {
      const renamed = Object.entries(streams).map(([name, content]) => [name[change](), content] as const);
      const { blocks } = await read("甲.doc", buildOle(Object.fromEntries(renamed)));
      expect(textsOf(blocks, null)).toContain("戊文09子");
    }
  });

  it("reads Western text of 8-bit pieces with its quotes and dashes", () => {
    expect(cp1252(Uint8Array.of(0x93, 0x41, 0x92, 0x73, 0x94, 0x20, 0x96, 0x20, 0x80, 0xe9))).toBe(
      "“A’s” – €é",
    );
  });

  it("of other versions is named, not guessed at", async () => {
    const old = buildOle({
      WordDocument: Uint8Array.from({ length: 4096 }, (_, i) => [0xdc, 0xa5, 0x68][i] ?? 0),
    });
    expect((await read("甲.doc", old)).notices).toMatchObject([
      { code: "unsupported", detail: { format: "Word 95" } },
    ]);
    expect((await read("甲.doc", buildDoc({ encrypted: true }))).notices).toMatchObject([
      { code: "encrypted" },
    ]);
  });

  it("with a damaged piece table is read a second time, and told so", async () => {
    const { "1Table": table = new Uint8Array(), ...streams } = oleStreams(converted("doc"));
    const main = Buffer.from(streams["WordDocument"] ?? []);
    const clx = main.readUInt32LE(0x1a2);
    const damaged = Buffer.from(table);
    // The first piece now begins at the second character.
    damaged.writeUInt32LE(1, clx + (damaged[clx] === 2 ? 5 : 8 + damaged.readUInt16LE(clx + 1)));
    const { blocks, notices } = await read("甲.doc", buildOle({ ...streams, "1Table": damaged }));
    expect(notices).toContainEqual(expect.objectContaining({ code: "part-unread" }));
    expect(blocks.map(({ text }) => text).join("\n")).toContain("戊文09子");
  });

  it("with nothing but a picture is not called read", async () => {
    const png = Buffer.alloc(64);
    png.write("\x89PNG\r\n\x1a\n", "latin1");
    png.writeUInt32BE(800, 16);
    png.writeUInt32BE(1100, 20);
    const blip = Buffer.concat([
      Buffer.from([0x00, 0x6e, 0x1e, 0xf0]),
      Buffer.of(17 + 64, 0, 0, 0),
      Buffer.alloc(17),
      png,
    ]);
    const { pictures, notices } = await read(
      "甲.doc",
      buildOle({ ...oleStreams(converted("doc")), Data: blip }),
    );
    expect(pictures).toMatchObject([{ width: 800, height: 1100 }]);
    expect(notices).toMatchObject([{ code: "ocr-unavailable" }]);
  });

  it("keeps to the limits", async () => {
    const { notices } = await read("甲.doc", converted("doc"), { textChars: 20 });
    expect(notices).toMatchObject([{ code: "limit-text" }]);
  });
});

describe("xls", () => {
  it("gives numbers with all digits and dates as dates", async () => {
    const { blocks, notices } = await read("甲.xls", converted("xls"));
    expect(notices).toEqual([]);
    expect(textsOf(blocks, null)).toEqual(expect.arrayContaining(["123456789012345", "2026-01-05"]));
  });

  it("is read without the compound file around it", async () => {
    const { Workbook = new Uint8Array() } = oleStreams(converted("xls"));
    const { format, blocks } = await read("甲.xls", Workbook);
    expect(format).toBe("xls");
    expect(textsOf(blocks, null)).toContain("戊表08子");
  });

  it("is never taken for a text file when its begin is damaged", async () => {
    const streams = oleStreams(converted("xls"));
    const Workbook = Uint8Array.from(streams["Workbook"] ?? []);
    Workbook[1] = 0xff;
    expect(await read("甲.xls", buildOle({ ...streams, Workbook }))).toMatchObject({
      blocks: [],
      notices: [{ code: "corrupt" }],
    });
  });
});

describe("ppt", () => {
  it("says nothing of prompts, fonts and automatic names", async () => {
    const { blocks, notices } = await read("甲.ppt", converted("ppt"));
    expect(notices).toEqual([]);
    expect(blocks.filter(({ channel }) => channel === "template" || channel === "other")).toEqual([]);
  });

  it("of PowerPoint 95 is named", async () => {
    const { notices } = await read("甲.ppt", buildOle({ PP40: new Uint8Array(64) }));
    expect(notices).toMatchObject([{ code: "unsupported" }]);
  });

  it("without its document is corrupt", async () => {
    const streams = oleStreams(converted("ppt"));
    const { notices } = await read(
      "甲.ppt",
      buildOle({ ...streams, "PowerPoint Document": new Uint8Array(64) }),
    );
    expect(notices).toMatchObject([{ code: "corrupt" }]);
  });
});
