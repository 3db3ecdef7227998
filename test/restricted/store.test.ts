import { mkdtempSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import {
  openList,
  openSecret,
  type RestrictedStore,
  readStore,
  register,
  secretOf,
  writeStore,
} from "../../src/restricted/index.ts";

const KEY = "a key for tests that is long enough";
const NUMBER = "北河密字〔2019〕7号";
const TITLE = "关于北山工程二期选址安排的请示";
const REGISTRATION = { kind: null, note: null, today: "2025-03-04" };

function storeOf(text: string, options = {}, key = KEY) {
  const secret = openSecret(secretOf(key));
  return register({ check: secret.check, entries: [] }, secret, text, { ...REGISTRATION, ...options });
}

async function written(store: RestrictedStore): Promise<string> {
  const file = join(mkdtempSync(join(tmpdir(), "secreview-restricted-")), "list.yaml");
  await writeStore(file, store);
  return file;
}

describe("the file", () => {
  test("holds nothing of the text, in any encoding, and is its owner's", async () => {
    const file = await written(storeOf(`${NUMBER}\n${TITLE}`).store);
    const bytes = readFileSync(file);
    for (let i = 0; i + 2 <= TITLE.length; i += 1)
      for (const encoding of ["utf8", "utf16le"] as const)
        expect(bytes.includes(Buffer.from(TITLE.slice(i, i + 2), encoding))).toBe(false);
    expect(bytes.includes("北河")).toBe(false);
    expect(bytes.includes("密字")).toBe(false);
    expect(statSync(file).mode & 0o777).toBe(0o600);
  });

  test("does not show which titles are equally long or begin alike", () => {
    const { added } = storeOf(
      [..."甲乙丙丁戊己庚辛"].map((name) => `关于某项目进度的情况报告${name}`).join("\n"),
    );
    const column = (from: number, to: number) => new Set(added.map(({ seal }) => seal.slice(from, to))).size;
    // One byte of length may agree by chance; four bytes of the head may not.
    expect([column(0, 2) > 4, column(10, 18)]).toEqual([true, 8]);
  });

  test("reads back what was written, notes with quotes included", async () => {
    const { store } = storeOf(TITLE, { note: '第3批 "甲": {x} # 注' });
    expect(await readStore(await written(store))).toMatchObject(store);
  });

  test("tells what is wrong by line", async () => {
    const file = await written(storeOf(NUMBER).store);
    writeFileSync(file, readFileSync(file, "utf8").replace("kind: number", "kind: nunber"));
    await expect(readStore(file)).rejects.toThrow(/list\.yaml:5:/u);
  });

  test("a file of another kind is not written over", async () => {
    const file = join(mkdtempSync(join(tmpdir(), "secreview-restricted-")), "mine.yaml");
    writeFileSync(file, "mine: true\n");
    await expect(writeStore(file, storeOf(NUMBER).store)).rejects.toThrow("不是本工具生成");
  });
});

describe("opening", () => {
  test("needs the key it was made with", () => {
    const { store } = storeOf(NUMBER);
    expect(openList(store, KEY).entries).toHaveLength(1);
    expect(() => openList(store, `${KEY}!`)).toThrow("密钥不对");
  });

  test("a changed hash, seal or kind is told, not passed over", () => {
    const { store } = storeOf(TITLE);
    const entry = store.entries[0]!;
    const flip = (hex: string) => (hex.startsWith("0") ? "1" : "0") + hex.slice(1);
    for (const change of [
      { hash: flip(entry.hash) },
      { seal: flip(entry.seal) },
      { kind: "number" as const },
    ])
      expect(() => openList({ ...store, entries: [{ ...entry, ...change }] }, KEY)).toThrow("已损坏");
  });
});

describe("registering", () => {
  test("tells numbers from titles, passes over blanks and comments, lists nothing twice", () => {
    const { added, known } = storeOf(`# 名单\n\n${NUMBER}\n北河密字[2019]7号\n${TITLE}\n《${TITLE}》`);
    expect(added.map(({ kind }) => kind)).toEqual(["number", "title"]);
    expect(known).toBe(2);
  });

  test.each([
    ["会议纪要", "第 1 行"],
    [`${TITLE}\n通知`, "第 2 行"],
    [`${TITLE}（${NUMBER}）`, "既有文字又有发文字号"],
    ["# 只有注释", "没有可登记"],
  ])("%j is refused without being repeated", (text, told) => {
    expect(() => storeOf(text)).toThrow(told);
    try {
      storeOf(text);
    } catch (error) {
      expect(`${error}`).not.toMatch(/北山|北河|纪要/u);
    }
  });

  test("a title may hold a number when it is called a title", () => {
    expect(storeOf(`转发${NUMBER}文件的通知`, { kind: "title" }).added[0]?.kind).toBe("title");
  });

  test("a note that holds the title or number is refused", () => {
    expect(() => storeOf(TITLE, { note: `即：关于“北山工程”二期选址安排的请示` })).toThrow("备注");
    expect(() => storeOf(NUMBER, { note: "北河密字(2019)7" })).toThrow("备注");
  });

  test("short ones are counted, since other papers may bear the same", () => {
    expect(storeOf("北发〔2019〕7号\n北山工程二期报告").short).toBe(2);
    expect(storeOf(`${NUMBER}\n${TITLE}`).short).toBe(0);
  });
});
