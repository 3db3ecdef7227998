import type { Channel } from "../../model/document.ts";
import { area, type Box, centre, contains, intersect } from "../page-text/geometry.ts";
import type { Character } from "./characters.ts";
import type { Engine } from "./engine.ts";

import type { PageObject } from "./page-objects.ts";
import { clipOf } from "./redaction/clip.ts";
import { isUnpainted, type TextStyle } from "./text-style.ts";

/** What a page shows and in which box, as far as it decides whether text can be seen. */
export interface Scene {
  readonly engine: Engine;
  /** The part of the page a viewer shows: crop box within media box. */
  readonly view: Box;
  readonly objects: readonly PageObject[];
  readonly images: readonly PlacedImage[];
  readonly styleOf: (object: PageObject) => TextStyle;
}

export interface PlacedImage {
  readonly object: PageObject;
  readonly box: Box;
}

/** What the place and style of a character tell for certain. */
export interface Standing {
  /** How it is kept from the reader; null: nothing of that kind, what is painted around it decides. */
  readonly channel: Channel | null;
  /** It reads out a scan that shows the same: nobody sees it over, or it is visible under, that scan. */
  readonly onScan: boolean;
}

/** From this share of the page on, pictures are taken for the scan an OCR layer belongs to. */
const SCAN_SHARE = 0.3;
/** Comparing each character with more objects than this costs more than it tells. */
const COMPARED = 1_000;
/** Points, on a page of ordinary size; on a smaller one this share of its height. */
const TINY = { size: 2, share: 1 / 420 } as const;

/** Judges the characters of a page one by one, without regard to what else is painted, scans excepted. */
export function judgeStanding(scene: Scene, characters: readonly Character[]): Standing[] {
  const isOnScan = scans(scene);
  const shows = shownObjects(scene, characters);
  return characters.map((character) => {
    if (!shows.has(character.object)) return { channel: "off-page", onScan: false };
    const unpainted = isUnpainted(scene.styleOf(character.object));
    const place = isOnScan(character);
    if (place === "under" || (place === "over" && unpainted)) return { channel: null, onScan: true };
    if (unpainted) return { channel: "invisible", onScan: false };
    return { channel: isTiny(character, scene.view) ? "tiny" : null, onScan: false };
  });
}

function isOutside(box: Box, view: Box): boolean {
  const margin = 1;
  return (
    box.right < view.left - margin ||
    box.left > view.right + margin ||
    box.top < view.bottom - margin ||
    box.bottom > view.top + margin
  );
}

/**
 * Text objects of which at least one character lies on the page and within what clips it. Cells of spreadsheets clip their text, and
 * a number cut in two would be found in neither half: what shows in part counts as shown.
 */
function shownObjects({ engine, view }: Scene, characters: readonly Character[]): Set<PageObject> {
  const clips = new Map<PageObject, Box>();
  const shown = new Set<PageObject>();
  for (const { object, box } of characters) {
    if (shown.has(object)) continue;
    const clip = clips.get(object) ?? intersect(clipOf(engine, object) ?? view, view);
    clips.set(object, clip);
    if (!isOutside(box, clip)) shown.add(object);
  }
  return shown;
}

function isTiny({ em }: Character, { bottom, top }: Box): boolean {
  return em < Math.min(TINY.size, TINY.share * (top - bottom));
}

/** Whether a character is painted over a scan, lies under one, or neither. */
function scans({ view, images }: Scene): (character: Character) => "over" | "under" | null {
  const covered = images.reduce((sum, { box }) => sum + area(intersect(box, view)), 0);
  if (covered < SCAN_SHARE * area(view)) return () => null;
  const compared = images.slice(0, COMPARED);
  const whole = joinStrips(compared).filter(({ box }) => area(intersect(box, view)) > 0.5 * area(view));
  return (character) => {
    const [x, y] = centre(character.box);
    const order = character.object.order;
    if (whole.some(({ object, box }) => object.order > order && contains(box, x, y))) return "under";
    return compared.some(({ box }) => contains(box, x, y)) ? "over" : null;
  };
}

/** Scanners cut a page into strips; those that continue each other are one picture. */
function joinStrips(images: readonly PlacedImage[]): PlacedImage[] {
  const near = (a: number, b: number) => Math.abs(a - b) < 2;
  const joined: PlacedImage[] = [];
  for (const { object, box } of images) {
    const last = joined.at(-1)?.box;
    const continues =
      last &&
      near(last.left, box.left) &&
      near(last.right, box.right) &&
      (near(last.bottom, box.top) || near(last.top, box.bottom));
    if (!continues) joined.push({ object, box });
    else
      joined[joined.length - 1] = {
        object: joined.at(-1)!.object,
        box: { ...box, bottom: Math.min(last.bottom, box.bottom), top: Math.max(last.top, box.top) },
      };
  }
  return joined;
}
