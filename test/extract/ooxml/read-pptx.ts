import { type PptxOptions, pptx } from "../../../fixtures/build/pptx.ts";
import { extractPptx } from "../../../src/extract/ooxml/pptx.ts";
import type { TextBlock } from "../../../src/model/document.ts";
import type { Limits } from "../../../src/model/limits.ts";
import { contextFor, textsOf } from "../reading.ts";

/** Extracts a deck built on the spot, or given as bytes. */
export async function readPptx(source: PptxOptions | Uint8Array, limits: Partial<Limits> = {}) {
  const { context, children } = contextFor("演示.pptx", limits);
  const bytes = source instanceof Uint8Array ? source : pptx(source);
  const extraction = await extractPptx(bytes, context);
  const find = (marker: string): readonly TextBlock[] =>
    extraction.blocks.filter(({ text }) => text.includes(marker));
  return { ...extraction, children, find, visible: textsOf(extraction.blocks, null) };
}

/** Extracts one slide with these shapes. */
export function readSlide(shapes: readonly string[], options: PptxOptions = {}, after = "") {
  return readPptx({ ...options, slides: [{ shapes, after }] });
}
