import { describe, expect, it } from "vitest";
import { declaredCharset, decode } from "../../src/extract/encoding.ts";

const SENTENCE = "各科室要按期报送，联系人张三。\n第二行 abc 123\n";
// 各科室要按期报送 in GB 2312, the way an old editor saves it.
const GB = Uint8Array.from([
  0xb8, 0xf7, 0xbf, 0xc6, 0xca, 0xd2, 0xd2, 0xaa, 0xb0, 0xb4, 0xc6, 0xda, 0xb1, 0xa8, 0xcb, 0xcd,
]);

function utf16(text: string, big = false): Uint8Array {
  const bytes = Buffer.from(text, "utf16le");
  return new Uint8Array(big ? bytes.swap16() : bytes);
}

function utf32(text: string, little: boolean): Uint8Array {
  const points = [0xfeff, ...[...text].map((c) => c.codePointAt(0) ?? 0)];
  const view = new DataView(new ArrayBuffer(points.length * 4));
  for (const [index, point] of points.entries()) view.setUint32(index * 4, point, little);
  return new Uint8Array(view.buffer);
}

describe("decode", () => {
  it.each<[string, Uint8Array, string]>([
    ["UTF-8", Buffer.from(SENTENCE), "utf-8"],
    ["UTF-8 with a mark", Buffer.from(`\uFEFF${SENTENCE}`), "utf-8"],
    ["UTF-16LE with a mark", utf16(`\uFEFF${SENTENCE}`), "utf-16le"],
    ["UTF-16BE with a mark", utf16(`\uFEFF${SENTENCE}`, true), "utf-16be"],
    ["UTF-16LE without a mark", utf16(SENTENCE), "utf-16le"],
    ["UTF-16BE without a mark", utf16(SENTENCE, true), "utf-16be"],
    ["UTF-32LE", utf32(SENTENCE, true), "utf-32le"],
    ["UTF-32BE", utf32(SENTENCE, false), "utf-32be"],
  ])("reads %s", (_, bytes, encoding) => {
    expect(decode(bytes)).toEqual({ text: SENTENCE, encoding });
  });

  it("reads UTF-16 without a mark that holds no ASCII at all", () => {
    expect(decode(utf16("各科室要按期报送材料"))?.text).toBe("各科室要按期报送材料");
  });

  it("reads gb18030, even a short piece", () => {
    expect(decode(GB)).toEqual({ text: "各科室要按期报送", encoding: "gb18030" });
    expect(decode(GB.slice(0, 4))?.text).toBe("各科");
  });

  it("judges the whole file, not its beginning", () => {
    const late = Buffer.concat([Buffer.from("a".repeat(1 << 20)), GB]);
    expect(decode(late)?.encoding).toBe("gb18030");
    expect(decode(Buffer.concat([Buffer.from(SENTENCE), Uint8Array.of(0xff, 0xff)]))).toBeNull();
  });

  it("believes a declared multi-byte charset, and no single-byte one over plain Chinese", () => {
    // 公告 in Big5.
    expect(decode(Uint8Array.from([0xa4, 0xbd, 0xa7, 0x69]), "big5")).toEqual({
      text: "公告",
      encoding: "big5",
    });
    expect(decode(GB, "iso-8859-1")?.encoding).toBe("gb18030");
    expect(decode(Uint8Array.from([0x63, 0x61, 0x66, 0xe9, 0x20]), "iso-8859-1")?.text).toBe("café ");
    expect(decode(Buffer.from(SENTENCE), "gb2312")?.encoding).toBe("utf-8");
  });

  it.each<[string, Uint8Array]>([
    ["zero bytes", Buffer.from("正文\0正文")],
    ["a broken promise", Buffer.concat([Buffer.from("\uFEFF正文"), GB])],
    ["Latin letters with accents", Buffer.from("réélu généré à Besançon", "latin1")],
    ["control characters", Buffer.from(Array.from({ length: 64 }, (_, i) => (i % 8) + 1))],
    ["random bytes", Buffer.from(Array.from({ length: 500 }, (_, i) => (i * 7919 + ((i * i) % 251)) % 256))],
    [
      "rare characters only",
      Buffer.from(Array.from({ length: 60 }, (_, i) => (i % 2 ? 0x45 : 0x81 + (i % 30)))),
    ],
  ])("does not call %s text", (_, bytes) => {
    expect(decode(bytes)).toBeNull();
  });
});

describe("declaredCharset", () => {
  it.each([
    ['<html><head><meta charset="GBK">', "gbk"],
    ['<meta http-equiv="Content-Type" content="text/html; charset=gb2312">', "gb2312"],
    ['<?xml version="1.0" encoding="GB18030"?>', "gb18030"],
    ['@charset "big5";', "big5"],
    ["<p>charset=gbk</p>", null],
  ])("finds it in %s", (head, charset) => {
    expect(declaredCharset(Buffer.from(head))).toBe(charset);
  });
});

it("a file pasted together from GBK and UTF-8 is not read as either", () => {
  const gbk = Buffer.from([0xb9, 0xd8, 0xd3, 0xda, 0xb9, 0xa4, 0xd7, 0xf7, 0xb0, 0xb2, 0xc5, 0xc5, 0x0a]);
  expect(decode(Buffer.concat([gbk, gbk]))?.encoding).toBe("gb18030");
  expect(decode(Buffer.concat([gbk, gbk, Buffer.from("机密★10年\n", "utf8"), gbk]))).toBeNull();
});
