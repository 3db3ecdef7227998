import type { Extraction, Notice, Picture } from "../model/document.ts";
import type { Extract } from "./extractor.ts";
import { type PictureReading, readPicture } from "./image/read-picture.ts";
import { createOutcome } from "./outcome.ts";
import type { PictureSize } from "./picture-size.ts";

/** From this size on, both ways, a picture of its own may show words. */
const SPEAKING = 200;

/**
 * A picture by itself: metadata, comments and what hangs behind it. Its pixels are not read: `ocr-unavailable` unless it is known
 * to be small; `corrupt` where the file breaks off. `format` only names the result.
 */
export function imageExtractor(format: string): Extract {
  return async (bytes, context): Promise<Extraction> => {
    const outcome = createOutcome();
    const reading = await readPicture(bytes, outcome, context);
    const pictures = picturesOf(reading, format);
    const pages = format === "tiff" ? pictures.length : null;
    if (pages !== null) context.onPages?.(pages);
    const extraction = outcome.finish(format);
    return {
      ...extraction,
      pictures: [...pictures, ...extraction.pictures],
      notices: [...ownNotices(reading), ...extraction.notices],
      pages,
    };
  };
}

/** The pages of a TIFF file, the frames of an animation, or the one picture there is. */
function picturesOf({ size, frames }: PictureReading, format: string): Picture[] {
  if (frames.length <= 1) return [{ location: {}, ...(size ?? { width: null, height: null }) }];
  return frames.map((frame, index) => ({
    location: format === "tiff" ? { page: index + 1 } : {},
    ...frame,
  }));
}

function ownNotices({ size, frames, whole }: PictureReading): Notice[] {
  const notices: Notice[] = [];
  if (!whole) notices.push({ code: "corrupt", location: null });
  if (size === null ? whole : [size, ...frames].some(isSpeaking))
    notices.push({ code: "ocr-unavailable", location: null });
  return notices;
}

function isSpeaking({ width, height }: PictureSize): boolean {
  return Math.min(width, height) >= SPEAKING;
}
