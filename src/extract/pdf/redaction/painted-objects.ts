import { area, type Box, concat, intersect } from "../../page-text/geometry.ts";
import type { Engine } from "../engine.ts";
import { boundsOf, fillOf, objectMatrix, type PageObject } from "../page-objects.ts";
import { PAGE_OBJECT } from "../pdfium.ts";
import { clipOf } from "./clip.ts";
import { type Colour, type Cover, isWhite, type Paint } from "./paint.ts";

/** Points; thinner things are rules and underlines. */
const THIN = 2;
/** Points; a thinner stroke strikes text out, a thicker one is a marker pen. */
const MARKER = 4;
/** Opacity, of 255, from which text below cannot be read any more. */
const OPAQUE = 230;
/** A rectangle has 5 segments, or 4 and a closing one. */
const RECTANGLE = 6;

/** Whatever is painted on a page besides text, in the order of painting. */
export function paintedObjects(engine: Engine, objects: readonly PageObject[], view: Box): Paint[] {
  const paints: Paint[] = [];
  for (const object of objects) {
    const look = lookOf(engine, object);
    const bounds = look && boundsOf(engine, object);
    if (!bounds || isThin(bounds)) continue;
    const clip = clipOf(engine, object);
    const box = intersect(clip ? intersect(bounds, clip) : bounds, view);
    if (isThin(box)) continue;
    const { colour, cover } = look;
    const isMargin = cover !== null && colour !== null && isWhite(colour) && isMarginStrip(box, view);
    paints.push({ order: object.order, box, colour, cover: isMargin ? "margin" : cover });
  }
  return paints;
}

type Look = Pick<Paint, "colour" | "cover">;

function lookOf(engine: Engine, object: PageObject): Look | null {
  if (object.type === PAGE_OBJECT.path) return pathLook(engine, object);
  if (object.type === PAGE_OBJECT.image) return { colour: null, cover: "image" };
  return object.type === PAGE_OBJECT.shading ? { colour: null, cover: "shape" } : null;
}

function pathLook(engine: Engine, object: PageObject): Look | null {
  const { pdfium, memory } = engine;
  const at = memory.scratch;
  if (!pdfium.FPDFPath_GetDrawMode(object.pointer, at, at + 4)) return null;
  const [filled, stroked] = memory.integers(at, 2);
  if (filled) {
    const plain = pdfium.FPDFPath_CountSegments(object.pointer) <= RECTANGLE;
    return lookOfColour(fillOf(engine, object.pointer), plain ? "box" : "shape");
  }
  if (!stroked || strokeWidth(engine, object) < MARKER) return null;
  if (!pdfium.FPDFPageObj_GetStrokeColor(object.pointer, at, at + 4, at + 8, at + 12)) return null;
  return lookOfColour([...memory.integers(at, 4)], "shape");
}

function lookOfColour(colour: readonly number[] | null, cover: Cover): Look {
  if (colour === null) return { colour: null, cover };
  const [red, green, blue, opacity] = colour;
  const onPaper = (value: number) => Math.round((value * opacity! + 255 * (255 - opacity!)) / 255);
  const seen: Colour = [onPaper(red!), onPaper(green!), onPaper(blue!)];
  return { colour: seen, cover: opacity! >= OPAQUE ? cover : null };
}

/** In points on the page. */
function strokeWidth(engine: Engine, object: PageObject): number {
  const { pdfium, memory } = engine;
  if (!pdfium.FPDFPageObj_GetStrokeWidth(object.pointer, memory.scratch)) return 0;
  const width = memory.floats(memory.scratch, 1)[0]!;
  const [a, b, c, d] = concat(objectMatrix(engine, object.pointer), object.matrix);
  return width * Math.sqrt(Math.abs(a * d - b * c));
}

function isThin(box: Box): boolean {
  return box.right - box.left < THIN || box.top - box.bottom < THIN;
}

function isMarginStrip(box: Box, view: Box): boolean {
  const wide = box.right - box.left >= 0.95 * (view.right - view.left);
  const atEdge = view.top - box.top < 1 || box.bottom - view.bottom < 1;
  return wide && atEdge && area(box) < area(view) / 3;
}
