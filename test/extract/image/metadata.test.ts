import { deflateSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import {
  chunk,
  exifSegment,
  gps,
  iptc,
  jpeg,
  png,
  resources,
  segment,
  type TiffField,
  tiff,
  utf16le,
  xmp,
} from "../../../fixtures/build/picture.ts";
import { gbk, readImage } from "./read.ts";

const exif = (fields: readonly TiffField[], bigEndian = false) =>
  jpeg({ segments: [exifSegment(tiff([fields], { bigEndian }))] });
/** 内部资料 */
const INTERNAL = gbk("c4da b2bf d7ca c1cf");

describe("Exif", () => {
  it.each([false, true])("tells the position in decimal degrees (big endian: %s)", async (bigEndian) => {
    const { properties } = await readImage(exif([gps([29, 39, 15.5556], [121, 24, 44.442])], bigEndian));
    expect(properties).toEqual(["exif:GPS=29.654321,121.412345"]);
  });

  it("tells no position where the camera had none", async () => {
    expect((await readImage(exif([gps([0, 0, 0], [0, 0, 0])]))).properties).toEqual([]);
  });

  it.each([
    ["UTF-8", Buffer.from("内部资料")],
    ["GBK", INTERNAL],
  ])("reads what ASCII fields hold in %s", async (_, ascii) => {
    expect((await readImage(exif([{ tag: 0x013b, ascii }]))).properties).toEqual(["exif:Artist=内部资料"]);
  });

  it("reads a short GBK name that could be UTF-8, and Latin letters that are not Chinese", async () => {
    const { properties } = await readImage(
      exif([
        { tag: 0x013b, ascii: gbk("c1aa cda8") },
        { tag: 0x8298, ascii: Buffer.from("Müller", "latin1") },
      ]),
    );
    expect(properties).toEqual(["exif:Artist=联通", "exif:Copyright=Müller"]);
  });

  it("reads Windows fields as UTF-16LE in any structure, without the zeros that end them", async () => {
    const { properties } = await readImage(exif([{ tag: 0x9c9d, bytes: utf16le("李四"), type: 1 }], true));
    expect(properties).toEqual(["exif:XPAuthor=李四"]);
  });

  const comment = (code: string, content: Uint8Array) =>
    exif([{ tag: 0x8769, directory: [{ tag: 0x9286, bytes: Buffer.concat([Buffer.from(code), content]) }] }]);
  it.each([
    ["UNICODE, order of the structure", comment("UNICODE\0", Buffer.from("内部资料", "utf16le"))],
    ["UNICODE, the other order", comment("UNICODE\0", Buffer.from("内部资料", "utf16le").swap16())],
    ["ASCII that is UTF-8", comment("ASCII\0\0\0", Buffer.from("内部资料\0\0\0"))],
    ["undefined that is GBK", comment("\0\0\0\0\0\0\0\0", INTERNAL)],
    ["no code at all", comment("", Buffer.from("内部资料"))],
    ["JIS", comment("JIS\0\0\0\0\0", Buffer.from("\x1b$BFbIt;qNA\x1b(B"))],
  ])("reads a user comment: %s", async (name, bytes) => {
    const said = name === "JIS" ? "内部資料" : "内部资料";
    expect((await readImage(bytes)).properties).toEqual([`exif:UserComment=${said}`]);
  });

  it("keeps quiet on numbers and maker's notes, and speaks up for unknown fields with Chinese", async () => {
    const { properties, codes } = await readImage(
      exif([
        { tag: 0x0112, numbers: [1] },
        { tag: 0x927c, bytes: Buffer.from("厂商自用的数据块") },
        { tag: 0xc6f3, ascii: "Camera Profile" },
        { tag: 0xfde8, ascii: "秘密事项" },
      ]),
    );
    expect(properties).toEqual(["exif:0xfde8=秘密事项"]);
    expect(codes).toEqual(["ocr-unavailable"]);
  });

  it("tells of a field that lies outside the file, and of directories in a circle", async () => {
    const lying = tiff([[{ tag: 0x013b, ascii: "一个足够长的作者姓名" }]]);
    lying.writeUInt32LE(0xfffff0, 8 + 2 + 8);
    expect((await readImage(jpeg({ segments: [exifSegment(lying)] }))).notices).toContainEqual(
      expect.objectContaining({ code: "part-unread", location: { object: "exif:Artist" } }),
    );
    const circle = tiff([[{ tag: 0x013b, ascii: "张三丰" }]], { next: 8 });
    const { properties, codes } = await readImage(jpeg({ segments: [exifSegment(circle)] }));
    expect([properties, codes]).toEqual([["exif:Artist=张三丰"], ["ocr-unavailable", "part-unread"]]);
  });
});

describe("IPTC", () => {
  const photo = (...datasets: Parameters<typeof iptc>[0]) =>
    jpeg({ segments: [segment(0xed, "Photoshop 3.0\0", resources([[0x0404, iptc(datasets)]]))] });

  it("reads GBK where no character set is coded, UTF-8 where it is", async () => {
    expect((await readImage(photo([120, INTERNAL]))).properties).toEqual(["iptc:Caption-Abstract=内部资料"]);
    const coded = photo([90, Buffer.from("\x1b%G"), 1], [80, Buffer.from("张三")]);
    expect((await readImage(coded)).properties).toEqual(["iptc:By-line=张三"]);
  });

  it("is found in several segments, and inside a TIFF field", async () => {
    const block = resources([[0x0404, iptc([[25, Buffer.from("水库大坝")]])]]);
    const halves = [block.subarray(0, 9), block.subarray(9)].map((half) =>
      segment(0xed, "Photoshop 3.0\0", half),
    );
    expect((await readImage(jpeg({ segments: halves }))).properties).toEqual(["iptc:Keywords=水库大坝"]);
    expect((await readImage(exif([{ tag: 0x8649, bytes: block }]))).properties).toEqual([
      "iptc:Keywords=水库大坝",
    ]);
  });

  it("that breaks off is told", async () => {
    const cut = iptc([[80, Buffer.from("张三丰")]]).subarray(0, -2);
    const bytes = jpeg({ segments: [segment(0xed, "Photoshop 3.0\0", resources([[0x0404, cut]]))] });
    expect((await readImage(bytes)).codes).toContain("part-unread");
  });
});

describe("XMP", () => {
  const photo = (rdf: string) =>
    jpeg({ segments: [segment(0xe1, "http://ns.adobe.com/xap/1.0/\0", xmp(rdf))] });

  it("tells people, words, positions and paths, by attribute and by element", async () => {
    const { properties } = await readImage(
      photo(
        `<rdf:Description xmp:Rating="3" xmp:CreateDate="2026-01-01" photoshop:Credit="县融媒体中心" exif:GPSLatitude="29,39.25926N" exif:GPSLongitude="121,24.7407E">
        <dc:creator><rdf:Seq><rdf:li>张三</rdf:li><rdf:li>李四</rdf:li></rdf:Seq></dc:creator>
        <xmpMM:DerivedFrom rdf:parseType="Resource"><stRef:filePath>C:\\Users\\zhangsan\\a.psd</stRef:filePath><stRef:documentID>xmp.did:1</stRef:documentID></xmpMM:DerivedFrom>
        <own:label xmlns:own="urn:own">涉密项目</own:label></rdf:Description>`,
      ),
    );
    expect(properties).toEqual([
      "photoshop:Credit=县融媒体中心",
      "dc:creator=张三",
      "dc:creator=李四",
      "stRef:filePath=C:\\Users\\zhangsan\\a.psd",
      "xmp:label=涉密项目",
      "exif:GPS=29.654321,121.412345",
    ]);
  });

  it("that is not well-formed gives what came before, and is told", async () => {
    const { properties, notices } = await readImage(photo("<rdf:Description dc:title='题名'><broken"));
    expect(properties).toEqual(["dc:title=题名"]);
    expect(notices).toContainEqual(
      expect.objectContaining({ code: "part-unread", location: { object: "xmp" } }),
    );
  });

  it("is put together again from the pieces of an extension", async () => {
    const packet = xmp("<rdf:Description photoshop:Headline='很长的说明'/>");
    const piece = (offset: number, data: Buffer) => {
      const head = Buffer.alloc(40, "a");
      head.writeUInt32BE(packet.length, 32);
      head.writeUInt32BE(offset, 36);
      return segment(0xe1, "http://ns.adobe.com/xmp/extension/\0", head, data);
    };
    const segments = [piece(200, packet.subarray(200)), piece(0, packet.subarray(0, 200))];
    expect((await readImage(jpeg({ segments }))).properties).toEqual(["photoshop:Headline=很长的说明"]);
  });
});

describe("text chunks of PNG", () => {
  it("hold GBK as well, and keywords in Chinese", async () => {
    const { properties } = await readImage(
      png([
        chunk("tEXt", Buffer.concat([Buffer.from("Comment\0"), INTERNAL])),
        chunk("tEXt", Buffer.concat([INTERNAL, Buffer.from("\0"), INTERNAL])),
      ]),
      "a.png",
    );
    expect(properties).toEqual(["png:Comment=内部资料", "png:keyword=内部资料", "png:text=内部资料"]);
  });

  it("do not inflate without bound", async () => {
    const bomb = chunk(
      "zTXt",
      Buffer.concat([Buffer.from("Comment\0\0"), deflateSync(Buffer.alloc(8 << 20))]),
    );
    const { codes } = await readImage(png([bomb]), "a.png", { ratio: 50 });
    expect(codes).toContain("limit-ratio");
  });
});
