import { type XlsxOptions, xlsx } from "../../../fixtures/build/xlsx.ts";
import { extractXlsx } from "../../../src/extract/ooxml/xlsx.ts";
import type { Channel, TextBlock } from "../../../src/model/document.ts";
import type { Limits } from "../../../src/model/limits.ts";
import { contextFor, textsOf } from "../reading.ts";

/** Extracts a workbook built on the spot, or given as bytes. */
export async function readXlsx(source: XlsxOptions | Uint8Array, limits: Partial<Limits> = {}) {
  const { context, children } = contextFor("材料.xlsx", limits);
  const bytes = source instanceof Uint8Array ? source : xlsx(source);
  const extraction = await extractXlsx(bytes, context);
  const { blocks } = extraction;
  return {
    ...extraction,
    children,
    find: (marker: string): readonly TextBlock[] => blocks.filter(({ text }) => text.includes(marker)),
    visible: textsOf(blocks, null),
    hidden: (channel: Channel) => textsOf(blocks, channel),
    /** The lines of cells that a reader sees, as the checker reads them. */
    lines: linesOf(blocks.filter(({ part, channel }) => part === "table" && channel === null)),
  };
}

function linesOf(blocks: readonly TextBlock[]): string[] {
  return blocks
    .map(({ text, separator = "\n" }) => separator + text)
    .join("")
    .split("\n")
    .slice(1);
}
