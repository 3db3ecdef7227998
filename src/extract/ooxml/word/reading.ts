import type { Channel, Location, Part, TextBlock } from "../../../model/document.ts";
import type { Colour } from "../../colour.ts";
import type { RunProperties } from "../../legibility.ts";
import type { Segment } from "../../segments.ts";
import type { XmlElement } from "../../xml.ts";
import type { Reference } from "../attachments.ts";
import type { Counter } from "./numbering.ts";
import type { NumberingReference, Style, Styles } from "./styles.ts";

/** What all parts of one document share. */
export interface WordDocument {
  readonly styles: Styles;
  /** Counts the text boxes and tables met so far, over all parts. */
  readonly numbers: { textbox: number; table: number };
  /** Ids of the notes that the text refers to, as `footnote 2`. */
  readonly notes: Set<string>;
  /** What charts, diagrams and strays have said: they repeat each other, and once is enough. */
  readonly others: Set<string>;
  /** Pages show `w:background`; otherwise they are white. */
  readonly showsPageColour: boolean;
  pageColour: Colour;
  spendText(characters: number): void;
}

/** A text that runs on by itself: the body, a table cell, a text box, a header, a note. */
export interface Story {
  readonly part: Part;
  /** The channel of everything in it; null when a reader sees the story. */
  readonly channel: Channel | null;
  readonly location: Location;
  background: Colour;
  /** Its paragraphs are the counted paragraphs of the body. */
  readonly counted: boolean;
  /** A paragraph whose mark is hidden or deleted runs on into the next one. */
  pending: Paragraph | null;
  /** The cell still owes the TAB that parts it from the cell before. */
  owesTab: boolean;
}

export interface Paragraph {
  readonly story: Story;
  readonly location: Location;
  readonly segments: Segment[];
  /** Text boxes anchored here; they follow the paragraph. */
  readonly anchored: TextBlock[];
  ruby: string;
  style: Style;
  numbering: NumberingReference;
  outlineLevel: number | undefined;
  /** `w:jc` of the paragraph itself; undefined where only its style speaks. */
  centred: boolean | undefined;
  /** Points of its largest run. */
  size: number | undefined;
  shading: Colour | undefined;
  markHidden: boolean;
  /** Its automatic number is already in front of it. */
  numbered: boolean;
  /** Complex fields opened here whose code is still going on. */
  codeDepth: number;
}

export interface Run {
  properties: RunProperties;
  characterStyle: string | undefined;
  /** Filled at the first character: properties come first in a run. */
  channel: Channel | null | undefined;
}

export interface Table {
  readonly location: Location;
  style: Style | undefined;
  shading: Colour | undefined;
  row: number;
  column: number;
  rowShowsText: boolean;
  rowHidden: boolean;
}

/** mc:AlternateContent: the same thing said twice, for new and for old readers. */
export interface Alternate {
  readonly paragraph: Paragraph | undefined;
  readonly said: Set<string>;
  inFallback: boolean;
  firstTextbox: number;
}

export interface ComplexField {
  readonly paragraph: Paragraph | undefined;
  inCode: boolean;
}

/** `w:headerReference` and `w:footerReference` of one section. */
export interface Section {
  readonly references: { readonly kind: string; readonly type: string; readonly id: string }[];
  titlePage: boolean;
}

/** Everything known while one part is walked. Stacks have their innermost member last. */
export interface Reading {
  readonly document: WordDocument;
  readonly partName: string;
  readonly count: Counter;
  readonly path: string[];
  readonly stories: Story[];
  readonly paragraphs: Paragraph[];
  readonly runs: Run[];
  readonly tables: Table[];
  readonly alternates: Alternate[];
  readonly fields: ComplexField[];
  /** `background` is undefined where the page shines through. */
  readonly shapes: { background: Colour | undefined; painted: boolean }[];
  readonly sections: Section[];
  readonly references: Reference[];
  /** Where finished blocks go: the part's own list, or that of the text box being read. */
  readonly visible: TextBlock[][];
  readonly hidden: TextBlock[];
  paragraphNumber: number;
  deleted: number;
  inserted: number;
  ruby: number;
  /** Inside a record of former properties (`w:rPrChange` …). */
  former: number;
  extent: Reference["extent"];
  /** Text outside every known text element, gathered until the next tag. */
  stray: string;
  /** Attribute values of this part may be text of the document. */
  attributesSpeak: boolean;
}

/** What an element does as it opens; it may return what is to be done when it closes. */
export type Opening = (reading: Reading, element: XmlElement) => (() => void) | undefined;
export type Elements = Readonly<Record<string, Opening>>;

export function startReading(
  document: WordDocument,
  partName: string,
  count: Counter,
  visible: TextBlock[],
): Reading {
  return {
    document,
    partName,
    count,
    path: [],
    stories: [],
    paragraphs: [],
    runs: [],
    tables: [],
    alternates: [],
    fields: [],
    shapes: [],
    sections: [],
    references: [],
    visible: [visible],
    hidden: [],
    paragraphNumber: 0,
    deleted: 0,
    inserted: 0,
    ruby: 0,
    former: 0,
    extent: null,
    stray: "",
    attributesSpeak: true,
  };
}

/** Opens a story inside the present one; what is not said is inherited. Returns how to leave it. */
export function openStory(reading: Reading, own: Partial<Story>, leave?: () => void): () => void {
  const outer = reading.stories.at(-1);
  const story: Story = {
    part: outer?.part ?? "other",
    channel: outer?.channel ?? null,
    location: outer?.location ?? { object: reading.partName },
    background: outer?.background ?? reading.document.pageColour,
    counted: false,
    pending: null,
    owesTab: false,
    ...own,
  };
  reading.stories.push(story);
  return () => {
    leave?.();
    reading.stories.pop();
  };
}

/** The place of what is being read now, with the body paragraph it stands in. */
export function here(reading: Reading): Location {
  return reading.paragraphs.at(-1)?.location ?? reading.stories.at(-1)?.location ?? {};
}
