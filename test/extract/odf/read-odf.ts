import { flatOdf, type OdfOptions, odf } from "../../../fixtures/build/odf.ts";
import { extractFlatOdf, extractOdf } from "../../../src/extract/odf.ts";
import type { Extraction } from "../../../src/model/document.ts";
import type { Limits } from "../../../src/model/limits.ts";
import { contextFor, textsOf } from "../reading.ts";

/** Extracts a package built on the spot, or given as bytes. */
export async function readOdf(source: OdfOptions | Uint8Array, limits: Partial<Limits> = {}) {
  const { context, children } = contextFor("材料.odt", limits);
  const bytes = source instanceof Uint8Array ? source : odf(source);
  return described(await extractOdf(bytes, context), children);
}

export async function readFlat(options: OdfOptions) {
  const { context, children } = contextFor("材料.fodt");
  return described(await extractFlatOdf(flatOdf(options), context), children);
}

function described(extraction: Extraction, children: { name: string; text: string }[]) {
  return {
    ...extraction,
    children,
    visible: textsOf(extraction.blocks, null),
    hidden: extraction.blocks
      .filter(({ channel }) => channel !== null)
      .map(({ channel, text }) => `${channel}: ${text}`),
  };
}
