import type { Channel } from "../../../model/document.ts";
import { extension, partKey } from "../content-types.ts";
import { readAlternativeTexts } from "./alternative-text.ts";
import { readComments } from "./comments.ts";
import { type Deck, pageOf, readPartInto, relatedParts, treeOf } from "./deck.ts";
import { type Page, shownBehind } from "./page.ts";
import { type Frames, readPage } from "./page-text.ts";
import type { Reading } from "./reading.ts";
import type { Picture } from "./shape-paint.ts";
import { locationOf, type ReadSlide, readDrawn, readPartOf } from "./slide-parts.ts";
import { isOn } from "./tree.ts";

/** Pictures of these kinds have no holes. */
const OPAQUE_PICTURES: ReadonlySet<string> = new Set(["jpg", "jpeg", "jpe", "bmp"]);

/** Reads one slide with its charts, diagrams and comments. null when it cannot be read at all. */
export async function readSlide(
  deck: Deck,
  part: string,
  number: number | undefined,
): Promise<ReadSlide | null> {
  const root = await treeOf(deck, part);
  if (root === null) {
    deck.done.add(partKey(part));
    return null;
  }
  const page = await pageOf(deck, part, root);
  const channel = number === undefined ? "orphan" : isOn(root, "show", true) ? null : "hidden-slide";
  const slide = { part, number, channel, shows: shownBehind(page) } as const;
  const isOpaque = await opaquePictures(deck, part);
  let frames: Frames = new Map();
  await readPartInto(deck, part, root, locationOf(slide), (reading) => {
    frames = readSlideShapes(deck, reading, page, channel, isOpaque);
  });
  await readDrawn(deck, part, slide, frames);
  for (const comments of await relatedParts(deck, part, "comments"))
    await readPartOf(slide, deck, comments, readComments);
  return slide;
}

/** Notes of a slide, with the headers and footers that are printed on them. */
export async function readNotes(deck: Deck, slide: ReadSlide): Promise<void> {
  for (const part of await relatedParts(deck, slide.part, "notesSlide"))
    await readPartOf(slide, deck, part, (root, reading) =>
      readNotesPage(deck, { partName: part, root, base: null, theme: null }, reading, slide.channel),
    );
}

/** The shapes of one page of notes. */
export function readNotesPage(deck: Deck, page: Page, reading: Reading, channel: Channel | null): void {
  readAlternativeTexts(reading, page.root);
  readPage({
    ...{ reading, page, channel, size: null, content: "notes", free: "notes" },
    defaults: deck.presentation.defaultTextStyle,
    isOpaque: () => false,
  });
}

function readSlideShapes(
  deck: Deck,
  reading: Reading,
  page: Page,
  channel: Channel | null,
  isOpaque: (picture: Picture) => boolean,
): Frames {
  const { size, defaultTextStyle: defaults } = deck.presentation;
  const frames = readPage({
    ...{ reading, page, size, channel, defaults, isOpaque },
    content: "body",
    free: "textbox",
  });
  readAlternativeTexts(reading, page.root);
  return frames;
}

async function opaquePictures({ parts }: Deck, part: string): Promise<(picture: Picture) => boolean> {
  const opaque = new Set<string>();
  for (const { id, target, external } of await parts.relationships(part))
    if (!external && OPAQUE_PICTURES.has(extension(target))) opaque.add(id);
  return ({ id }) => opaque.has(id);
}
