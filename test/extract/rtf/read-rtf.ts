import { type RtfOptions, rtf } from "../../../fixtures/build/rtf.ts";
import { extractRtf } from "../../../src/extract/rtf.ts";
import type { Limits } from "../../../src/model/limits.ts";
import { contextFor, textsOf } from "../reading.ts";

/** Extracts a file built on the spot, or given as source. */
export async function readRtf(source: RtfOptions | Uint8Array | string, limits: Partial<Limits> = {}) {
  const { context, children } = contextFor("材料.rtf", limits);
  const built = typeof source === "string" ? Buffer.from(source, "latin1") : source;
  const extraction = await extractRtf(built instanceof Uint8Array ? built : rtf(built), context);
  return {
    ...extraction,
    children,
    visible: textsOf(extraction.blocks, null),
    hidden: extraction.blocks
      .filter(({ channel }) => channel !== null)
      .map(({ channel, text }) => `${channel}: ${text}`),
  };
}
