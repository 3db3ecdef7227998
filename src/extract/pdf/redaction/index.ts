import type { Channel } from "../../../model/document.ts";
import { centre, contains } from "../../page-text/geometry.ts";
import type { Character } from "../characters.ts";
import type { PageObject } from "../page-objects.ts";
import type { Pointer } from "../pdfium.ts";
import { judgeStanding, type Scene } from "../visibility.ts";
import { confirm } from "./confirm.ts";
import { droppedTwins } from "./dropped-twins.ts";
import { markedForRedaction, paintedAnnotations } from "./painted-annotations.ts";
import { paintedObjects } from "./painted-objects.ts";
import type { Proof } from "./proof.ts";
import { settle } from "./settle.ts";
import { findSuspects, type Suspect } from "./suspects.ts";

/** The page whose characters are judged. */
export interface Judged extends Scene {
  readonly page: Pointer;
  readonly number: number;
  readonly isLayered: (object: PageObject) => boolean;
  readonly proof: Proof;
}

export interface Visibility {
  /** How each character is kept from the reader; null: it is not. */
  readonly channels: readonly (Channel | null)[];
  /** Most characters are an OCR layer. */
  readonly recognised: boolean;
  /** Some may be hidden, and it could not be found out. They count as seen. */
  readonly unconfirmed: boolean;
  /** Redact annotations that have not been applied and have no text below. */
  readonly emptyRedactions: number;
}

/** Larger pages are not painted: a drawing of so many objects, or pictures of so many pixels, take seconds. */
const OBJECTS = 50_000;

/**
 * Says of each character of a page whether a reader sees it. Geometry sorts out the suspicious ones; only a page that has any is
 * painted, with and without them.
 */
export function judgeVisibility(judged: Judged, readable: readonly Character[]): Visibility {
  const characters = [...readable, ...droppedTwins(judged.engine, judged.objects, readable)];
  const standings = judgeStanding(judged, characters);
  const { engine, page, objects, view } = judged;
  const suspects = findSuspects(
    {
      ...judged,
      paints: [
        ...paintedObjects(engine, objects, view),
        ...paintedAnnotations(engine, page, objects.length, view),
      ],
      onScan: standings.map(({ channel, onScan }) => (channel === null ? onScan : null)),
    },
    characters,
  );
  const confirmed = suspects.length === 0 ? [] : paintAndConfirm(judged, characters, suspects);
  const channels: (Channel | null)[] = standings.map(({ channel }) => channel);
  for (const [at, suspect] of suspects.entries())
    channels[suspect.index] = confirmed ? confirmed[at]! : byGeometry(suspect);
  const recognised = standings.filter(({ onScan }) => onScan).length > characters.length / 2;
  return {
    ...markRedactions(judged, readable, settle(characters, channels).slice(0, readable.length)),
    recognised,
    unconfirmed: confirmed === null && suspects.some(({ cover }) => cover !== "box"),
  };
}

function paintAndConfirm(
  { engine, number, objects, view, proof }: Judged,
  characters: readonly Character[],
  suspects: readonly Suspect[],
): (Channel | null)[] | null {
  if (objects.length > OBJECTS) return null;
  return proof.withPage(number, (page) => confirm({ engine, page, view, characters, suspects }));
}

/** Without pixels only an opaque rectangle is beyond doubt. */
function byGeometry({ cover }: Suspect): Channel | null {
  return cover === "box" ? "covered" : null;
}

/** What is marked for redaction counts as hidden, whatever it looks like today: somebody decided that it is to go. */
function markRedactions(
  { engine, page }: Judged,
  characters: readonly Character[],
  settled: readonly (Channel | null)[],
): Pick<Visibility, "channels" | "emptyRedactions"> {
  const channels = [...settled];
  let emptyRedactions = 0;
  for (const boxes of markedForRedaction(engine, page)) {
    const below = [...characters.keys()].filter((index) => {
      const [x, y] = centre(characters[index]!.box);
      return boxes.some((box) => contains(box, x, y));
    });
    for (const index of below) channels[index] = "unapplied-redaction";
    if (below.length === 0) emptyRedactions++;
  }
  return { channels, emptyRedactions };
}
