import type { FileReview, Preview, ReportHead, ReportTail } from "../model/index.ts";
import type { Lang } from "../wording/index.ts";

/** Takes the next piece of the report's text; pieces come in order. */
export type Sink = (chunk: string) => void;

export interface ReporterOptions {
  readonly lang: Lang;
  /** Terminal only: whether colours may be used, and how many columns there are. */
  readonly colour?: boolean;
  readonly columns?: number;
  /** HTML only: what may be shown of each file; without it the page shows no previews. */
  readonly previews?: ReadonlyMap<FileReview, Preview>;
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

/** A finished run as a reporter that waited for it sees it. */
export interface WholeRun {
  readonly head: ReportHead;
  readonly reviews: readonly FileReview[];
  readonly tail: ReportTail;
}

/** A reporter that waits for the tail, then writes everything. */
export function afterTheTail(write: (run: WholeRun) => void): Reporter {
  const reviews: FileReview[] = [];
  let head: ReportHead | undefined;
  return {
    begin(given) {
      head = given;
    },
    file: (review) => void reviews.push(review),
    end(tail) {
      if (head === undefined) throw new Error("end before begin");
      write({ head, reviews, tail });
    },
  };
}
