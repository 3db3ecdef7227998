import { area, type Box, centre } from "../../page-text/geometry.ts";
import type { Character } from "../characters.ts";
import type { PageObject } from "../page-objects.ts";
import { MODE, type TextStyle } from "../text-style.ts";
import { type Cover, isNear, isWhite, PAPER, type Paint } from "./paint.ts";
import { createPaintMap, type PaintMap } from "./paint-map.ts";

/** A character that may be hidden; only pixels tell. */
export interface Suspect {
  /** Place in the list of characters. */
  readonly index: number;
  /** What is painted over most of it later. */
  readonly cover: Cover | null;
  /** In the colour of what lies behind it. */
  readonly blends: boolean;
  /** On an optional-content layer, which may be off. */
  readonly layered: boolean;
  /** Not painted but used as a stencil for what follows, or the reading of a scan that shows the same. */
  readonly shownThrough: "stencil" | "scan" | null;
}

/** A page as far as it decides which characters are suspicious. */
export interface Ground {
  readonly view: Box;
  /** In the order of painting. */
  readonly paints: readonly Paint[];
  readonly styleOf: (object: PageObject) => TextStyle;
  readonly isLayered: (object: PageObject) => boolean;
  /** Of each character, whether it is the reading of a scan; null for those already known to be hidden. */
  readonly onScan: readonly (boolean | null)[];
}

/** Characters people black text out with. */
const BLOCKS = /^[\u2580-\u259f\u25a0\u25ac\u25ae\u2b1b]$/u;
/** Nine points of a character's body, as shares of its width and height. */
const POINTS = [0.15, 0.5, 0.85].flatMap((across) => [0.3, 0.5, 0.7].map((up) => [across, up] as const));
/** So many of them may lie bare of a character that is covered. */
const BARE = 2;
/** Larger pictures and gradients are the background of the page, on which text is expected. */
const BACKGROUND = 0.3;

/** Sorts out by geometry alone which characters may be hidden. */
export function findSuspects(ground: Ground, characters: readonly Character[]): Suspect[] {
  const paints = [...ground.paints, ...blockPaints(characters)].toSorted((a, b) => a.order - b.order);
  const behind = judgeBackgrounds(ground, paints, characters);
  const first = characters.reduce((least, { object }) => Math.min(least, object.order), Infinity);
  const covers = paints.filter(({ cover, order }) => cover !== null && order > first);
  const map = layDown(ground.view, covers);
  return characters.flatMap((character, index): Suspect[] => {
    const onScan = ground.onScan[index]!;
    if (onScan === null || isBlock(character) || character.text.trim() === "") return [];
    const cover = onScan ? coverOfScan(map, covers, character) : coverOf(map, covers, character);
    const shownThrough = onScan
      ? "scan"
      : ground.styleOf(character.object).mode === MODE.clip
        ? "stencil"
        : null;
    const blends = shownThrough === null && behind[index]!;
    const layered = ground.isLayered(character.object);
    const isSuspect = cover !== null || blends || layered || shownThrough !== null;
    return isSuspect ? [{ index, cover, blends, layered, shownThrough }] : [];
  });
}

export function isBlock({ text }: Character): boolean {
  return BLOCKS.test(text);
}

function blockPaints(characters: readonly Character[]): Paint[] {
  return characters
    .filter(isBlock)
    .map(({ object, box }) => ({ order: object.order, box, colour: null, cover: "shape" }));
}

function layDown(view: Box, paints: readonly Paint[]): PaintMap | null {
  if (paints.length === 0) return null;
  const map = createPaintMap(view);
  for (const [number, { box }] of paints.entries()) map.put(box, number);
  return map;
}

/** The scan itself is no cover of its reading. */
function coverOfScan(map: PaintMap | null, covers: readonly Paint[], character: Character): Cover | null {
  const cover = coverOf(map, covers, character);
  return cover === "image" ? null : cover;
}

function coverOf(map: PaintMap | null, covers: readonly Paint[], character: Character): Cover | null {
  if (map === null) return null;
  if (!map.isComplete()) return "shape";
  const { left, bottom, right, top } = bodyOf(character);
  let bare = 0;
  let cover: Cover | null = null;
  for (const [across, up] of POINTS) {
    const found = map.at(left + across * (right - left), bottom + up * (top - bottom));
    const above = found === null ? null : coverAbove(covers[found]!, character);
    if (above === null && ++bare > BARE) return null;
    cover = joinCovers(cover, above);
  }
  return cover;
}

function coverAbove({ order, cover }: Paint, character: Character): Cover | null {
  return order > character.object.order ? cover : null;
}

/** Of two different ones that of which nothing is known. */
function joinCovers(a: Cover | null, b: Cover | null): Cover | null {
  if (a === null || b === null) return a ?? b;
  return a === b ? a : "shape";
}

/** Without a font file PDFium makes the box of a glyph in a column two em wide; its left half is the right one. */
export function bodyOf({ box, vertical, em, x }: Character): Box {
  return vertical && box.right - box.left > 1.6 * em ? { ...box, left: x, right: x + em } : box;
}

/** Of each character, whether it has the colour of what was painted below it. */
function judgeBackgrounds(
  { view, styleOf, onScan }: Ground,
  paints: readonly Paint[],
  characters: readonly Character[],
): boolean[] {
  const map = paints.length > 0 ? createPaintMap(view) : null;
  let next = 0;
  const blends = new Array<boolean>(characters.length).fill(false);
  const inOrder = [...characters.keys()].toSorted(
    (a, b) => characters[a]!.object.order - characters[b]!.object.order,
  );
  for (const index of inOrder) {
    const character = characters[index]!;
    for (; next < paints.length && paints[next]!.order < character.object.order; next++)
      map?.put(paints[next]!.box, next);
    if (onScan[index] !== false) continue;
    const [x, y] = centre(bodyOf(character));
    const found = map?.at(x, y) ?? null;
    const below = found === null ? null : paints[found]!;
    blends[index] = mayBlend(styleOf(character.object), below, view);
  }
  return blends;
}

function mayBlend({ mode, fill }: TextStyle, below: Paint | null, view: Box): boolean {
  if ((mode !== MODE.fill && mode !== MODE.fillAndStroke) || fill === null) return false;
  const colour = [fill[0]!, fill[1]!, fill[2]!] as const;
  if (below === null) return isNear(colour, PAPER);
  if (below.colour !== null) return isNear(colour, below.colour);
  return isWhite(colour) || area(below.box) < BACKGROUND * area(view);
}
