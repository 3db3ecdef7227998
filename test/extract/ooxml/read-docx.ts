import { type DocxOptions, docx } from "../../../fixtures/build/docx.ts";
import { extractDocx } from "../../../src/extract/ooxml/docx.ts";
import type { TextBlock } from "../../../src/model/document.ts";
import type { Limits } from "../../../src/model/limits.ts";
import { contextFor, textsOf } from "../reading.ts";

/** Extracts a document built on the spot, or given as bytes. */
export async function readDocx(source: DocxOptions | Uint8Array, limits: Partial<Limits> = {}) {
  const { context, children } = contextFor("材料.docx", limits);
  const bytes = source instanceof Uint8Array ? source : docx(source);
  const extraction = await extractDocx(bytes, context);
  const find = (marker: string): readonly TextBlock[] =>
    extraction.blocks.filter(({ text }) => text.includes(marker));
  return { ...extraction, children, find, visible: textsOf(extraction.blocks, null) };
}
