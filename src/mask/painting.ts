import type { Hit, PagePicture, PaintedText, Painting, PixelRect, PreviewHits } from "../model/index.ts";
import { encodePng } from "./png.ts";
import { concealedRanges, findWords } from "./preview.ts";
import { asMasked } from "./text.ts";

/** Red, green and blue. Slate is not to be taken for black print. */
const COVER = [90, 106, 122] as const;
const OUTLINE = [200, 30, 30] as const;
/** Pixels. */
const FRAME = { gap: 3, width: 2 } as const;
/** More frames than these show nothing any more. */
const OUTLINES = 200;
/** Shades of a colour left over: a faint trace of what nobody sees is gone, and the file is smaller. */
const STEP = 17;

/**
 * A painted page with everything covered that must not be seen: what findings do not spell out, long numbers, hidden text, and glyphs
 * that nobody can read off the file. What was found is outlined.
 * @returns null where something that has to be covered was not found again on its page
 */
export function maskPainting(painting: Painting, hits: PreviewHits): PagePicture | null {
  const { page, width, height, visible, hidden, unknown } = painting;
  const isOnPage = (hit: Hit) => hit.location.page === page && hit.part === "body";
  const words = [...new Set(hits.concealed.map((hit) => hit.text))];
  const found = new Set(visible.flatMap(({ text }) => findWords(text, words).map(({ word }) => words[word])));
  if (!hits.concealed.every((hit) => hit.channel !== null || !isOnPage(hit) || found.has(hit.text)))
    return null;
  const canvas = createCanvas(painting);
  const concealed = visible.flatMap((text) =>
    concealedRanges(text.text, words).flatMap(({ start, end }) => text.places.slice(start, end)),
  );
  const covered = new Set([...concealed, ...hidden.places, ...unknown].filter((place) => place >= 0));
  canvas.cover([...covered].map((place) => painting.rects[place]!));
  for (const hit of hits.marked.filter(isOnPage).slice(0, OUTLINES))
    for (const places of placesOf([...visible, hidden], hit))
      canvas.outline(places.map((place) => painting.rects[place]!));
  return { page, width, height, png: asMasked(encodePng(width, height, canvas.rgb).toString("base64")) };
}

/** The characters of a hit, line by line: on the line it names, else wherever its words stand first. */
function placesOf(texts: readonly PaintedText[], { text: words, location }: Hit): number[][] {
  const found = texts.flatMap((text) =>
    findWords(text.text, [words]).map(({ range }) => ({ text, range, line: lineAt(text, range.start) })),
  );
  const onLine = found.filter(({ line }) => line !== null && line === location.line);
  return (onLine.length > 0 ? onLine : found.slice(0, 1)).flatMap(({ text, range }) => {
    let at = range.start;
    return text.text
      .slice(range.start, range.end)
      .split("\n")
      .map((piece) => {
        const places = text.places.slice(at, at + piece.length).filter((place) => place >= 0);
        at += piece.length + 1;
        return places;
      })
      .filter((places) => places.length > 0);
  });
}

function lineAt({ text, lines }: PaintedText, offset: number): number | null {
  return lines?.[text.slice(0, offset).split("\n").length - 1] ?? null;
}

interface Canvas {
  readonly rgb: Uint8Array;
  /** Paints boxes over these places, and over every character whose middle lies in one: shadows of bold text stand a hair apart. */
  cover(rects: readonly PixelRect[]): void;
  /** Draws one frame around all of them. */
  outline(rects: readonly PixelRect[]): void;
}

function createCanvas({ width, height, pixels, rects: all }: Painting): Canvas {
  const rgb = new Uint8Array(width * height * 3);
  const covered = new Uint8Array(width * height);
  for (let at = 0; at < width * height; at++)
    for (let sample = 0; sample < 3; sample++)
      rgb[at * 3 + sample] = Math.round(pixels[at * 4 + 2 - sample]! / STEP) * STEP;
  const fill = ({ left, top, right, bottom }: PixelRect, colour: readonly number[]) => {
    for (let y = Math.max(0, top); y < Math.min(height, bottom); y++)
      for (let x = Math.max(0, left); x < Math.min(width, right); x++) {
        rgb.set(colour, (y * width + x) * 3);
        if (colour === COVER) covered[y * width + x] = 1;
      }
  };
  const isCovered = ({ left, top, right, bottom }: PixelRect) =>
    covered[((top + bottom) >> 1) * width + ((left + right) >> 1)] === 1;
  return {
    rgb,
    cover(rects) {
      for (const rect of rects) fill(rect, COVER);
      for (const rect of all.filter(isCovered)) fill(rect, COVER);
    },
    outline(rects) {
      const left = Math.min(...rects.map((rect) => rect.left)) - FRAME.gap;
      const top = Math.min(...rects.map((rect) => rect.top)) - FRAME.gap;
      const right = Math.max(...rects.map((rect) => rect.right)) + FRAME.gap;
      const bottom = Math.max(...rects.map((rect) => rect.bottom)) + FRAME.gap;
      const sides: PixelRect[] = [
        { left, top, right, bottom: top + FRAME.width },
        { left, top: bottom - FRAME.width, right, bottom },
        { left, top, right: left + FRAME.width, bottom },
        { left: right - FRAME.width, top, right, bottom },
      ];
      for (const side of sides) fill(side, OUTLINE);
    },
  };
}
