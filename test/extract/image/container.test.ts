import { describe, expect, it } from "vitest";
import { docx } from "../../../fixtures/build/docx.ts";
import { exifSegment, jpeg, png, segment, tiff, xmp } from "../../../fixtures/build/picture.ts";
import { pictureNotices, statusOf } from "../../../src/judge/status.ts";
import { readImage } from "./read.ts";

const NETSCAPE = Buffer.from([0x21, 0xff, 11, ...Buffer.from("NETSCAPE2.0"), 3, 1, 0, 0, 0]);
const subBlocks = (data: Buffer) => Buffer.concat([Buffer.from([data.length]), data, Buffer.from([0])]);
const frame = (width: number, height: number) =>
  Buffer.from([0x2c, 0, 0, 0, 0, width & 255, width >> 8, height & 255, height >> 8, 0, 2, 1, 0x44, 0]);

function gif(width: number, height: number, ...blocks: readonly Buffer[]): Buffer {
  const head = Buffer.from([...Buffer.from("GIF89a"), 0, 0, 0, 0, 0, 0, 0]);
  head.writeUInt16LE(width, 6);
  head.writeUInt16LE(height, 8);
  return Buffer.concat([head, ...blocks, Buffer.from([0x3b])]);
}

function webp(...chunks: readonly (readonly [type: string, data: Buffer])[]): Buffer {
  const body = Buffer.concat(
    chunks.map(([type, data]) => {
      const head = Buffer.from(`${type}\0\0\0\0`, "latin1");
      head.writeUInt32LE(data.length, 4);
      return Buffer.concat([head, data, Buffer.alloc(data.length % 2)]);
    }),
  );
  const head = Buffer.from("RIFF\0\0\0\0WEBP", "latin1");
  head.writeUInt32LE(body.length + 4, 4);
  return Buffer.concat([head, body]);
}
const VP8X = Buffer.from([0x0c, 0, 0, 0, 0x3f, 1, 0, 0xef, 0, 0]);
const VP8L = Buffer.from([0x2f, 0x3f, 0xc1, 0x3b, 0]);

function bmp(width: number, height: number, behind: Buffer): Buffer {
  const pixels = Buffer.alloc(Math.ceil((width * 24) / 32) * 4 * height);
  const head = Buffer.alloc(54);
  head.write("BM");
  head.writeUInt32LE(54 + pixels.length, 2);
  head.writeUInt32LE(54, 10);
  head.writeUInt32LE(40, 14);
  head.writeInt32LE(width, 18);
  head.writeInt32LE(height, 22);
  head.writeUInt16LE(24, 28);
  return Buffer.concat([head, pixels, behind]);
}
const page = (width: number, height: number, subfile = 0) => [
  { tag: 0xfe, numbers: [subfile] },
  { tag: 0x100, numbers: [width] },
  { tag: 0x101, numbers: [height] },
];

describe("a picture by itself", () => {
  it.each([
    [200, 200, ["ocr-unavailable"], "unexamined"],
    [1000, 199, [], "examined"],
  ])("of %i × %i pixels", async (width, height, codes, status) => {
    const reading = await readImage(jpeg({ width, height, segments: [segment(0xfe, "made by a camera")] }));
    const notices = [...reading.notices, ...pictureNotices(reading)];
    expect(notices.map(({ code }) => code)).toEqual(codes);
    expect(statusOf(reading, notices)).toBe(status);
    expect(reading.pictures).toEqual([{ location: {}, width, height }]);
  });

  it("is told once, not once more as a large picture of a document", async () => {
    const reading = await readImage(jpeg({ width: 4000, height: 3000 }));
    expect(pictureNotices(reading)).toEqual([]);
  });

  it.each([
    ["GIF", gif(300, 300, NETSCAPE, frame(300, 300), frame(20, 10)), 2],
    [
      "WebP",
      webp(["VP8X", VP8X], ["ANIM", Buffer.alloc(6)], ["ANMF", Buffer.alloc(16)], ["ANMF", Buffer.alloc(16)]),
      2,
    ],
    ["TIFF", tiff([page(2480, 3508), page(160, 226, 1), page(2480, 3508)]), 2],
    ["one picture", webp(["VP8L", VP8L]), 1],
  ])("counts its frames or pages: %s", async (_, bytes, count) => {
    const { pictures, codes } = await readImage(bytes, "a");
    expect([pictures.length, codes]).toEqual([count, ["ocr-unavailable"]]);
  });

  it("has the pages of a fax", async () => {
    const { pages, pictures, format } = await readImage(
      tiff([page(1728, 2200), page(1728, 2200)]),
      "传真.tif",
    );
    expect([format, pages, pictures.map(({ location }) => location.page)]).toEqual(["tiff", 2, [1, 2]]);
  });

  it("reads comments and metadata of GIF and WebP", async () => {
    const magic = Buffer.concat([Buffer.from([1]), Buffer.from([...Array(256).keys()].reverse())]);
    const packet = Buffer.concat([
      Buffer.from([0x21, 0xff, 11, ...Buffer.from("XMP DataXMP")]),
      xmp("<rdf:Description dc:title='题名'/>"),
      magic,
      Buffer.from([0]),
    ]);
    const comment = Buffer.concat([Buffer.from([0x21, 0xfe]), subBlocks(Buffer.from("内部留言"))]);
    expect((await readImage(gif(9, 9, comment, packet, frame(9, 9)), "a.gif")).properties).toEqual([
      "gif:Comment=内部留言",
      "dc:title=题名",
    ]);
    const exif = tiff([[{ tag: 0x13b, ascii: "张三" }]]);
    const bytes = webp(
      ["VP8X", VP8X],
      ["VP8L", VP8L],
      ["EXIF", exif],
      ["XMP ", xmp("<rdf:Description dc:title='题'/>")],
    );
    expect((await readImage(bytes, "a.webp")).properties).toEqual(["exif:Artist=张三", "dc:title=题"]);
  });

  it("hands on a small copy of another shape, as what was cut off may show on it", async () => {
    const copy = (width: number, height: number) => {
      const file = jpeg({ width, height });
      const build = (at: number) =>
        tiff([
          [{ tag: 0x10f, ascii: "Camera" }],
          [
            { tag: 0x201, numbers: [at] },
            { tag: 0x202, numbers: [file.length] },
          ],
        ]);
      return jpeg({
        width: 800,
        height: 600,
        segments: [exifSegment(Buffer.concat([build(build(0).length), file]))],
      });
    };
    const cropped = await readImage(copy(160, 90));
    expect(cropped.children.map(({ name }) => name)).toEqual(["thumbnail.jpg"]);
    expect(cropped.pictures).toContainEqual({ location: { object: "thumbnail" }, width: 160, height: 90 });
    expect(cropped.blocks).toContainEqual(expect.objectContaining({ channel: "orphan", part: "metadata" }));
    const fair = await readImage(copy(120, 160));
    expect([fair.children, fair.pictures.length]).toEqual([[], 2]);
  });
});

describe("behind the end of a picture", () => {
  const hidden = Buffer.from("另存的内部说明");
  it.each([
    ["JPEG", (trailing: Buffer) => jpeg({ trailing })],
    ["PNG", (trailing: Buffer) => png([], { trailing })],
    ["GIF", (trailing: Buffer) => Buffer.concat([gif(9, 9, frame(9, 9)), trailing])],
    ["WebP", (trailing: Buffer) => Buffer.concat([webp(["VP8L", VP8L]), trailing])],
    ["BMP", (trailing: Buffer) => bmp(9, 9, trailing)],
  ])("%s: text is read, a file is handed on, padding is nothing, the rest is told", async (_, build) => {
    const text = await readImage(build(hidden));
    expect(text.blocks).toMatchObject([{ text: "另存的内部说明", channel: "trailing-data" }]);
    const file = await readImage(build(Buffer.from(docx({ body: ["内文"] }))));
    expect(file.children.map(({ name }) => name)).toEqual(["trailing.docx"]);
    const padded = await readImage(build(Buffer.alloc(4096)));
    expect([padded.blocks, padded.codes.includes("part-unread")]).toEqual([[], false]);
    const noise = Buffer.from([...Array(300).keys()].map((index) => (index * 89) % 251));
    expect((await readImage(build(noise))).blocks).toMatchObject([
      { text: "trailing-data (299)", channel: "trailing-data" },
    ]);
  });

  it("further pictures that the camera announces are images of the same file", async () => {
    const second = jpeg({
      width: 320,
      height: 240,
      segments: [exifSegment(tiff([[{ tag: 0x13b, ascii: "张三" }]]))],
    });
    const first = (segments: Buffer[]) => jpeg({ segments, trailing: second });
    const announced = await readImage(first([segment(0xe2, "MPF\0II")]));
    expect([announced.pictures.length, announced.properties, announced.children]).toEqual([
      2,
      ["exif:Artist=张三"],
      [],
    ]);
    const secret = await readImage(first([]));
    expect(secret.children.map(({ name }) => name)).toEqual(["trailing.jpg"]);
  });
});

describe("a damaged picture", () => {
  const whole = jpeg({ segments: [exifSegment(tiff([[{ tag: 0x13b, ascii: "张三丰的照片" }]]))] });

  it("is corrupt, with what could be read of it", async () => {
    const { codes, properties } = await readImage(whole.subarray(0, -4));
    expect([codes, properties]).toEqual([["corrupt", "ocr-unavailable"], ["exif:Artist=张三丰的照片"]]);
    expect((await readImage(Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 9]))).codes).toEqual(["corrupt"]);
    const flipped = png([]);
    flipped[40] = (flipped[40] ?? 0) ^ 1;
    expect((await readImage(flipped, "a.png")).codes).toContain("corrupt");
  });

  const files = [
    whole,
    png([]),
    gif(9, 9, frame(9, 9)),
    webp(["VP8L", VP8L]),
    bmp(9, 9, Buffer.alloc(0)),
    tiff([page(9, 9)]),
  ];
  it.each(files.map((file) => [file.toString("latin1", 0, 4), file] as const))(
    "cut off anywhere never throws and is never silent: %s",
    async (_, file) => {
      const step = Math.max(1, Math.floor(file.length / 60));
      for (let end = 12; end < file.length; end += step)
        expect([end, (await readImage(file.subarray(0, end))).codes]).not.toEqual([end, []]);
      for (let at = 0; at < file.length; at += step) {
        const flipped = Buffer.from(file);
        flipped[at] = (flipped[at] ?? 0) ^ 0x55;
        await readImage(flipped);
      }
    },
  );

  it("comes to an end on a thousand directories that overlap", async () => {
    const bytes = Buffer.alloc(4 << 20, 1);
    bytes.write("II*\0\x08\0\0\0", "latin1");
    await readImage(bytes, "a.tif");
  });
});
