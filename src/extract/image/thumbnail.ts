import type { Location } from "../../model/document.ts";
import type { ExtractContext } from "../extractor.ts";
import type { Outcome } from "../outcome.ts";
import { type PictureSize, pictureSize } from "../picture-size.ts";

/** Rounding to whole pixels moves the ratio of a small copy by less than this. */
const TOLERANCE = 0.05;

/**
 * Counts a small copy that a picture carries of itself. One of another shape may show what was cut off the picture: it is named,
 * and goes back to the line as a file.
 */
export async function keepThumbnail(
  file: Uint8Array,
  main: PictureSize | null,
  prefix: string,
  outcome: Outcome,
  context: ExtractContext,
  place: Location,
): Promise<void> {
  const size = pictureSize(file);
  if (size === null) return;
  const location = { ...place, object: `${prefix}thumbnail` };
  outcome.pictures.push({ location, ...size });
  if (main !== null && sameShape(size, main)) return;
  const name = `${prefix}thumbnail.jpg`;
  outcome.blocks.push({ text: name, part: "metadata", channel: "orphan", location });
  context.budget.spendBytes(file.length);
  await context.child(name, file);
}

/** Either way up: cameras turn the picture and leave the copy as it was. */
function sameShape(one: PictureSize, other: PictureSize): boolean {
  return Math.abs(ratio(one) / ratio(other) - 1) < TOLERANCE;
}

function ratio({ width, height }: PictureSize): number {
  return Math.max(width, height) / Math.max(1, Math.min(width, height));
}
