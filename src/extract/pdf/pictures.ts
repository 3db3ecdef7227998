import type { Picture } from "../../model/document.ts";
import { area, type Box, intersect } from "../page-text/geometry.ts";
import type { Engine } from "./engine.ts";
import type { PageObject } from "./page-objects.ts";
import { boundsOf } from "./page-objects.ts";
import { PAGE_OBJECT } from "./pdfium.ts";
import type { PlacedImage } from "./visibility.ts";

/** The pictures of a page with the place they are painted at, in the order of painting. */
export function placeImages(engine: Engine, objects: readonly PageObject[]): PlacedImage[] {
  const images: PlacedImage[] = [];
  for (const object of objects) {
    const box = object.type === PAGE_OBJECT.image ? boundsOf(engine, object) : null;
    if (box) images.push({ object, box });
  }
  return images;
}

interface Strip {
  readonly box: Box;
  readonly width: number;
  readonly height: number;
}

/**
 * The pictures of a page that still have to be read, with sizes in pixels. Scanners cut a page into strips; strips that
 * continue each other count as one picture, else a whole scan would pass for many tiny ones.
 * @param ocrLayer the page's text is what its page-covering picture shows, so that picture has been read
 */
export function unreadPictures(
  engine: Engine,
  images: readonly PlacedImage[],
  view: Box,
  ocrLayer: boolean,
  page: number,
): Picture[] {
  const whole: Strip[] = [];
  for (const { object, box } of images) {
    const strip = { box, ...pixelSize(engine, object) };
    const last = whole.at(-1);
    if (last && continues(last, strip)) whole[whole.length - 1] = join(last, strip);
    else whole.push(strip);
  }
  return whole
    .filter(({ box }) => !ocrLayer || area(intersect(box, view)) < area(view) / 2)
    .map(({ width, height }) => ({ location: { page }, width: width || null, height: height || null }));
}

function pixelSize({ pdfium, memory }: Engine, { pointer }: PageObject): { width: number; height: number } {
  const at = memory.scratch;
  if (!pdfium.FPDFImageObj_GetImagePixelSize(pointer, at, at + 4)) return { width: 0, height: 0 };
  const [width, height] = memory.integers(at, 2);
  return { width: width!, height: height! };
}

function continues(above: Strip, below: Strip): boolean {
  const near = (a: number, b: number) => Math.abs(a - b) < 2;
  const sameColumn = near(above.box.left, below.box.left) && near(above.box.right, below.box.right);
  const touching = near(above.box.bottom, below.box.top) || near(above.box.top, below.box.bottom);
  return sameColumn && touching && above.width === below.width;
}

function join(above: Strip, below: Strip): Strip {
  return {
    box: {
      left: above.box.left,
      right: above.box.right,
      bottom: Math.min(above.box.bottom, below.box.bottom),
      top: Math.max(above.box.top, below.box.top),
    },
    width: above.width,
    height: above.height + below.height,
  };
}
