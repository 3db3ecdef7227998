import type { Channel } from "../../model/document.ts";
import { area, type Box, centre, contains, intersect } from "../page-text/geometry.ts";
import type { Character } from "./characters.ts";
import type { Engine } from "./engine.ts";
import { boundsOf, fillOf, type PageObject } from "./page-objects.ts";
import { PAGE_OBJECT } from "./pdfium.ts";

/** What a page shows and in which box, as far as it decides whether text can be seen. */
export interface Scene {
  readonly engine: Engine;
  /** The part of the page a viewer shows: crop box within media box. */
  readonly view: Box;
  readonly objects: readonly PageObject[];
  readonly images: readonly PlacedImage[];
}

export interface PlacedImage {
  readonly object: PageObject;
  readonly box: Box;
}

/** Text rendering modes (ISO 32000-1, table 106). */
const MODE = { fill: 0, invisible: 3 } as const;
/** From this share of the page on, pictures are taken for the scan an OCR layer belongs to. */
const SCAN_SHARE = 0.3;
/** Comparing each character with more objects than this costs more than it tells. */
const COMPARED = 1_000;

/**
 * Says of each character of a page how it is kept from the reader (null: it is not), and whether most of them are an OCR
 * layer: text nobody sees over, or visible text under, a scan that shows the same. Text covered by boxes is not judged here.
 */
export function judgeVisibility(
  scene: Scene,
  characters: readonly Character[],
): { channels: (Channel | null)[]; recognised: boolean } {
  const styleOf = styles(scene.engine);
  const isBackground = backgrounds(scene);
  const isOnScan = scans(scene);
  let count = 0;
  const judge = (character: Character): Channel | null => {
    const style = styleOf(character.object);
    const onScan = isOnScan(character);
    if (onScan === "under" || (onScan === "over" && style.mode === MODE.invisible)) {
      count++;
      return null;
    }
    if (isUnpainted(style)) return "invisible";
    return isWhiteText(style) && !isBackground(character) ? "same-colour" : null;
  };
  const channels = characters.map((character) =>
    isOutside(character.box, scene.view) ? "off-page" : judge(character),
  );
  return { channels, recognised: count > characters.length / 2 };
}

interface Style {
  readonly mode: number;
  /** Null for patterns, of which nothing is known. */
  readonly fill: readonly number[] | null;
}

function isUnpainted({ mode, fill }: Style): boolean {
  return mode === MODE.invisible || (mode === MODE.fill && fill !== null && fill[3]! <= 5);
}

function isWhiteText({ mode, fill }: Style): boolean {
  return mode === MODE.fill && fill !== null && isWhite(fill);
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

/** Text is styled object by object; asked once for each. */
function styles(engine: Engine): (object: PageObject) => Style {
  const known = new Map<PageObject, Style>();
  return (object) => {
    const found = known.get(object) ?? {
      mode: engine.pdfium.FPDFTextObj_GetTextRenderMode(object.pointer),
      fill: fillOf(engine, object.pointer),
    };
    known.set(object, found);
    return found;
  };
}

/** Whether a character is painted over a scan, lies under one, or neither. */
function scans({ view, images }: Scene): (character: Character) => "over" | "under" | null {
  const covered = images.reduce((sum, { box }) => sum + area(intersect(box, view)), 0);
  if (covered < SCAN_SHARE * area(view)) return () => null;
  const compared = images.slice(0, COMPARED);
  const whole = compared.filter(({ box }) => area(intersect(box, view)) > 0.5 * area(view));
  return (character) => {
    const [x, y] = centre(character.box);
    const order = character.object.order;
    if (whole.some(({ object, box }) => object.order > order && contains(box, x, y))) return "under";
    return compared.some(({ box }) => contains(box, x, y)) ? "over" : null;
  };
}

/** Whether anything but white paper lies behind a character. In doubt it does: a false alarm helps nobody. */
function backgrounds(scene: Scene): (character: Character) => boolean {
  let placed: PlacedImage[] | null = null;
  return ({ box, object: { order } }) => {
    placed ??= coloured(scene);
    if (placed.length >= COMPARED) return true;
    const [x, y] = centre(box);
    return placed.some((below) => below.object.order < order && contains(below.box, x, y));
  };
}

function coloured({ engine, objects, images }: Scene): PlacedImage[] {
  const placed = [...images];
  for (const object of objects) {
    if (placed.length >= COMPARED) break;
    if (object.type !== PAGE_OBJECT.path && object.type !== PAGE_OBJECT.shading) continue;
    const fill = object.type === PAGE_OBJECT.path ? fillOf(engine, object.pointer) : null;
    const box = fill !== null && isWhite(fill) ? null : boundsOf(engine, object);
    if (box) placed.push({ object, box });
  }
  return placed;
}

function isWhite([red, green, blue]: readonly number[]): boolean {
  return Math.min(red!, green!, blue!) >= 250;
}
