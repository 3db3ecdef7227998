import type { Budget } from "../extractor.ts";
import type { PictureSize } from "../picture-size.ts";

/** A text field of a picture file, still as bytes. */
export interface TextField {
  /** `jpeg:Comment`, `png:Author` … */
  readonly object: string;
  readonly bytes: Uint8Array;
  /** A field of somebody's own, not made for text: it counts only when it speaks. */
  readonly foreign?: boolean;
}

/** What the file format of a picture keeps apart; metadata still in the form of their own standards. */
export interface Container {
  /** Of the whole picture; null while unknown. */
  size: PictureSize | null;
  /** Of each image, where the file holds several. */
  readonly frames: PictureSize[];
  /** TIFF structures (CIPA DC-008); a TIFF file is one itself. */
  readonly exif: Uint8Array[];
  /** XMP packets (ISO 16684-1). */
  readonly xmp: Uint8Array[];
  /** Photoshop image resources. */
  readonly resources: Uint8Array[];
  readonly texts: TextField[];
  /** What follows after the end of the picture. */
  trailing: Uint8Array;
  /** false: the file breaks off, or its structure contradicts itself. */
  whole: boolean;
}

/** What a walk may use. */
export interface WalkTools {
  readonly budget: Budget;
  /** Inflates a zlib stream within the limits. Throws `Unread`: corrupt, limit-ratio, limit-expanded. */
  readonly inflate: (deflated: Uint8Array) => Uint8Array;
}

/** Fills a container from the bytes of one file. Throws `RangeError` or `Unread` on a broken one, with what it got kept. */
export type WalkContainer = (bytes: Buffer, into: Container, tools: WalkTools) => void;

export function emptyContainer(): Container {
  return {
    size: null,
    frames: [],
    exif: [],
    xmp: [],
    resources: [],
    texts: [],
    trailing: new Uint8Array(),
    whole: false,
  };
}
