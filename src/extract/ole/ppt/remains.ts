import type { TextBlock } from "../../../model/document.ts";
import { blocksOf, masterBlocks } from "./pages.ts";
import { descendants, type PptRecord, RT, siblings } from "./records.ts";
import { atomText, type PptText, textsOf } from "./texts.ts";

const PAGES: ReadonlySet<number> = new Set([RT.slide, RT.notes, RT.mainMaster, RT.handout]);

/**
 * What the records say that no list of the document leads to: masters of notes and handouts, and pages and outlines of older savings, which
 * stay in the stream until the file is saved anew.
 * @param visited offsets of the records that were read
 * @param current offsets of the objects of the newest saving
 * @param said what has been said of it already
 * @param whole whether the document was found; else nothing is known to be old
 */
export function remainBlocks(
  stream: Uint8Array,
  visited: ReadonlySet<number>,
  current: ReadonlySet<number>,
  said: readonly TextBlock[],
  whole: boolean,
): TextBlock[] {
  const known = new Set(said.map(({ text }) => text));
  const isNews = ({ text }: TextBlock) => known.size < known.add(text).size;
  const blocks: TextBlock[] = [];
  for (const record of siblings(stream)) {
    if (visited.has(record.at)) continue;
    const isMaster = PAGES.has(record.type) && current.has(record.at);
    if (isMaster) blocks.push(...masterBlocks(record));
    else if (PAGES.has(record.type) || record.type === RT.document)
      blocks.push(...oldBlocks(record, whole ? "orphan" : null).filter(isNews));
  }
  return blocks;
}

function oldBlocks(record: PptRecord, channel: "orphan" | null): TextBlock[] {
  const texts = record.type === RT.document ? outlineTexts(record) : textsOf(record);
  const part = channel === null ? "body" : "other";
  return texts
    .filter(({ prompt }) => !prompt)
    .flatMap((text) =>
      blocksOf(
        { ...text, part: text.channel === null ? part : text.part, heading: false },
        {},
        text.channel ?? channel,
      ),
    );
}

function outlineTexts(document: PptRecord): PptText[] {
  const texts: PptText[] = [];
  for (const { record, around } of descendants(document)) {
    const text = around.includes(RT.slideList) ? atomText(record) : undefined;
    if (text !== undefined) texts.push({ text, part: "body", channel: null, heading: false, prompt: false });
  }
  return texts;
}
