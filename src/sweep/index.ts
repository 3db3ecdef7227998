import type { Entry } from "../discover/entry.ts";
import type { FileReview, Limits, Notice } from "../model/index.ts";
import { unreadReview } from "../review.ts";
import { wording } from "../wording/index.ts";
import type { Settings } from "./messages.ts";
import { createWorker, type Outcome, type Worker } from "./worker.ts";

export type { Settings } from "./messages.ts";
export type { Worker } from "./worker.ts";

export interface SweepOptions {
  /** True once the user has asked to stop: what is left is listed as not examined. */
  readonly interrupted: () => boolean;
  /** Told where an unexpected fault happened, without any text of the document. */
  readonly onFault: (path: string, trace: string) => void;
  /** A worker from `start`; the sweep closes it. */
  readonly worker?: Worker;
}

/** A worker whose process loads while the caller still makes up the settings; to be closed where no sweep follows. */
export function start(limits: Limits): Worker {
  return createWorker(limits);
}

/** Deaths that a second try in a fresh process may survive. */
const RETRIED: ReadonlySet<string> = new Set(["crash", "oom"]);

/**
 * Reviews every entry in the order given, each in a process that can be killed. Whatever happens to one file, the others finish.
 * Yields a file's own review, followed by those of its members.
 */
export async function* sweep(
  entries: readonly Entry[],
  settings: Settings,
  options: SweepOptions,
): AsyncGenerator<readonly FileReview[]> {
  const words = wording(settings.lang);
  const worker = options.worker ?? start(settings.limits);
  try {
    for (const entry of entries) {
      if (entry.kind !== "file") yield [unreadReview(entry, entry.kind, entry.notice!, words)];
      else if (options.interrupted()) yield [unexamined(entry, { code: "interrupted", location: null })];
      else yield await reviewEntry(entry);
    }
  } finally {
    worker.close();
  }

  async function reviewEntry(entry: Entry): Promise<readonly FileReview[]> {
    let outcome: Outcome = await worker.review(entry, settings);
    if (!outcome.ok && RETRIED.has(outcome.code) && !options.interrupted())
      outcome = await worker.review(entry, settings);
    if (outcome.ok) return outcome.reviews;
    if (outcome.trace) options.onFault(entry.path, outcome.trace);
    const code = options.interrupted() ? "interrupted" : outcome.code;
    return [unexamined(entry, { code, location: null, detail: { seconds: settings.limits.fileMs / 1000 } })];
  }

  function unexamined(entry: Entry, notice: Notice): FileReview {
    return unreadReview(entry, "unexamined", notice, words);
  }
}
