import type { PixelRect } from "../../../model/preview.ts";
import { Unread } from "../../extractor.ts";
import { type Box, intersect } from "../../page-text/geometry.ts";
import type { Engine } from "../engine.ts";
import type { Pointer } from "../pdfium.ts";
import { paintFields } from "./paint-fields.ts";

/** A part of a page as pixels, 4 bytes each: blue, green, red, nothing. */
export interface Frame {
  readonly width: number;
  readonly height: number;
  /** The pixels of a box on the page; right and bottom are the first ones outside. Never empty unless out of the frame. */
  pixelsOf(box: Box): PixelRect;
  /** @param annotations whether they are painted too, form fields among them */
  paint(annotations: boolean): Buffer;
}

/** Pixels of a frame: 16 MB. */
const PIXELS = 4_000_000;
/** An em gets so many pixels, when there is room. */
const EM_PIXELS = 16;
const SCALE = { least: 0.5, most: 6 } as const;
const BGRX = 3;
const WHITE = 0xffffffff;
/** FPDF_ANNOT of fpdfview.h. */
const WITH_ANNOTATIONS = 1;

/**
 * @param view the visible part of the page
 * @param region the part of it that matters
 * @param wanted pixels to a point, of which there are fewer where the region is large
 */
export function createFrame(engine: Engine, page: Pointer, view: Box, region: Box, wanted: number): Frame {
  const { pdfium, memory } = engine;
  const shown = intersect(region, view);
  const size = Math.max(1, (shown.right - shown.left) * (shown.top - shown.bottom));
  const scale = Math.min(wanted, Math.sqrt(PIXELS / size));
  const points = [pdfium.FPDF_GetPageWidthF(page), pdfium.FPDF_GetPageHeightF(page)] as const;
  const [pageWidth, pageHeight] = [pixels(points[0] * scale), pixels(points[1] * scale)];
  const place = placer(view, pdfium.FPDFPage_GetRotation(page), pageWidth, pageHeight);
  const [x0, y0, x1, y1] = place(shown);
  const [left, top] = [Math.floor(x0), Math.floor(y0)];
  const width = Math.max(1, Math.ceil(x1) - left);
  const height = Math.max(1, Math.ceil(y1) - top);
  return {
    width,
    height,
    pixelsOf(box) {
      const [fromX, fromY, toX, toY] = place(box);
      const [firstX, endX] = wholePixels(fromX - left, toX - left, width);
      const [firstY, endY] = wholePixels(fromY - top, toY - top, height);
      return { left: firstX, top: firstY, right: endX, bottom: endY };
    },
    paint(annotations) {
      const bitmap = pdfium.FPDFBitmap_CreateEx(width, height, BGRX, 0, 0);
      if (bitmap === 0) throw new Unread("limit-expanded", { found: width * height * 4 });
      try {
        const flags = annotations ? WITH_ANNOTATIONS : 0;
        pdfium.FPDFBitmap_FillRect(bitmap, 0, 0, width, height, WHITE);
        pdfium.FPDF_RenderPageBitmap(bitmap, page, -left, -top, pageWidth, pageHeight, 0, flags);
        if (annotations)
          paintFields(engine, page, bitmap, {
            scale: [pageWidth / points[0], pageHeight / points[1]],
            left,
            top,
          });
        // Rows of 4-byte pixels have no padding.
        return memory.copyOut(pdfium.FPDFBitmap_GetBuffer(bitmap), width * height * 4);
      } finally {
        pdfium.FPDFBitmap_Destroy(bitmap);
      }
    },
  };
}

/** Pixels to a point that let characters be told from each other. @param em size of the smallest ones, in points */
export function scaleFor(em: number): number {
  return Math.min(Math.max(EM_PIXELS / em, SCALE.least), SCALE.most);
}

function pixels(size: number): number {
  return Math.max(1, Math.round(size));
}

/** Whole pixels inside an extent, at least one. */
function wholePixels(from: number, to: number, size: number): [first: number, end: number] {
  const first = Math.max(0, Math.ceil(from));
  return [first, Math.min(size, Math.max(Math.floor(to), first + 1))];
}

/** Turns a box on the page into one on the whole page's bitmap, y downwards. @param turns quarters the page is turned clockwise */
function placer(
  view: Box,
  turns: number,
  width: number,
  height: number,
): (box: Box) => [left: number, top: number, right: number, bottom: number] {
  const across = (x: number) => (x - view.left) / (view.right - view.left);
  const down = (y: number) => (view.top - y) / (view.top - view.bottom);
  return ({ left, bottom, right, top }) => {
    const [l, t, r, b] = [across(left), down(top), across(right), down(bottom)];
    if (turns === 1) return [(1 - b) * width, l * height, (1 - t) * width, r * height];
    if (turns === 2) return [(1 - r) * width, (1 - b) * height, (1 - l) * width, (1 - t) * height];
    if (turns === 3) return [t * width, (1 - r) * height, b * width, (1 - l) * height];
    return [l * width, t * height, r * width, b * height];
  };
}
