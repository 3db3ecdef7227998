import type { Engine } from "./engine.ts";
import { fillOf, type PageObject } from "./page-objects.ts";

/** How a text object is painted. */
export interface TextStyle {
  /** Text rendering mode (ISO 32000-1, table 106). */
  readonly mode: number;
  /** Red, green, blue, opacity; null for patterns, of which nothing is known. */
  readonly fill: readonly number[] | null;
}

/** Text rendering modes: `clip` paints nothing and clips what follows to its shape. */
export const MODE = { fill: 0, fillAndStroke: 2, invisible: 3, clip: 7 } as const;

/** Text is styled object by object; each is asked once. */
export function textStyles(engine: Engine): (object: PageObject) => TextStyle {
  const known = new Map<PageObject, TextStyle>();
  return (object) => {
    const found = known.get(object) ?? {
      mode: engine.pdfium.FPDFTextObj_GetTextRenderMode(object.pointer),
      fill: fillOf(engine, object.pointer),
    };
    known.set(object, found);
    return found;
  };
}

/** Nothing of it is painted, and it clips nothing either. */
export function isUnpainted({ mode, fill }: TextStyle): boolean {
  return mode === MODE.invisible || (mode === MODE.fill && fill !== null && fill[3]! <= 5);
}
