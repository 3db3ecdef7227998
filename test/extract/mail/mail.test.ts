import { describe, expect, it } from "vitest";
import { base64, gbk, mail } from "../../../fixtures/build/mail.ts";
import { jpeg, segment } from "../../../fixtures/build/picture.ts";
import { extractAll } from "../../../src/cli/extracted.ts";
import { decodeCharset } from "../../../src/extract/mail/charset.ts";
import { decodeHeaderText } from "../../../src/extract/mail/encoded-words.ts";
import { readParameters } from "../../../src/extract/mail/parameters.ts";
import { decodeTransfer } from "../../../src/extract/mail/transfer-encoding.ts";
import { DEFAULT_LIMITS } from "../../../src/model/limits.ts";

const read = (...lines: (string | Uint8Array)[]) => extractAll("a.eml", mail(lines), DEFAULT_LIMITS);
type Read = Awaited<ReturnType<typeof read>>;
const codes = (file: Read) => file.notices.map(({ code }) => code);
const body = (file: Read) => file.blocks.filter(({ part }) => part === "body").map(({ text }) => text);
const ENVELOPE = ["From: a@example.cn", "Subject: x"];
const part = (header: readonly string[], text: string | Uint8Array) => [
  ...ENVELOPE,
  'Content-Type: multipart/mixed; boundary="b"',
  "",
  "This is a multi-part message in MIME format.",
  "--b",
  ...header,
  "",
  text,
  "--b--",
];

describe("the text of a mail", () => {
  it.each([
    ["gb2312", gbk("国标文字内容")],
    ["cp936", gbk("国标文字内容")],
    ["us-ascii", gbk("国标文字内容较长一些的一段正文")],
    ["utf-8", gbk("标错了编码的正文")],
    ["utf-7", Buffer.from("+ZnqGgw-")],
    ["hz-gb-2312", Buffer.from("~{9z1j~} ~~")],
  ])("under the label %s is decoded", async (charset, bytes) => {
    const file = await read(...part([`Content-Type: text/plain; charset=${charset}`], bytes));
    expect(body(file).join("")).toMatch(/^[\u4e00-\u9fff ~]+$/);
    expect(file.notices).toEqual([]);
  });

  it("in a charset nobody knows is told, not passed over", async () => {
    const file = await read(...part(["Content-Type: text/plain; charset=x-secret"], "abc"));
    expect(file.notices).toMatchObject([{ code: "part-unread", detail: { reason: "undecodable" } }]);
  });

  it("in format=flowed has its soft breaks undone, quotes and signatures kept", async () => {
    const text = "一二 \r\n三四\r\n> 引用 \r\n> 续\r\n-- \r\n署名";
    const file = await read(...ENVELOPE, "Content-Type: text/plain; format=flowed; delsp=yes", "", text);
    expect(body(file)[0]!.trim()).toBe("一二三四\n> 引用续\n-- \n署名");
  });

  it("that breaks off is said to be broken off", async () => {
    const file = await read(...part(["Content-Type: text/plain"], "正文").slice(0, -1));
    expect([body(file).length, codes(file)]).toEqual([1, ["part-unread"]]);
  });

  it("between the lines of base64 is found", async () => {
    const lines = `${base64("正文")}\r\n夹在中间的文字\r\n`;
    const file = await read(
      ...part(["Content-Type: text/plain", "Content-Transfer-Encoding: base64"], lines),
    );
    expect(file.blocks.find(({ channel }) => channel === "other")?.text).toBe("夹在中间的文字");
  });

  it("is shown as it stands where the boundary is nowhere", async () => {
    const file = await read(...ENVELOPE, "Content-Type: multipart/mixed; boundary=zz", "", "其实只有正文");
    expect([body(file)[0]?.trim(), codes(file)]).toEqual(["其实只有正文", ["part-unread"]]);
  });

  it("of an ordinary mail brings nothing else", async () => {
    const file = await read(
      "Received: from mail.example.cn ([203.0.113.5]) by mx.example.cn; Mon, 1 Jan 2024 08:00:00 +0800",
      "DKIM-Signature: v=1; a=rsa-sha256",
      "Message-ID: <1@example.cn>",
      "X-Mailer: Foxmail 7.2",
      ...part(["Content-Type: text/plain"], "正文"),
    );
    expect(file.blocks.map(({ channel }) => channel)).toEqual([null, null, null]);
  });
});

describe("sealed parts", () => {
  it.each([
    ["application/pkcs7-mime; smime-type=enveloped-data; name=smime.p7m", "encrypted"],
    ["application/pkcs7-mime; name=smime.p7m", "encrypted"],
    ["multipart/encrypted; boundary=x", "encrypted"],
    ["application/mac-binhex40; name=a.hqx", "unsupported"],
    ["message/partial; id=1; number=1", "unsupported"],
  ])("%s are listed as %s", async (type, code) => {
    const file = await read(...part([`Content-Type: ${type}`], "x"));
    expect(file.members.map(codes)).toEqual([[code]]);
  });

  it("an encoding nobody knows makes an unread member", async () => {
    const file = await read(...part(["Content-Type: text/plain", "Content-Transfer-Encoding: x-own"], "x"));
    expect(file.members.map(codes)).toEqual([["unsupported"]]);
  });

  it("a detached signature is no content, anything under its name is", async () => {
    const header = [
      "Content-Type: application/pkcs7-signature; name=smime.p7s",
      "Content-Transfer-Encoding: base64",
    ];
    expect((await read(...part(header, base64("\x30\x03abc")))).members).toEqual([]);
    expect((await read(...part(header, base64("机密文字")))).members).toHaveLength(1);
  });
});

describe("depth and names", () => {
  it("of multiparts is bounded", async () => {
    const lines: string[] = [];
    for (let depth = 0; depth < 80; depth++)
      lines.push(`Content-Type: multipart/mixed; boundary=b${depth}x`, "", `--b${depth}x`);
    const file = await read(...ENVELOPE, ...lines);
    expect(codes(file)).toContain("limit-depth");
  });

  it("of two attachments alike differ", async () => {
    const attachment = ["--b", "Content-Type: text/plain; name=a.txt", "", "x"];
    const file = await read(
      ...ENVELOPE,
      "Content-Type: multipart/mixed; boundary=b",
      "",
      ...attachment,
      ...attachment,
      "--b--",
    );
    expect(file.members.map(({ path }) => path)).toEqual(["a.eml!/a.txt", "a.eml!/a.txt#2"]);
    expect(file.members.flatMap(({ notices }) => notices)).toEqual([]);
  });
});

describe("header values", () => {
  it.each([
    ["=?utf-8?Q?=E9=80=9A=E7=9F=A5_a?=", "通知 a"],
    ["=?UTF-8*zh?B?6YCa55+l?= x =?utf-8?B?6YCa?=\t=?utf-8?B?55+l?=", "通知 x 通知"],
    ["plain =?broken", "plain =?broken"],
    [Buffer.from("原样的字").toString("latin1"), "原样的字"],
    [gbk("原样的国标文字").toString("latin1"), "原样的国标文字"],
  ])("%s", (value, expected) => {
    expect(decodeHeaderText(value)).toBe(expected);
  });

  it("have parameters, continued and in other charsets", () => {
    const { value, parameters } = readParameters(
      `Attachment; filename*0*=utf-8'zh'%E9%80%9A; filename*1*=%E7%9F%A5; filename*2=".txt"; x="a;\\"b"; boundary="=?x?="`,
    );
    expect([value, parameters.get("filename"), parameters.get("x"), parameters.get("boundary")]).toEqual([
      "attachment",
      "通知.txt",
      'a;"b',
      "=?x?=",
    ]);
  });
});

it("base64 in several padded runs is decoded whole", () => {
  expect(decodeTransfer(`${base64("甲乙")}\r\n${base64("丙")}`, "BASE64")?.bytes.toString()).toBe("甲乙丙");
  expect(decodeTransfer("=E7=94=B2=\r\n=E4=B9=99 =zz", "quoted-printable")?.bytes.toString()).toBe(
    "甲乙 =zz",
  );
  expect(decodeTransfer("x", "rot13")).toBeNull();
});

it("a charset that its bytes break is judged by the bytes", () => {
  expect(decodeCharset(gbk("这一段其实是国标编码的文字"), "utf-8")).toBe("这一段其实是国标编码的文字");
  expect(decodeCharset(Buffer.from("abc"), "no-such-charset")).toBeNull();
});

describe("a picture", () => {
  const logo = (...header: string[]) =>
    read(
      ...part(
        ["Content-Type: image/jpeg; name=logo.jpg", "Content-Transfer-Encoding: base64", ...header],
        base64(jpeg({ width: 300, height: 250, segments: [segment(0xfe, "13800138000")] })),
      ),
    );

  it.each(["Content-ID: <logo>", "Content-Location: http://example.cn/logo.jpg"])(
    "shown by the text (%s) stands in it, with what it says of itself",
    async (header) => {
      const { pictures, members, notices, blocks } = await logo(header);
      expect(pictures).toEqual([{ location: { object: "logo.jpg" }, width: 300, height: 250 }]);
      expect(blocks.filter(({ text }) => text === "13800138000")).toHaveLength(1);
      expect([members, notices]).toEqual([[], []]);
    },
  );

  it("attached, or broken, is a file of its own", async () => {
    for (const file of [
      await logo(),
      await logo("Content-ID: <a>", "Content-Disposition: attachment"),
      await read(...part(["Content-Type: image/png; name=a.png", "Content-ID: <a>"], "PK\x03\x04")),
    ])
      expect([file.pictures, file.members.length]).toEqual([[], 1]);
  });
});
