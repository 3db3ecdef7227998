import { describe, expect, it } from "vitest";
import { buildMsg, compressedRtf } from "../../../fixtures/build/msg.ts";
import { buildOle } from "../../../fixtures/build/ole.ts";
import { createBudget } from "../../../src/extract/budget.ts";
import { decompressRtf } from "../../../src/extract/mail/msg/compressed-rtf.ts";
import { extractMsg } from "../../../src/extract/mail/msg.ts";
import { DEFAULT_LIMITS } from "../../../src/model/limits.ts";
import { contextFor } from "../reading.ts";

async function read(bytes: Uint8Array) {
  const { context, children } = contextFor("a.msg");
  return { ...(await extractMsg(bytes, context)), children };
}
const rtf = (packed: Uint8Array) =>
  decompressRtf(Buffer.from(packed), createBudget(DEFAULT_LIMITS)).toString("latin1");

describe("a message", () => {
  it("hands on its bodies and every attachment", async () => {
    const { children } = await read(
      buildMsg({
        strings: { "10130102": "<p>网页", "10090102": compressedRtf("{\\rtf1 text}") },
        attachments: [{ "3704001F": "短名.txt", "37010102": "附件" }, { "37010102": "无名" }],
      }),
    );
    expect(children).toEqual([
      { name: "body.html", text: "<p>网页" },
      { name: "body.rtf", text: "{\\rtf1 text}" },
      { name: "短名.txt", text: "附件" },
      { name: "attachment", text: "无名" },
    ]);
  });

  it("tells each recipient once, and no directory names", async () => {
    const { blocks } = await read(
      buildMsg({
        strings: { "0E04001F": "甲; 乙", "0C1F001F": "/O=EXCHANGE/OU=X/CN=A" },
        recipients: [{ "3001001F": "甲", "39FE001F": "jia@example.cn" }, { "3001001F": "乙" }],
      }),
    );
    expect(blocks.map(({ text }) => text)).toEqual(["甲; 乙", "jia@example.cn"]);
  });

  it("without any text is empty; one whose RTF is broken says so", async () => {
    await expect(read(buildMsg({}))).rejects.toMatchObject({ code: "empty" });
    const { notices } = await read(
      buildMsg({ strings: { "0037001F": "题", "10090102": "no rtf at all.." } }),
    );
    expect(notices).toMatchObject([{ code: "part-unread", location: { object: "rtf" } }]);
  });

  it("that is no compound file is corrupt", async () => {
    const bytes = buildOle({ "__properties_version1.0": new Uint8Array(64) });
    await expect(read(bytes.slice(0, 300))).rejects.toMatchObject({ code: "corrupt" });
  });
});

describe("compressed RTF", () => {
  it("refers to what was written and to what every text begins with", () => {
    // [MS-OXRTFCP] 3.1: "{\rtf1\ansi\ansicpg1252\pard hello world}" and its CRC.
    const packed =
      "2d0000002b0000004c5a4675f1c5c7a703000a00726370673132354232 0af32068656c090020627705b06c647d0a800fa0".replace(
        " ",
        "",
      );
    expect(rtf(Buffer.from(packed, "hex"))).toBe("{\\rtf1\\ansi\\ansicpg1252\\pard hello world}\r\n");
  });

  it("may be stored as it is; anything else is corrupt", () => {
    const stored = compressedRtf("{\\rtf1 x}");
    Buffer.from(stored.buffer).writeUInt32LE(0x414c454d, 8);
    expect(rtf(stored)).toContain("{\\rtf1");
    expect(() => rtf(Buffer.alloc(20))).toThrow();
  });
});
