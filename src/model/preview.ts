import type { Hit, Masked } from "./finding.ts";
import type { FileReview } from "./review.ts";

/** The elements a text preview is made of; none has an attribute. */
export const PREVIEW_TAGS = [
  "p",
  "h1",
  "h2",
  "h3",
  "h4",
  "h5",
  "h6",
  "table",
  "tr",
  "td",
  "th",
  "ul",
  "ol",
  "li",
  "strong",
  "em",
  "u",
  "sup",
  "sub",
  "br",
] as const;
export type PreviewTag = (typeof PREVIEW_TAGS)[number];

/** A tree of those elements; `text` is what the leaves hold. */
export type Tree<Text> = Text | { readonly tag: PreviewTag; readonly children: readonly Tree<Text>[] };

/** A run of masked text; `marked` where a finding says the same. */
export interface PreviewText {
  readonly text: Masked;
  readonly marked: boolean;
}

/** A page as a picture, all that must not be seen painted over. */
export interface PagePicture {
  readonly page: number;
  /** Pixels. */
  readonly width: number;
  readonly height: number;
  /** PNG in base64. */
  readonly png: Masked;
}

/**
 * Why there is no preview: the file was not read in full; it may be a secret paper; what has to be covered was not found again in
 * what would be shown; it could not be painted; enough files have one.
 */
export const PREVIEW_REFUSALS = ["unread", "withheld", "unplaced", "unpainted", "enough"] as const;
export type PreviewRefusal = (typeof PREVIEW_REFUSALS)[number];

/** What the HTML report shows of a file beside its findings. Holds no raw text; no other report carries it. */
export type Preview =
  | {
      readonly kind: "pages";
      readonly pages: readonly PagePicture[];
      /** Further pages with findings, which are not shown. */
      readonly omitted: number;
    }
  | { readonly kind: "text"; readonly nodes: readonly Tree<PreviewText>[]; readonly cut: boolean }
  | { readonly kind: "refused"; readonly reason: PreviewRefusal };

/** A review and what may be shown beside it; null where nothing was to be shown. */
export interface Reviewed {
  readonly review: FileReview;
  readonly preview: Preview | null;
}

/** Half-open on both axes, y downwards. */
export interface PixelRect {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** Characters of a painted page as one text; lines end in a line feed, cells in a TAB. */
export interface PaintedText {
  readonly text: string;
  /** Of each UTF-16 unit the place of its character in `rects`; -1 for what is not painted. */
  readonly places: readonly number[];
  /** The number of each line, as locations have it; null where lines have no number. */
  readonly lines: readonly number[] | null;
}

/** A page as it was painted: never leaves the child process. */
export interface Painting {
  readonly page: number;
  readonly width: number;
  readonly height: number;
  /** Blue, green, red and nothing, row by row. */
  readonly pixels: Uint8Array;
  /** Where each character stands. */
  readonly rects: readonly PixelRect[];
  /** What a reader sees: line by line, and in the order of painting. */
  readonly visible: readonly PaintedText[];
  /** What a reader does not see, though its pixels may tell. */
  readonly hidden: PaintedText;
  /** Characters nobody can read off the file; places in `rects`. */
  readonly unknown: readonly number[];
}

/** What a preview must not show and what it points at. */
export interface PreviewHits {
  readonly concealed: readonly Hit[];
  readonly marked: readonly Hit[];
}
