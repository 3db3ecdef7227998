import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import type { FileReview, Report } from "../../src/model/index.ts";

export const ROOT = fileURLToPath(new URL("../../", import.meta.url));
const BIN = join(ROOT, "bin/secreview.js");

/** A new folder with the given files; names may hold slashes. */
export function folder(files: Readonly<Record<string, string | Uint8Array>> = {}): string {
  const path = mkdtempSync(join(tmpdir(), "secreview-cli-"));
  for (const [name, contents] of Object.entries(files)) {
    mkdirSync(dirname(join(path, name)), { recursive: true });
    writeFileSync(join(path, name), contents);
  }
  return path;
}

/** Runs the real program, as a user would. */
export function run(args: readonly string[], options: { cwd?: string; env?: Record<string, string> } = {}) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [BIN, ...args], {
    cwd: options.cwd ?? folder(),
    encoding: "utf8",
    env: { ...process.env, ...options.env },
    maxBuffer: 1 << 28,
  });
  return { status, stdout, stderr, last: stderr.trimEnd().split("\n").at(-1) ?? "" };
}

/** Scans and reads the JSON report back. */
export function scan(paths: readonly string[], ...args: readonly string[]) {
  const json = join(folder(), "report.json");
  const ran = run(["scan", ...paths, "--format", `json=${json}`, ...args]);
  const report = existsSync(json) ? (JSON.parse(readFileSync(json, "utf8")) as Report) : null;
  const file = (path: string): FileReview => report!.files.find((review) => review.path === path)!;
  return { ...ran, report: report!, file };
}

export function codes(review: FileReview): string[] {
  return review.notices.map(({ code }) => code);
}
