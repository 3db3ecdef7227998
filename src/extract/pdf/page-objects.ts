import { type Box, boxOf, concat, IDENTITY, type Matrix, transform } from "../page-text/geometry.ts";
import type { Engine } from "./engine.ts";
import { PAGE_OBJECT, type Pointer } from "./pdfium.ts";

/** Something painted on a page, form XObjects opened. */
export interface PageObject {
  readonly pointer: Pointer;
  readonly type: number;
  /** Place in the order of painting. */
  readonly order: number;
  /** From the space of the form XObject it stands in to page space. */
  readonly matrix: Matrix;
  /** The form XObject it stands in. */
  readonly parent: PageObject | null;
}

/** Form XObjects inside each other; PDFium itself stops at about the same depth. */
const DEPTH = 16;
/** A form XObject used often inside others multiplies without costing bytes. */
const COUNT = 500_000;

/** Everything painted on the page, in the order of painting; `complete` is false when the walk was cut short. */
export function walkObjects(engine: Engine, page: Pointer): { objects: PageObject[]; complete: boolean } {
  const { pdfium } = engine;
  const objects: PageObject[] = [];
  let complete = true;
  const visit = (pointer: Pointer, matrix: Matrix, parent: PageObject | null, depth: number): void => {
    if (objects.length >= COUNT || depth > DEPTH) {
      complete = false;
      return;
    }
    const type = pdfium.FPDFPageObj_GetType(pointer);
    const object = { pointer, type, order: objects.length, matrix, parent };
    objects.push(object);
    if (type !== PAGE_OBJECT.form) return;
    const inner = concat(objectMatrix(engine, pointer), matrix);
    const count = pdfium.FPDFFormObj_CountObjects(pointer);
    for (let index = 0; index < count && complete; index++)
      visit(pdfium.FPDFFormObj_GetObject(pointer, index), inner, object, depth + 1);
  };
  const count = pdfium.FPDFPage_CountObjects(page);
  for (let index = 0; index < count && complete; index++)
    visit(pdfium.FPDFPage_GetObject(page, index), IDENTITY, null, 0);
  return { objects, complete };
}

/** From an object's own space to that of the form XObject or page it stands in. */
export function objectMatrix({ pdfium, memory }: Engine, pointer: Pointer): Matrix {
  if (!pdfium.FPDFPageObj_GetMatrix(pointer, memory.scratch)) return IDENTITY;
  const [a, b, c, d, e, f] = memory.floats(memory.scratch, 6);
  return [a!, b!, c!, d!, e!, f!];
}

/** The area an object covers, in page space. */
export function boundsOf({ pdfium, memory }: Engine, object: PageObject): Box | null {
  const at = memory.scratch;
  if (!pdfium.FPDFPageObj_GetBounds(object.pointer, at, at + 4, at + 8, at + 12)) return null;
  const [left, bottom, right, top] = memory.floats(at, 4);
  return transform(boxOf(left!, bottom!, right!, top!), object.matrix);
}

/** Red, green, blue and opacity, 0 to 255; null where the fill is no plain colour. */
export function fillOf({ pdfium, memory }: Engine, pointer: Pointer): readonly number[] | null {
  const at = memory.scratch;
  if (!pdfium.FPDFPageObj_GetFillColor(pointer, at, at + 4, at + 8, at + 12)) return null;
  return [...memory.integers(at, 4)];
}
