import type { Layout, Picture } from "../../model/document.ts";
import { type Box, boxOf } from "../page-text/geometry.ts";
import { layoutOf } from "../page-text/layout.ts";
import { buildLines, type Line } from "../page-text/lines.ts";
import { paintOrder } from "../page-text/paint-order.ts";
import { judgeReplacements, takeReplacements } from "./actual-text.ts";
import { type Character, readCharacters } from "./characters.ts";
import type { Engine } from "./engine.ts";
import { type PageObject, walkObjects } from "./page-objects.ts";
import type { Pointer } from "./pdfium.ts";
import { placeImages, unreadPictures } from "./pictures.ts";
import { lacksText } from "./readable.ts";
import { judgeVisibility } from "./redaction/index.ts";
import { layerMarks } from "./redaction/layers.ts";
import type { Proof } from "./redaction/proof.ts";
import { textStyles } from "./text-style.ts";

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

/** What the pages of a document share when text on them may be hidden. */
export interface Inspection {
  readonly proof: Proof;
  /** The document may have layers that are switched off. */
  readonly mayHaveLayers: () => boolean;
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
  const { objects, complete } = walkObjects(engine, page);
  const layers = layerMarks(engine, mayHaveLayers);
  const taken = takeReplacements(engine, objects);
  const characters = readText(engine, page, objects);
  if (characters === null) return null;
  const { differing, standIns } = judgeReplacements(taken, characters);
  const readable = characters.filter(({ text }) => text !== "");
  const view = viewOf(engine, page);
  const images = placeImages(engine, objects);
  const { channels, recognised, unconfirmed, emptyRedactions } = judgeVisibility(
    {
      engine,
      page,
      number,
      view,
      objects,
      images,
      styleOf: textStyles(engine),
      isLayered: layers,
      proof,
    },
    readable,
  );
  const placed = buildLines(readable, channels);
  const lines: PageLine[] = [
    ...placed.map((line) => ({ text: line.text, channel: line.channel, layout: layoutOf(line, view) })),
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
    paint: paintOrder(placed),
    replacements: differing,
    pictures: unreadPictures(engine, images, view, ocrLayer, number),
    ocrLayer,
    lacksText: lacking,
    blank: objects.length === 0,
    complete,
    unconfirmed,
    emptyRedactions,
    characters: characters.length,
    unmapped: unmapped.length,
  };
}

/** The characters of a page; the text page lives only for the reading. */
function readText(engine: Engine, page: Pointer, objects: readonly PageObject[]): Character[] | null {
  const textPage = engine.pdfium.FPDFText_LoadPage(page);
  if (textPage === 0) return null;
  try {
    return readCharacters(engine, textPage, new Map(objects.map((object) => [object.pointer, object])));
  } finally {
    engine.pdfium.FPDFText_ClosePage(textPage);
  }
}

/** Just the lines of a page, for comparing with another state of it. */
export function readPlainLines(engine: Engine, page: Pointer): string[] {
  const { objects } = walkObjects(engine, page);
  const characters = readText(engine, page, objects) ?? [];
  const readable = characters.filter(({ text }) => text !== "");
  return buildLines(readable, []).map(({ text }) => text);
}

/** The visible part of a page. */
function viewOf({ pdfium, memory }: Engine, page: Pointer): Box {
  pdfium.FPDF_GetPageBoundingBox(page, memory.scratch);
  const [left, top, right, bottom] = memory.floats(memory.scratch, 4);
  return boxOf(left!, top!, right!, bottom!);
}
