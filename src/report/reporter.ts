import type { FileReview, ReportHead, ReportTail } from "../model/index.ts";
import type { Lang } from "../wording/index.ts";

/** Takes the next piece of the report's text; pieces come in order. */
export type Sink = (chunk: string) => void;

export interface ReporterOptions {
  readonly lang: Lang;
  /** Terminal only: whether colours may be used, and how many columns there are. */
  readonly colour?: boolean;
  readonly columns?: number;
}

/**
 * AXIS 3b: report formats. To add one: write a module that exports a `CreateReporter` and add its line in index.ts.
 * A reporter is told of the head, of each file in order, and of the tail. Formats that put what was not examined first
 * have to wait for the tail; the others write at once.
 */
export interface Reporter {
  begin(head: ReportHead): void;
  file(review: FileReview): void;
  end(tail: ReportTail): void;
}

export type CreateReporter = (sink: Sink, options: ReporterOptions) => Reporter;
