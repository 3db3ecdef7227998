import type { Channel } from "../../model/document.ts";
import type { ExtractContext } from "../extractor.ts";
import type { Outcome } from "../outcome.ts";

/** Transfers and tapes pad files with zeros, blanks or a line end, which is harmless. */
const PADDING: ReadonlySet<number> = new Set([0, 9, 10, 13, 26, 32]);

/** Hands on bytes that belong to no member under a name of their own: a second file may be hidden in them. */
export function createUnclaimed(outcome: Outcome, context: ExtractContext) {
  let count = 0;
  return async (bytes: Uint8Array, channel: Channel): Promise<void> => {
    if (bytes.every((byte) => PADDING.has(byte))) return;
    count++;
    const name = `unclaimed-data-${count}`;
    outcome.blocks.push({ text: name, part: "attachment", channel, location: { object: name } });
    await context.child(name, bytes);
  };
}
