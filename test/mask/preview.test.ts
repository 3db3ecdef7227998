import { describe, expect, test } from "vitest";
import { isWithheld, maskPainting, maskTree, previewHits } from "../../src/mask/index.ts";
import { concealedRanges } from "../../src/mask/preview.ts";
import type {
  Finding,
  Hit,
  Masked,
  PaintedText,
  Painting,
  PreviewText,
  Tree,
} from "../../src/model/index.ts";

function hit(text: string, changes: Partial<Hit> = {}): Hit {
  return {
    ruleId: "a",
    category: "personal",
    severity: "block",
    block: 0,
    range: { start: 0, end: text.length },
    text,
    folded: text,
    part: "body",
    channel: null,
    location: { page: 1, line: 1 },
    paint: false,
    ...changes,
  };
}

function shown(nodes: readonly Tree<PreviewText>[] | null): string {
  return (nodes ?? [])
    .map((node) =>
      "text" in node ? (node.marked ? `[${node.text}]` : node.text) : `<${shown(node.children)}>`,
    )
    .join("");
}

const only = (...concealed: Hit[]) => ({ concealed, marked: [] });

describe("what a preview withholds", () => {
  test.each([
    [{ category: "state-secret", severity: "review" }, true],
    [{ category: "state-secret", severity: "info" }, false],
    [{ category: "telegram", severity: "block" }, true],
    [{ category: "restricted", severity: "block" }, true],
    [{ category: "work-secret", severity: "block" }, true],
    [{ category: "work-secret", severity: "review" }, false],
    [{ category: "personal", severity: "block" }, false],
  ] as const)("%j: %s", (changes, withheld) => {
    expect(isWithheld([hit("x", changes)])).toBe(withheld);
  });

  test("personal data, what a finding does not spell out, and the places one finding stands for", () => {
    const mark = hit("内部事项", { category: "format", severity: "review" });
    const hidden = hit("附言", { category: "format", severity: "review" });
    const bookmark = hit("公示", { category: "hidden", severity: "info", channel: "outline" });
    const person = hit("张三", { others: [hit("李四")] });
    const findings = [mark.text, "〔已隐去〕", "〔已隐去〕", person.text].map(
      (matched) => ({ matched: matched as Masked }) as Finding,
    );
    const { concealed, marked } = previewHits([mark, hidden, bookmark, person], findings);
    expect(concealed.map(({ text }) => text)).toEqual(["附言", "张三", "李四"]);
    expect(marked).toEqual([mark, hidden, person]);
  });

  test("does not point at what does not stand in it", () => {
    const away = [
      hit("x", { part: "comment" }),
      hit("x", { channel: "previous-revision" }),
      hit("x", { severity: "info" }),
    ];
    expect(
      previewHits(
        away,
        away.map(({ text }) => ({ matched: text as Masked }) as Finding),
      ).marked,
    ).toEqual([]);
  });
});

describe("words in a running text", () => {
  const cut = (text: string, words: readonly string[]) =>
    concealedRanges(text, words).map(({ start, end }) => text.slice(start, end));

  test("are found over lines, cells and invisible characters, wherever they stand", () => {
    expect(cut("张\u200b三、张\n三、张\t三", ["张三"])).toEqual(["张\u200b三", "张\n三", "张\t三"]);
    expect(cut("住址幸福路", ["幸福 路"])).toEqual(["幸福路"]);
  });

  test("long numbers go without being asked for; the cells of a row of figures do not", () => {
    expect(cut("卡号 6222 0212 3456 7890\t12\t34\t56\t78\t90", [])).toEqual(["6222 0212 3456 7890"]);
  });
});

describe("a text", () => {
  const tree: Tree<string>[] = [
    { tag: "p", children: ["姓名：", { tag: "strong", children: ["张"] }, "三丰，内部事项"] },
    { tag: "p", children: ["手机13805741234"] },
  ];

  test("is starred across elements, and marked where a finding says the same", () => {
    const hits = { concealed: [hit("张三丰")], marked: [hit("内部事项")] };
    const nodes = maskTree({ nodes: tree, cut: false, hidden: [] }, hits);
    expect(shown(nodes)).toBe("<姓名：<*>**，[内部事项]><手机***********>");
  });

  test("is not shown where something to be covered is not found again", () => {
    expect(maskTree({ nodes: tree, cut: false, hidden: [] }, only(hit("李四")))).toBeNull();
    expect(
      maskTree({ nodes: tree, cut: false, hidden: [] }, only(hit("李四", { part: "header" }))),
    ).not.toBeNull();
  });

  test("hides what a reader does not see", () => {
    expect(shown(maskTree({ nodes: tree, cut: false, hidden: ["内部"] }, only()))).toContain("，**事项");
  });

  test("that is cut hides its end, where half a word may stand", () => {
    const text = `${"甲".repeat(100)}住址幸福`;
    const nodes = maskTree({ nodes: [text], cut: true, hidden: [] }, only(hit("幸福路12号")));
    expect(shown(nodes)).toMatch(/^甲+\*+$/u);
  });
});

describe("a page", () => {
  /** Ten characters of 10 by 10 pixels in each of two lines; black all over. */
  const [WIDTH, HEIGHT] = [100, 20];
  const line = (text: string, row: number): PaintedText => ({
    text,
    places: Array.from(text, (_, at) => row * 10 + at),
    lines: [row + 1],
  });
  const painting = (first: string, hidden = ""): Painting => ({
    page: 1,
    width: WIDTH,
    height: HEIGHT,
    pixels: new Uint8Array(WIDTH * HEIGHT * 4),
    rects: Array.from({ length: 20 }, (_, at) => ({
      left: (at % 10) * 10,
      top: Math.floor(at / 10) * 10,
      right: (at % 10) * 10 + 10,
      bottom: Math.floor(at / 10) * 10 + 10,
    })),
    visible: [line(first, 0)],
    hidden: line(hidden, 1),
    unknown: [],
  });

  test("is not shown where something to be covered has no place on it", () => {
    expect(maskPainting(painting("姓名张三"), only(hit("张三")))).toMatchObject({
      page: 1,
      width: 100,
      height: 20,
    });
    expect(maskPainting(painting("姓名张王"), only(hit("张三")))).toBeNull();
    expect(maskPainting(painting("姓名张王"), only(hit("张三", { location: { page: 2 } })))).not.toBeNull();
  });

  test("differs from another one only where it may", () => {
    const png = (...args: Parameters<typeof painting>) =>
      maskPainting(painting(...args), only(hit("张三")))?.png;
    expect(png("姓名张三")).not.toBe(png("张三姓名"));
    expect(png("姓名张三", "藏着")).not.toBe(png("姓名张三"));
  });
});
