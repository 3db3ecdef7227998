import { type Box, intersect, transform } from "../../page-text/geometry.ts";
import type { Engine } from "../engine.ts";
import type { PageObject } from "../page-objects.ts";
import type { Pointer } from "../pdfium.ts";

/**
 * The box in page space beyond which an object cannot paint, from its own clipping paths and those of the form XObjects around
 * it; null where nothing clips it. Inside the box a path of another shape may clip more.
 */
export function clipOf(engine: Engine, object: PageObject): Box | null {
  let clip: Box | null = null;
  for (let at: PageObject | null = object; at; at = at.parent) {
    const own = ownClip(engine, at.pointer);
    if (!own) continue;
    const box = transform(own, at.matrix);
    clip = clip ? intersect(clip, box) : box;
  }
  return clip;
}

function ownClip(engine: Engine, pointer: Pointer): Box | null {
  const { pdfium } = engine;
  const clipPath = pdfium.FPDFPageObj_GetClipPath(pointer);
  const paths = clipPath === 0 ? 0 : pdfium.FPDFClipPath_CountPaths(clipPath);
  let clip: Box | null = null;
  for (let path = 0; path < paths; path++) {
    const box = boxOfPath(engine, clipPath, path);
    if (box) clip = clip ? intersect(clip, box) : box;
  }
  return clip;
}

function boxOfPath({ pdfium, memory }: Engine, clipPath: Pointer, path: number): Box | null {
  const at = memory.scratch;
  const segments = pdfium.FPDFClipPath_CountPathSegments(clipPath, path);
  let [left, bottom, right, top] = [Infinity, Infinity, -Infinity, -Infinity];
  for (let index = 0; index < segments; index++) {
    const segment = pdfium.FPDFClipPath_GetPathSegment(clipPath, path, index);
    if (segment === 0 || !pdfium.FPDFPathSegment_GetPoint(segment, at, at + 4)) continue;
    const [x, y] = memory.floats(at, 2);
    [left, right] = [Math.min(left, x!), Math.max(right, x!)];
    [bottom, top] = [Math.min(bottom, y!), Math.max(top, y!)];
  }
  return right < left ? null : { left, bottom, right, top };
}
