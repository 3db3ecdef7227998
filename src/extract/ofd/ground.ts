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
const WORK = 20_000_000;
/** What it costs to gather a thing, in boxes looked at. */
const GATHERING = 8;
/** Points; a thing is looked at only from text in a strip of the page it reaches into. */
const STRIP = 32;
/** A thing in more strips than this is looked at from all text. */
const STRIPS = 16;

/** @param hides whether an image covers what is below it */
export function createGround(scene: Scene, hides: (image: SceneImage) => boolean): Ground {
  const things = thingsOf(scene, hides);
  const bounds = boundsOfUnits(scene.glyphs);
  const thingsIn = stripsOf(things);
  let work = 0;
  // Glyphs come object by object, so that only the last one's surroundings need to be kept.
  let last: { readonly unit: TextUnit; readonly things: readonly Thing[] } | null = null;
  const thingsNear = ({ object }: SceneGlyph): readonly Thing[] => {
    if (last?.unit === object) return last.things;
    const { near, looked } = work > WORK ? NOTHING : thingsIn(bounds.get(object)!);
    work += looked + GATHERING * near.length;
    last = { unit: object, things: near };
    return last.things;
  };
  const isAt = (thing: Thing, x: number, y: number) => {
    if (!contains(thing.box, x, y)) return false;
    work += thing.cost;
    return work <= WORK && isInside(thing.shape, x, y);
  };
  return {
    isCovered: (glyph, order) => {
      const near = thingsNear(glyph);
      work += near.length;
      const above = near.filter(
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
      if (work > WORK) return null;
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

interface Surroundings {
  /** What touches a box, in the order of painting. */
  readonly near: readonly Thing[];
  /** How many things were looked at to tell. */
  readonly looked: number;
}

const NOTHING: Surroundings = { near: [], looked: 0 };

/** Finds what touches a box among the things in the same strips of the page. */
function stripsOf(things: readonly Thing[]): (box: Box) => Surroundings {
  const strips = new Map<number, Thing[]>();
  const tall: Thing[] = [];
  const range = ({ bottom, top }: Box) => [Math.floor(bottom / STRIP), Math.floor(top / STRIP)] as const;
  for (const thing of things) {
    const [first, end] = range(thing.box);
    if (end - first >= STRIPS) tall.push(thing);
    else
      for (let strip = first; strip <= end; strip++) {
        const low = strips.get(strip);
        if (low) low.push(thing);
        else strips.set(strip, [thing]);
      }
  }
  return (box) => {
    const [first, end] = range(box);
    const lists = [tall];
    if (end - first >= STRIPS) lists.push(...strips.values());
    else for (let strip = first; strip <= end; strip++) lists.push(strips.get(strip) ?? []);
    const near = new Set(lists.flatMap((list) => list.filter((thing) => touches(thing.box, box))));
    return {
      near: [...near].sort((a, b) => a.order - b.order),
      looked: lists.reduce((sum, list) => sum + list.length, 0),
    };
  };
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
