import { createWriteStream } from "node:fs";
import { type Limits, MiB, type Reviewed } from "../model/index.ts";
import type { Source } from "../review.ts";
import { type FromChild, REPLY_FD, type Settings, type ToChild } from "./messages.ts";
import { startWatchdog, type Watchdog } from "./watchdog-thread.ts";

/** Reviews one file; told how many pages it has as soon as that is known. */
export type Review = (source: Source) => Promise<readonly Reviewed[]>;

/**
 * The child's side of the protocol: takes settings, then one file after another, and answers until the parent goes away.
 * @param host this process
 * @param prepare makes the review once the settings are there
 */
export function serve(
  host: NodeJS.Process,
  prepare: (settings: Settings, onPages: (pages: number) => void) => Review,
): void {
  const replies = createWriteStream("", { fd: REPLY_FD });
  // The parent is gone, and with it everybody who could read this.
  replies.on("error", () => host.exit());
  const tell = (message: FromChild) => void replies.write(`${JSON.stringify(message)}\n`);
  let review: Review | undefined;
  let limits: Limits | undefined;
  let watchdog: Watchdog | undefined;

  host.on("message", (message: ToChild) => {
    if (message.kind === "settings") {
      limits = message.settings.limits;
      watchdog = startWatchdog(limits, host.ppid);
      review = prepare(message.settings, (pages) => {
        watchdog?.allowPages(pages);
        tell({ kind: "pages", pages });
      });
      tell({ kind: "ready" });
    } else if (review) {
      watchdog?.begin();
      answer(review, message.source);
    }
  });
  // A terminal sends its signals to all of us; the parent decides what becomes of the file in hand.
  host.on("SIGINT", () => {});
  host.on("SIGTERM", () => {});
  // An orphan has nobody to report to.
  host.on("disconnect", () => host.exit());

  function answer(work: Review, source: Source): void {
    work(source).then(
      (reviews) => {
        for (const reviewed of reviews) tell({ kind: "review", ...reviewed });
        watchdog?.end();
        tell({ kind: "done", rssMb: host.memoryUsage.rss() / MiB });
      },
      (error: unknown) => {
        watchdog?.end();
        tell({ kind: "failed", error: traceOf(error) });
      },
    );
  }
}

/** Where a fault happened, without its message: that may quote the document. */
function traceOf(error: unknown): string {
  if (!(error instanceof Error)) return "unknown";
  const frames = (error.stack ?? "").split("\n").filter((line) => /^\s+at /u.test(line));
  return [error.name, ...frames].join("\n");
}
