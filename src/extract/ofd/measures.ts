import { type Box, boxOf, concat, IDENTITY, type Matrix, transform } from "../page-text/geometry.ts";
import type { OfdElement } from "./element.ts";

/** OFD measures in millimetres. */
const POINTS_PER_MM = 72 / 25.4;
/** No page is as large; what is said to be larger is broken. */
const FAR = 1e6;

/** An ST_Array of numbers; what is no number ends it. */
export function numbersOf(value: string | undefined): number[] {
  const numbers: number[] = [];
  for (const word of (value ?? "").trim().split(/[\s,]+/)) {
    const number = word === "" ? Number.NaN : Number(word);
    if (!Number.isFinite(number) || Math.abs(number) > FAR) break;
    numbers.push(number);
  }
  return numbers;
}

export function numberOf(element: OfdElement, name: string, absent: number): number {
  return numbersOf(element.attributes.get(name))[0] ?? absent;
}

/** An ST_Box `x y width height` of the element's own space: millimetres, y downwards. Null when missing or empty. */
export function boxOfValue(value: string | undefined): Box | null {
  const [x, y, width, height] = numbersOf(value);
  if (height === undefined || width! <= 0 || height <= 0) return null;
  return boxOf(x!, y!, x! + width!, y! + height);
}

/** The way from a page's millimetres, y downwards from `top`, to points, y upwards. */
export function pageMatrix(heightMm: number): Matrix {
  return [POINTS_PER_MM, 0, 0, -POINTS_PER_MM, 0, heightMm * POINTS_PER_MM];
}

/** From the space a Boundary opens to the one around it. */
export function boundaryMatrix(element: OfdElement, outer: Matrix): Matrix {
  const [x = 0, y = 0] = numbersOf(element.attributes.get("Boundary"));
  return concat([1, 0, 0, 1, x, y], outer);
}

/** From an object's own space to the one around it: CTM first, then the Boundary's place. */
export function objectMatrix(element: OfdElement, outer: Matrix): Matrix {
  return concat(ctmOf(element), boundaryMatrix(element, outer));
}

export function ctmOf(element: OfdElement): Matrix {
  const ctm = numbersOf(element.attributes.get("CTM"));
  return ctm.length >= 6 ? (ctm.slice(0, 6) as unknown as Matrix) : IDENTITY;
}

/** An element's Boundary in page space; null when it has none, or an empty one. */
export function boundaryBox(element: OfdElement, outer: Matrix): Box | null {
  const box = boxOfValue(element.attributes.get("Boundary"));
  return box && transform(box, outer);
}

export function point([a, b, c, d, e, f]: Matrix, x: number, y: number): [number, number] {
  return [a * x + c * y + e, b * x + d * y + f];
}

/** How much larger a length gets on the way, on average of all directions. */
export function scaleOf([a, b, c, d]: Matrix): number {
  return Math.sqrt(Math.abs(a * d - b * c));
}
