import { describe, expect, it } from "vitest";
import { INFORM_CODES, type NoticeCode, SKIP_CODES, UNREAD_CODES } from "../../src/model/index.ts";
import { LANGS, wording } from "../../src/wording/index.ts";

const CODES: readonly NoticeCode[] = [...UNREAD_CODES, ...INFORM_CODES, ...SKIP_CODES];
const TOTALS = {
  found: 9,
  examined: 1,
  partial: 1,
  unexamined: 1,
  skipped: 1,
  members: 1,
  imagesUnread: 1,
  block: 1,
  review: 1,
  info: 1,
  accepted: 1,
};

/** What a fault of a dictionary may bring with it. */
const LINTED = {
  file: "own.yaml",
  word: "北山",
  other: "own-project",
  key: "terms",
  list: "hit",
  character: "☆",
  folded: "★",
  attack: "甲甲",
  complexity: "exponential",
};

const PROBLEM = { id: "2026-0001", row: 2, path: "甲.docx", what: "审查意见", due: "2026-05-06" };

/** Every string a catalogue can say, its functions called with stand-ins. */
function* spoken(value: unknown, key = ""): Generator<string> {
  if (typeof value === "string") yield value;
  else if (Array.isArray(value)) for (const item of value) yield* spoken(item, key);
  else if (key === "steps") yield* spoken((value as (totals: typeof TOTALS) => string[])(TOTALS));
  else if (key === "lint")
    for (const say of Object.values(value as Record<string, (detail: object) => string>)) yield say(LINTED);
  else if (key === "notice" || key === "place" || key === "reason") return;
  else if (typeof value === "function")
    yield* spoken((value as (...facts: unknown[]) => unknown)(3, 4, 5, 6));
  else for (const [name, item] of Object.entries(value as object)) yield* spoken(item, name);
}

describe.each(LANGS)("the %s catalogue", (lang) => {
  const words = wording(lang);
  const sentences = [
    ...spoken({ ...words, ledger: { ...words.ledger, saved: [], problem: [], applied: [] } }),
    ...Object.values(words.ledger.saved).map((saved) => saved("台账.xlsx", 3, 4)),
    ...Object.values(words.ledger.problem).map((problem) => problem(PROBLEM)),
    words.ledger.applied("台账.xlsx", 3, 1),
    ...CODES.flatMap((code) => [words.notice(code), words.notice(code, { allowed: 5, found: 6, count: 2 })]),
  ];

  it("leaves nothing unsaid", () => {
    expect(sentences.length).toBeGreaterThan(250);
    expect(sentences.filter((sentence) => sentence.trim() === "")).toEqual([]);
    expect(sentences.filter((sentence) => /undefined|null|NaN|\[object/.test(sentence))).toEqual([]);
  });

  it("never calls a file cleared", () => {
    const cleared = sentences.map((sentence) => sentence.replaceAll("不等于不涉密", ""));
    expect(cleared.filter((sentence) => /通过|不涉密|passed|\bpass\b|no secrets/iu.test(sentence))).toEqual(
      [],
    );
  });

  it("has one sentence for each notice, with an end", () => {
    for (const code of CODES) expect(words.notice(code), code).toMatch(/[。.]$/u);
    expect(new Set(CODES.map((code) => words.notice(code))).size).toBe(CODES.length);
  });

  it("gives an unknown reason back as it is", () => {
    expect(words.reason("expired")).not.toBe("expired");
    for (const key of ["no-such-reason", "constructor", "__proto__", "toString"])
      expect(words.reason(key)).toBe(key);
  });
});

describe("notices", () => {
  const { notice } = wording("zh");

  it("name the values they are given", () => {
    expect(notice("limit-size", { found: 300 * 2 ** 20, allowed: 200 * 2 ** 20 })).toContain(
      "实有 300 MB，上限 200 MB",
    );
    expect(notice("limit-depth", { allowed: 5 })).toContain("上限 5 层");
    expect(notice("extension-mismatch", { format: "docx" })).toContain("实为 docx");
  });

  it("tell a picture from a document with pictures", () => {
    expect(notice("ocr-unavailable")).toContain("这是图片");
    expect(notice("ocr-unavailable", { count: 3 })).toContain("文中有较大的图片 3 张");
  });

  it("say no limit they were not given", () => {
    expect(notice("limit-size")).not.toMatch(/\d/);
    expect(notice("limit-depth")).not.toContain("上限");
  });

  it("make acting characters in a value visible", () => {
    expect(notice("part-unread", { part: "a\u202eb\u001b[31m" })).toContain("a[U+202E]b[U+001B][31m");
  });
});

describe("places", () => {
  const zh = wording("zh");
  const en = wording("en");

  it.each([
    [{ page: 3, line: 2 }, "body", "第3页第2行", "page 3, line 2"],
    [{ paragraph: 12 }, "body", "正文第12段", "body, paragraph 12"],
    [{ object: "table 1", cell: "B3" }, "table", "表1 B3 单元格", "table 1, cell B3"],
    [{ object: "footnote 2" }, "footnote", "脚注2", "footnote, footnote 2"],
    [
      { object: "word/header2.xml", paragraph: 1 },
      "header",
      "页眉 word/header2.xml 第1段",
      "page header, word/header2.xml, paragraph 1",
    ],
    [{ object: "constructor" }, "other", "constructor", "constructor"],
    [{ sheet: "汇总", cell: "B2" }, "table", "工作表“汇总”B2", "sheet “汇总”, cell B2"],
    [{ object: "dc:title" }, "metadata", "文件属性 dc:title", "property, dc:title"],
    [{ page: 1, line: 4 }, "footer", "第1页页脚第4行", "page 1, page footer, line 4"],
    [{ slide: 7 }, "notes", "第7张幻灯片备注页", "slide 7, speaker notes"],
    [{}, "filename", "文件名", "file name"],
    [{}, undefined, "", ""],
  ] as const)("%j in %s is %s", (location, part, chinese, english) => {
    expect(zh.place(location, part)).toBe(chinese);
    expect(en.place(location, part)).toBe(english);
  });

  it("take null for unknown, and show what acts", () => {
    expect(zh.place({ page: 2, line: null, sheet: null })).toBe("第2页");
    expect(zh.place({ sheet: "a\u202eb\nc" })).toBe("工作表“a[U+202E]b↵c”");
  });
});
