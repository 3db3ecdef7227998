import { gzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { tar } from "../../../fixtures/build/tar.ts";
import { extractAll } from "../../../src/cli/extracted.ts";
import { DEFAULT_LIMITS } from "../../../src/model/limits.ts";

const read = (name: string, bytes: Uint8Array) => extractAll(name, bytes, DEFAULT_LIMITS);
type Read = Awaited<ReturnType<typeof read>>;
const codes = (file: Read) => file.notices.map(({ code }) => code);
const member = ({ members: [first] }: Read) => [
  first!.path,
  first!.blocks.map(({ text }) => text),
  codes(first!),
];

describe("a tar archive", () => {
  const TWO = [
    { name: "甲.txt", data: "第一份正文" },
    { name: "乙.txt", data: "第二份正文" },
  ];

  it("names links and devices and follows none", async () => {
    const file = await read(
      "a.tar",
      tar([...TWO, { name: "口", type: "4" }, { name: "链", type: "2", linkName: "甲.txt" }]),
    );
    expect(file.members.map(({ path }) => path)).toEqual(["a.tar!/甲.txt", "a.tar!/乙.txt"]);
    expect(codes(file)).toEqual(["special-file", "symlink-skipped"]);
  });

  it("that is cut off keeps what there is", async () => {
    const file = await read("a.tar", tar(TWO).slice(0, 1024 + 512 + 6));
    expect(codes(file)).toEqual(["part-unread"]);
    expect(file.members.map((each) => [each.blocks.length, codes(each)])).toEqual([
      [1, []],
      [1, ["corrupt"]],
    ]);
  });

  it("goes on behind a header that is broken", async () => {
    const bytes = tar(TWO);
    bytes.fill(0x41, 148, 156);
    const file = await read("a.tar", bytes);
    expect(file.members.map(({ path }) => path)).toEqual(["a.tar!/unclaimed-data-1", "a.tar!/乙.txt"]);
  });
});

describe("a gzip file", () => {
  const packed = gzipSync("公文正文");

  it("is called by its own name without the ending", async () => {
    expect(member(await read("通知.txt.gz", packed))).toEqual(["通知.txt.gz!/通知.txt", ["公文正文"], []]);
    expect(member(await read("通知", packed))[0]).toBe("通知!/通知.content");
  });

  it.each([4, 8, 12])("that lacks its last %i bytes gives what it has and says so", async (missing) => {
    const file = await read("a.txt.gz", packed.subarray(0, packed.length - missing));
    expect(file.members.map(codes)).toEqual([["corrupt"]]);
  });

  it("that inflates out of all proportion is refused", async () => {
    expect(codes(await read("a.gz", gzipSync(Buffer.alloc(4 << 20))))).toEqual(["limit-ratio"]);
  });
});
