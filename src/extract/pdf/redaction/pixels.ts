import type { PixelRect } from "../../../model/preview.ts";
import type { Frame } from "./frame.ts";

/** Of a character that cannot be seen, this share of the pixels may differ: a neighbour reaches in. */
const STRAY = 0.01;

/** Whether two paintings look the same within a rectangle. @param threshold difference of a colour channel that the eye notices */
export function looksSame(frame: Frame, a: Buffer, b: Buffer, rect: PixelRect, threshold: number): boolean {
  let differing = 0;
  let pixels = 0;
  eachPixel(frame, rect, (at) => {
    pixels++;
    const apart = Math.max(
      Math.abs(a[at]! - b[at]!),
      Math.abs(a[at + 1]! - b[at + 1]!),
      Math.abs(a[at + 2]! - b[at + 2]!),
    );
    if (apart > threshold) differing++;
  });
  return differing <= pixels * STRAY;
}

/** What a rectangle of a painting looks like when nothing in it can be read. */
export type Evenness = "dark" | "white" | "even" | null;

/** Pixels darker than this are black ink. */
const DARK = 90;
/** Brighter ones are paper, whatever a scanner makes of it. */
const BRIGHT = 235;
/** Edges of a box may be lighter. */
const MOSTLY = 0.97;
/** Noise of a scanner or of compression. */
const NOISE = 20;

/** null where something is drawn. A box of fewer than 6 pixels shows nothing either way. */
export function evenness(frame: Frame, painting: Buffer, rect: PixelRect): Evenness {
  let pixels = 0;
  let dark = 0;
  let least = 255;
  let most = 0;
  eachPixel(frame, rect, (at) => {
    pixels++;
    const low = Math.min(painting[at]!, painting[at + 1]!, painting[at + 2]!);
    const high = Math.max(painting[at]!, painting[at + 1]!, painting[at + 2]!);
    if (high < DARK) dark++;
    least = Math.min(least, low);
    most = Math.max(most, high);
  });
  if (pixels < 6) return null;
  if (dark >= MOSTLY * pixels) return "dark";
  if (least > BRIGHT) return "white";
  return most - least <= NOISE ? "even" : null;
}

/** Blue, green and red of the pixel in the middle. */
export function middleOf({ width }: Frame, painting: Buffer, rect: PixelRect): readonly number[] {
  const [x, y] = [(rect.left + rect.right) >> 1, (rect.top + rect.bottom) >> 1];
  return [...painting.subarray((y * width + x) * 4, (y * width + x) * 4 + 3)];
}

function eachPixel({ width }: Frame, { left, top, right, bottom }: PixelRect, visit: (at: number) => void) {
  for (let y = top; y < bottom; y++) for (let x = left; x < right; x++) visit((y * width + x) * 4);
}
