/** What a whole review costs, extraction to mask, and that twice the text costs twice. */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe } from "vitest";
import { loadRuleSet } from "../src/dictionary/load.ts";
import { DEFAULT_LIMITS } from "../src/model/index.ts";
import { reviewFile } from "../src/review.ts";
import { createTools } from "../src/sweep/tools.ts";
import { inventText } from "./corpus.ts";
import { benchCpu } from "./cpu.ts";

const folder = mkdtempSync(join(tmpdir(), "secreview-bench-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const { rules } = await loadRuleSet({ dictionaries: ["builtin"], severities: {}, only: [], skip: [] });
const tools = createTools(
  {
    rules,
    office: { organs: [], requireDisclosure: false },
    limits: DEFAULT_LIMITS,
    today: "2026-01-01",
    context: 20,
    lang: "zh",
    segmenter: "@node-rs/jieba",
    previews: false,
    restricted: null,
    fingerprintSecret: null,
    cacheDir: null,
  },
  () => {},
);

describe("review with the built-in rules: the same rate for every length", () => {
  for (const times of [1, 2, 4]) {
    const path = `${times}.txt`;
    const absolute = join(folder, path);
    const text = inventText(times * 500_000);
    writeFileSync(absolute, text);
    benchCpu(`review of ${times} × 0.5 MB`, Buffer.byteLength(text), () =>
      reviewFile({ root: 0, path, absolute, notice: null }, tools),
    );
  }
  const paragraph = inventText(2_000_000).replaceAll("\n", "");
  writeFileSync(join(folder, "line.txt"), paragraph);
  benchCpu("review of 2 MB in one line", Buffer.byteLength(paragraph), () =>
    reviewFile({ root: 0, path: "line.txt", absolute: join(folder, "line.txt"), notice: null }, tools),
  );
});
