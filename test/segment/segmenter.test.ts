import { spawnSync } from "node:child_process";
import { beforeAll, describe, expect, test } from "vitest";
import { UserError } from "../../src/errors.ts";
import {
  crossesInside,
  ENGINES,
  openSegmenter,
  type Segmenter,
  segmenterName,
} from "../../src/segment/index.ts";

/** Optional means optional only where it cannot be built: with a compiler at hand a missing engine is a failure. */
const hasCompiler = ["c++", "g++", "clang++", "cl"].some(
  (command) => spawnSync(command, ["--version"]).error === undefined,
);

async function canOpen(engine: (typeof ENGINES)[number]): Promise<boolean> {
  return openSegmenter(engine).then(
    () => true,
    (error: unknown) => !(error instanceof UserError),
  );
}

describe.each(ENGINES)("%s", async (engine) => {
  const isExcused = engine === "nodejieba" && !hasCompiler && !(await canOpen(engine));
  let segmenter: Segmenter;

  describe.skipIf(isExcused)("conforms", () => {
    beforeAll(async () => {
      segmenter = await openSegmenter(engine);
    });

    const words = (text: string) => {
      let start = 0;
      return segmenter.cut(text).map((end) => {
        const word = text.slice(start, end);
        start = end;
        return word;
      });
    };

    test("names package and version", () => {
      expect(segmenter.name).toMatch(/^\S+ \d+\.\d+\.\d+$/);
      expect(segmenter.name).toBe(segmenterName(engine));
    });

    test("cuts Chinese", () => {
      expect(words("计算机密码")).toEqual(["计算机", "密码"]);
    });

    test.each([
      ["one word", "电报"],
      ["emoji", "密😀级👨‍👩‍👧"],
      ["rare Han characters", "𠮷野家𠮷"],
      ["line ends", "绝密\r\n机密\n\n"],
      ["spaces and TABs", "  密级\t\t秘密　 "],
      ["invisible characters", "机\u200B密\u00AD\uFEFF\uFE0F"],
      ["NUL and private use", "机\u0000密\uE000"],
      ["half a surrogate pair", "机\uD83C密\uDF1F"],
      ["Latin and digits", "Top Secret 2025-07-01, No. 12"],
    ])("offsets are exact: %s", (_, text) => {
      const ends = segmenter.cut(text);
      expect(ends.at(-1)).toBe(text.length);
      expect(ends.every((end, i) => end > (ends[i - 1] ?? 0))).toBe(true);
    });

    test("an empty text has no words", () => {
      expect(segmenter.cut("")).toEqual([]);
    });

    test("learns words, and forgets none it knew", () => {
      segmenter.addWords(["传阅夹号", "发电", "", "有 空格", "断\n行"]);
      segmenter.addWords([]);
      expect(words("传阅夹号")).toEqual(["传阅夹号"]);
      expect(words("有 空格")).toHaveLength(3);
      expect(words("发电")).toEqual(["发电"]);
    });

    test.each([
      ["计算机密码", "机密"],
      ["应当拒绝密切接触者入场", "绝密"],
      ["国内部分地区", "内部"],
      ["批发电器的商户", "发电"],
    ])("%s: %s runs across words", (line, term) => {
      const start = line.indexOf(term);
      expect(crossesInside(segmenter, line, start, start + term.length)).toBe(true);
    });

    test.each([
      ["涉及国家秘密会议的材料", "国家秘密"],
      ["按绝密级管理", "密级"],
      ["涉及商业秘密", "商业秘密"],
      ["机密", "机密"],
    ])("%s: %s does not", (line, term) => {
      const start = line.indexOf(term);
      expect(crossesInside(segmenter, line, start, start + term.length)).toBe(false);
    });

    test.each([
      ["按绝密级管理", "密级", true],
      ["涉及商业秘密", "秘密", true],
      ["涉及商业秘密", "商业秘密", false],
      ["机密", "机密", false],
    ])("%s: %s as a whole word: %s", (line, term, crosses) => {
      const start = line.indexOf(term);
      expect(crossesInside(segmenter, line, start, start + term.length, true)).toBe(crosses);
    });

    test("in a long line the near surroundings decide", () => {
      const line = `${"𠮷".repeat(999)}计算机密码${"，😀".repeat(999)}`;
      const start = line.indexOf("机密");
      expect(crossesInside(segmenter, line, start, start + 2)).toBe(true);
    });
  });
});

test("a package that is not there is told, not thrown up", async () => {
  const absent = "absent-segmenter" as (typeof ENGINES)[number];
  await expect(openSegmenter(absent)).rejects.toThrow(UserError);
  expect(() => segmenterName(absent)).toThrow("absent-segmenter 不可用");
});
