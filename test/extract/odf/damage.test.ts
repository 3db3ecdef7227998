import { describe, expect, it } from "vitest";
import { contentXml, odf, p } from "../../../fixtures/build/odf.ts";
import { zip } from "../../../fixtures/build/zip.ts";
import { Unread } from "../../../src/extract/extractor.ts";
import { readOdf } from "./read-odf.ts";

const body = p("保住的正文");
const masters = `<style:master-page style:name="Standard"><style:header>${p("保住的页眉")}</style:header></style:master-page>`;

describe("damage", () => {
  it("of one part never loses the rest", async () => {
    const { visible, notices } = await readOdf({
      body,
      extra: [
        { name: "Configurations2/a.xml", data: "" },
        { name: "Basic/b.xml", data: "<broken" },
        { name: "c.xml", data: "<!DOCTYPE a><a/>" },
      ],
      replace: { "styles.xml": "<office:styles", "META-INF/manifest.xml": "无" },
    });
    expect(visible).toEqual(["保住的正文"]);
    expect(notices.map(({ code, location }) => [code, location?.object])).toEqual([
      ["part-unread", "META-INF/manifest.xml"],
      ["part-unread", "styles.xml"],
      ["part-unread", "Basic/b.xml"],
      ["part-unread", "c.xml"],
    ]);
  });

  it("of the text half-way keeps what came before", async () => {
    const whole = contentXml({ body });
    const { visible, notices } = await readOdf({
      body,
      replace: { "content.xml": whole.slice(0, whole.indexOf("</text:p>")) },
    });
    expect(visible).toEqual(["保住的正文"]);
    expect(notices).toMatchObject([{ code: "part-unread", location: { object: "content.xml" } }]);
  });

  it("of the whole text makes the file unread", async () => {
    const corrupt = { code: "corrupt" };
    await expect(readOdf({ body, replace: { "content.xml": "无" } })).rejects.toMatchObject(corrupt);
    await expect(readOdf(zip([{ name: "styles.xml", data: "<a/>" }]))).rejects.toMatchObject(corrupt);
  });

  it("anywhere in the file is reported, never a crash, never silence", async () => {
    const whole = odf({ body, masters });
    const silent: number[] = [];
    for (let at = 0; at < whole.length; at += 5) {
      const damaged = Uint8Array.from(whole);
      damaged[at] = (damaged[at] ?? 0) ^ 0x55;
      const result = await readOdf(damaged).catch((error: unknown) => {
        expect(error).toBeInstanceOf(Unread);
        return null;
      });
      if (result === null || result.notices.length > 0) continue;
      if (!/保住的正文.*保住的页眉/.test(JSON.stringify([result.blocks, result.children]))) silent.push(at);
    }
    expect(silent).toEqual([]);
  });
});

describe("encryption", () => {
  it("of the text leaves nothing to read", async () => {
    const encrypted = { code: "encrypted" };
    await expect(readOdf({ body, encrypted: ["content.xml"] })).rejects.toMatchObject(encrypted);
    const whole = [{ name: "encrypted-package", data: "x" }];
    await expect(readOdf({ body, extra: whole })).rejects.toMatchObject(encrypted);
  });

  it("of one part is a notice", async () => {
    const { visible, notices } = await readOdf({
      body,
      extra: [{ name: "Object 1", data: "密" }],
      encrypted: ["Object 1"],
    });
    expect(visible).toEqual(["保住的正文"]);
    expect(notices).toMatchObject([{ code: "encrypted", location: { object: "Object 1" } }]);
  });
});

describe("limits", () => {
  it("stop reading with a notice that names them, and keep what was read", async () => {
    const text = await readOdf({ body: p("第一段文字") + p("第二段文字") }, { textChars: 8 });
    expect(text.visible).toEqual(["第一段文字"]);
    expect(text.notices).toMatchObject([{ code: "limit-text", location: { object: "content.xml" } }]);
    const deep = "<text:section>".repeat(60) + p("深") + "</text:section>".repeat(60);
    const depth = await readOdf({ body: p("浅") + deep }, { xmlDepth: 50 });
    expect(depth.visible).toEqual(["浅"]);
    expect(depth.notices).toMatchObject([{ code: "limit-depth", detail: { allowed: 50 } }]);
  });

  it("bound styles that lean on each other in a circle", async () => {
    const circle = (name: string, parent: string) =>
      `<style:style style:name="${name}" style:family="paragraph" style:parent-style-name="${parent}"/>`;
    const { visible } = await readOdf({ body: p("文", "A"), automatic: circle("A", "B") + circle("B", "A") });
    expect(visible).toEqual(["文"]);
  });
});
