import { describe, expect, test } from "vitest";
import { type FileReview, PREVIEW_REFUSALS, type Preview } from "../../src/model/index.ts";
import { isReviewed } from "../../src/report/index.ts";
import { wording } from "../../src/wording/index.ts";
import { printed } from "./printed.ts";
import { finding, HOSTILE, masked, PICTURE, review } from "./sample.ts";

const FILE = review({ findings: [finding()] });

function page(preview: Preview, file: FileReview = FILE): string {
  return printed("html", { files: [file] }, { lang: "zh", previews: new Map([[file, preview]]) });
}

describe("a preview on the page", () => {
  test("is a picture the page holds itself", () => {
    const html = page(PICTURE);
    expect(html).toContain("img-src data:; base-uri 'none'");
    expect(html).toMatch(/<img src="data:image\/png;base64,[^"]+" width="1" height="1" alt="第3页的预览/u);
    expect(html).toContain("另有 2 页有发现");
  });

  test("is text whose elements bear no attribute, escaped like all text", () => {
    const nodes = HOSTILE.map((text) => ({
      tag: "p" as const,
      children: [
        { text: masked(text), marked: true },
        { tag: "br" as const, children: [] },
      ],
    }));
    const paper = /<div class="paper">(.*?)<\/div>/su.exec(page({ kind: "text", nodes, cut: true }))![1]!;
    const tags = new Set(paper.match(/<[^>]*>/gu));
    expect([...tags].sort()).toEqual(["</mark>", "</p>", "<br>", "<mark>", "<p>"]);
  });

  test.each(PREVIEW_REFUSALS)("is refused in words: %s", (reason) => {
    const html = page({ kind: "refused", reason });
    expect(html).toContain(wording("zh").report.previewRefused[reason]);
    expect(html).not.toContain("<img");
  });

  test.each(["state-secret", "telegram", "restricted"] as const)(
    "is refused beside a block of %s, come what may",
    (category) => {
      const html = page(PICTURE, review({ findings: [finding({ category })] }));
      expect(html).toContain("这份文件可能涉密");
      expect(html).not.toContain("<img");
    },
  );

  test("is refused for a file that turned out not to be examined in full", () => {
    expect(page(PICTURE, review({ status: "partial", findings: [finding()] }))).not.toContain("<img");
  });
});

describe("what a child says of a preview", () => {
  const text = (nodes: unknown) => ({ review: FILE, preview: { kind: "text", nodes, cut: false } });

  test("is believed as the report defines it", () => {
    expect(isReviewed({ review: FILE, preview: null })).toBe(true);
    expect(isReviewed({ review: FILE, preview: PICTURE })).toBe(true);
    expect(isReviewed(text([{ tag: "p", children: [{ text: "a", marked: false }] }]))).toBe(true);
  });

  test.each([
    ["no preview said", { review: FILE }],
    ["a foreign element", text([{ tag: "script", children: [] }])],
    ["an attribute", text([{ tag: "p", children: [], onclick: "x" }])],
    ["bare text", text(["a"])],
    [
      "markup for a picture",
      { review: FILE, preview: { ...PICTURE, pages: [{ page: 1, width: 1, height: 1, png: '"><b' }] } },
    ],
  ])("is not with %s", (_, said) => {
    expect(isReviewed(said)).toBe(false);
  });
});
