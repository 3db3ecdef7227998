import type { Box } from "../../page-text/geometry.ts";

/** Red, green and blue, 0 to 255. */
export type Colour = readonly [red: number, green: number, blue: number];

/** Something painted that may lie over text, or behind it. */
export interface Paint {
  /** Place in the order of painting, that of annotations being after everything else. */
  readonly order: number;
  readonly box: Box;
  /** As it looks on white paper; null where it is not one plain colour. */
  readonly colour: Colour | null;
  /** What text below it would be hidden by; null where it is too translucent to hide anything. */
  readonly cover: Cover | null;
}

/**
 * `box`: a plain rectangle, which hides all it contains. `shape`: anything else of which only the pixels tell. `margin`: a white strip
 * along the whole top or bottom edge, with which printing to PDF cuts off what belongs to the next page. `field`: a form field.
 */
export type Cover = "box" | "shape" | "image" | "margin" | "field";

/** Colours nearer to each other than this cannot be told apart by eye. */
const NEAR = 12;

export function isNear(a: Colour, b: Colour): boolean {
  return a.every((value, index) => Math.abs(value - b[index]!) <= NEAR);
}

export const PAPER: Colour = [255, 255, 255];

export function isWhite(colour: readonly number[]): boolean {
  return Math.min(colour[0]!, colour[1]!, colour[2]!) >= 250;
}
