import { type CrossesInside, createDetector } from "../detect/index.ts";
import { reviewFile, type Tools } from "../review.ts";
import { crossesInside, openSegmenter } from "../segment/index.ts";
import { wording } from "../wording/index.ts";
import type { FromChild, Settings, ToChild } from "./messages.ts";

/** The process every document is opened in: it may hang, swell or die without taking the run along. */
let tools: Tools | undefined;

process.on("message", (message: ToChild) => {
  if (message.kind === "settings") {
    tools = toTools(message.settings);
    send({ kind: "ready" });
  } else if (tools) {
    reviewFile(message.source, tools).then(
      (reviews) => send({ kind: "done", reviews }),
      (error: unknown) => send({ kind: "failed", error: traceOf(error) }),
    );
  }
});
// An orphan has nobody to report to.
process.on("disconnect", () => process.exit());

function toTools(settings: Settings): Tools {
  let words: Promise<CrossesInside> | undefined;
  return {
    detector: createDetector(settings.rules, settings.limits.findingsPerRule),
    openWords: () => (words ??= openWords(settings)),
    rules: new Map(settings.rules.map((rule) => [rule.id, rule])),
    limits: settings.limits,
    today: settings.today,
    context: settings.context,
    wording: wording(settings.lang),
    onPages: (pages) => send({ kind: "pages", pages }),
  };
}

async function openWords({ segmenter: engine, rules }: Settings): Promise<CrossesInside> {
  const segmenter = await openSegmenter(engine);
  segmenter.addWords(rules.flatMap((rule) => (rule.kind === "term" ? rule.terms : [])));
  return (line, start, end) => crossesInside(segmenter, line, start, end);
}

/** Where a fault happened, without its message: that may quote the document. */
function traceOf(error: unknown): string {
  if (!(error instanceof Error)) return "unknown";
  const frames = (error.stack ?? "").split("\n").filter((line) => /^\s+at /u.test(line));
  return [error.name, ...frames].join("\n");
}

function send(message: FromChild): void {
  process.send?.(message);
}
