import type { Layout, Picture } from "../../model/document.ts";
import { layoutOf } from "../page-text/layout.ts";
import { buildLines, type Line } from "../page-text/lines.ts";
import { paintOrder } from "../page-text/paint-order.ts";
import type { Character } from "./characters.ts";
import type { Engine } from "./engine.ts";
import { walkObjects } from "./page-objects.ts";
import type { Pointer } from "./pdfium.ts";
import { unreadPictures } from "./pictures.ts";
import { type Inspection, placeText, readText } from "./placed-text.ts";
import { lacksText } from "./readable.ts";

/** A line without its glyphs, which would be too heavy to keep for a whole document. */
export type PageLine = Pick<Line, "text" | "channel"> & { readonly layout?: Layout };

/** What was read off one page. */
export interface PageReading {
  readonly lines: readonly PageLine[];
  /** The visible text in the order of painting, null when the lines already have that order. */
  readonly paint: string | null;
  /** ActualText that differs from what is painted. */
  readonly replacements: readonly string[];
  readonly pictures: readonly Picture[];
  /** The text is a recogniser's reading of a scan. */
  readonly ocrLayer: boolean;
  /** There is something on the page that is not text we can read. */
  readonly lacksText: boolean;
  /** Nothing is painted, or the content could not be decoded: PDFium does not say which. */
  readonly blank: boolean;
  /** All that is painted was looked at. */
  readonly complete: boolean;
  /** Whether all of the text can be seen could not be found out. */
  readonly unconfirmed: boolean;
  /** Places marked for redaction, not redacted, and without text. */
  readonly emptyRedactions: number;
  /** Characters, and those of them whose font does not say what they are. */
  readonly characters: number;
  readonly unmapped: number;
}

/**
 * @param number of the page, from 1
 * @returns null when PDFium cannot load the page's text
 */
export function readPage(
  engine: Engine,
  page: Pointer,
  number: number,
  { proof, mayHaveLayers }: Inspection,
): PageReading | null {
  const placed = placeText(engine, page, number, { proof, mayHaveLayers });
  if (placed === null) return null;
  const { objects, complete, view, images, characters, readable, channels, recognised, standIns } = placed;
  const lines: PageLine[] = [
    ...placed.lines.map((line) => ({ text: line.text, channel: line.channel, layout: layoutOf(line, view) })),
    ...standIns.map((text) => ({ text, channel: null })),
  ];
  const visible = lines.filter(({ channel }) => channel === null).map(({ text }) => text);
  const isUnmapped = (character: Character) => character.unmapped || character.text === "";
  const unmapped = characters.filter(isUnmapped);
  const lacking = lacksText(engine, {
    view,
    objects,
    images,
    text: visible.join(""),
    readable: readable.filter((character, index) => channels[index] === null && !isUnmapped(character)),
    unmapped,
    recognised,
  });
  // A few stray characters do not stand for a whole scan.
  const ocrLayer = recognised && !lacking;
  return {
    lines,
    paint: paintOrder(placed.lines),
    replacements: placed.differing,
    pictures: unreadPictures(engine, images, view, ocrLayer, number),
    ocrLayer,
    lacksText: lacking,
    blank: objects.length === 0,
    complete,
    unconfirmed: placed.unconfirmed,
    emptyRedactions: placed.emptyRedactions,
    characters: characters.length,
    unmapped: unmapped.length,
  };
}

/** Just the lines of a page, for comparing with another state of it. */
export function readPlainLines(engine: Engine, page: Pointer): string[] {
  const { objects } = walkObjects(engine, page);
  const characters = readText(engine, page, objects) ?? [];
  const readable = characters.filter(({ text }) => text !== "");
  return buildLines(readable, []).map(({ text }) => text);
}
