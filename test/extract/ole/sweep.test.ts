import { expect, it } from "vitest";
import { sweepUtf16 } from "../../../src/extract/ole/sweep.ts";

const utf16 = (text: string) => Buffer.from(text, "utf16le");
const sweep = (...pieces: readonly Uint8Array[]) => {
  const bytes = Buffer.concat(pieces);
  return sweepUtf16(bytes, [[0, bytes.length]]);
};
const noise = Buffer.from([0x81, 0xd9, 0x02, 0xdc]);

it("finds text at even and odd offsets", () => {
  const text = "快速保存之后留在文件里的一段话";
  expect(sweep(noise, utf16(text), noise)).toEqual([text]);
  expect(sweep(noise, Buffer.of(1), utf16(text), noise)).toEqual([text]);
});

it("finds short text where marks of paragraphs or the edge frame it", () => {
  expect(sweep(noise, utf16("\r机密★1年\r"), noise)).toEqual(["机密★1年"]);
  expect(sweep(utf16("机密"))).toEqual(["机密"]);
  expect(sweep(noise, utf16("机密"), noise)).toEqual([]);
});

it("finds numbers of persons", () => {
  expect(sweep(noise, utf16("\r13800138000\r"), noise)).toEqual(["13800138000"]);
});

it("does not take Latin text or numbers for Chinese", () => {
  expect(sweep(Buffer.from("\0\0Normal.dotm template of an office\0\0", "latin1"))).toEqual([]);
  expect(sweep(Buffer.of(0), utf16("the quick brown fox zzz ggg"), Buffer.of(0))).toEqual([]);
});

it("finds next to nothing in random bytes", () => {
  let seed = 7;
  const bytes = Uint8Array.from({ length: 1 << 20 }, () => {
    seed = (seed * 1_103_515_245 + 12_345) % 2 ** 31;
    return seed >> 16;
  });
  expect(sweep(bytes).length).toBeLessThan(3);
});

it("looks only where it is told to", () => {
  const bytes = utf16("这里已经读过，那里没有读过。");
  expect(sweepUtf16(bytes, [[14, bytes.length]])).toEqual(["那里没有读过。"]);
});
