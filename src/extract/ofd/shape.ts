import { area, type Box } from "../page-text/geometry.ts";
import type { Contour } from "./abbreviated-data.ts";

/** An area of the page that is painted in one colour. */
export interface Shape {
  readonly contours: readonly Contour[];
  readonly evenOdd: boolean;
}

/** Points; a path of thinner lines hides nothing. */
const THICK = 2;

/** The upright rectangle around contours; null when there is no point. */
export function boundsOf(contours: readonly Contour[]): Box | null {
  let [left, bottom, right, top] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const contour of contours)
    for (let at = 0; at < contour.length; at += 2) {
      left = Math.min(left, contour[at]!);
      right = Math.max(right, contour[at]!);
      bottom = Math.min(bottom, contour[at + 1]!);
      top = Math.max(top, contour[at + 1]!);
    }
  return left <= right ? { left, bottom, right, top } : null;
}

/** Whether contours are one upright rectangle: they then fill the box around them. */
export function isRectangle(contours: readonly Contour[]): boolean {
  const drawn = contours.filter((contour) => contour.length > 2);
  const box = boundsOf(drawn);
  if (drawn.length !== 1 || box === null) return false;
  const contour = drawn[0]!;
  let twice = 0;
  for (let at = 0; at < contour.length; at += 2) {
    const next = (at + 2) % contour.length;
    twice += contour[at]! * contour[next + 1]! - contour[next]! * contour[at + 1]!;
  }
  return Math.abs(twice) / 2 >= 0.98 * area(box);
}

export function boxShape({ left, bottom, right, top }: Box): Shape {
  return { contours: [[left, bottom, right, bottom, right, top, left, top]], evenOdd: false };
}

/** What thick lines along contours paint, joins left out. Null when they are thin. @param width in points */
export function strokeShape(contours: readonly Contour[], width: number): Shape | null {
  if (width < THICK) return null;
  const quads: number[][] = [];
  for (const contour of contours)
    for (let at = 0; at + 3 < contour.length; at += 2) {
      const [x, y, toX, toY] = [contour[at]!, contour[at + 1]!, contour[at + 2]!, contour[at + 3]!];
      const length = Math.hypot(toX - x, toY - y);
      if (length === 0) continue;
      const [nx, ny] = [((y - toY) / length) * (width / 2), ((toX - x) / length) * (width / 2)];
      quads.push([x + nx, y + ny, toX + nx, toY + ny, toX - nx, toY - ny, x - nx, y - ny]);
    }
  // All quads turn the same way round, so that where two overlap they add up.
  return { contours: quads, evenOdd: false };
}

/** Whether a point lies in a shape, by the winding of its contours. */
export function isInside({ contours, evenOdd }: Shape, x: number, y: number): boolean {
  let winding = 0;
  let crossings = 0;
  for (const contour of contours)
    for (let at = 0; at < contour.length; at += 2) {
      const next = (at + 2) % contour.length;
      const [x0, y0, x1, y1] = [contour[at]!, contour[at + 1]!, contour[next]!, contour[next + 1]!];
      if (y0 <= y === y1 <= y || x0 + ((y - y0) / (y1 - y0)) * (x1 - x0) <= x) continue;
      crossings++;
      winding += y1 > y0 ? 1 : -1;
    }
  return evenOdd ? crossings % 2 === 1 : winding !== 0;
}

/** How many edges a test of one point looks at. */
export function edgesOf({ contours }: Shape): number {
  return contours.reduce((sum, contour) => sum + contour.length / 2, 0);
}
