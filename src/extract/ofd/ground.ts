import { type Box, centre, contains, unite } from "../page-text/geometry.ts";
import type { Origin, Scene, SceneGlyph, SceneImage, TextUnit } from "./scene.ts";
import { boxShape, edgesOf, isInside, type Shape } from "./shape.ts";
import type { Colour } from "./style.ts";

/** What is painted below and above the text of a page. */
export interface Ground {
  /** Whether things painted after `order` hide most of a glyph. */
  isCovered(glyph: SceneGlyph, order: number): boolean;
  /** Colour of the topmost thing below the middle of a glyph, null when unknown, `paper` when there is none. */
  colourBelow(glyph: SceneGlyph, paper: Colour): Colour;
  /** Whether every comparison asked for was made. */
  complete(): boolean;
}

interface Thing {
  readonly order: number;
  readonly shape: Shape;
  readonly box: Box;
  readonly colour: Colour;
  readonly hides: boolean;
  readonly cost: number;
}

/** Points of a glyph's box that are looked at: 5 across, 3 down, in the inner part that ink fills. */
const ACROSS = [0.15, 0.325, 0.5, 0.675, 0.85];
const UPWARDS = [0.2, 0.5, 0.8];
/** Share of these points that must be hidden. */
const HIDDEN = 0.8;
/** Boxes and edges looked at for one page before comparing stops. */
const WORK = 200_000_000;

/** @param hides whether an image covers what is below it */
export function createGround(scene: Scene, hides: (image: SceneImage) => boolean): Ground {
  const things = thingsOf(scene, hides);
  const bounds = boundsOfUnits(scene.glyphs);
  const near = new Map<TextUnit, Thing[]>();
  let work = 0;
  const thingsNear = ({ object }: SceneGlyph): readonly Thing[] => {
    const known = near.get(object);
    if (known || work > WORK) return known ?? [];
    work += things.length;
    const found = things.filter(({ box }) => touches(box, bounds.get(object)!));
    near.set(object, found);
    return found;
  };
  const isAt = (thing: Thing, x: number, y: number) => {
    if (!contains(thing.box, x, y)) return false;
    work += thing.cost;
    return work <= WORK && isInside(thing.shape, x, y);
  };
  return {
    isCovered: (glyph, order) => {
      const above = thingsNear(glyph).filter(
        (thing) => thing.hides && thing.order > order && touches(thing.box, glyph.box),
      );
      if (above.length === 0) return false;
      const points = pointsOf(glyph.box);
      const hidden = points.filter(([x, y]) => above.some((thing) => isAt(thing, x, y)));
      return hidden.length >= HIDDEN * points.length;
    },
    colourBelow: (glyph, paper) => {
      const [x, y] = centre(glyph.box);
      const { order } = glyph.object;
      const below = thingsNear(glyph).findLast((thing) => thing.order < order && isAt(thing, x, y));
      return below ? below.colour : paper;
    },
    complete: () => work <= WORK,
  };
}

function thingsOf(scene: Scene, hides: (image: SceneImage) => boolean): Thing[] {
  const things: Thing[] = scene.paints.map(({ order, shape, box, colour, origin }) => {
    const covers = colour !== null && isFirm(origin);
    return { order, shape, box, colour, hides: covers, cost: edgesOf(shape) };
  });
  for (const image of scene.images) {
    const { order, box, origin, solid } = image;
    const covers = solid && isFirm(origin) && hides(image);
    things.push({ order, shape: boxShape(box), box, colour: null, hides: covers, cost: 4 });
  }
  return things.toSorted((a, b) => a.order - b.order);
}

/** Seals and watermarks are set over text on purpose, and leave it readable. */
function isFirm({ kind }: Origin): boolean {
  return kind === "page" || kind === "annotation";
}

/** The box around all glyphs of each text object. */
function boundsOfUnits(glyphs: readonly SceneGlyph[]): Map<TextUnit, Box> {
  const bounds = new Map<TextUnit, Box>();
  for (const { object, box } of glyphs) {
    const before = bounds.get(object);
    bounds.set(object, before ? unite(before, box) : box);
  }
  return bounds;
}

function touches(a: Box, b: Box): boolean {
  return a.left < b.right && b.left < a.right && a.bottom < b.top && b.bottom < a.top;
}

function pointsOf({ left, bottom, right, top }: Box): [number, number][] {
  return ACROSS.flatMap((across) =>
    UPWARDS.map((up): [number, number] => [left + across * (right - left), bottom + up * (top - bottom)]),
  );
}
