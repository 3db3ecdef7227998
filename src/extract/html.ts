import type { TextBlock } from "../model/document.ts";
import type { Extract, ExtractContext } from "./extractor.ts";
import { parsePage } from "./html/tree.ts";
import { unseenText } from "./html/unseen.ts";
import { type Embedded, walkPage } from "./html/walk.ts";
import { readPicture } from "./image/read-picture.ts";
import { decodeReferences, stripTags } from "./markup.ts";
import { createOutcome, type Outcome } from "./outcome.ts";
import { tagCharacterBlocks } from "./tag-characters.ts";
import { readText } from "./text.ts";

/**
 * A page as a reader sees it, and what it carries besides: hidden elements, comments, scripts, meta data, alternative texts, paths
 * of the computer it was made on. Documents in `data:` URIs and frames written into the page go to `context.child`. A page nested
 * too deep is read up to there as a tree and once more as a whole without its tags.
 */
export const extractHtml: Extract = async (bytes, context) => {
  const { text, notices } = readText(bytes, context);
  const blocks: TextBlock[] = [];
  const embedded: Embedded[] = [];
  const page = await parsePage(text, context.limits);
  walkPage(page, {
    block: (block) => blocks.push(block),
    embedded: (found) => {
      context.budget.spendEntries(1);
      context.budget.spendBytes(found.bytes.length);
      embedded.push(found);
    },
  });
  const { cut } = page;
  if (cut === null) blocks.push(...unseenText(text, blocks));
  else {
    notices.push({ code: cut.code, location: null, detail: cut.detail });
    blocks.push({ text: decodeReferences(stripTags(text)), part: "other", channel: "other", location: {} });
  }
  blocks.push(...tagCharacterBlocks(text));
  const outcome = createOutcome();
  await handOn(embedded, outcome, context);
  const carried = outcome.finish("html");
  return {
    format: "html",
    blocks: [...blocks, ...carried.blocks],
    notices: [...notices, ...carried.notices],
    pictures: carried.pictures,
    pages: null,
  };
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

/** Gives documents back to the line, describes the pictures, and reads what those say of themselves. */
async function handOn(
  embedded: readonly Embedded[],
  outcome: Outcome,
  context: ExtractContext,
): Promise<void> {
  for (const [index, { mediaType, bytes, line }] of embedded.entries()) {
    if (NO_TEXT.test(mediaType)) continue;
    const location = line === undefined ? {} : { line };
    const name = `embedded-${index + 1}`;
    const { size } = await readPicture(bytes, outcome, context, { ...location, object: name });
    if (size !== null) outcome.pictures.push({ location, ...size });
    else await context.child(`${name}.${EXTENSIONS[mediaType] ?? "bin"}`, bytes);
  }
}
