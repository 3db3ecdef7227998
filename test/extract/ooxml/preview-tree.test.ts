import { describe, expect, it } from "vitest";
import { docx, p, xml } from "../../../fixtures/build/docx.ts";
import { picture } from "../../../fixtures/build/docx-elements.ts";
import { docxTree } from "../../../src/extract/ooxml/preview-tree.ts";

describe("docxTree", () => {
  it("keeps allowed elements, and nothing of a link or a picture but its words", async () => {
    const link = xml('<w:hyperlink r:id="bad"><w:r><w:t>链接</w:t></w:r></w:hyperlink>');
    const tree = await docxTree(
      docx({
        body: [p(["标题 <script>alert(1)</script>", link]), p(picture("p1", "图注"))],
        related: [
          { id: "p1", type: "image", target: "media/a.png", data: "png" },
          { id: "bad", type: "hyperlink", target: "javascript:alert(1)", data: "" },
        ],
      }),
    );
    expect(tree).toEqual({
      nodes: [
        { tag: "p", children: ["标题 <script>alert(1)</script>", "链接"] },
        { tag: "p", children: [] },
      ],
      cut: false,
    });
  });

  it("cuts a long paper and says so", async () => {
    const tree = await docxTree(docx({ body: Array.from({ length: 200 }, () => "字".repeat(400)) }));
    expect(tree?.cut).toBe(true);
    expect(JSON.stringify(tree).match(/字/gu)).toHaveLength(30_000);
  });

  it("makes nothing of what is no Word file", async () => {
    expect(await docxTree(Buffer.from("PK nothing"))).toBeNull();
  });
});
