/**
 * What each attack document costs: `npm run bench:attacks [-- part of a name]`. One run of the real program for each; the wall
 * time is the program's whole run, the memory the most that any of its processes held (/proc, Linux).
 */
import { spawn } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { ATTACKS, type Attack } from "../fixtures/build/attacks.ts";
import type { Report } from "../src/model/index.ts";

const BIN = fileURLToPath(new URL("../bin/secreview.js", import.meta.url));
const EVERY_MS = 20;

interface Cost {
  readonly seconds: number;
  /** Processor time of the process that read the file, with what it takes to start. */
  readonly childSeconds: number;
  readonly parentMb: number;
  readonly childMb: number;
  readonly exitCode: number | null;
  readonly told: string;
}

async function costOf(path: string, folder: string, limits: readonly string[]): Promise<Cost> {
  const report = join(folder, "report.json");
  const start = performance.now();
  const run = spawn(process.execPath, [BIN, "scan", path, "-f", `json=${report}`, "--jobs", "1", ...limits], {
    cwd: folder,
    stdio: "ignore",
  });
  const ended = new Promise<number | null>((resolve) => run.on("exit", resolve));
  let parentMb = 0;
  let childMb = 0;
  let childSeconds = 0;
  const timer = setInterval(() => {
    parentMb = Math.max(parentMb, peakMb(run.pid!));
    for (const child of childrenOf(run.pid!)) {
      childMb = Math.max(childMb, peakMb(child));
      childSeconds = Math.max(childSeconds, cpuSeconds(child));
    }
  }, EVERY_MS);
  const exitCode = await ended;
  clearInterval(timer);
  const seconds = (performance.now() - start) / 1_000;
  const { files } = JSON.parse(readFileSync(report, "utf8")) as Report;
  const told = files.map(({ status, notices }) => [status, ...notices.map(({ code }) => code)].join(" "));
  return { seconds, childSeconds, parentMb, childMb, exitCode, told: told.slice(0, 3).join("; ") };
}

/** What hangs or swells is stopped where a run is told to. */
const LOWERED: Readonly<Partial<Record<Attack["aim"], readonly string[]>>> = {
  time: ["--limit", "fileMs=5s", "--limit", "fileMsMax=5s"],
  memory: ["--limit", "rssMb=400"],
};

/** VmHWM of /proc/pid/status: the most it has ever held. */
function peakMb(pid: number): number {
  try {
    const status = readFileSync(`/proc/${pid}/status`, "utf8");
    return Number(/^VmHWM:\s+(\d+)/mu.exec(status)?.[1] ?? 0) / 1_024;
  } catch {
    return 0;
  }
}

/** Fields 14 and 15 of /proc/pid/stat, in hundredths. */
function cpuSeconds(pid: number): number {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, "utf8")
      .replace(/^.*\) /su, "")
      .split(" ");
    return (Number(fields[11]) + Number(fields[12])) / 100;
  } catch {
    return 0;
  }
}

function childrenOf(parent: number): number[] {
  return readdirSync("/proc")
    .filter((name) => /^\d+$/u.test(name))
    .filter((name) => {
      try {
        return (
          readFileSync(`/proc/${name}/stat`, "utf8")
            .replace(/^.*\) /su, "")
            .split(" ")[1] === String(parent)
        );
      } catch {
        return false;
      }
    })
    .map(Number);
}

const wanted = process.argv[2] ?? "";
console.log(
  "| attack | aim | bytes | s | cpu s | parent MB | child MB | exit | told |\n|---|---|---|---|---|---|---|---|---|",
);
for (const { name, aim, bytes } of ATTACKS.filter((attack) => attack.name.includes(wanted))) {
  const folder = mkdtempSync(join(tmpdir(), "secreview-attack-"));
  const content = bytes();
  writeFileSync(join(folder, name), content);
  const { seconds, childSeconds, parentMb, childMb, exitCode, told } = await costOf(
    join(folder, name),
    folder,
    LOWERED[aim] ?? [],
  );
  const numbers = [
    content.length,
    seconds.toFixed(2),
    childSeconds.toFixed(2),
    Math.round(parentMb),
    Math.round(childMb),
    exitCode,
  ];
  console.log(`| ${name} | ${aim} | ${numbers.join(" | ")} | ${told} |`);
  rmSync(folder, { recursive: true });
}
