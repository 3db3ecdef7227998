import type { Entry } from "../discover/entry.ts";
import type { FileReview, Limits, Notice, Reviewed } from "../model/index.ts";
import { unreadReview } from "../review.ts";
import { wording } from "../wording/index.ts";
import { inOrder } from "./in-order.ts";
import type { Settings } from "./messages.ts";
import { createWorker, type Outcome, type Worker, type WorkerOptions } from "./worker.ts";

export type { Settings } from "./messages.ts";
export type { Worker } from "./worker.ts";

export interface SweepOptions extends WorkerOptions {
  /** How many files are read at a time; changes speed only. */
  readonly jobs: number;
  /** Aborted when the user asks to stop: what is not done by then is listed as not examined. */
  readonly stop: AbortSignal;
  /** Told where an unexpected fault happened, without any text of the document. */
  readonly onFault: (path: string, trace: string) => void;
  /** A worker from `start`; the sweep closes it. */
  readonly worker?: Worker;
}

/** A worker whose process loads while the caller still makes up the settings; to be closed where no sweep follows. */
export function start(limits: Limits, options: WorkerOptions): Worker {
  return createWorker(limits, options);
}

/** Deaths that another try in a fresh process may survive. */
const RETRIED: ReadonlySet<string> = new Set(["crash", "oom"]);

/**
 * Reviews every entry, each in a process that can be killed, and yields in the order given: a file's own review, followed by those of
 * its members. Whatever happens to one file, the others finish.
 */
export async function* sweep(
  entries: readonly Entry[],
  settings: Settings,
  options: SweepOptions,
): AsyncGenerator<readonly Reviewed[]> {
  const words = wording(settings.lang);
  const { limits } = settings;
  const files = entries.filter(({ kind }) => kind === "file").length;
  const workers: (Worker | undefined)[] = [options.worker];
  const close = () => {
    for (const worker of workers) worker?.close();
  };
  options.stop.addEventListener("abort", close);
  try {
    const lanes = Math.max(1, Math.min(options.jobs, files));
    yield* inOrder(entries, lanes, (entry, lane) => reviewEntry(entry, lane));
  } finally {
    options.stop.removeEventListener("abort", close);
    close();
  }

  async function reviewEntry(entry: Entry, lane: number): Promise<readonly Reviewed[]> {
    if (entry.kind !== "file") return [unshown(unreadReview(entry, entry.kind, entry.notice!, words))];
    for (let tries = 0; ; tries++) {
      if (options.stop.aborted) return [unexamined(entry, { code: "interrupted", location: null })];
      const outcome = await workerOf(lane).review(entry, settings);
      if (outcome.ok) return outcome.reviews;
      const again = RETRIED.has(outcome.code) && tries < limits.retries;
      if (!again && !options.stop.aborted) return [failed(entry, outcome)];
    }
  }

  function workerOf(lane: number): Worker {
    workers[lane] ??= createWorker(limits, options);
    return workers[lane];
  }

  function failed(entry: Entry, { code, detail, trace }: Outcome & { ok: false }): Reviewed {
    if (trace !== null) options.onFault(entry.path, trace);
    return unexamined(entry, { code, location: null, detail });
  }

  function unexamined(entry: Entry, notice: Notice): Reviewed {
    return unshown(unreadReview(entry, "unexamined", notice, words));
  }
}

function unshown(review: FileReview): Reviewed {
  return { review, preview: null };
}
