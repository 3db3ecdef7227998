import type { FileReview, ReportHead, ReportTail } from "../../src/model/index.ts";
import { type Format, REPORTERS, type ReporterOptions } from "../../src/report/index.ts";
import { sample } from "./sample.ts";

interface Run {
  readonly head: ReportHead;
  readonly files: readonly FileReview[];
  readonly tail: ReportTail;
}

/** The head of the sample as the record has it: without files and tail. */
const { files, finishedAt, result, exitCode, totals, ...head } = sample;
export const SAMPLE_RUN: Run = { head, files, tail: { finishedAt, result, exitCode, totals } };

/** What a format prints for a run, the sample where nothing is said. */
export function printed(
  format: Format,
  run: Partial<Run> = {},
  options: ReporterOptions = { lang: "zh" },
): string {
  const whole = { ...SAMPLE_RUN, ...run };
  const chunks: string[] = [];
  const reporter = REPORTERS[format]((chunk) => void chunks.push(chunk), options);
  reporter.begin(whole.head);
  for (const file of whole.files) reporter.file(file);
  reporter.end(whole.tail);
  return chunks.join("");
}
