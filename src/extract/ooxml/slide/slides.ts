import type { Channel } from "../../../model/document.ts";
import { extension, partKey } from "../content-types.ts";
import { type Deck, pageOf, readPartInto, relatedParts, treeOf } from "./deck.ts";
import { DRAWING_ROOTS, readDrawingPart } from "./drawing-part.ts";
import { readComments } from "./notes-about.ts";
import { type Page, shownBehind } from "./page.ts";
import { type Frames, readPage } from "./page-text.ts";
import { emit, type Reading } from "./reading.ts";
import type { Picture } from "./shape-paint.ts";
import { findAll, isOn, type XmlNode } from "./tree.ts";

/** Pictures of these kinds have no holes. */
const OPAQUE_PICTURES: ReadonlySet<string> = new Set(["jpg", "jpeg", "jpe", "bmp"]);
/** Relationships from a slide, a chart or a diagram to parts that hold text drawn on the slide. */
const DRAWN = ["chart", "chartEx", "chartUserShapes", "diagramData", "diagramDrawing"];
const DEEPEST = 4;

/** A slide that was read, for what hangs on it. */
export interface ReadSlide {
  readonly part: string;
  /** Place in the order of the show, from 1; undefined for a slide that is not in it. */
  readonly number: number | undefined;
  /** Where the whole slide is kept from the eye. */
  readonly channel: Channel | null;
  /** The layout and master whose shapes it shows. */
  readonly shows: readonly Page[];
}

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
  await readDrawn(deck, part, slide, frames, DEEPEST);
  for (const comments of await relatedParts(deck, part, "comments"))
    await readRelated(deck, comments, slide, readComments);
  return slide;
}

/** Notes of a slide, with the headers and footers that are printed on them. */
export async function readNotes(deck: Deck, slide: ReadSlide): Promise<void> {
  for (const part of await relatedParts(deck, slide.part, "notesSlide"))
    await readRelated(deck, part, slide, (root, reading) =>
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

function locationOf({ part, number }: Pick<ReadSlide, "part" | "number">) {
  return number === undefined ? { object: part } : { slide: number };
}

async function readRelated(
  deck: Deck,
  part: string,
  slide: ReadSlide,
  read: (root: XmlNode, reading: Reading) => void,
): Promise<void> {
  const root = deck.done.has(partKey(part)) ? null : await treeOf(deck, part);
  if (root) await readPartInto(deck, part, root, locationOf(slide), (reading) => read(root, reading));
  deck.done.add(partKey(part));
}

/** Charts and diagrams, the shapes drawn on charts; each stands where its frame stands. */
async function readDrawn(
  deck: Deck,
  source: string,
  slide: ReadSlide,
  frames: Frames,
  depth: number,
): Promise<void> {
  if (depth === 0) return;
  const relationships = await deck.parts.relationships(source);
  for (const type of DRAWN)
    for (const part of await relatedParts(deck, source, type)) {
      if (deck.done.has(partKey(part))) continue;
      const ids = relationships.filter(({ target }) => partKey(target) === partKey(part)).map(({ id }) => id);
      const channel = ids.map((id) => frames.get(id)).find((each) => each !== undefined) ?? slide.channel;
      await readRelated(deck, part, slide, (root, reading) => {
        if (DRAWING_ROOTS.has(root.name)) readDrawingPart(root, reading, channel);
      });
      await readDrawn(deck, part, { ...slide, channel }, frames, depth - 1);
    }
}

async function opaquePictures({ parts }: Deck, part: string): Promise<(picture: Picture) => boolean> {
  const opaque = new Set<string>();
  for (const { id, target, external } of await parts.relationships(part))
    if (!external && OPAQUE_PICTURES.has(extension(target))) opaque.add(id);
  return ({ id }) => opaque.has(id);
}

/** What only a screen reader says of a shape, and what shows when the pointer rests on a link. */
export function readAlternativeTexts(reading: Reading, root: XmlNode): void {
  const properties = findAll(root, "p:cNvPr").flatMap(({ attributes }) => [
    attributes.get("descr") ?? "",
    attributes.get("title") ?? "",
  ]);
  const links = findAll(root, "a:hlinkClick").map(({ attributes }) => attributes.get("tooltip") ?? "");
  for (const text of new Set([...properties, ...links]))
    if (!isAutomatic(text)) emit(reading, { text, part: "image", channel: "alternative-text", location: {} });
}

/** `图片 1`: a program's name, put here by a converter. */
function isAutomatic(text: string): boolean {
  return /^\p{L}{1,12} ?\d{1,6}$/u.test(text.trim());
}
