import { describe, expect, it } from "vitest";
import { zip } from "../../fixtures/build/zip.ts";
import { createBudget } from "../../src/extract/budget.ts";
import { openZip } from "../../src/extract/zip.ts";
import { DEFAULT_LIMITS, type Limits } from "../../src/model/limits.ts";

const context = (limits: Partial<Limits> = {}) => {
  const all = { ...DEFAULT_LIMITS, ...limits };
  return { limits: all, budget: createBudget(all) };
};
const open = (bytes: Uint8Array, limits: Partial<Limits> = {}) => openZip(bytes, context(limits));
const text = (bytes: Uint8Array) => Buffer.from(bytes).toString("utf8");

describe("openZip", () => {
  it("lists files, not folders, and inflates them", async () => {
    const archive = await open(
      zip([
        { name: "公文/", data: "", stored: true },
        { name: "公文/通知.txt", data: "请于月底前报送" },
        { name: "a.bin", data: "存储", stored: true },
      ]),
    );
    expect(archive.names).toEqual(["公文/通知.txt", "a.bin"]);
    expect(text(await archive.read("公文/通知.txt"))).toBe("请于月底前报送");
    expect(text(await archive.read("a.bin"))).toBe("存储");
  });

  it("reads names written in GBK without the UTF-8 flag", async () => {
    // 通知.txt
    const name = Uint8Array.of(0xcd, 0xa8, 0xd6, 0xaa, 0x2e, 0x74, 0x78, 0x74);
    expect((await open(zip([{ name, data: "x" }]))).names).toEqual(["通知.txt"]);
  });

  it("keeps every entry of a repeated name readable", async () => {
    const archive = await open(
      zip([
        { name: "word/document.xml", data: "甲" },
        { name: "word/document.xml", data: "乙" },
      ]),
    );
    expect(archive.names).toEqual(["word/document.xml", "word/document.xml#2"]);
    expect(text(await archive.read("word/document.xml#2"))).toBe("乙");
  });

  it("lists climbing and absolute names as they are, without touching the disk", async () => {
    const archive = await open(
      zip([
        { name: "../../etc/passwd", data: "x" },
        { name: "/root/a", data: "y" },
      ]),
    );
    expect(archive.names).toEqual(["../../etc/passwd", "/root/a"]);
    expect(text(await archive.read("../../etc/passwd"))).toBe("x");
  });

  it.each([1, 5_000_000_00])("does not believe a declared size of %i", async (declaredSize) => {
    const archive = await open(zip([{ name: "a", data: "全文都要读到", declaredSize }]));
    expect(text(await archive.read("a"))).toBe("全文都要读到");
  });

  it("stops at the ratio limit, whatever size is declared", async () => {
    const bomb = zip([{ name: "a", data: Buffer.alloc(3 << 20), declaredSize: 10 }]);
    await expect((await open(bomb)).read("a")).rejects.toMatchObject({
      code: "limit-ratio",
      detail: { allowed: 200 },
      location: { object: "a" },
    });
  });

  it("does not judge the ratio of small parts", async () => {
    const archive = await open(zip([{ name: "a", data: Buffer.alloc(1 << 20) }]));
    expect((await archive.read("a")).length).toBe(1 << 20);
  });

  it("spends the shared budget of bytes and entries", async () => {
    const two = zip([
      { name: "a", data: "x".repeat(600) },
      { name: "b", data: "y".repeat(600) },
    ]);
    const archive = await open(two, { expandedBytes: 1000 });
    await archive.read("a");
    await expect(archive.read("b")).rejects.toMatchObject({ code: "limit-expanded" });
    await expect(open(two, { entries: 1 })).rejects.toMatchObject({ code: "limit-entries" });
  });

  it("says what it cannot decode", async () => {
    const archive = await open(
      zip([
        { name: "locked", data: "x", encrypted: true },
        { name: "lzma", data: "x", method: 14 },
        { name: "wrong-crc", data: "x", declaredCrc: 1 },
        { name: "good", data: "完好" },
      ]),
    );
    await expect(archive.read("locked")).rejects.toMatchObject({ code: "encrypted" });
    await expect(archive.read("lzma")).rejects.toMatchObject({ code: "unsupported", detail: { method: 14 } });
    await expect(archive.read("wrong-crc")).rejects.toMatchObject({ code: "corrupt" });
    await expect(archive.read("missing")).rejects.toMatchObject({ code: "corrupt" });
    expect(text(await archive.read("good"))).toBe("完好");
  });

  it("calls a broken archive corrupt", async () => {
    const whole = zip([{ name: "a", data: "文本".repeat(500) }]);
    await expect(open(whole.subarray(0, whole.length - 30))).rejects.toMatchObject({ code: "corrupt" });
    await expect(open(new Uint8Array(0))).rejects.toMatchObject({ code: "corrupt" });
    await expect(open(Buffer.from("不是压缩包"))).rejects.toMatchObject({ code: "corrupt" });
    await expect(open(Buffer.concat([whole, Buffer.from("追加的正文")]))).rejects.toMatchObject({
      code: "corrupt",
    });
  });

  it("passes over padding behind the archive", async () => {
    const padded = Buffer.concat([zip([{ name: "a", data: "正文" }]), Buffer.from("\r\n\0\0")]);
    expect(text(await (await open(padded)).read("a"))).toBe("正文");
  });

  it("refuses a directory that is longer than it claims", async () => {
    const entries = [
      { name: "a", data: "1" },
      { name: "b", data: "2" },
    ];
    await expect(open(zip(entries, { declaredCount: 1 }))).rejects.toMatchObject({ code: "corrupt" });
    await expect(open(zip(entries, { declaredCount: 3 }))).rejects.toMatchObject({ code: "corrupt" });
  });
});
