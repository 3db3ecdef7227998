import { area, type Box, boxOf, intersect } from "../../page-text/geometry.ts";
import type { Engine } from "../engine.ts";
import { ANNOTATION, FLAGS_UNSEEN, type Pointer } from "../pdfium.ts";
import type { Paint } from "./paint.ts";

/** Annotations that may paint over text: highlights, shapes, stamps, notes on the page, fields. Colours are left to the pixels. */
export function paintedAnnotations(engine: Engine, page: Pointer, firstOrder: number, view: Box): Paint[] {
  const paints: Paint[] = [];
  eachAnnotation(engine, page, (annotation, subtype) => {
    if (NEVER_COVERING.has(subtype)) return;
    if (engine.pdfium.FPDFAnnot_GetFlags(annotation) & FLAGS_UNSEEN) return;
    const rect = rectOf(engine, annotation);
    const box = rect && intersect(rect, view);
    const cover = subtype === ANNOTATION.widget ? "field" : "shape";
    if (box && area(box) > 0) paints.push({ order: firstOrder + paints.length, box, colour: null, cover });
  });
  return paints;
}

/** Of each Redact annotation what it marks for removal: the boxes of its lines, else its whole rectangle. */
export function markedForRedaction(engine: Engine, page: Pointer): Box[][] {
  const marked: Box[][] = [];
  eachAnnotation(engine, page, (annotation, subtype) => {
    if (subtype !== ANNOTATION.redact) return;
    const lines = quadrilaterals(engine, annotation);
    const rect = rectOf(engine, annotation);
    marked.push(lines.length > 0 || !rect ? lines : [rect]);
  });
  return marked;
}

/** Marks on text that leave it readable, icons, and Redact, which paints only once it is applied. */
const NEVER_COVERING: ReadonlySet<number> = new Set([
  ANNOTATION.text,
  ANNOTATION.link,
  ANNOTATION.underline,
  ANNOTATION.squiggly,
  ANNOTATION.strikeOut,
  ANNOTATION.caret,
  ANNOTATION.popup,
  ANNOTATION.fileAttachment,
  ANNOTATION.redact,
]);

/** Visits the annotations of a page; the handle is good for the time of the visit. */
export function eachAnnotation(
  { pdfium }: Engine,
  page: Pointer,
  visit: (annotation: Pointer, subtype: number) => void,
): void {
  const count = pdfium.FPDFPage_GetAnnotCount(page);
  for (let index = 0; index < count; index++) {
    const annotation = pdfium.FPDFPage_GetAnnot(page, index);
    if (annotation === 0) continue;
    try {
      visit(annotation, pdfium.FPDFAnnot_GetSubtype(annotation));
    } finally {
      pdfium.FPDFPage_CloseAnnot(annotation);
    }
  }
}

function rectOf({ pdfium, memory }: Engine, annotation: Pointer): Box | null {
  if (!pdfium.FPDFAnnot_GetRect(annotation, memory.scratch)) return null;
  const [left, top, right, bottom] = memory.floats(memory.scratch, 4);
  return boxOf(left!, bottom!, right!, top!);
}

function quadrilaterals({ pdfium, memory }: Engine, annotation: Pointer): Box[] {
  const count = pdfium.FPDFAnnot_CountAttachmentPoints(annotation);
  const boxes: Box[] = [];
  for (let index = 0; index < count; index++) {
    if (!pdfium.FPDFAnnot_GetAttachmentPoints(annotation, index, memory.scratch)) continue;
    const [x0, y0, x1, y1, x2, y2, x3, y3] = memory.floats(memory.scratch, 8) as unknown as number[];
    const xs = [x0!, x1!, x2!, x3!];
    const ys = [y0!, y1!, y2!, y3!];
    boxes.push(boxOf(Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)));
  }
  return boxes;
}
