import type { Limits } from "../../../model/limits.ts";
import { walkXml } from "../../xml.ts";
import { OOXML_PREFIXES } from "../namespaces.ts";
import type { Palette } from "./colours.ts";
import { collectRichText, type RichText } from "./rich-text.ts";

/** The table of texts that cells refer to by number (ISO/IEC 29500-1 §18.4.9), and which of them some cell has used. */
export interface SharedStrings {
  /** The text of an index, now used; undefined where the table has none. */
  use(index: number): RichText | undefined;
  /** Whether it is the first time that this index is used. */
  isUsed(index: number): boolean;
  /** Texts no cell has asked for: remains of cells that were overwritten or of sheets that were deleted. */
  unused(): readonly RichText[];
}

/** Reads `sharedStrings.xml` into `items`, which keeps what was read even when this throws `Unread` half-way. */
export async function readSharedStrings(
  bytes: Uint8Array,
  items: RichText[],
  palette: Palette,
  limits: Limits,
): Promise<void> {
  const rich = collectRichText(palette);
  const close: typeof rich.close = (element) => {
    rich.close(element);
    if (element.name === "s:si") items.push(rich.take());
  };
  const text = (said: string) => void rich.text(said);
  await walkXml(bytes, { open: rich.open, text, close }, { limits, prefixes: OOXML_PREFIXES });
}

export function sharedStrings(items: readonly RichText[]): SharedStrings {
  const used = new Uint8Array(items.length);
  return {
    use: (index) => {
      if (index < used.length) used[index] = 1;
      return items[index];
    },
    isUsed: (index) => used[index] === 1,
    unused: () => items.filter((_, index) => used[index] === 0),
  };
}
