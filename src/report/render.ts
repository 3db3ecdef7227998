import type { FileReview, ReportHead, ReportTail } from "../model/index.ts";
import type { CreateReporter, ReporterOptions } from "./reporter.ts";

/** A run as the record tells it. The tail is asked for after the last file. */
export interface ReportParts {
  readonly head: ReportHead;
  readonly files: Iterable<FileReview> | AsyncIterable<FileReview>;
  readonly tail: () => ReportTail;
}

/** A whole report as chunks to be pulled, for a writer that sets the pace. */
export async function* renderReport(
  create: CreateReporter,
  { head, files, tail }: ReportParts,
  options: ReporterOptions,
): AsyncGenerator<string> {
  let chunks: string[] = [];
  const drain = (): string[] => {
    const drained = chunks;
    chunks = [];
    return drained;
  };
  const reporter = create((chunk) => void chunks.push(chunk), options);
  reporter.begin(head);
  yield* drain();
  for await (const review of files) {
    reporter.file(review);
    yield* drain();
  }
  reporter.end(tail());
  yield* drain();
}
