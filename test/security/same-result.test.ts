import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { folder, ROOT } from "../cli/run.ts";

const DRAFTS = join(ROOT, "fixtures/drafts");
/** What runs a command without any network interface; `-r` where one is not root. */
const WITHOUT_NETWORK = [
  ["unshare", "-rn"],
  ["unshare", "-n"],
].find(([command, flag]) => spawnSync(command!, [flag!, "true"]).status === 0);

/** The JSON report without its times, byte by byte. */
function reportOf(before: readonly string[], ...options: readonly string[]): string {
  const json = join(folder(), "report.json");
  const [command, ...args] = [
    ...before,
    process.execPath,
    join(ROOT, "bin/secreview.js"),
    ...["scan", DRAFTS, "-f", `json=${json}`, "--today", "2026-01-01", ...options],
  ];
  spawnSync(command!, args, { stdio: "ignore" });
  return readFileSync(json, "utf8").replace(/"(?:started|finished)At":"[^"]*"/gu, "");
}

describe("the same drafts give the same bytes", () => {
  const usual = reportOf([], "--jobs", "1");

  test("however many are read at a time", () => {
    expect(reportOf([], "--jobs", "2")).toBe(usual);
    expect(reportOf([], "--jobs", "5")).toBe(usual);
  });

  test.skipIf(WITHOUT_NETWORK === undefined)("in a network namespace without any interface", () => {
    expect(reportOf(WITHOUT_NETWORK!, "--jobs", "1")).toBe(usual);
  });
});
