import type { Box } from "./geometry.ts";

/** One character as it stands on a page, whichever format put it there. */
export interface PlacedCharacter {
  readonly text: string;
  /** Position in the order of painting, or inside its object. */
  readonly index: number;
  /** What painted it; `order` grows in the order of painting. */
  readonly object: { readonly order: number };
  readonly box: Box;
  /** Where the glyph's origin lies. */
  readonly x: number;
  readonly y: number;
  /** Size of an em, in points. */
  readonly em: number;
  /** Direction of the baseline, in radians, anticlockwise. */
  readonly angle: number;
  /** Set in columns. */
  readonly vertical: boolean;
}
