import { type Box, concat, intersect, type Matrix, unite } from "../page-text/geometry.ts";
import { contoursOf } from "./abbreviated-data.ts";
import { childOf, childrenOf, flagOf, type OfdElement } from "./element.ts";
import { boundaryBox, ctmOf, objectMatrix } from "./measures.ts";
import { boundsOf, isRectangle } from "./shape.ts";

/** What is left of an object after clipping. */
export interface Clipping {
  /** The upright rectangle around it; null for no limit. */
  readonly box: Box | null;
  /** It is that rectangle, not only inside it. */
  readonly exact: boolean;
}

export const UNCLIPPED: Clipping = { box: null, exact: true };

/**
 * The clip areas of an object (GB/T 33190-2016, 8.4): areas of one Clip add up, several Clips cut each other.
 * @param own from the object's space to the page, `outer` from the space its Boundary opens
 */
export function clipsOf(element: OfdElement, own: Matrix, outer: Matrix): Clipping {
  const clips = childOf(element, "Clips");
  if (clips === undefined) return UNCLIPPED;
  const space = flagOf(clips, "TransFlag", true) ? own : outer;
  return childrenOf(clips, "Clip")
    .map((clip) => addUp(childrenOf(clip, "Area"), space))
    .reduce(cut, UNCLIPPED);
}

export function cut(a: Clipping, b: Clipping): Clipping {
  return { box: intersectBoxes(a.box, b.box), exact: a.exact && b.exact };
}

export function intersectBoxes(a: Box | null, b: Box | null): Box | null {
  return a && b ? intersect(a, b) : (a ?? b);
}

function addUp(areas: readonly OfdElement[], space: Matrix): Clipping {
  const clippings = areas.map((area) => clippingOf(area, space));
  const boxes = clippings.map(({ box }) => box).filter((box) => box !== null);
  if (boxes.length === 0 || boxes.length < areas.length) return { box: null, exact: areas.length === 0 };
  return { box: boxes.reduce(unite), exact: boxes.length === 1 && clippings[0]!.exact };
}

/** Only paths are measured: text as a clip is rare, and then nothing is said to be cut away. */
function clippingOf(area: OfdElement, space: Matrix): Clipping {
  const path = childOf(area, "Path");
  if (path === undefined) return { box: null, exact: false };
  const matrix = concat(ctmOf(area), space);
  const { contours } = contoursOf(childOf(path, "AbbreviatedData")?.text ?? "", objectMatrix(path, matrix));
  const drawn = boundsOf(contours);
  if (drawn === null) return { box: null, exact: false };
  return { box: intersectBoxes(drawn, boundaryBox(path, matrix)), exact: isRectangle(contours) };
}
