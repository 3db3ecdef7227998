import type { Limits } from "../../model/limits.ts";
import type { PaintedText, Painting, PixelRect } from "../../model/preview.ts";
import type { PlacedCharacter } from "../page-text/character.ts";
import { type Box, unite } from "../page-text/geometry.ts";
import type { Glyph, Line } from "../page-text/lines.ts";
import { inPaintOrder } from "../page-text/paint-order.ts";
import type { Character } from "./characters.ts";
import { NotOpenable, withDocument, withPage } from "./document.ts";
import { discardEngine, type Engine, isTrap, loadEngine } from "./engine.ts";
import { type PlacedText, placeText } from "./placed-text.ts";
import { keepTextAndRules } from "./plain-drawing.ts";
import { createFrame, type Frame } from "./redaction/frame.ts";
import { mayHaveLayers } from "./redaction/layers.ts";
import { createProof, type Proof } from "./redaction/proof.ts";
import { bodyOf } from "./redaction/suspects.ts";

/** Pixels. */
const WIDTH = 900;
/** Larger pages take seconds. */
const OBJECTS = 50_000;
/** Glyphs reach out of their boxes by this part of an em, and by a pixel of smoothing. */
const OVERHANG = 0.12;
/** Ems below and above the base line in which glyphs paint. */
const INK = { below: 0.3, above: 1.05 } as const;
const MOST_EMS = 3;

/**
 * Pages as pictures for a person to look at, with the place of every character. Only text and straight rules are painted: pictures,
 * curves, annotations and form fields are not, since nobody read what they show. Fonts that are not embedded paint as boxes.
 * @param pages numbers from 1
 * @param limits painting may take as long as it may while the file is read
 * @returns those that could be painted
 */
export async function paintPages(
  bytes: Uint8Array,
  pages: readonly number[],
  { fileMs }: Pick<Limits, "fileMs">,
): Promise<Painting[]> {
  const engine = await loadEngine();
  let layers: boolean | null = null;
  try {
    return withDocument(engine, bytes, (document, file) => {
      const proof = createProof(engine, file, bytes.length, fileMs / 3);
      const inspection = { proof, mayHaveLayers: () => (layers ??= mayHaveLayers(bytes)) };
      try {
        return pages.flatMap((number) => {
          const placed = withPage(engine, document, number - 1, (page) =>
            placeText(engine, page, number, inspection),
          );
          return (placed && paint(engine, proof, number, placed)) ?? [];
        });
      } finally {
        proof.close();
      }
    });
  } catch (error) {
    if (error instanceof NotOpenable) return [];
    if (!isTrap(error)) throw error;
    discardEngine();
    return [];
  }
}

function paint(engine: Engine, proof: Proof, number: number, placed: PlacedText): Painting | null {
  const { objects, complete, view, characters, lines, standIns } = placed;
  // A page that says something else than it shows has text without a place.
  if (!complete || objects.length > OBJECTS || standIns.length > 0) return null;
  return proof.withPage(number, (page) => {
    if (!keepTextAndRules(engine, page)) return null;
    const turned = engine.pdfium.FPDFPage_GetRotation(page) % 2 === 1;
    const across = turned ? view.top - view.bottom : view.right - view.left;
    const frame = createFrame(engine, page, view, view, WIDTH / across);
    const rects = characters.map((character) => rectOf(frame, character, across / frame.width));
    const placeOf = new Map<PlacedCharacter, number>(
      characters.map((character, index) => [character, index]),
    );
    const numbered = lines.map((line, index) => ({ line, number: index + 1 }));
    const seen = numbered.filter(({ line }) => line.channel === null);
    const unseen = numbered.filter(({ line }) => line.channel !== null);
    return {
      page: number,
      width: frame.width,
      height: frame.height,
      pixels: frame.paint(false),
      rects,
      visible: [lineByLine(seen, placeOf), asPainted(lines, placeOf)],
      hidden: lineByLine(unseen, placeOf),
      unknown: [...characters.keys()].filter(
        (index) => characters[index]!.unmapped || characters[index]!.text === "",
      ),
    };
  });
}

/** @param pixel size of one in points */
function rectOf(frame: Frame, character: Character, pixel: number): PixelRect {
  const { left, bottom, right, top } = inkOf(character);
  const [along, across] = [OVERHANG * character.em + 1.5 * pixel, 1.5 * pixel];
  const grown: Box = { left: left - along, bottom: bottom - across, right: right + along, top: top + across };
  return frame.pixelsOf(grown);
}

/** Fonts for many scripts have boxes that reach into the next line; upright text stays within an em and a little. */
function inkOf(character: Character): Box {
  const box = unite(character.box, bodyOf(character));
  const { y, em, angle, vertical } = character;
  const height = box.top - box.bottom;
  // A font with a scale of its own does not say how large its glyphs are.
  if (angle !== 0 || vertical || height < em || height > MOST_EMS * em) return box;
  return {
    ...box,
    bottom: Math.max(box.bottom, y - INK.below * em),
    top: Math.min(box.top, y + INK.above * em),
  };
}

type PlaceOf = ReadonlyMap<PlacedCharacter, number>;

function lineByLine(
  lines: readonly { readonly line: Line; readonly number: number }[],
  placeOf: PlaceOf,
): PaintedText {
  const places = lines.flatMap(({ line }, index) => [
    ...(index === 0 ? [] : [-1]),
    ...alongText(line.text, line.glyphs, placeOf),
  ]);
  const text = lines.map(({ line }) => line.text).join("\n");
  return { text, places, lines: lines.map(({ number }) => number) };
}

function asPainted(lines: readonly Line[], placeOf: PlaceOf): PaintedText {
  const glyphs = inPaintOrder(lines);
  const text = glyphs.map(({ character }) => character.text).join("");
  return { text, places: alongText(text, glyphs, placeOf), lines: null };
}

/** The place of each unit of a text that was made of these glyphs, gaps between them put in and blanks left out. */
function alongText(text: string, glyphs: readonly Glyph[], placeOf: PlaceOf): number[] {
  const units = glyphs.flatMap(({ character }) => {
    const place = placeOf.get(character) ?? -1;
    return new Array<number>(character.text.replace(/\s/gu, "").length).fill(place);
  });
  let next = 0;
  return Array.from({ length: text.length }, (_, at) => (/\s/u.test(text[at]!) ? -1 : (units[next++] ?? -1)));
}
