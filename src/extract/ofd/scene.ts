import type { PlacedCharacter } from "../page-text/character.ts";
import type { Box } from "../page-text/geometry.ts";
import type { OfdElement } from "./element.ts";
import type { Shape } from "./shape.ts";
import type { Colour, Style } from "./style.ts";

/** What a graphic unit belongs to: the page with its templates, or one annotation. */
export interface Origin {
  readonly kind: "page" | "annotation" | "stamp" | "watermark";
}

/** A TextObject as it is painted. */
export interface TextUnit {
  readonly order: number;
  readonly origin: Origin;
  readonly visible: boolean;
  readonly style: Style;
  /** Nothing outside is shown; null for no limit but the page. */
  readonly clip: Box | null;
  /** Part of a pattern, repeated in places that are not followed. */
  readonly tiled: boolean;
}

export interface SceneGlyph extends PlacedCharacter {
  readonly object: TextUnit;
}

/** A filled or thickly stroked path. */
export interface Paint {
  readonly order: number;
  readonly origin: Origin;
  readonly shape: Shape;
  /** The part of it that is shown. */
  readonly box: Box;
  /** Null when unknown or seen through: something is there, but nothing is covered. */
  readonly colour: Colour;
}

export interface SceneImage {
  readonly order: number;
  readonly origin: Origin;
  readonly box: Box;
  /** The file; undefined when the archive lacks it. */
  readonly part: string | undefined;
  /** Nothing but the file's own transparency lets through what lies below. */
  readonly solid: boolean;
}

/** Everything on a page in the order of painting; places in points, y upwards. */
export interface Scene {
  readonly glyphs: SceneGlyph[];
  readonly paints: Paint[];
  readonly images: SceneImage[];
  /** Paths, and the segments of the longest, whether they cover anything or not. */
  paths: number;
  longestPath: number;
  /** Elements whose text was taken up. */
  readonly read: WeakSet<OfdElement>;
  /** Something could not be followed: a missing composite, too many objects. */
  complete: boolean;
  order: number;
}

export function emptyScene(read: WeakSet<OfdElement>): Scene {
  return {
    glyphs: [],
    paints: [],
    images: [],
    paths: 0,
    longestPath: 0,
    read,
    complete: true,
    order: 0,
  };
}
