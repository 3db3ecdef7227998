import type { Picture, TextBlock } from "../model/document.ts";
import type { Extract, ExtractContext } from "./extractor.ts";
import { parsePage } from "./html/tree.ts";
import { type Embedded, walkPage } from "./html/walk.ts";
import { decodeReferences, stripTags } from "./markup.ts";
import { pictureSize } from "./picture-size.ts";
import { readText } from "./text.ts";

/**
 * A page as a reader sees it, and what it carries besides: hidden elements, comments, scripts, meta data, alternative texts.
 * Documents in `data:` URIs and frames written into the page go to `context.child`. A page nested too deep is read up to there
 * as a tree and once more as a whole without its tags.
 */
export const extractHtml: Extract = async (bytes, context) => {
  const { text, notices } = readText(bytes, context);
  const blocks: TextBlock[] = [];
  const embedded: Embedded[] = [];
  const { root, cut } = await parsePage(text, context.limits);
  walkPage(root, {
    block: (block) => blocks.push(block),
    embedded: (found) => {
      context.budget.spendEntries(1);
      context.budget.spendBytes(found.bytes.length);
      embedded.push(found);
    },
  });
  if (cut !== null) {
    notices.push({ code: cut.code, location: null, detail: cut.detail });
    blocks.push({ text: decodeReferences(stripTags(text)), part: "other", channel: "other", location: {} });
  }
  return { format: "html", blocks, notices, pictures: await handOn(embedded, context), pages: null };
};

/** Media types without text of their own. */
const NO_TEXT = /^(?:audio|video|font)\/|^application\/(?:x-)?font/;
const EXTENSIONS: Readonly<Record<string, string>> = {
  "application/pdf": "pdf",
  "text/html": "html",
  "text/plain": "txt",
  "text/css": "css",
  "text/javascript": "js",
  "application/json": "json",
  "image/svg+xml": "svg",
};

/** Gives documents back to the line and describes the pictures. */
async function handOn(embedded: readonly Embedded[], context: ExtractContext): Promise<Picture[]> {
  const pictures: Picture[] = [];
  for (const [index, { mediaType, bytes, line }] of embedded.entries()) {
    const location = line === undefined ? {} : { line };
    if (NO_TEXT.test(mediaType)) continue;
    const size = pictureSize(bytes);
    if (size !== null) pictures.push({ location, ...size });
    else await context.child(`embedded-${index + 1}.${EXTENSIONS[mediaType] ?? "bin"}`, bytes);
  }
  return pictures;
}
