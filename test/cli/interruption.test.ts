import { type ChildProcess, spawn } from "node:child_process";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import type { Report } from "../../src/model/index.ts";
import { folder, ROOT } from "./run.ts";

const PATIENCE_MS = 60_000;
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** A rule that never comes to an end over one of the files, which keeps the run going for as long as the test wants. */
const SLOW = `name: 慢
rules:
  - { id: slow-pattern, name: 慢, category: custom, severity: info, kind: pattern, pattern: "(?:1+)+2", acceptReDoS: { reason: 试验 }, basis: [x], advice: x, examples: { hit: ["12"], miss: ["2"] } }
`;
const ENDLESS = `${"1".repeat(60)}\n`.repeat(300_000);

interface Started {
  readonly process: ChildProcess;
  readonly ended: Promise<number | null>;
  readonly report: string;
  readonly out: string;
}

/** Scans three files, the second of which has no end, and waits until it is being read. */
async function startScan(): Promise<Started> {
  const path = folder({ "a.txt": "正文", "m.txt": ENDLESS, "z.txt": "正文" });
  const out = folder();
  const report = join(out, "report.json");
  const rules = join(folder({ "slow.yaml": SLOW }), "slow.yaml");
  const bin = join(ROOT, "bin/secreview.js");
  const args = ["scan", path, "--rules", rules, "-f", `json=${report}`, "--jobs", "1"];
  const started = spawn(process.execPath, [bin, ...args], { cwd: out, stdio: "ignore" });
  const ended = new Promise<number | null>((resolve) => started.on("exit", (code) => resolve(code)));
  await until(() => spinning(started.pid!).length > 0);
  return { process: started, ended, report, out };
}

/** Children of a process that have used more than a second of processor time: past loading, and at work. */
function spinning(parent: number): number[] {
  return processes()
    .filter(({ ppid, ticks }) => ppid === parent && ticks > 200)
    .map(({ pid }) => pid);
}

/** From /proc: number, parent and processor time in hundredths of a second. */
function processes(): { readonly pid: number; readonly ppid: number; readonly ticks: number }[] {
  return readdirSync("/proc")
    .filter((name) => /^\d+$/u.test(name))
    .flatMap((name) => {
      try {
        const fields = readFileSync(`/proc/${name}/stat`, "utf8")
          .replace(/^.*\) /su, "")
          .split(" ");
        return [
          { pid: Number(name), ppid: Number(fields[1]), ticks: Number(fields[11]) + Number(fields[12]) },
        ];
      } catch {
        return [];
      }
    });
}

async function until(holds: () => boolean): Promise<void> {
  const end = Date.now() + PATIENCE_MS;
  while (!holds()) {
    if (Date.now() > end) throw new Error("waited in vain");
    await pause(50);
  }
}

describe.runIf(existsSync("/proc/self/stat"))("a run that is stopped", () => {
  test.each([
    ["SIGINT", 130],
    ["SIGTERM", 143],
  ] as const)(
    "by %s writes what is finished and ends with %i",
    async (signal, code) => {
      const { process: scan, ended, report } = await startScan();
      scan.kill(signal);
      expect(await ended).toBe(code);
      const { result, exitCode, files } = JSON.parse(readFileSync(report, "utf8")) as Report;
      expect([result, exitCode]).toEqual(["interrupted", code]);
      expect(files.map(({ status, notices }) => [status, ...notices.map((notice) => notice.code)])).toEqual([
        ["examined"],
        ["unexamined", "interrupted"],
        ["unexamined", "interrupted"],
      ]);
    },
    2 * PATIENCE_MS,
  );

  test(
    "by kill -9 leaves no process and nothing half written",
    async () => {
      const { process: scan, ended, out } = await startScan();
      const children = spinning(scan.pid!);
      scan.kill("SIGKILL");
      await ended;
      await pause(5_000);
      expect(processes().filter(({ pid }) => children.includes(pid))).toEqual([]);
      expect(readdirSync(out)).toEqual([]);
    },
    2 * PATIENCE_MS,
  );
});
