import { describe, expect, it } from "vitest";
import {
  buildDoc,
  buildEncryptedPackage,
  buildOle,
  buildPpt,
  buildXls,
} from "../../../fixtures/build/ole.ts";
import { classifyOle } from "../../../src/extract/ole/classify.ts";

describe("classifyOle", () => {
  it.each([
    ["a Word document", buildDoc(), "doc", false],
    ["a Word document with a password", buildDoc({ encrypted: true }), "doc", true],
    ["stream names in capitals", buildDoc({ encrypted: true, stream: "WORDDOCUMENT" }), "doc", true],
    ["a workbook", buildXls(), "xls", false],
    ["a workbook with a password", buildXls({ encrypted: true }), "xls", true],
    ["a presentation", buildPpt(), "ppt", false],
    ["a presentation with a password", buildPpt({ encrypted: true }), "ppt", true],
    ["an encrypted package", buildEncryptedPackage(), "ooxml", true],
    ["a mail", buildOle({ "__substg1.0_1000001F": new Uint8Array(8) }), "msg", false],
    ["MS Works", buildOle({ MatOST: new Uint8Array(8) }), "works", false],
    ["something else", buildOle({ Other: new Uint8Array(8) }), "ole", false],
  ])("tells %s", async (_, bytes, format, encrypted) => {
    expect(classifyOle(bytes)).toEqual({ format, encrypted });
  });

  it("is not misled by an embedded object's streams", async () => {
    const bytes = buildOle({ "ObjectPool/_1/WordDocument": new Uint8Array(64), Workbook: new Uint8Array(8) });
    expect(classifyOle(bytes)).toEqual({ format: "xls", encrypted: false });
  });

  it("calls a broken compound file corrupt", async () => {
    const stump = buildDoc().slice(0, 600);
    expect(() => classifyOle(stump)).toThrow(expect.objectContaining({ name: "Unread", code: "corrupt" }));
  });
});
