import { describe, expect, test } from "vitest";
import { defaultConfig } from "../../src/config/defaults.ts";
import { withLimits } from "../../src/config/limit-options.ts";
import { DEFAULT_LIMITS } from "../../src/model/limits.ts";

const loaded = { config: defaultConfig("/"), file: null };
const limits = async (...written: string[]) => (await withLimits(loaded, written)).config.limits;

describe("limits of the command line", () => {
  test("replace those they name, in the units of the configuration", async () => {
    expect(await limits("fileMs=5min", "fileBytes=1GiB", "retries=0")).toEqual({
      ...DEFAULT_LIMITS,
      fileMs: 300_000,
      fileBytes: 2 ** 30,
      retries: 0,
    });
  });

  test.each([
    ["flieMs=5min", "flieMs"],
    ["fileMs=0", "应在 1s 到 1h 之间"],
    ["fileMs=-1s", "应在 1s 到 1h 之间"],
    ["fileMs=99h", "应在 1s 到 1h 之间"],
    ["fileMs=soon", "应为时长"],
    ["entries=0", "entries"],
    ["entries=-5", "entries"],
    ["entries=1e9", "entries"],
    ["entries=1.5", "entries"],
    ["entries", "名称=值"],
    ["entries=", "名称=值"],
    ["fileMsMax=1s", "不能小于"],
    ["__proto__=1", "__proto__"],
  ])("%s is refused with a sentence", async (written, sentence) => {
    await expect(limits(written)).rejects.toThrow(sentence);
  });
});
