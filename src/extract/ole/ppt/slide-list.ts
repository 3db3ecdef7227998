import { u32 } from "../bytes.ts";
import { type PptRecord, RT, siblings } from "./records.ts";
import { atomText, type PptText } from "./texts.ts";

/** An entry of a list of slides, masters or notes pages ([MS-PPT] 2.4.14). */
export interface ListedPage {
  /** Number of the object that holds it. */
  readonly persistId: number;
  readonly slideId: number;
  /** Texts of its title and body, as the outline shows them. */
  readonly outline: readonly PptText[];
}

export const LISTS = { slides: 0, masters: 1, notes: 2 } as const;

const TITLES: ReadonlySet<number> = new Set([0, 6]);

/** The pages of one of the lists of a document, in their order. */
export function listedPages(document: PptRecord, list: number): ListedPage[] {
  const pages: (ListedPage & { readonly outline: PptText[] })[] = [];
  for (const record of siblings(document.data)) {
    if (record.type !== RT.slideList || record.instance !== list) continue;
    let heading = false;
    for (const inner of siblings(record.data)) {
      if (inner.type === RT.slidePersist)
        pages.push({ persistId: u32(inner.data, 0), slideId: u32(inner.data, 12), outline: [] });
      if (inner.type === RT.textHeader) heading = TITLES.has(u32(inner.data, 0));
      const text = atomText(inner);
      if (text !== undefined)
        pages.at(-1)?.outline.push({ text, part: "body", channel: null, heading, prompt: false });
    }
  }
  return pages;
}
