import type { Colour } from "./colour.ts";
import { contains, mayTouch } from "./geometry.ts";
import { type Page, shownBehind } from "./page.ts";
import { backgroundOf, type Paint } from "./paint.ts";
import { filledBox, shapePaint } from "./shape-paint.ts";
import { type Shape, shapesOf } from "./shapes.ts";

/** Whether a picture is opaque does not matter here: it has no single colour in any case. */
const ANY_PICTURE = () => false;
/** Comparing all with all takes too long on a slide with more. */
const MOST_SHAPES = 1_500;

/** Tells the one colour that lies behind all the text of a shape; null where that is not certain. */
export type Ground = (shape: Shape) => Colour | null;

/** @param shapes those of the page, in the order they are painted */
export function groundOf(page: Page, shapes: readonly Shape[]): Ground {
  if (shapes.length > MOST_SHAPES) return () => null;
  const behind = shownBehind(page)
    .toReversed()
    .flatMap((each) =>
      paintedOf(
        shapesOf(each).filter(({ placeholder }) => placeholder === null),
        each,
      ),
    );
  const painted = [...behind, ...paintedOf(shapes, page)];
  const background = backgroundOf(page);
  const order = new Map(painted.map(({ shape }, index) => [shape, index]));
  return (shape) => colourBehind(shape, painted, order.get(shape) ?? -1, background);
}

interface Painted {
  readonly shape: Shape;
  readonly paint: Paint;
}

function paintedOf(shapes: readonly Shape[], page: Page): Painted[] {
  return shapes
    .filter(({ hidden }) => !hidden)
    .map((shape) => ({ shape, paint: shapePaint(shape, page, ANY_PICTURE) }));
}

/** Goes down from the shape itself to the first thing that fills all the room behind it, else to the background. */
function colourBehind(
  text: Shape,
  painted: readonly Painted[],
  from: number,
  background: Paint,
): Colour | null {
  const { corners } = text;
  for (let at = from; at >= 0; at--) {
    const { shape, paint } = painted[at]!;
    if (paint.kind === "none") continue;
    if (!corners || !shape.corners) return null;
    if (!mayTouch(shape.corners, corners)) continue;
    const box = filledBox(shape);
    const fills = box !== null && (shape === text || contains(box, corners));
    return fills ? colourOf(paint) : null;
  }
  return colourOf(background);
}

function colourOf(paint: Paint): Colour | null {
  return paint.kind === "opaque" ? paint.colour : null;
}
