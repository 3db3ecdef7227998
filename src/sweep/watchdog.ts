import { writeSync } from "node:fs";
import { workerData } from "node:worker_threads";
import { MiB } from "../model/index.ts";
import { RSS_DEATH } from "./messages.ts";
import type { Watched } from "./watchdog-thread.ts";

/** A thread beside the one that reads documents: it goes on when that one hangs, in native code as well. */
const { shared, rssMb, parent } = workerData as Watched;
const deadline = new Float64Array(shared);
const EVERY_MS = 50;
const STDERR = 2;

setInterval(() => {
  const rss = process.memoryUsage.rss() / MiB;
  if (rss > rssMb) {
    writeSync(STDERR, `${RSS_DEATH} ${Math.round(rss)}\n`);
    die();
  }
  const due = deadline[0] ?? 0;
  if ((due > 0 && Date.now() > due) || process.ppid !== parent) die();
}, EVERY_MS);

function die(): void {
  process.kill(process.pid, "SIGKILL");
}
