import type { Engine } from "./engine.ts";
import { fillOf, type PageObject, walkObjects } from "./page-objects.ts";
import { PAGE_OBJECT, type Pointer } from "./pdfium.ts";

/** Rules of a table drawn in one go have many segments; what has more is a drawing. */
const SEGMENTS = 2_000;
/** FPDF_SEGMENT_BEZIERTO of fpdf_edit.h. */
const BEZIER_TO = 1;
const MOVE_TO = 2;
/** Points. */
const STRAIGHT = 0.01;

/**
 * Leaves of a page what text extraction reads and the rules and boxes around it. Anything else may show words that nobody read:
 * pictures, shadings, curves, and patterns, which are replaced by plain colours.
 * @param page painted differently from now on
 * @returns false when not all of it could be looked at
 */
export function keepTextAndRules(engine: Engine, page: Pointer): boolean {
  const { objects, complete } = walkObjects(engine, page);
  for (const object of objects) {
    if (object.type === PAGE_OBJECT.form) continue;
    if (object.type === PAGE_OBJECT.text || isRule(engine, object)) makePlain(engine, object);
    else engine.pdfium.FPDFPageObj_SetIsActive(object.pointer, 0);
  }
  return complete;
}

/** Whether a path has upright and level lines only. */
function isRule({ pdfium, memory }: Engine, { type, pointer }: PageObject): boolean {
  if (type !== PAGE_OBJECT.path) return false;
  const count = pdfium.FPDFPath_CountSegments(pointer);
  if (count > SEGMENTS) return false;
  let [fromX, fromY] = [0, 0];
  for (let index = 0; index < count; index++) {
    const segment = pdfium.FPDFPath_GetPathSegment(pointer, index);
    const kind = pdfium.FPDFPathSegment_GetType(segment);
    if (kind === BEZIER_TO || !pdfium.FPDFPathSegment_GetPoint(segment, memory.scratch, memory.scratch + 4))
      return false;
    const [x, y] = memory.floats(memory.scratch, 2) as unknown as [number, number];
    if (kind !== MOVE_TO && Math.min(Math.abs(x - fromX), Math.abs(y - fromY)) > STRAIGHT) return false;
    [fromX, fromY] = [x, y];
  }
  return true;
}

/** A colour that is set is one plain colour, whatever it was. */
function makePlain(engine: Engine, { pointer }: PageObject): void {
  const { pdfium, memory } = engine;
  const [red, green, blue, alpha] = fillOf(engine, pointer) ?? GREY;
  pdfium.FPDFPageObj_SetFillColor(pointer, red!, green!, blue!, alpha!);
  const at = memory.scratch;
  const stroked = pdfium.FPDFPageObj_GetStrokeColor(pointer, at, at + 4, at + 8, at + 12);
  const [r, g, b, a] = stroked ? [...memory.integers(at, 4)] : GREY;
  pdfium.FPDFPageObj_SetStrokeColor(pointer, r!, g!, b!, a!);
}

const GREY = [128, 128, 128, 255];
