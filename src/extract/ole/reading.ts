import type { TextBlock } from "../../model/document.ts";
import type { ExtractContext } from "../extractor.ts";
import { Unread } from "../extractor.ts";
import { createOutcome, type Outcome } from "../outcome.ts";
import type { OleContainer, OleStream } from "./container.ts";

/** Bytes from the first up to the second. */
export type Range = readonly [from: number, to: number];

/** What reading any part of a compound document needs. */
export interface OleReading {
  readonly container: OleContainer;
  readonly context: ExtractContext;
  readonly outcome: Outcome;
  /** Spends the characters and hands the blocks on; a property said in several places is said once. */
  readonly say: (blocks: readonly TextBlock[]) => void;
  /** The content of a stream; one that the file holds only in part is reported once. */
  readonly read: (stream: OleStream) => Uint8Array;
  /** Notes bytes of a stream that need no safety net: text that is read, or what holds none. */
  readonly cover: (path: string, ranges: readonly Range[]) => void;
  readonly covered: (path: string) => readonly Range[];
}

export function startReading(container: OleContainer, context: ExtractContext): OleReading {
  const outcome = createOutcome();
  const properties = new Set<string>();
  const isNews = (property: string) => properties.size < properties.add(property).size;
  const covered = new Map<string, Range[]>();
  return {
    container,
    context,
    outcome,
    say(blocks) {
      for (const block of blocks) {
        if (block.channel === "property" && !isNews(`${block.location.object}\n${block.text}`)) continue;
        context.budget.spendText(block.text.length);
        outcome.blocks.push(block);
      }
    },
    read(stream) {
      const content = stream.read();
      if (content.length < stream.size) outcome.report(stream.path, new Unread("corrupt"));
      return content;
    },
    cover(path, ranges) {
      covered.set(path, (covered.get(path) ?? []).concat(ranges));
    },
    covered: (path) => covered.get(path) ?? [],
  };
}

/** What lies between ranges, from 0 to `length`. */
export function gapsBetween(ranges: readonly Range[], length: number): Range[] {
  const gaps: Range[] = [];
  let reached = 0;
  for (const [from, to] of [...ranges].sort((a, b) => a[0] - b[0])) {
    if (from > reached) gaps.push([reached, Math.min(from, length)]);
    reached = Math.max(reached, to);
  }
  if (reached < length) gaps.push([reached, length]);
  return gaps;
}
