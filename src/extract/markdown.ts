import type { TextBlock } from "../model/document.ts";
import { dataPictures } from "./data-picture.ts";
import type { Extract } from "./extractor.ts";
import { internalPlaces } from "./local-places.ts";
import { cuts } from "./markdown/cuts.ts";
import { frontMatter } from "./markdown/front-matter.ts";
import { alternativeTexts } from "./markdown/pictures.ts";
import { addsText, decodeReferences, stripTags } from "./markup.ts";
import { tagCharacterBlocks } from "./tag-characters.ts";
import { readText } from "./text.ts";

/**
 * Markdown as written: headings apart, front matter, comments and what else nobody sees in their channels, and what emphasis
 * tears apart once more.
 */
export const extractMarkdown: Extract = async (bytes, context) => {
  const { text, notices } = readText(bytes, context);
  const { properties, bodyStart } = frontMatter(text);
  const blocks = [...properties, ...bodyBlocks(text, bodyStart)];
  const body = blocks.filter(({ part, channel }) => channel === null && part === "body");
  for (const block of body) blocks.push(...alternativeTexts(block));
  for (const place of internalPlaces(text, { paths: true }))
    blocks.push({ text: place, part: "other", channel: "external-link", location: {} });
  blocks.push(...tagCharacterBlocks(text));
  for (const block of body) {
    const shown = withoutMarks(block.text);
    if (!addsText(block.text, shown)) continue;
    context.budget.spendText(shown.length);
    blocks.push({ ...block, text: shown, view: "paint" });
  }
  return { format: "markdown", blocks, notices, pictures: dataPictures(text), pages: null };
};

/** The body cut at what is no plain text; every character of it stands in exactly one block. */
function bodyBlocks(text: string, start: number): TextBlock[] {
  const blocks: TextBlock[] = [];
  let line = countLines(text, 0, start) + 1;
  let at = start;
  const push = (end: number, kind: Pick<TextBlock, "part" | "channel" | "heading">) => {
    const piece = text.slice(at, end);
    if (piece.trim() !== "") blocks.push({ text: piece.replace(/\r?\n$/, ""), ...kind, location: { line } });
    line += countLines(text, at, end);
    at = end;
  };
  const plain = { part: "body", channel: null } as const;
  for (const cut of cuts(text, start)) {
    push(cut.start, plain);
    push(cut.end, cut.kind);
  }
  push(text.length, plain);
  return blocks;
}

/** What a reader sees of emphasis, code marks, escapes, links, inline tags and references. */
function withoutMarks(text: string): string {
  return decodeReferences(stripTags(text))
    .replace(/\\([!-/:-@[-`{-~])/g, "$1")
    .replace(/\]\([^()\s]{0,2000}\)/g, "")
    .replace(/[*_`[]|~~/g, "");
}

function countLines(text: string, start: number, end: number): number {
  let lines = 0;
  for (let at = text.indexOf("\n", start); at >= 0 && at < end; at = text.indexOf("\n", at + 1)) lines++;
  return lines;
}
