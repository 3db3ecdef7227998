import type { Channel, Part } from "../../../model/document.ts";
import { coveredShapes } from "./cover.ts";
import { isOutside, type Size } from "./geometry.ts";
import { groundOf } from "./ground.ts";
import type { Page } from "./page.ts";
import { textOf } from "./paragraph.ts";
import { isContent, partOfPlaceholder } from "./placeholder-part.ts";
import { isPrompt } from "./prompts.ts";
import { emit, type Reading, takeAll } from "./reading.ts";
import { tinySize } from "./run-channel.ts";
import type { Picture } from "./shape-paint.ts";
import { readShapeText, readTable, type ShapeReading } from "./shape-text.ts";
import { type Shape, shapesOf } from "./shapes.ts";
import { child, find, findAll, type XmlNode } from "./tree.ts";

/** How the shapes of a page are read. */
export interface PageReading {
  readonly reading: Reading;
  readonly page: Page;
  readonly size: Size | null;
  /** The part of what the page is about: `body` of a slide, `notes` of a page of notes; null where placeholders are passed over. */
  readonly content: Part | null;
  /** The part of shapes that are no placeholders. */
  readonly free: Part;
  /** Where the whole page is hidden. */
  readonly channel: Channel | null;
  readonly defaults: XmlNode | undefined;
  /** Whether a picture, given by its relationship, lets nothing through. */
  readonly isOpaque: (picture: Picture) => boolean;
}

/** Relationship ids in the frames of a page → the channel of what they show; charts and diagrams are parts of their own. */
export type Frames = ReadonlyMap<string, Channel | null>;

const TITLES: ReadonlySet<string> = new Set(["title", "ctrTitle"]);

/** Reads every shape of a page in the order they are painted, which is also the order a screen reader takes. */
export function readPage(how: PageReading): Frames {
  const { page, reading, content } = how;
  const all = shapesOf(page);
  const shapes = content === null ? all.filter(isDrawn) : all;
  const covered = how.size ? coveredShapes(shapes, page, how.isOpaque) : new Set<Shape>();
  const ground = groundOf(page, shapes);
  const tiny = tinySize(how.size);
  const free = freePart(how, shapes);
  const frames = new Map<string, Channel | null>();
  const numbers: Numbers = { textbox: 0, table: 0, paragraph: 0 };
  for (const shape of shapes) {
    const { placeholder } = shape;
    const part = placeholder && content ? partOfPlaceholder(placeholder.type, content) : free;
    if (shape.fallback) readFallback(reading, shape, free);
    else if (!isPageNumber(shape))
      readShape(
        {
          ...{ reading, page, shape, part, ground, tiny, defaults: how.defaults },
          channel: how.channel ?? channelOf(shape, how.size, covered),
          heading: TITLES.has(placeholder?.type ?? "") && part === "body",
          nextParagraph: () => ++numbers.paragraph,
        },
        numbers,
        frames,
      );
  }
  return frames;
}

interface Numbers {
  textbox: number;
  table: number;
  paragraph: number;
}

function readShape(about: ShapeReading, numbers: Numbers, frames: Map<string, Channel | null>): void {
  const { node } = about.shape;
  const data = find(node, "a:graphic", "a:graphicData");
  const table = child(data, "a:tbl");
  if (table) readTable({ ...about, part: "table", object: `table ${++numbers.table}` }, table);
  else if (data) readFrame(about, data, frames);
  else {
    const boxed = about.part === "textbox" && hasText(node);
    readShapeText(boxed ? { ...about, object: `textbox ${++numbers.textbox}` } : about);
  }
}

/** Where nobody filled the placeholders, the boxes hold what the slide is about. */
function freePart({ content, free }: PageReading, shapes: readonly Shape[]): Part {
  if (content !== "body") return free;
  const filled = shapes.some(
    ({ placeholder, node }) => placeholder !== null && isContent(placeholder.type) && hasText(node),
  );
  return filled ? free : "body";
}

function channelOf(shape: Shape, size: Size | null, covered: ReadonlySet<unknown>): Channel | null {
  if (shape.hidden) return "vanish";
  if (size && shape.corners && isOutside(shape.corners, size)) return "off-page";
  return covered.has(shape) ? "covered" : null;
}

/** On a template: neither a placeholder nor a box that only names what will stand there. */
function isDrawn({ placeholder, node }: Shape): boolean {
  const texts = findAll(child(node, "p:txBody"), "a:p").map(textOf);
  return (
    placeholder === null && (texts.length === 0 || !texts.every((text) => text === "" || isPrompt(text)))
  );
}

/** What the older form says and the newer one does not. */
function readFallback(reading: Reading, { node }: Shape, part: Part): void {
  for (const paragraph of findAll(node, "a:p")) {
    const text = textOf(paragraph);
    if (!reading.taken.has(text.trim()) && !isPrompt(text))
      emit(reading, { text, part, channel: "fallback", location: {} });
    takeAll(reading, paragraph);
  }
}

/** A chart or diagram is a part of its own; other vocabularies hold their text right here. */
function readFrame(
  { reading, channel }: ShapeReading,
  data: XmlNode,
  frames: Map<string, Channel | null>,
): void {
  for (const { attributes } of data.children)
    for (const [name, id] of attributes) if (name.startsWith("r:")) frames.set(id, channel);
  for (const paragraph of findAll(data, "a:p")) {
    emit(reading, { text: textOf(paragraph), part: "other", channel, location: {} });
    takeAll(reading, paragraph);
  }
}

/** Nothing but fields that count the slides, or the mark in their place. */
function isPageNumber({ node }: Shape): boolean {
  const texts = findAll(child(node, "p:txBody"), "a:t");
  const fields = findAll(child(node, "p:txBody"), "a:fld").filter(
    ({ attributes }) => attributes.get("type") === "slidenum",
  );
  const counted = new Set(fields.map((field) => child(field, "a:t")));
  return counted.size > 0 && texts.every((text) => counted.has(text) || text.text.trim() === "");
}

function hasText(node: XmlNode): boolean {
  return findAll(node, "a:t").some(({ text }) => text.trim() !== "");
}
