import { Worker } from "node:worker_threads";
import type { Limits } from "../model/index.ts";

/** Guards a child from inside: against what no heap limit counts, and against outliving a parent that was killed. */
export interface Watchdog {
  /** A file begins: its time runs. */
  begin(): void;
  /** The file has so many pages, which may take longer. */
  allowPages(pages: number): void;
  end(): void;
}

/** What the thread is given. */
export interface Watched {
  /** One double: when the present file has to be done, in ms since the epoch; 0 between files. */
  readonly shared: SharedArrayBuffer;
  readonly rssMb: number;
  readonly parent: number;
}

/** The parent kills at the deadline; the watchdog only when the parent did not. */
const GRACE_MS = 2_000;

export function startWatchdog(limits: Limits, parent: number): Watchdog {
  const shared = new SharedArrayBuffer(8);
  const deadline = new Float64Array(shared);
  const workerData: Watched = { shared, rssMb: limits.rssMb, parent };
  new Worker(new URL("./watchdog.js", import.meta.url), { workerData, stdout: false, stderr: false }).unref();
  let begun = 0;
  return {
    begin() {
      begun = Date.now();
      deadline[0] = begun + limits.fileMs + GRACE_MS;
    },
    allowPages(pages) {
      deadline[0] = begun + Math.min(limits.fileMs + pages * limits.pageMs, limits.fileMsMax) + GRACE_MS;
    },
    end() {
      deadline[0] = 0;
    },
  };
}
