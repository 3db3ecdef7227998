import type { CrossesInside, Detector } from "../detect/index.ts";
import type { RestrictedLookup } from "../detect/restricted.ts";
import type { JudgedHit, Office } from "../judge/index.ts";
import type { Anatomy, FileReview, Hit, Limits, Notice, Rule, TextBlock } from "../model/index.ts";
import type { Story } from "../normalise/story.ts";
import type { Wording } from "../wording/index.ts";

/** A file on disk, as discovery names it. */
export interface Source {
  readonly root: number;
  readonly path: string;
  readonly absolute: string | Buffer;
  /** What discovery already knows of it. */
  readonly notice: Notice | null;
}

/** Everything the line needs, given from outside. */
export interface Tools {
  readonly detector: Detector;
  /** Opens the segmenter on first need. */
  readonly openWords: () => Promise<CrossesInside>;
  readonly rules: ReadonlyMap<string, Rule>;
  /** Whose papers these are. */
  readonly office: Office;
  readonly restricted: RestrictedLookup | null;
  /** Makes the fingerprints of one file's findings; null without a key. */
  readonly fingerprints: ((path: string, blocks: readonly TextBlock[]) => (hit: Hit) => string) | null;
  /** Whether a preview is made of each file. */
  readonly previews: boolean;
  readonly limits: Limits;
  /** YYYY-MM-DD; governs every date. */
  readonly today: string;
  /** Characters shown on each side of a match. */
  readonly context: number;
  readonly wording: Wording;
  /** Told the number of pages as soon as a format knows it. */
  readonly onPages: (pages: number) => void;
  /** Told the raw material of every review: for `explain`, which shows people their own text in their own process. */
  readonly onAssessed?: (assessed: Assessed) => void;
}

/** What a review was made from, unmasked. */
export interface Assessed {
  readonly review: FileReview;
  readonly blocks: readonly TextBlock[];
  readonly stories: readonly Story[];
  readonly words: CrossesInside | null;
  /** In step with the findings of the review. */
  readonly hits: readonly JudgedHit[];
  readonly anatomy: Anatomy;
}

/** Bytes on their way through the line: the file itself, or something nested in it. */
export interface Item {
  readonly root: number;
  readonly path: string;
  readonly container: string | null;
  /** null: a member whose bytes could not be had; its notices say why. */
  readonly bytes: Uint8Array | null;
  readonly depth: number;
  readonly notices: readonly Notice[];
}
