import type { Channel } from "../../model/document.ts";
import { area, type Box, centre, contains, intersect } from "../page-text/geometry.ts";
import { createGround, type Ground } from "./ground.ts";
import type { Scene, SceneGlyph, SceneImage, TextUnit } from "./scene.ts";
import type { Colour, Style } from "./style.ts";

/** What is known of a page besides what is painted on it. */
export interface PageView {
  /** The part of the page a viewer shows; null when the file does not say how large it is. */
  readonly view: Box | null;
  /** Whether the pixels of an image file let nothing through. */
  readonly isOpaque: (part: string | undefined) => boolean;
}

export interface Judgement {
  /** How each glyph is kept from the reader; null: it is not. */
  readonly channels: readonly (Channel | null)[];
  /** Most of the text is a recogniser's reading of a scan, unseen above it or hidden under it. */
  readonly recognised: boolean;
  /** False where there was more to compare than can be compared. */
  readonly complete: boolean;
}

/** From this share of the page on, pictures are taken for the scan a layer of recognised text belongs to. */
const SCAN_SHARE = 0.3;
/** A picture over so much of the page is the scan of the page. */
const PAGE_SHARE = 0.5;
/** Opacity, 0 to 255, that nobody sees. */
const UNSEEN = 5;
/** Difference of two colours, in each of red, green and blue, that nobody sees. */
const SAME = 24;
/** Points. */
const TINY = 2;
const MARGIN = 1;
/** Share of a text object's hidden glyphs that must be seen at the same place. */
const SHADOW_SHARE = 0.8;
const WHITE: Colour = [255, 255, 255, 255];

/** Says of each glyph of a page whether a reader sees it. */
export function judgeVisibility(scene: Scene, page: PageView): Judgement {
  const scanOf = scans(scene, page);
  const ground = createGround(scene, (image) => page.isOpaque(image.part) && !isScan(image, page.view));
  let recognised = 0;
  const judge = (glyph: SceneGlyph): Channel | null => {
    const { style, visible, tiled } = glyph.object;
    const unseen = !visible || !paints(style);
    const scan = tiled ? undefined : scanOf(glyph, unseen);
    if (scan === undefined) return unseen ? "invisible" : tiled ? null : judgePainted(glyph, ground, page);
    recognised++;
    return ground.isCovered(glyph, scan.order) ? "covered" : null;
  };
  const channels = scene.glyphs.map((glyph) => (glyph.text.trim() === "" ? null : judge(glyph)));
  return {
    channels: withoutShadows(scene.glyphs, channels),
    recognised: recognised > scene.glyphs.length / 2,
    complete: ground.complete(),
  };
}

/** A glyph that leaves ink, but perhaps none that can be seen. */
function judgePainted(glyph: SceneGlyph, ground: Ground, { view }: PageView): Channel | null {
  if (ground.isCovered(glyph, glyph.object.order)) return "covered";
  if (isOutside(glyph.box, view) || isOutside(glyph.box, glyph.object.clip)) return "off-page";
  if (isLostIn(glyph.object.style, ground, glyph)) return "same-colour";
  return glyph.em < TINY ? "tiny" : null;
}

function paints({ fill, stroke, fillColour, strokeColour }: Style): boolean {
  const seen = (colour: Colour) => colour === null || colour[3] > UNSEEN;
  return (fill && seen(fillColour)) || (stroke && seen(strokeColour));
}

function isOutside(box: Box, view: Box | null): boolean {
  return (
    view !== null &&
    (box.right < view.left - MARGIN ||
      box.left > view.right + MARGIN ||
      box.top < view.bottom - MARGIN ||
      box.bottom > view.top + MARGIN)
  );
}

/** Text in the colour of what lies right below it. */
function isLostIn({ fill, stroke, fillColour }: Style, ground: Ground, glyph: SceneGlyph): boolean {
  if (!fill || stroke || fillColour === null) return false;
  const below = ground.colourBelow(glyph, WHITE);
  return below !== null && [0, 1, 2].every((part) => Math.abs(below[part]! - fillColour[part]!) <= SAME);
}

function isScan({ box }: SceneImage, view: Box | null): boolean {
  return view !== null && area(intersect(box, view)) > PAGE_SHARE * area(view);
}

/** The scan a glyph is the reading of: the one that hides it, or for unseen text the picture below. */
function scans({ images }: Scene, { view, isOpaque }: PageView) {
  const placed = images.filter(({ origin }) => origin.kind === "page");
  const covered = view ? placed.reduce((sum, { box }) => sum + area(intersect(box, view)), 0) : 0;
  const whole = placed.filter((image) => image.solid && isOpaque(image.part) && isScan(image, view));
  const under = view !== null && covered >= SCAN_SHARE * area(view) ? placed : [];
  return ({ box, object }: SceneGlyph, unseen: boolean): SceneImage | undefined => {
    const [x, y] = centre(box);
    const above = whole.findLast((image) => image.order > object.order && contains(image.box, x, y));
    return above ?? (unseen ? under.findLast((image) => contains(image.box, x, y)) : undefined);
  };
}

/** A hidden text object seen again at the same place is a shadow, or was painted anew above a box: its glyphs hide nothing. */
function withoutShadows(
  glyphs: readonly SceneGlyph[],
  channels: readonly (Channel | null)[],
): (Channel | null)[] {
  const cell = (glyph: SceneGlyph, value: number) => Math.round(value / Math.max(1, glyph.em / 2));
  const keys = (glyph: SceneGlyph, reach: readonly number[]) =>
    reach.flatMap((dx) =>
      reach.map((dy) => `${glyph.text} ${cell(glyph, glyph.x) + dx} ${cell(glyph, glyph.y) + dy}`),
    );
  const seen = new Set(glyphs.flatMap((glyph, index) => (channels[index] === null ? keys(glyph, [0]) : [])));
  const counts = new Map<TextUnit, { hidden: number; shadows: number }>();
  for (const [index, glyph] of glyphs.entries()) {
    if (channels[index] === null) continue;
    const count = counts.get(glyph.object) ?? { hidden: 0, shadows: 0 };
    count.hidden++;
    if (keys(glyph, [-1, 0, 1]).some((key) => seen.has(key))) count.shadows++;
    counts.set(glyph.object, count);
  }
  return channels.map((channel, index) => {
    const { hidden = 1, shadows = 0 } = counts.get(glyphs[index]!.object) ?? {};
    return channel !== null && shadows >= SHADOW_SHARE * hidden ? null : channel;
  });
}
