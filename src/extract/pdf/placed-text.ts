import type { Channel } from "../../model/document.ts";
import { type Box, boxOf } from "../page-text/geometry.ts";
import { buildLines, type Line } from "../page-text/lines.ts";
import { judgeReplacements, takeReplacements } from "./actual-text.ts";
import { type Character, readCharacters } from "./characters.ts";
import type { Engine } from "./engine.ts";
import { type PageObject, walkObjects } from "./page-objects.ts";
import type { Pointer } from "./pdfium.ts";
import { placeImages } from "./pictures.ts";
import { judgeVisibility, type Visibility } from "./redaction/index.ts";
import { layerMarks } from "./redaction/layers.ts";
import type { Proof } from "./redaction/proof.ts";
import { textStyles } from "./text-style.ts";
import type { PlacedImage } from "./visibility.ts";

/** What the pages of a document share when text on them may be hidden. */
export interface Inspection {
  readonly proof: Proof;
  /** The document may have layers that are switched off. */
  readonly mayHaveLayers: () => boolean;
}

/** The characters of a page, each with its place and with the channel that hides it. */
export interface PlacedText extends Visibility {
  readonly objects: readonly PageObject[];
  /** All objects were walked. */
  readonly complete: boolean;
  /** The visible part of the page. */
  readonly view: Box;
  readonly images: readonly PlacedImage[];
  readonly characters: readonly Character[];
  /** Those that say something; `channels` is in step with them. */
  readonly readable: readonly Character[];
  readonly channels: readonly (Channel | null)[];
  readonly lines: readonly Line[];
  /** ActualText that differs from what is painted, and such that stands in for glyphs nobody can read. */
  readonly differing: readonly string[];
  readonly standIns: readonly string[];
}

/**
 * @param number of the page, from 1
 * @returns null when PDFium cannot load the page's text
 */
export function placeText(
  engine: Engine,
  page: Pointer,
  number: number,
  { proof, mayHaveLayers }: Inspection,
): PlacedText | null {
  const { objects, complete } = walkObjects(engine, page);
  const isLayered = layerMarks(engine, mayHaveLayers);
  const taken = takeReplacements(engine, objects);
  const characters = readText(engine, page, objects);
  if (characters === null) return null;
  const replacements = judgeReplacements(taken, characters);
  const readable = characters.filter(({ text }) => text !== "");
  const view = viewOf(engine, page);
  const images = placeImages(engine, objects);
  const styleOf = textStyles(engine);
  const visibility = judgeVisibility(
    { engine, page, number, view, objects, images, styleOf, isLayered, proof },
    readable,
  );
  const lines = buildLines(readable, visibility.channels);
  return { objects, complete, view, images, characters, readable, lines, ...replacements, ...visibility };
}

/** The characters of a page; the text page lives only for the reading. */
export function readText(engine: Engine, page: Pointer, objects: readonly PageObject[]): Character[] | null {
  const textPage = engine.pdfium.FPDFText_LoadPage(page);
  if (textPage === 0) return null;
  try {
    return readCharacters(engine, textPage, new Map(objects.map((object) => [object.pointer, object])));
  } finally {
    engine.pdfium.FPDFText_ClosePage(textPage);
  }
}

/** The visible part of a page. */
function viewOf({ pdfium, memory }: Engine, page: Pointer): Box {
  pdfium.FPDF_GetPageBoundingBox(page, memory.scratch);
  const [left, top, right, bottom] = memory.floats(memory.scratch, 4);
  return boxOf(left!, top!, right!, bottom!);
}
