import type { Channel, Location, Part, TextBlock } from "../../model/document.ts";
import { type Colour, WHITE } from "../colour.ts";
import type { ExtractContext } from "../extractor.ts";
import type { Outcome } from "../outcome.ts";
import type { Segment } from "../segments.ts";
import { createTextBytes, type TextBytes, WESTERN } from "./code-pages.ts";
import { START, type State } from "./state.ts";

export interface Paragraph {
  readonly segments: Segment[];
  /** Text boxes anchored here; they follow the paragraph. */
  readonly anchored: TextBlock[];
  /** Points of its largest text. */
  size: number | undefined;
}

/** A text that runs on by itself: the body, a header, a note, a text box. */
export interface Story {
  part: Part;
  readonly channel: Channel | null;
  location: Location;
  background: Colour;
  readonly visible: TextBlock[];
  paragraph: Paragraph;
  paragraphNumber: number;
  table: Table | null;
}

export interface Table {
  readonly name: string;
  row: number;
  column: number;
  rowSays: boolean;
  cellSays: boolean;
}

/** A group that is open: what it inherits to, and what is to be done at its brace. */
interface Group {
  state: State;
  readonly leaving: (() => void)[];
}

/** Bytes of a picture or object, in hexadecimal digits or as they are. */
export interface Data {
  readonly digits: Uint8Array[];
  readonly binary: Uint8Array[];
}

export interface EmbeddedObject {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly location: Location;
}

/** Everything known while one file is read. Stacks have their innermost member last. */
export interface Reading {
  readonly context: ExtractContext;
  readonly outcome: Outcome;
  readonly groups: Group[];
  state: State;
  readonly stories: Story[];
  /** Finished stories beside the body, in the order of the file. */
  readonly asides: Story[];
  readonly hidden: TextBlock[];
  readonly said: Set<string>;
  readonly captures: string[];
  readonly data: Data[];
  readonly objects: EmbeddedObject[];
  readonly numbers: Map<string, number>;
  readonly bytes: TextBytes;
  /** Bytes of text whose characters are not yet known. */
  pending: number[];
  /** Code page by font; undefined where the document's own counts. */
  readonly fonts: Map<number, number | undefined>;
  defaultFont: number;
  documentPage: number;
  readonly colours: Colour[];
  /** Red, green and blue of the entry being read; null where it has none. */
  colour: [number, number, number] | null;
  /** Background of each cell of the row, and of the one being defined. */
  cellColours: number[];
  cellColour: number;
  /** Characters, words and symbols still to be passed over after `\u`. */
  skip: number;
  /** A group has just been opened: only here a destination can be marked. */
  fresh: boolean;
  /** `\*` was just read: an unknown destination is to be passed over. */
  starred: boolean;
  titlePages: boolean;
  facingPages: boolean;
  /** Properties of the shapes being read, and the name of the one whose value follows. */
  readonly shapes: Map<string, string>[];
  propertyName: string;
  /** Extent of the picture being read, in twips. */
  extent: { width: number; height: number };
  ended: boolean;
}

export function startReading(context: ExtractContext, outcome: Outcome): Reading {
  const reading: Reading = {
    context,
    outcome,
    groups: [],
    state: START,
    stories: [],
    asides: [],
    hidden: [],
    said: new Set(),
    captures: [],
    data: [],
    objects: [],
    numbers: new Map(),
    bytes: createTextBytes(() => reading.documentPage),
    pending: [],
    fonts: new Map(),
    defaultFont: -1,
    documentPage: WESTERN,
    colours: [],
    colour: null,
    cellColours: [],
    cellColour: 0,
    skip: 0,
    fresh: false,
    starred: false,
    titlePages: false,
    facingPages: false,
    shapes: [],
    propertyName: "",
    extent: { width: 0, height: 0 },
    ended: false,
  };
  reading.stories.push(startStory({ part: "body" }));
  return reading;
}

export function startStory(own: Partial<Story>): Story {
  return {
    part: "other",
    channel: null,
    location: {},
    background: WHITE,
    visible: [],
    paragraph: startParagraph(),
    paragraphNumber: 0,
    table: null,
    ...own,
  };
}

export function startParagraph(): Paragraph {
  return { segments: [], anchored: [], size: undefined };
}

/** Has `leave` done when the present group ends. */
export function onClose({ groups }: Reading, leave: () => void): void {
  groups.at(-1)?.leaving.push(leave);
}

export function set(reading: Reading, more: Partial<State>): void {
  reading.state = { ...reading.state, ...more };
}

/** `textbox 3`: the next name of things that have no name a report may show. */
export function nextName({ numbers }: Reading, kind: string): string {
  const number = (numbers.get(kind) ?? 0) + 1;
  numbers.set(kind, number);
  return `${kind} ${number}`;
}

/** What a control word does that opens a destination: from here to the end of its group. */
export type Destination = (reading: Reading, name: string) => void;
