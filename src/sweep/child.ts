import { reviewFile, type Tools } from "../review.ts";
import type { FromChild, ToChild } from "./messages.ts";
import { createTools } from "./tools.ts";

/** The process every document is opened in: it may hang, swell or die without taking the run along. */
let tools: Tools | undefined;

process.on("message", (message: ToChild) => {
  if (message.kind === "settings") {
    tools = createTools(message.settings, (pages) => send({ kind: "pages", pages }));
    send({ kind: "ready" });
  } else if (tools) {
    reviewFile(message.source, tools).then(
      (reviews) => send({ kind: "done", reviews }),
      (error: unknown) => send({ kind: "failed", error: traceOf(error) }),
    );
  }
});
// A terminal sends its signals to all of us; the parent decides what becomes of the file in hand.
process.on("SIGINT", () => {});
process.on("SIGTERM", () => {});
// An orphan has nobody to report to.
process.on("disconnect", () => process.exit());

/** Where a fault happened, without its message: that may quote the document. */
function traceOf(error: unknown): string {
  if (!(error instanceof Error)) return "unknown";
  const frames = (error.stack ?? "").split("\n").filter((line) => /^\s+at /u.test(line));
  return [error.name, ...frames].join("\n");
}

function send(message: FromChild): void {
  process.send?.(message);
}
