import { describe, expect, it } from "vitest";
import { buildDoc, buildEncryptedPackage, buildOle } from "../../fixtures/build/ole.ts";
import { extract, FORMATS } from "../../src/extract/index.ts";
import { contextFor } from "./reading.ts";

const run = (name: string, bytes: Uint8Array) => extract(bytes, contextFor(name).context);

describe("extract", () => {
  it.each<[string, Uint8Array, string, object]>([
    ["a.txt", new Uint8Array(0), "txt", { code: "empty" }],
    ["a.docx", buildEncryptedPackage(), "docx", { code: "encrypted", detail: { format: "docx" } }],
    ["a.doc", buildDoc(), "doc", { code: "corrupt", detail: { format: "doc" } }],
    [
      "a.hwp",
      buildOle({ BodyText: new Uint8Array(8) }),
      "hwp",
      { code: "unsupported", detail: { format: "hwp" } },
    ],
    ["a.doc", buildDoc().slice(0, 700), "doc", { code: "corrupt", detail: { format: "ole" } }],
    [
      "a.bin",
      Uint8Array.from([1, 0, 2, 0, 0, 3, 0, 0]),
      "unknown",
      { code: "unsupported", detail: { format: "unknown" } },
    ],
    ["a.txt", Uint8Array.of(0x41, 0xff, 0xff), "txt", { code: "undecodable" }],
    ["a.rar", Buffer.from("Rar!\x1a\x07\x01\0"), "rar", { code: "unsupported", detail: { format: "rar" } }],
  ])("says why %s is not read", async (name, bytes, format, notice) => {
    const extraction = await run(name, bytes);
    expect(extraction).toMatchObject({ format, blocks: [], notices: [notice], pages: null });
  });

  it("reads by content and reports the name that says otherwise", async () => {
    const { format, blocks, notices } = await run("a.xlsx", Buffer.from("<html><p>正文"));
    expect(format).toBe("html");
    expect(blocks.map(({ text }) => text)).toEqual(["正文"]);
    expect(notices).toEqual([
      { code: "extension-mismatch", location: null, detail: { extension: "xlsx", format: "html" } },
    ]);
  });

  it("keeps the mismatch beside the reason a file is unread", async () => {
    const { notices } = await run("a.docx", buildDoc());
    expect(notices.map(({ code }) => code)).toEqual(["extension-mismatch", "corrupt"]);
  });

  it("lets a fault that is not the file's own pass", async () => {
    const { context } = contextFor("a.html");
    const broken = { ...context, child: () => Promise.reject(new TypeError("ours")) };
    await expect(extract(Buffer.from('<iframe srcdoc="x">'), broken)).rejects.toThrow("ours");
  });

  it("names the formats it reads", () => {
    expect(FORMATS).toEqual(expect.arrayContaining(["docx", "pdf", "html", "markdown", "txt", "csv"]));
  });
});
