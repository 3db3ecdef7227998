import { find, integer, isOn, type XmlNode } from "./tree.ts";

/** A place on the slide in English metric units (914,400 to the inch), from its upper left corner. */
export interface Point {
  readonly x: number;
  readonly y: number;
}
/** The four corners of a box in their order around it: a box may be turned. */
export type Corners = readonly Point[];
/** Brings a point of a group's own coordinates to those of the slide. */
export type Placing = (point: Point) => Point;

export interface Size {
  readonly width: number;
  readonly height: number;
}

/** Edges this close lie on each other: one point. */
const TOLERANCE = 12_700;
const UNITS_PER_DEGREE = 60_000;

interface Frame extends Size {
  readonly left: number;
  readonly top: number;
}

/** Where an `a:xfrm` or `p:xfrm` puts its shape (ISO/IEC 29500-1 §20.1.7.6); null where it does not say. */
export function cornersOf(xfrm: XmlNode | undefined, place: Placing | null): Corners | null {
  const frame = frameOf(xfrm, "a:off", "a:ext");
  if (!frame || !place) return null;
  const { left, top, width, height } = frame;
  const turn = turned(xfrm, frame);
  return [
    { x: left, y: top },
    { x: left + width, y: top },
    { x: left + width, y: top + height },
    { x: left, y: top + height },
  ].map((corner) => place(turn(corner)));
}

/** How the children of a group are placed (§20.1.7.5); null where that is not known, and then nor is theirs. */
export function placingOf(xfrm: XmlNode | undefined, place: Placing | null): Placing | null {
  if (place === null) return null;
  const outer = frameOf(xfrm, "a:off", "a:ext");
  const inner = frameOf(xfrm, "a:chOff", "a:chExt");
  if (!outer || !inner || inner.width === 0 || inner.height === 0) return null;
  const turn = turned(xfrm, outer);
  return ({ x, y }) =>
    place(
      turn({
        x: outer.left + ((x - inner.left) * outer.width) / inner.width,
        y: outer.top + ((y - inner.top) * outer.height) / inner.height,
      }),
    );
}

function frameOf(xfrm: XmlNode | undefined, offset: string, extent: string): Frame | null {
  const off = find(xfrm, offset);
  const ext = find(xfrm, extent);
  const [left, top] = [integer(off, "x"), integer(off, "y")];
  const [width, height] = [integer(ext, "cx"), integer(ext, "cy")];
  if (left === undefined || top === undefined || width === undefined || height === undefined) return null;
  return { left, top, width, height };
}

/** Mirrors and turns about the middle of the frame. */
function turned(xfrm: XmlNode | undefined, { left, top, width, height }: Frame): Placing {
  const angle = ((integer(xfrm, "rot") ?? 0) / UNITS_PER_DEGREE) * (Math.PI / 180);
  const [sine, cosine] = [Math.sin(angle), Math.cos(angle)];
  const across = isOn(xfrm, "flipH", false) ? -1 : 1;
  const down = isOn(xfrm, "flipV", false) ? -1 : 1;
  const middle = { x: left + width / 2, y: top + height / 2 };
  return ({ x, y }) => {
    const dx = (x - middle.x) * across;
    const dy = (y - middle.y) * down;
    return { x: middle.x + dx * cosine - dy * sine, y: middle.y + dx * sine + dy * cosine };
  };
}

/** Whether nothing of the box lies on the slide. */
export function isOutside(corners: Corners, slide: Size): boolean {
  const { left, top, right, bottom } = bounds(corners);
  const beyond = (from: number, to: number, end: number) =>
    (to <= 0 && from < 0) || (from >= end && to > end);
  return beyond(left, right, slide.width) || beyond(top, bottom, slide.height);
}

/** Whether the two boxes may touch; boxes that are turned count with all the room they take. */
export function mayTouch(a: Corners, b: Corners): boolean {
  const [one, other] = [bounds(a), bounds(b)];
  return one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom;
}

/** Whether the whole of `inner` lies in `outer`, which is convex. Boxes without room hold nothing, and nobody knows how far their text reaches. */
export function contains(outer: Corners, inner: Corners): boolean {
  if (!hasRoom(outer) || !hasRoom(inner)) return false;
  return mayTouch(outer, inner) && inner.every((point) => isInside(outer, point));
}

function isInside(outer: Corners, point: Point): boolean {
  const distances = outer.map((corner, index) => distance(corner, outer[(index + 1) % 4]!, point));
  return distances.every((each) => each >= -TOLERANCE) || distances.every((each) => each <= TOLERANCE);
}

/** The box with every side drawn in by this share of its shorter side. */
export function shrunk(corners: Corners, share: number): Corners {
  const [a, b, c] = corners as readonly [Point, Point, Point, Point];
  const across = Math.hypot(b.x - a.x, b.y - a.y);
  const down = Math.hypot(c.x - b.x, c.y - b.y);
  const inset = Math.min(across, down) * share;
  const along = (from: Point, to: Point, length: number): Point =>
    length === 0
      ? { x: 0, y: 0 }
      : { x: ((to.x - from.x) / length) * inset, y: ((to.y - from.y) / length) * inset };
  const right = along(a, b, across);
  const below = along(b, c, down);
  const signs: readonly (readonly [number, number])[] = [
    [1, 1],
    [-1, 1],
    [-1, -1],
    [1, -1],
  ];
  return corners.map(({ x, y }, index) => {
    const [h, v] = signs[index]!;
    return { x: x + right.x * h + below.x * v, y: y + right.y * h + below.y * v };
  });
}

/** How far a point stands from the line through two corners; the sign tells the side. */
function distance(from: Point, to: Point, { x, y }: Point): number {
  const length = Math.hypot(to.x - from.x, to.y - from.y);
  if (length === 0) return 0;
  return ((to.x - from.x) * (y - from.y) - (to.y - from.y) * (x - from.x)) / length;
}

function hasRoom([a, b, c]: Corners): boolean {
  if (!a || !b || !c) return false;
  const [across, down] = [Math.hypot(b.x - a.x, b.y - a.y), Math.hypot(c.x - b.x, c.y - b.y)];
  return across > TOLERANCE && down > TOLERANCE;
}

interface Bounds {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** Every box is compared with many others. */
const KNOWN = new WeakMap<Corners, Bounds>();

function bounds(corners: Corners): Bounds {
  const known = KNOWN.get(corners);
  if (known) return known;
  const xs = corners.map(({ x }) => x);
  const ys = corners.map(({ y }) => y);
  const found = {
    ...{ left: Math.min(...xs), right: Math.max(...xs) },
    ...{ top: Math.min(...ys), bottom: Math.max(...ys) },
  };
  KNOWN.set(corners, found);
  return found;
}
