import { expect, test } from "vitest";
import { createFingerprints, fingerprintSecret, keyName } from "../../src/baseline/index.ts";
import type { Hit, TextBlock } from "../../src/model/index.ts";

const SECRET = fingerprintSecret("a key for tests that is long enough");
const open = createFingerprints(SECRET);

function block(text: string, extra: Partial<TextBlock> = {}): TextBlock {
  return { text, part: "body", channel: null, location: { line: 1 }, ...extra };
}

/** A hit on the first place of `word` in the given block. */
function hit(blocks: readonly TextBlock[], index: number, word: string, extra: Partial<Hit> = {}): Hit {
  const { text, part, channel, location } = blocks[index]!;
  const start = text.indexOf(word);
  return {
    ruleId: "own-rule",
    category: "custom",
    severity: "review",
    block: index,
    range: { start, end: start + word.length },
    text: word,
    folded: word,
    part,
    channel,
    location,
    paint: false,
    ...extra,
  };
}

function print(text: string, word: string, extra: Partial<Hit> = {}, path = "通知.txt"): string {
  const blocks = [block(text)];
  return open(path, blocks)(hit(blocks, 0, word, extra));
}

test("lines may move, and other settings of the same words are the same", () => {
  const known = print("联系人张三，电话见附件。", "张三");
  expect(known).toMatch(/^[0-9a-f]{8}-[0-9a-f]{40}$/u);
  expect(known.startsWith(keyName(SECRET))).toBe(true);
  expect(print("标题\n又加了一行\n\n联系人张三，电话见附件。\n落款", "张三")).toBe(known);
  expect(print("联系人 张三，电话　见附件。", "张三", { location: { page: 3 } })).toBe(known);
});

test.each<[string, string]>([
  ["another match", print("联系人李四，电话见附件。", "李四")],
  ["another neighbourhood", print("举报人张三，电话见附件。", "张三")],
  ["another file", print("联系人张三，电话见附件。", "张三", {}, "函.txt")],
  ["another rule", print("联系人张三，电话见附件。", "张三", { ruleId: "other-rule" })],
  ["another weight", print("联系人张三，电话见附件。", "张三", { severity: "block" })],
  ["another hiding place", print("联系人张三，电话见附件。", "张三", { channel: "comment" })],
  [
    "another key",
    createFingerprints(fingerprintSecret("another key for tests, long enough"))("通知.txt", [
      block("联系人张三，电话见附件。"),
    ])(hit([block("联系人张三，电话见附件。")], 0, "张三")),
  ],
])("%s is another finding", (_, other) => {
  expect(other).not.toBe(print("联系人张三，电话见附件。", "张三"));
});

test("the same once more in a file is another finding, whichever comes first", () => {
  const blocks = [block("联系人张三"), block("联系人张三")];
  const fingerprint = open("通知.txt", blocks);
  const [first, second] = [hit(blocks, 0, "张三"), hit(blocks, 1, "张三")].map(fingerprint);
  expect(first).toBe(print("联系人张三", "张三"));
  expect(second).not.toBe(first);
});

test("the cells of a row are one line", () => {
  const row = (name: string) => [
    block("1"),
    block(name, { separator: "\t" }),
    block("机密", { separator: "\t" }),
  ];
  const print = (name: string) => open("表.xlsx", row(name))(hit(row(name), 2, "机密"));
  expect(print("北山工程")).toBe(print("北山工程"));
  expect(print("北山工程")).not.toBe(print("南山工程"));
});

test("a finding that stands for others covers them all", () => {
  const blocks = (last: string) => [
    block("第一条批注", { channel: "comment", part: "comment" }),
    block(last, { channel: "comment", part: "comment" }),
  ];
  const print = (last: string) =>
    open("稿.docx", blocks(last))(hit(blocks(last), 0, "第一条批注", { more: 1 }));
  expect(print("第二条")).toBe(print("第二条"));
  expect(print("第二条")).not.toBe(print("改过的第二条"));
});
