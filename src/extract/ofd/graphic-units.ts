import { area, type Box, concat, intersect, type Matrix, transform } from "../page-text/geometry.ts";
import { contoursOf } from "./abbreviated-data.ts";
import { type Clipping, clipsOf, cut, intersectBoxes } from "./clips.ts";
import { childOf, childrenOf, type OfdElement } from "./element.ts";
import { boundaryBox, boundaryMatrix, ctmOf, objectMatrix, scaleOf } from "./measures.ts";
import type { Resources } from "./resources.ts";
import type { Origin, Scene } from "./scene.ts";
import { boundsOf, type Shape, strokeShape } from "./shape.ts";
import { type Colour, type Inherited, inherit, type Style, styleOf } from "./style.ts";
import { charactersOf } from "./text-object.ts";

/** Where and how graphic units are painted. */
export interface Canvas {
  readonly scene: Scene;
  readonly resources: Resources;
  readonly origin: Origin;
  /** From the surrounding space to the page. */
  readonly matrix: Matrix;
  readonly clipping: Clipping;
  readonly inherited: Inherited;
  readonly tiled: boolean;
  /** Composites and patterns inside each other. */
  readonly depth: number;
}

/** Composites may point at themselves, or at each other many times over. */
const DEPTH = 8;
const UNITS = 1_000_000;
/** Opacity from which nothing shines through. */
const OPAQUE = 250;
/** Viewers differ in whether a Boundary that is a little tight cuts text: this many em outside, all do. */
const TEXT_MARGIN = 0.5;

/** Paints the graphic units directly inside an element: a layer, a block, a composite's content, an appearance. */
export function paintUnits(element: OfdElement, canvas: Canvas): void {
  for (const unit of element.children) {
    // Counted for blocks and composites too, which can hold each other without painting anything.
    if (canvas.scene.order++ >= UNITS) {
      canvas.scene.complete = false;
      return;
    }
    PAINTERS[unit.name]?.(unit, { ...canvas, inherited: inherit(unit, canvas.inherited) });
  }
}

const PAINTERS: Readonly<Record<string, (unit: OfdElement, canvas: Canvas) => void>> = {
  PageBlock: paintUnits,
  TextObject: paintText,
  PathObject: paintPath,
  ImageObject: paintImage,
  CompositeObject: paintComposite,
};

function paintText(unit: OfdElement, canvas: Canvas): void {
  const { scene, origin, tiled, resources, inherited } = canvas;
  const { matrix, limits } = place(unit, canvas);
  const style = styleOf(unit, inherited, resources, true);
  const { order } = scene;
  const em = scaleOf(matrix) * Math.abs(Number(unit.attributes.get("Size")) || 0);
  const bounds = boundaryBox(unit, canvas.matrix);
  const clip = intersectBoxes(cut(canvas.clipping, limits).box, bounds && grown(bounds, TEXT_MARGIN * em));
  const object = { order, origin, visible: inherited.visible, style, clip, tiled };
  for (const glyph of charactersOf(unit, matrix, object)) scene.glyphs.push(glyph);
  for (const code of childrenOf(unit, "TextCode")) scene.read.add(code);
  paintPatterns(unit, matrix, canvas);
}

function paintPath(unit: OfdElement, canvas: Canvas): void {
  const { scene, resources, inherited } = canvas;
  const { matrix, limits } = place(unit, canvas);
  const { order } = scene;
  const data = childOf(unit, "AbbreviatedData");
  const { contours, segments } = contoursOf(data?.text ?? "", matrix);
  if (inherited.visible) {
    scene.paths++;
    scene.longestPath = Math.max(scene.longestPath, segments);
    const style = styleOf(unit, inherited, resources, false);
    const evenOdd = /even/i.test(unit.attributes.get("Rule") ?? "");
    const clipping = cut(cut(canvas.clipping, limits), {
      box: boundaryBox(unit, canvas.matrix),
      exact: true,
    });
    const add = (shape: Shape | null, colour: Colour) => addPaint(canvas, order, shape, clipping, colour);
    if (style.fill) add({ contours, evenOdd }, style.fillColour);
    if (style.stroke) add(strokeOf(contours, matrix, style), style.strokeColour);
  }
  paintPatterns(unit, matrix, canvas);
}

function strokeOf(contours: Shape["contours"], matrix: Matrix, { lineWidth }: Style): Shape | null {
  return strokeShape(contours, lineWidth * scaleOf(matrix));
}

function addPaint(
  { scene, origin, inherited, tiled }: Canvas,
  order: number,
  shape: Shape | null,
  clipping: Clipping,
  colour: Colour,
): void {
  const bounds = shape && boundsOf(shape.contours);
  if (!shape || !bounds || colour?.[3] === 0) return;
  const box = clipping.box ? intersect(bounds, clipping.box) : bounds;
  if (area(box) === 0) return;
  const sure = clipping.exact && !inherited.blended && !tiled && colour !== null && colour[3] >= OPAQUE;
  scene.paints.push({ order, origin, shape, box, colour: sure ? colour : null });
}

function paintImage(unit: OfdElement, canvas: Canvas): void {
  const { scene, origin, resources, inherited, tiled } = canvas;
  const { order } = scene;
  const { matrix, limits } = place(unit, canvas);
  const bounds = boundaryBox(unit, canvas.matrix);
  // An image is the unit square; without a CTM readers stretch it over its Boundary.
  const square = unit.attributes.has("CTM")
    ? transform({ left: 0, bottom: 0, right: 1, top: 1 }, matrix)
    : bounds;
  const clipping = cut(canvas.clipping, limits);
  const box = intersectBoxes(intersectBoxes(square, bounds), clipping.box);
  if (box === null || !inherited.visible || inherited.alpha === 0) return;
  const masked = unit.attributes.has("ImageMask");
  const solid = clipping.exact && !inherited.blended && !tiled && !masked && inherited.alpha >= OPAQUE;
  const part = resources.multiMedias.get(unit.attributes.get("ResourceID") ?? "");
  scene.images.push({ order, origin, box, part, solid: solid && isUpright(matrix) });
}

function paintComposite(unit: OfdElement, canvas: Canvas): void {
  const composite = canvas.resources.composites.get(unit.attributes.get("ResourceID") ?? "");
  const content = composite ? (childOf(composite, "Content") ?? composite) : undefined;
  if (content === undefined || canvas.depth >= DEPTH) {
    canvas.scene.complete = false;
    return;
  }
  const { matrix, limits } = place(unit, canvas);
  paintUnits(content, { ...canvas, matrix, clipping: cut(canvas.clipping, limits), depth: canvas.depth + 1 });
}

/** Patterns hold graphic units of their own (GB/T 33190-2016, 8.3.3), often the words of a watermark. */
function paintPatterns(unit: OfdElement, matrix: Matrix, canvas: Canvas): void {
  for (const name of ["FillColor", "StrokeColor"]) {
    const colour = childOf(unit, name);
    const pattern = colour && childOf(colour, "Pattern");
    const cell = pattern && childOf(pattern, "CellContent");
    if (!cell) continue;
    if (canvas.depth >= DEPTH) canvas.scene.complete = false;
    else
      paintUnits(cell, {
        ...canvas,
        matrix: concat(ctmOf(pattern), matrix),
        tiled: true,
        depth: canvas.depth + 1,
      });
  }
}

function place(unit: OfdElement, canvas: Canvas): { matrix: Matrix; limits: Clipping } {
  const matrix = objectMatrix(unit, canvas.matrix);
  return { matrix, limits: clipsOf(unit, matrix, boundaryMatrix(unit, canvas.matrix)) };
}

function isUpright([a, b, c, d]: Matrix): boolean {
  return (Math.abs(b) + Math.abs(c)) * 50 < Math.abs(a) + Math.abs(d) || (a === 0 && d === 0);
}

function grown({ left, bottom, right, top }: Box, margin: number): Box {
  return { left: left - margin, bottom: bottom - margin, right: right + margin, top: top + margin };
}
