import type { Channel, Location } from "../../../model/document.ts";
import { partKey } from "../content-types.ts";
import { type Deck, readPartInto, relatedParts, treeOf } from "./deck.ts";
import { DRAWING_ROOTS, readDrawingPart } from "./drawing-part.ts";
import type { Page } from "./page.ts";
import type { Frames } from "./page-text.ts";
import type { Reading } from "./reading.ts";
import type { XmlNode } from "./tree.ts";

/** A slide that was read, for what hangs on it. */
export interface ReadSlide {
  readonly part: string;
  /** Place in the order of the show, from 1; undefined for a slide that is not in it. */
  readonly number: number | undefined;
  /** Where the whole slide is kept from the eye. */
  readonly channel: Channel | null;
  /** The layout and master whose shapes it shows. */
  readonly shows: readonly Page[];
}

/** Relationships from a slide, a chart or a diagram to parts that hold text drawn on the slide. */
const DRAWN = ["chart", "chartEx", "chartUserShapes", "diagramData", "diagramDrawing"];
/** A slide, its chart, what is drawn on the chart. */
const DEEPEST = 3;

/** A slide outside the show is known by the name of its part. */
export function locationOf({ part, number }: Pick<ReadSlide, "part" | "number">): Location {
  return number === undefined ? { object: part } : { slide: number };
}

/** Reads a part that belongs to a slide, once. */
export async function readPartOf(
  slide: ReadSlide,
  deck: Deck,
  part: string,
  read: (root: XmlNode, reading: Reading) => void,
): Promise<void> {
  const root = deck.done.has(partKey(part)) ? null : await treeOf(deck, part);
  if (root) await readPartInto(deck, part, root, locationOf(slide), (reading) => read(root, reading));
  deck.done.add(partKey(part));
}

/**
 * Reads charts, diagrams and what is drawn on charts; each has the channel of its frame.
 * @param source the slide, or the chart that others hang on
 */
export async function readDrawn(
  deck: Deck,
  source: string,
  slide: ReadSlide,
  frames: Frames,
  depth = DEEPEST,
): Promise<void> {
  const relationships = await deck.parts.relationships(source);
  const said = new Set<string>();
  for (const type of depth === 0 ? [] : DRAWN)
    for (const part of await relatedParts(deck, source, type)) {
      if (deck.done.has(partKey(part))) continue;
      const ids = relationships.filter(({ target }) => partKey(target) === partKey(part)).map(({ id }) => id);
      const channel = ids.map((id) => frames.get(id)).find((each) => each !== undefined) ?? slide.channel;
      await readPartOf(slide, deck, part, (root, reading) => readOnce(root, reading, channel, said));
      await readDrawn(deck, part, { ...slide, channel }, frames, depth - 1);
    }
}

/** A diagram is kept a second time, as it was drawn last. */
function readOnce(root: XmlNode, reading: Reading, channel: Channel | null, said: Set<string>): void {
  if (root.name === "dsp:drawing") for (const text of said) reading.taken.add(text);
  if (DRAWING_ROOTS.has(root.name)) readDrawingPart(root, reading, channel);
  if (root.name === "dgm:dataModel") for (const text of reading.taken) said.add(text);
}
