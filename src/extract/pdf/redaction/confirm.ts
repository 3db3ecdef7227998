import { performance } from "node:perf_hooks";
import type { Channel } from "../../../model/document.ts";
import type { PixelRect } from "../../../model/preview.ts";
import type { Box } from "../../page-text/geometry.ts";
import type { Character } from "../characters.ts";
import type { Engine } from "../engine.ts";
import { type PageObject, walkObjects } from "../page-objects.ts";
import type { Pointer } from "../pdfium.ts";
import { createFrame, type Frame, scaleFor } from "./frame.ts";
import type { Colour } from "./paint.ts";
import { type Evenness, evenness, looksSame, middleOf } from "./pixels.ts";
import { readScanPixels } from "./scan-pixels.ts";
import { bodyOf, isBlock, type Suspect } from "./suspects.ts";
import { createTrial, type Trial } from "./trial.ts";

/** A page to be painted, and what was read off it. */
export interface Evidence {
  readonly engine: Engine;
  /** Of the proof; painted differently from now on. */
  readonly page: Pointer;
  readonly view: Box;
  readonly characters: readonly Character[];
  readonly suspects: readonly Suspect[];
}

/** Difference of a colour channel: text below something this opaque cannot be read, text of colours this close cannot be seen. */
const READABLE = 24;
const VISIBLE = 12;
/** Milliseconds; a page takes up to four paintings. */
const SLOW = 1_500;
const MAGENTA: Colour = [255, 0, 255];
const GREEN: Colour = [0, 255, 0];
/** How far from the edges of its box a character is looked at: neighbours and slanted strokes reach in. */
const INSET = 0.15;

/**
 * Paints the page with and without the suspicious text and says of each suspect by which channel it is hidden, null where some
 * of it shows. Null altogether when the page takes too long to paint, or is not the one that was read.
 */
export function confirm(evidence: Evidence): (Channel | null)[] | null {
  const { engine, page, characters, suspects } = evidence;
  const { objects } = walkObjects(engine, page);
  const isSame = suspects.every(({ index }) => {
    const { order, type } = characters[index]!.object;
    return objects[order]?.type === type;
  });
  if (!isSame) return null;
  const objectOf = ({ index }: Suspect) => objects[characters[index]!.object.order]!;
  const lasting = new Set(characters.filter(isBlock).map(({ object }) => objects[object.order]!));
  const trial = createTrial(engine, objects, lasting);
  const frame = frameAround(evidence);
  const rects = suspects.map(({ index }) => frame.pixelsOf(inset(bodyOf(characters[index]!))));
  return judge({ trial, frame, suspects, rects, objectOf }, characters);
}

interface Court {
  readonly trial: Trial;
  readonly frame: Frame;
  readonly suspects: readonly Suspect[];
  /** Of each suspect. */
  readonly rects: readonly PixelRect[];
  readonly objectOf: (suspect: Suspect) => PageObject;
}

function judge(court: Court, characters: readonly Character[]): (Channel | null)[] | null {
  const { trial, frame, suspects, rects } = court;
  trial.show(new Set(), () => null);
  const started = performance.now();
  const without = frame.paint(true);
  if (performance.now() - started > SLOW) return null;
  const looks = rects.map((rect) => evenness(frame, without, rect));
  const blending = compare(
    court,
    without,
    ({ blends }) => blends,
    () => null,
    VISIBLE,
  );
  const isMarked = ({ cover, layered, shownThrough }: Suspect) =>
    shownThrough === null && (cover !== null || layered);
  const colours = markers(court, without);
  const buried = compare(court, without, isMarked, (object) => colours.get(object) ?? MAGENTA, READABLE);
  const isUnseen = suspects.map((_, at) => buried[at]! || blending[at]!);
  const painting = isUnseen.includes(true) ? paintsAtAll(court, isUnseen) : [];
  const ofScan = readScanPixels(suspects, looks, characters);
  return suspects.map((suspect, at) => {
    if (suspect.shownThrough === "scan") return ofScan[at]!;
    if (suspect.shownThrough === "stencil") return looks[at] === "white" ? "invisible" : null;
    if (!painting[at]) return null;
    return buried[at] ? channelOfBuried(suspect, looks[at]!) : "same-colour";
  });
}

/** Whether each of the chosen suspects leaves the painting without it as it is; false for the others. */
function compare(
  { trial, frame, suspects, rects, objectOf }: Court,
  without: Buffer,
  isChosen: (suspect: Suspect) => boolean,
  colour: (object: PageObject) => Colour | null,
  threshold: number,
  annotations = true,
): boolean[] {
  const chosen = suspects.filter(isChosen);
  if (chosen.length === 0) return suspects.map(() => false);
  trial.show(new Set(chosen.map(objectOf)), colour);
  const painting = frame.paint(annotations);
  return suspects.map(
    (suspect, at) => isChosen(suspect) && looksSame(frame, without, painting, rects[at]!, threshold),
  );
}

/** A colour for each suspicious object that stands out from what is painted at its place. */
function markers({ frame, suspects, rects, objectOf }: Court, without: Buffer): Map<PageObject, Colour> {
  const colours = new Map<PageObject, Colour>();
  for (const [at, suspect] of suspects.entries()) {
    const [blue, green, red] = middleOf(frame, without, rects[at]!);
    if (red! > 180 && blue! > 180 && green! < 80) colours.set(objectOf(suspect), GREEN);
  }
  return colours;
}

/** Of the unseen: a glyph without an outline is hidden by nothing, painted alone it leaves no trace either. Layers that are off stay off. */
function paintsAtAll(court: Court, isUnseen: readonly boolean[]): boolean[] {
  const { trial, frame, suspects } = court;
  trial.clear();
  trial.show(new Set(), () => null);
  const bare = frame.paint(false);
  const chosen = new Set(suspects.filter((_, at) => isUnseen[at]));
  const traceless = compare(
    court,
    bare,
    (suspect) => chosen.has(suspect),
    () => MAGENTA,
    READABLE,
    false,
  );
  return suspects.map((suspect, at) => isUnseen[at]! && (!traceless[at] || suspect.layered));
}

function channelOfBuried({ cover, layered }: Suspect, look: Evenness): Channel | null {
  if (cover === "margin") return "off-page";
  // The white ground of a form field hides the dots it stands on.
  if (cover === "field" && look === "white") return null;
  return cover !== null || !layered ? "covered" : "layer-off";
}

function frameAround({ engine, page, view, characters, suspects }: Evidence): Frame {
  let [left, bottom, right, top, em] = [Infinity, Infinity, -Infinity, -Infinity, Infinity];
  for (const { index } of suspects) {
    const character = characters[index]!;
    const body = bodyOf(character);
    [left, right] = [Math.min(left, body.left), Math.max(right, body.right)];
    [bottom, top] = [Math.min(bottom, body.bottom), Math.max(top, body.top)];
    em = Math.min(em, character.em);
  }
  return createFrame(engine, page, view, { left, bottom, right, top }, scaleFor(em));
}

function inset({ left, bottom, right, top }: Box): Box {
  const [x, y] = [(right - left) * INSET, (top - bottom) * INSET];
  return { left: left + x, bottom: bottom + y, right: right - x, top: top - y };
}
