import { decode } from "../encoding.ts";
import type { ExtractContext } from "../extractor.ts";
import { textFormat } from "../format-names.ts";
import type { Outcome } from "../outcome.ts";
import { sniff } from "../sniff.ts";

/** Transfers and cameras fill a file up with these. */
const PADDING: ReadonlySet<number> = new Set([0, 9, 10, 13, 26, 32]);

/** Checksums and trailers of programs: too short for a file, and no text. */
const TRAILER_BYTES = 64;

/**
 * What follows after the end of a picture: text becomes a block, a file of a known format goes back to the line, of anything else
 * only its length is told. `prefix` names the picture where it is part of a document.
 */
export async function readTrailing(
  bytes: Uint8Array,
  prefix: string,
  outcome: Outcome,
  context: ExtractContext,
): Promise<void> {
  const start = bytes.findIndex((byte) => !PADDING.has(byte));
  const content = start < 0 ? new Uint8Array() : bytes.subarray(start);
  // Erased memory reads as ones.
  if (content.every((byte) => byte === 0xff)) return;
  const object = `${prefix}trailing-data`;
  await outcome.attempt(object, async () => {
    const { format } = await sniff(content, "");
    const text = textFormat(format) === format ? decode(content)?.text : undefined;
    if (text !== undefined) {
      context.budget.spendText(text.length);
      outcome.blocks.push({ text, part: "other", channel: "trailing-data", location: { object } });
    } else if (format === "unknown" || textFormat(format) === format) {
      // Office and cameras leave such remains behind pictures of their own; there is nothing in them that could be read.
      if (content.length > TRAILER_BYTES)
        outcome.blocks.push({
          text: `${object} (${content.length})`,
          part: "other",
          channel: "trailing-data",
          location: { object },
        });
    } else {
      context.budget.spendBytes(content.length);
      await context.child(`${prefix}trailing.${format}`, content);
    }
  });
}
