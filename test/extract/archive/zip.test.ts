import { describe, expect, it } from "vitest";
import { zip } from "../../../fixtures/build/zip.ts";
import { extractAll } from "../../../src/cli/extracted.ts";
import { DEFAULT_LIMITS, type Limits } from "../../../src/model/limits.ts";

const read = (bytes: Uint8Array, limits: Partial<Limits> = {}) =>
  extractAll("a.zip", bytes, { ...DEFAULT_LIMITS, ...limits });
const joined = (...pieces: (Uint8Array | string)[]) =>
  new Uint8Array(Buffer.concat(pieces.map((piece) => Buffer.from(piece))));
type Read = Awaited<ReturnType<typeof read>>;
const codes = (file: Read) => file.notices.map(({ code }) => code);
const members = (file: Read) =>
  file.members.map((member) => [
    member.path.slice("a.zip!/".length),
    member.blocks.map(({ text }) => text).join(""),
    codes(member),
  ]);
const TWO = [
  { name: "甲.txt", data: "第一份正文" },
  { name: "乙.txt", data: "第二份正文" },
];

describe("a zip archive", () => {
  it("of good files says nothing itself", async () => {
    const file = await read(zip(TWO));
    expect([file.format, file.blocks, file.notices]).toEqual(["zip", [], []]);
    expect(members(file)).toEqual([
      ["甲.txt", "第一份正文", []],
      ["乙.txt", "第二份正文", []],
    ]);
  });

  it("lists what cannot be read under its name, with the reason, and reads the rest", async () => {
    const file = await read(
      zip([
        { name: "加密.txt", data: "x", encrypted: true },
        { name: "新法.txt", data: "x", method: 14 },
        { name: "坏.txt", data: "还读得出的", declaredCrc: 1 },
        { name: "空.txt", data: "" },
        { name: "好.txt", data: "完好" },
      ]),
    );
    expect(members(file)).toEqual([
      ["加密.txt", "", ["encrypted"]],
      ["新法.txt", "", ["unsupported"]],
      ["坏.txt", "还读得出的", ["corrupt"]],
      ["空.txt", "", ["empty"]],
      ["好.txt", "完好", []],
    ]);
    expect(file.notices).toEqual([]);
  });

  it("without members is empty", async () => {
    expect(codes(await read(zip([])))).toEqual(["empty"]);
    const folders = await read(zip([{ name: "机密/", data: "", stored: true }]));
    expect([folders.blocks.map(({ text }) => text), codes(folders)]).toEqual([["机密/"], ["empty"]]);
  });

  it("lists what systems and office programs leave behind as skipped, by name and content", async () => {
    const store = joined("\0\0\0\x01Bud1", new Uint8Array(40));
    const file = await read(
      zip([
        { name: "__MACOSX/._甲.txt", data: "\0\x05\x16\x07\0\x02" },
        { name: ".DS_Store", data: store },
        { name: "~$甲.docx", data: "x" },
        { name: "片.mp4", data: "\0\0\0\x18ftypmp42" },
        { name: "._假.txt", data: "不是系统文件" },
        { name: "子/.DS_Store", data: "也不是系统文件" },
      ]),
    );
    expect(members(file).map(([, text, notices]) => [text, notices])).toEqual([
      ["", ["system-file"]],
      ["", ["system-file"]],
      ["", ["lock-file"]],
      ["", ["no-text-class"]],
      ["不是系统文件", []],
      ["也不是系统文件", []],
    ]);
  });

  it("reads entries the directory passes over, and bytes that belong to none", async () => {
    const file = await read(
      joined(
        zip([...TWO, { name: "漏.txt", data: "目录里没有的", unlisted: true, streamed: true }]),
        "文件后面的文字",
      ),
    );
    expect(members(file).slice(2)).toEqual([
      ["漏.txt", "目录里没有的", []],
      ["unclaimed-data-1", "文件后面的文字", []],
    ]);
    expect(file.blocks.map(({ text, channel }) => [text, channel])).toEqual([
      ["漏.txt", "orphan"],
      ["unclaimed-data-1", "trailing-data"],
    ]);
  });

  it("does not mind padding", async () => {
    expect((await read(joined(zip(TWO), "\r\n\0\0"))).blocks).toEqual([]);
  });

  it.each([1, 60, 100, 150])(
    "keeps what stands before a cut of %i bytes, and says that it is cut",
    async (missing) => {
      const whole = zip(TWO);
      const file = await read(whole.slice(0, whole.length - missing));
      expect(members(file)[0]).toEqual(["甲.txt", "第一份正文", []]);
      expect(codes(file)).toEqual(["part-unread"]);
    },
  );

  it("believes more entries than its end record counts, and fewer", async () => {
    for (const declaredCount of [1, 2, 9])
      expect(members(await read(zip(TWO, { declaredCount })))).toHaveLength(2);
  });

  it("says where a limit stopped it", async () => {
    const bomb = { name: "零.txt", data: Buffer.alloc(3 << 20) };
    expect(members(await read(zip([bomb, ...TWO])))[0]).toEqual(["零.txt", "", ["limit-ratio"]]);
    const bytes = await read(zip([TWO[0]!, { ...bomb, stored: true }, TWO[1]!]), { expandedBytes: 1 << 20 });
    expect(bytes.notices).toMatchObject([{ code: "limit-expanded", location: { object: "零.txt" } }]);
    expect(members(bytes)).toHaveLength(1);
    expect(codes(await read(zip(TWO), { entries: 1 }))).toContain("limit-entries");
  });

  it("stops at the depth limit", async () => {
    let inner = zip([{ name: "底.txt", data: "底" }]);
    for (let depth = 0; depth < 7; depth++) inner = zip([{ name: "层.zip", data: inner }]);
    const deepest = (file: Read): Read => (file.members[0] ? deepest(file.members[0]) : file);
    expect(codes(deepest(await read(inner)))).toEqual(["limit-depth"]);
  });
});
