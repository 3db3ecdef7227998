import type { Engine } from "../engine.ts";
import { area, type Box, intersect } from "../geometry.ts";
import { FLAG_HIDDEN, type Pointer } from "../pdfium.ts";
import { createFrame } from "./frame.ts";
import { eachAnnotation, rectOf } from "./painted-annotations.ts";
import { looksSame } from "./pixels.ts";
import type { Proof } from "./proof.ts";

/** An annotation on a layer that is switched off. */
export interface AnnotationOff {
  /** Place in the page's list of annotations. */
  readonly index: number;
  readonly box: Box;
}

/** Difference of a colour channel that says something was painted. */
const PAINTED = 2;
/** Points; as of text. */
const EM = 12;

/**
 * The annotations that name a layer and paint an appearance of which nothing shows: the page looks the same without them.
 * @param view the visible part of the page
 */
export function annotationsOff(
  engine: Engine,
  page: Pointer,
  number: number,
  view: Box,
  proof: Proof,
): AnnotationOff[] {
  const layered = layeredAnnotations(engine, page, view);
  if (layered.length === 0) return [];
  const off = proof.withPage(number, (painted) =>
    layered.filter(({ index, box }) => leavesNoTrace(engine, painted, view, index, box)),
  );
  return off ?? [];
}

function layeredAnnotations(engine: Engine, page: Pointer, view: Box): AnnotationOff[] {
  const { pdfium, memory } = engine;
  const layered: AnnotationOff[] = [];
  memory.withString("OC", (key) =>
    eachAnnotation(engine, page, (annotation, _, index) => {
      if (!pdfium.FPDFAnnot_HasKey(annotation, key)) return;
      if (pdfium.FPDFAnnot_GetObjectCount(annotation) <= 0) return;
      const rect = rectOf(engine, annotation);
      if (rect && area(intersect(rect, view)) > 0) layered.push({ index, box: rect });
    }),
  );
  return layered;
}

function leavesNoTrace(engine: Engine, page: Pointer, view: Box, index: number, box: Box): boolean {
  const { pdfium } = engine;
  const frame = createFrame(engine, page, view, box, EM);
  const shown = frame.paint(true);
  const annotation = pdfium.FPDFPage_GetAnnot(page, index);
  if (annotation === 0) return false;
  const flags = pdfium.FPDFAnnot_GetFlags(annotation);
  pdfium.FPDFAnnot_SetFlags(annotation, flags | FLAG_HIDDEN);
  const hidden = frame.paint(true);
  pdfium.FPDFAnnot_SetFlags(annotation, flags);
  pdfium.FPDFPage_CloseAnnot(annotation);
  const whole = { left: 0, top: 0, right: frame.width, bottom: frame.height };
  return looksSame(frame, shown, hidden, whole, PAINTED);
}
