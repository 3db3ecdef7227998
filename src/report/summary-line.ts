import type { Result, Totals } from "../model/index.ts";

export interface SummaryFacts {
  readonly result: Result;
  readonly totals: Totals;
  /** `sha256:…`, null where no rules were loaded. */
  readonly rulesDigest: string | null;
  readonly elapsedMs: number;
}

/** The last line on stderr, for scripts: `SECREVIEW result=… found=N …`. Its form is part of the contract. */
export function summaryLine({ result, totals, rulesDigest, elapsedMs }: SummaryFacts): string {
  const fields: readonly [string, string | number][] = [
    ["result", result],
    ["found", totals.found],
    ["examined", totals.examined],
    ["partial", totals.partial],
    ["unexamined", totals.unexamined],
    ["skipped", totals.skipped],
    ["members", totals.members],
    ["images-unread", totals.imagesUnread],
    ["block", totals.block],
    ["review", totals.review],
    ["info", totals.info],
    ["accepted", totals.accepted],
    ["rules", rulesDigest ?? "none"],
    ["elapsed", `${(elapsedMs / 1_000).toFixed(1)}s`],
  ];
  return `SECREVIEW ${fields.map(([name, value]) => `${name}=${value}`).join(" ")}`;
}
