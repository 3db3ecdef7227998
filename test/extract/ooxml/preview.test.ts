import { describe, expect, it } from "vitest";
import { docx, p, xml } from "../../../fixtures/build/docx.ts";
import { picture } from "../../../fixtures/build/docx-elements.ts";
import { docxToHtml } from "../../../src/extract/ooxml/preview.ts";

describe("docxToHtml", () => {
  it("shows the body without pictures or links that run", async () => {
    const link = xml('<w:hyperlink r:id="bad"><w:r><w:t>链接</w:t></w:r></w:hyperlink>');
    const html = await docxToHtml(
      docx({
        body: [p(["标题", link]), p(picture("p1"))],
        related: [
          { id: "p1", type: "image", target: "media/a.png", data: "png" },
          { id: "bad", type: "hyperlink", target: "javascript:alert(1)", data: "" },
        ],
      }),
    );
    expect(html).toContain("标题");
    expect(html).not.toMatch(/<img|javascript:/);
  });
});
