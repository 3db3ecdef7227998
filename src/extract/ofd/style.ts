import { childOf, flagOf, type OfdElement } from "./element.ts";
import { numberOf, numbersOf } from "./measures.ts";
import type { Resources } from "./resources.ts";

/** Red, green, blue and opacity, 0 to 255; null for patterns and shadings, of which nothing is known. */
export type Colour = readonly [red: number, green: number, blue: number, alpha: number] | null;

/** How an object is painted, drawing parameters and surroundings included. */
export interface Style {
  readonly fill: boolean;
  readonly stroke: boolean;
  readonly fillColour: Colour;
  readonly strokeColour: Colour;
  /** Millimetres of the object's space. */
  readonly lineWidth: number;
}

/** What an object takes over from layer, composite and annotation. */
export interface Inherited {
  readonly visible: boolean;
  /** 0 to 255. */
  readonly alpha: number;
  /** Blended with what lies below, so that nothing is covered. */
  readonly blended: boolean;
  readonly drawParam: string | undefined;
}

export const PLAIN: Inherited = { visible: true, alpha: 255, blended: false, drawParam: undefined };

const BLACK: Colour = [0, 0, 0, 255];
const LINE_WIDTH = 0.353;
/** Drawing parameters build on each other, in a file that lies in a circle. */
const RELATIVES = 16;

export function inherit(element: OfdElement, from: Inherited): Inherited {
  const blend = element.attributes.get("BlendMode")?.toLowerCase() ?? "normal";
  return {
    visible: from.visible && flagOf(element, "Visible", true),
    alpha: (from.alpha * opacity(element)) / 255,
    blended: from.blended || blend !== "normal",
    drawParam: element.attributes.get("DrawParam") ?? from.drawParam,
  };
}

/** @param fills whether this kind of object is filled unless it says otherwise: text is, a path is not */
export function styleOf(
  element: OfdElement,
  inherited: Inherited,
  resources: Resources,
  fills: boolean,
): Style {
  const sources = [element, ...drawParams(inherited.drawParam, resources)];
  const colour = (name: string) => {
    const found = sources.map((source) => childOf(source, name)).find((each) => each !== undefined);
    return found ? colourOf(found, inherited.alpha) : faded(BLACK, inherited.alpha);
  };
  const width = sources.map((source) => numberOf(source, "LineWidth", Number.NaN)).find(Number.isFinite);
  return {
    fill: flagOf(element, "Fill", fills),
    stroke: flagOf(element, "Stroke", !fills),
    fillColour: colour("FillColor"),
    strokeColour: colour("StrokeColor"),
    lineWidth: Math.abs(width ?? LINE_WIDTH),
  };
}

function drawParams(id: string | undefined, { drawParams: known }: Resources): OfdElement[] {
  const found: OfdElement[] = [];
  for (let next = id; next !== undefined && found.length < RELATIVES; ) {
    const element = known.get(next);
    if (element === undefined) break;
    found.push(element);
    next = element.attributes.get("Relative");
  }
  return found;
}

/** GB/T 33190-2016, 8.3: grey, RGB or CMYK by the number of values, each 0 to 255, also as `#ff`. */
function colourOf(element: OfdElement, alpha: number): Colour {
  if (element.children.length > 0) return null;
  const value = element.attributes.get("Value");
  if (value === undefined) return element.attributes.has("Index") ? null : faded(BLACK, alpha);
  const [a, b, c, d] = numbersOf(value.replaceAll("#", "0x"));
  const opaque = (alpha * opacity(element)) / 255;
  if (a === undefined) return null;
  if (b === undefined || c === undefined) return [a, a, a, opaque];
  if (d === undefined) return [a, b, c, opaque];
  const ink = (part: number) => 255 - Math.min(255, part + d);
  return [ink(a), ink(b), ink(c), opaque];
}

function faded(colour: Colour, alpha: number): Colour {
  return colour && [colour[0], colour[1], colour[2], alpha];
}

function opacity(element: OfdElement): number {
  return Math.min(255, Math.max(0, numberOf(element, "Alpha", 255)));
}
