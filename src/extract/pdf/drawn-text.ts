import { area, type Box, concat, type Matrix } from "../page-text/geometry.ts";
import type { Engine } from "./engine.ts";
import { boundsOf, objectMatrix, type PageObject } from "./page-objects.ts";
import { PAGE_OBJECT, type Pointer } from "./pdfium.ts";

/** A rule has 2 segments and a box 5 or 6; a glyph drawn as an outline has more. */
export const SHAPE_SEGMENTS = 7;
/** Points: contours of glyphs are no smaller and no larger, those of charts, maps and frames mostly are. */
const CONTOUR = { least: 2, most: 60 } as const;
/** Different contours: markers of a chart and ornaments repeat themselves, and an emblem has fewer. */
const CONTOURS = 40;
/** More than this share of the page: a seal or a logo is smaller. */
const SHARE = 0.03;
/** The drawn text has to outweigh the real one. */
const OUTWEIGHS = 2;
/** So many segments tell enough. */
const SEGMENTS = 200_000;

/** Whether most of what a page says is drawn as outlines of glyphs. @param read square points of the text that can be read */
export function isMostlyOutlines(
  engine: Engine,
  objects: readonly PageObject[],
  view: Box,
  read: number,
): boolean {
  const least = Math.max(SHARE * area(view), OUTWEIGHS * read);
  const shapes = objects.filter((object) => isShape(engine, object));
  const bounds = shapes.reduce((sum, object) => sum + area(boundsOf(engine, object) ?? NOWHERE), 0);
  if (bounds < least) return false;
  const seen = new Set<string>();
  let outlined = 0;
  let left = SEGMENTS;
  for (const object of shapes) {
    left -= engine.pdfium.FPDFPath_CountSegments(object.pointer);
    if (left < 0) break;
    for (const { width, height, segments } of contoursOf(engine, object)) {
      outlined += width * height;
      seen.add(`${segments} ${Math.round(width * 2)} ${Math.round(height * 2)}`);
    }
  }
  return outlined >= least && seen.size >= CONTOURS;
}

const NOWHERE: Box = { left: 0, bottom: 0, right: 0, top: 0 };

function isShape({ pdfium, memory }: Engine, { type, pointer }: PageObject): boolean {
  if (type !== PAGE_OBJECT.path || pdfium.FPDFPath_CountSegments(pointer) < SHAPE_SEGMENTS) return false;
  const at = memory.scratch;
  return pdfium.FPDFPath_GetDrawMode(pointer, at, at + 4) > 0 && memory.integers(at, 1)[0] !== 0;
}

interface Contour {
  readonly width: number;
  readonly height: number;
  readonly segments: number;
}

/** FPDF_SEGMENT_MOVETO of fpdf_edit.h. */
const MOVE_TO = 2;

/** The closed figures of a path that may be contours of glyphs, measured on the page. */
function contoursOf(engine: Engine, object: PageObject): Contour[] {
  const { pdfium } = engine;
  const matrix = concat(objectMatrix(engine, object.pointer), object.matrix);
  const contours: Contour[] = [];
  let points: (readonly [number, number])[] = [];
  const close = () => {
    const [xs, ys] = [points.map(([x]) => x), points.map(([, y]) => y)];
    const width = Math.max(...xs) - Math.min(...xs);
    const height = Math.max(...ys) - Math.min(...ys);
    const isGlyph = Math.max(width, height) >= CONTOUR.least && Math.max(width, height) <= CONTOUR.most;
    if (points.length > 3 && isGlyph) contours.push({ width, height, segments: points.length });
    points = [];
  };
  const count = pdfium.FPDFPath_CountSegments(object.pointer);
  for (let index = 0; index < count; index++) {
    const segment = pdfium.FPDFPath_GetPathSegment(object.pointer, index);
    if (pdfium.FPDFPathSegment_GetType(segment) === MOVE_TO) close();
    // Longer figures are no glyphs, and too many to hand to Math.max.
    if (points.length < 10_000) points.push(pointOf(engine, segment, matrix));
  }
  close();
  return contours;
}

function pointOf({ pdfium, memory }: Engine, segment: Pointer, matrix: Matrix): readonly [number, number] {
  const [a, b, c, d, e, f] = matrix;
  if (!pdfium.FPDFPathSegment_GetPoint(segment, memory.scratch, memory.scratch + 4)) return [e, f];
  const [x, y] = memory.floats(memory.scratch, 2);
  return [a * x! + c * y! + e, b * x! + d * y! + f];
}
