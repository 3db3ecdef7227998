import type { Location } from "../../model/document.ts";
import type { Outcome } from "../outcome.ts";
import { type PictureSize, pictureSize } from "../picture-size.ts";
import { isOpaque } from "./opacity.ts";
import type { OfdPackage } from "./package.ts";

/** The picture files of a document; each is looked into once and listed once, where it is first shown. */
export interface Media {
  /** Looks into a file, so that `isOpaque` can tell. */
  load(part: string): Promise<void>;
  isOpaque(part: string | undefined): boolean;
  /** Lists a picture whose pixels nobody reads; one without a file has no size. */
  show(part: string | undefined, location: Location): void;
  /** The picture's text has been read: it is not listed. */
  take(part: string): void;
}

interface Known {
  readonly size: PictureSize | null;
  readonly opaque: boolean;
}

export function openMedia(parts: OfdPackage, outcome: Outcome): Media {
  const known = new Map<string, Known>();
  const shown = new Set<string>();
  return {
    take: (part) => void shown.add(part),
    load: async (part) => {
      if (known.has(part) || outcome.exhausted()) return;
      const bytes = await outcome.attempt(part, () => parts.read(part));
      known.set(part, { size: bytes ? pictureSize(bytes) : null, opaque: bytes ? isOpaque(bytes) : false });
    },
    isOpaque: (part) => part !== undefined && known.get(part)?.opaque === true,
    show: (part, location) => {
      if (part !== undefined && shown.has(part)) return;
      if (part !== undefined) shown.add(part);
      const { width, height } = known.get(part ?? "")?.size ?? { width: null, height: null };
      const object = part === undefined ? {} : { object: part };
      outcome.pictures.push({ location: { ...location, ...object }, width, height });
    },
  };
}
