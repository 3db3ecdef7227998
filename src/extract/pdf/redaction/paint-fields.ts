import type { Engine } from "../engine.ts";
import { ANNOTATION, FLAGS_UNSEEN, type Pointer } from "../pdfium.ts";
import { eachAnnotation } from "./painted-annotations.ts";

/**
 * Paints the form fields of a page over what is on a bitmap: PDFium leaves them to a form environment, which would run the
 * scripts that format their values.
 * @param scale pixels to a point across and down; @param left,top of the bitmap, in pixels on the whole page
 */
export function paintFields(
  engine: Engine,
  page: Pointer,
  bitmap: Pointer,
  { scale, left, top }: { scale: readonly [number, number]; left: number; top: number },
): void {
  const { pdfium, memory } = engine;
  const [across, down] = scale;
  const matrix = new Uint8Array(Float32Array.from([across, 0, 0, down, -left, -top]).buffer);
  memory.borrow(matrix.length, (pointer) => {
    memory.write(pointer, matrix);
    eachAnnotation(engine, page, (annotation, subtype) => {
      if (subtype !== ANNOTATION.widget || pdfium.FPDFAnnot_GetFlags(annotation) & FLAGS_UNSEEN) return;
      pdfium.EPDF_RenderAnnotBitmap(bitmap, page, annotation, NORMAL, pointer, 0);
    });
  });
}

/** FPDF_ANNOT_APPEARANCEMODE_NORMAL of fpdf_annot.h. */
const NORMAL = 0;
