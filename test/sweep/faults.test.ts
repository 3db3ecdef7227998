import { readdirSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import type { Entry } from "../../src/discover/entry.ts";
import { DEFAULT_LIMITS, type FileReview } from "../../src/model/index.ts";
import { isReviewed } from "../../src/report/index.ts";
import { sweep } from "../../src/sweep/index.ts";
import { folder } from "../cli/run.ts";

const NEIGHBOURS = 40;
/** What hangs is waited for; what grows is given the time to grow on a busy machine. */
const DEADLINE_MS = { timeout: 2_000, crash: 20_000, oom: 20_000 };
const SETTINGS = {
  rules: [],
  office: { organs: [], requireDisclosure: false },
  limits: { ...DEFAULT_LIMITS, heapMb: 256, rssMb: 700 },
  today: "2026-01-01",
  context: 20,
  lang: "zh",
  segmenter: "@node-rs/jieba",
  previews: false,
  restricted: null,
  fingerprintSecret: null,
  cacheDir: null,
} as const;

/** What each fault is to be called on the file that committed it. */
const FAULTS = [
  ["throw", "crash"],
  ["endless-loop", "timeout"],
  ["catastrophic-pattern", "timeout"],
  ["endless-native-call", "timeout"],
  ["late-async-throw", "crash"],
  ["never-settling-promise", "timeout"],
  ["process-exit", "crash"],
  ["segfault", "crash"],
  ["abort", "crash"],
  ["heap-out-of-memory", "oom"],
  ["four-gigabytes-of-buffers", "oom"],
  ["four-gigabytes-of-native-memory", "oom"],
  ["foreign-message", "crash"],
] as const;

/** Twenty good files, the faulty one, twenty good files. */
function entriesAround(fault: string): Entry[] {
  const good = Object.fromEntries(
    Array.from({ length: NEIGHBOURS }, (_, index) => [
      `${String(index).padStart(2, "0")}.txt`,
      `第${index}号文件`,
    ]),
  );
  const path = folder({ ...good, [`19-${fault}`]: "" });
  return readdirSync(path)
    .sort()
    .map((name) => ({
      kind: "file",
      root: 0,
      path: name,
      absolute: name.startsWith("19-") ? join(path, `${fault}.fault`) : join(path, name),
      notice: null,
      bytes: null,
    }));
}

async function reviewAll(entries: readonly Entry[], fileMs: number): Promise<FileReview[]> {
  const reviews: FileReview[] = [];
  const settings = { ...SETTINGS, limits: { ...SETTINGS.limits, fileMs, fileMsMax: fileMs } };
  const options = {
    jobs: 2,
    believe: isReviewed,
    module: new URL("./fault-child.mjs", import.meta.url),
    stop: new AbortController().signal,
    onFault: () => undefined,
  };
  for await (const group of sweep(entries, settings, options))
    reviews.push(...group.map(({ review }) => review));
  return reviews;
}

describe.each(FAULTS)("%s", (fault, code) => {
  let reviews: FileReview[];
  beforeAll(async () => {
    reviews = await reviewAll(entriesAround(fault), DEADLINE_MS[code]);
  }, 120_000);

  test(`is a ${code} of its own file`, () => {
    const faulty = reviews.filter(({ path }) => path.startsWith("19-"));
    expect(faulty.map(({ status, notices }) => [status, notices.map((notice) => notice.code)])).toEqual([
      ["unexamined", [code]],
    ]);
  });

  test("leaves the neighbours as they are, in their order", () => {
    const others = reviews.filter(({ path }) => !path.startsWith("19-"));
    expect(others.map(({ status }) => status)).toEqual(new Array(NEIGHBOURS).fill("examined"));
    expect(reviews.map(({ path }) => path)).toEqual([...reviews.map(({ path }) => path)].sort());
  });
});
