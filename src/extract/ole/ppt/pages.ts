import type { Channel, Location, TextBlock } from "../../../model/document.ts";
import { Unread } from "../../extractor.ts";
import { u16, u32 } from "../bytes.ts";
import { descendants, type PptRecord, RT, recordAt, siblings } from "./records.ts";
import { LISTS, type ListedPage, listedPages } from "./slide-list.ts";
import { type PptText, textsOf } from "./texts.ts";

const HIDDEN = 0x0004;

/** What the pages of a presentation say. `visited` takes the offsets of the records that were read. */
export function pageBlocks(
  stream: Uint8Array,
  document: PptRecord,
  offsets: ReadonlyMap<number, number>,
  visited: Set<number>,
  report: (error: Unread) => void,
): TextBlock[] {
  visited.add(document.at);
  const open = ({ persistId }: ListedPage): PptRecord | undefined => {
    const at = offsets.get(persistId);
    if (at === undefined) {
      report(new Unread("corrupt"));
      return undefined;
    }
    visited.add(at);
    return recordAt(stream, at);
  };
  const slides = listedPages(document, LISTS.slides);
  const numbers = new Map(slides.map(({ slideId }, index) => [slideId, index + 1]));
  const blocks = slides.flatMap((page, index) => slideBlocks(open(page), page.outline, index + 1));
  for (const page of listedPages(document, LISTS.notes)) blocks.push(...notesBlocks(open(page), numbers));
  for (const page of listedPages(document, LISTS.masters))
    blocks.push(...masterBlocks(open(page), page.outline));
  blocks.push(...documentBlocks(document));
  return blocks;
}

/** Texts the slide's shapes do not refer to are in the outline all the same. */
function slideBlocks(slide: PptRecord | undefined, outline: readonly PptText[], number: number): TextBlock[] {
  const channel: Channel | null = slide && isHidden(slide) ? "hidden-slide" : null;
  const texts = slide ? textsOf(slide, outline) : [];
  const shown = new Set(texts.map(({ text }) => text));
  const rest = outline.filter(({ text }) => !shown.has(text));
  return [...texts, ...rest].flatMap((text) => blocksOf(text, { slide: number }, text.channel ?? channel));
}

/** SlideShowSlideInfoAtom.fHidden ([MS-PPT] 2.6.6). */
function isHidden(slide: PptRecord): boolean {
  for (const { type, data } of siblings(slide.data))
    if (type === RT.slideShowInfo && data.length >= 12) return (u16(data, 10) & HIDDEN) !== 0;
  return false;
}

function notesBlocks(page: PptRecord | undefined, numbers: ReadonlyMap<number, number>): TextBlock[] {
  if (!page) return [];
  let slide: number | undefined;
  for (const { type, data } of siblings(page.data))
    if (type === RT.notesAtom) slide = numbers.get(u32(data, 0));
  const location = slide === undefined ? {} : { slide };
  return textsOf(page).flatMap((text) =>
    blocksOf(
      text.part === "body" ? { ...text, part: "notes", heading: false } : text,
      location,
      text.channel,
    ),
  );
}

/** Texts of masters and handouts, without the prompts every presentation has. */
export function masterBlocks(page: PptRecord | undefined, outline: readonly PptText[] = []): TextBlock[] {
  if (!page) return [];
  return textsOf(page, outline)
    .filter(({ text, prompt }) => !prompt && !STANDARD_PROMPT.test(text))
    .flatMap((text) => blocksOf({ ...text, heading: false }, { object: "master" }, "template"));
}

const STANDARD_PROMPT = /^(?:单击此处编辑|单击以编辑|Click to (?:edit|add)|\*)/i;

/** Headers and footers of all slides, paths of links and media, names of slide shows. */
function documentBlocks(document: PptRecord): TextBlock[] {
  const blocks: TextBlock[] = [];
  for (const record of siblings(document.data))
    if (record.type === RT.headersFooters)
      for (const text of textsOf(record)) blocks.push(...blocksOf(text, {}, text.channel));
  for (const { record, around } of descendants(document)) {
    if (record.type !== RT.string || SILENT.has(around.at(-1) ?? 0)) continue;
    const text = Buffer.from(record.data).toString("utf16le");
    if (/^(?:file:|[a-z]:[\\/]|\\\\)/i.test(text))
      blocks.push({ text, part: "other", channel: "external-link", location: {} });
  }
  return blocks;
}

const SILENT: ReadonlySet<number> = new Set([RT.headersFooters, RT.comment, RT.fontCollection]);

/** One block for each paragraph. */
export function blocksOf(
  { text, part, heading }: PptText,
  location: Location,
  channel: Channel | null,
): TextBlock[] {
  const place = channel === "property" ? { object: "comment author" } : location;
  return text
    .split("\r")
    .filter((line) => line.trim() !== "")
    .map((line) => ({
      text: line.replaceAll("\u000b", "\n"),
      part,
      channel,
      location: place,
      ...(heading && channel === null && { heading: true }),
    }));
}
