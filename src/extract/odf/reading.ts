import type { Channel, Location, Part, TextBlock } from "../../model/document.ts";
import type { Colour } from "../colour.ts";
import type { Segment } from "../segments.ts";
import type { XmlElement } from "../xml.ts";
import type { ListStyle } from "./list-styles.ts";
import type { Look } from "./look.ts";
import type { Styles } from "./styles.ts";

/** What all parts of one document share. */
export interface OdfDocument {
  /** Things met so far that are named by their number: `textbox`, `table`, `footnote` … */
  readonly numbers: Map<string, number>;
  /** Every text that was handed on, so that strays do not repeat it. */
  readonly said: Set<string>;
  readonly authors: Set<string>;
  /** Kind of the document's body: `text`, `spreadsheet`, `presentation` … */
  body: string | null;
  slides: number;
  /** It consists of slides or drawings. */
  readonly drawn: boolean;
  /** Master pages that some page or slide shows. */
  readonly mastersShown: ReadonlySet<string>;
  /** Whether an address leads into the package itself. */
  holds(address: string): boolean;
  spendText(characters: number): void;
  /** Charges decoded bytes of a flat document. */
  spendBytes(count: number): void;
}

/** A text that runs on by itself: the body, a cell, a text box, a header, a note. */
export interface Story {
  readonly part: Part;
  /** The channel of everything in it; null when a reader sees the story. */
  readonly channel: Channel | null;
  readonly location: Location;
  readonly background: Colour;
  /** The look of the cell or shape around it, beneath that of its paragraphs. */
  readonly look: Look;
  /** Its paragraphs are the counted paragraphs of the body. */
  readonly counted: boolean;
  /** Its paragraphs are titles whatever their style says. */
  readonly heading: boolean;
  /** What the paragraphs of a cell have shown; undefined where there is no paragraph. */
  shown: string | undefined;
}

export interface Paragraph {
  readonly story: Story;
  readonly location: Location;
  readonly segments: Segment[];
  /** Text boxes anchored here; they follow the paragraph. */
  readonly anchored: TextBlock[];
  /** Looks from the paragraph's own to the innermost span's, each over the one before. */
  readonly looks: Look[];
  readonly background: Colour;
  readonly heading: boolean;
  ruby: string;
  /** Points of its largest text. */
  size: number | undefined;
  hidden: boolean;
  /** The last character is white space that swallows more of it. */
  spaced: boolean;
}

export interface Table {
  readonly location: Location;
  readonly columns: {
    readonly last: number;
    readonly hidden: boolean;
    readonly cellStyle: string | undefined;
  }[];
  row: number;
  column: number;
  rowHidden: boolean;
  rowStyle: string | undefined;
  groupsHidden: number;
  columnGroupsHidden: number;
  /** Channels under which the present row has said something. */
  readonly rowSaid: Set<Channel | null>;
}

export interface List {
  readonly name: string;
  readonly style: ListStyle | undefined;
  readonly values: number[];
  /** The number that the next paragraph bears. */
  waiting: string | null;
}

/** A picture or object the text points to; the package knows what it is. */
export interface Reference {
  readonly address: string;
  readonly location: Location;
  readonly extent: Extent | null;
}

/** Shown size in pixels at 96 dpi. */
export interface Extent {
  readonly width: number;
  readonly height: number;
}

/** Everything known while one part is walked. Stacks have their innermost member last. */
export interface Reading {
  readonly document: OdfDocument;
  readonly partName: string;
  readonly styles: Styles;
  readonly path: string[];
  readonly stories: Story[];
  readonly paragraphs: Paragraph[];
  readonly tables: Table[];
  readonly lists: List[];
  /** Counts of each list style, which a later list may continue. */
  readonly listValues: Map<string, number[]>;
  readonly references: Reference[];
  /** Where seen text goes: the part's own list, that of a paragraph's text boxes, or of the notes. */
  readonly visible: TextBlock[][];
  readonly notes: TextBlock[];
  readonly hidden: TextBlock[];
  readonly strays: TextBlock[];
  /** Files and pictures written as base64 into a flat document. */
  readonly inline: (Omit<Reference, "address"> & { readonly element: string; readonly bytes: Uint8Array })[];
  /** Character data wanted by an element, innermost last. */
  readonly captures: string[];
  /** Insertions that are going on, by change id. */
  readonly insertions: Set<string>;
  /** Ids of the changes that are insertions, and of the one being read. */
  readonly inserted: Set<string>;
  change: string;
  readonly deletions: { readonly id: string; readonly from: number; readonly to: number }[];
  readonly changePlaces: Map<string, Location>;
  paragraphNumber: number;
  /** Inside styles and other machinery. */
  silent: number;
  /** The slide being read already shows pictures or filled shapes. */
  painted: boolean;
  /** Size of the slide being read, in points. */
  page: { readonly width: number | null; readonly height: number | null } | null;
  /** Of the frame being read. */
  extent: Extent | null;
  /** Name of the master page being read. */
  master: string;
  stray: string;
}

/** What an element does as it opens; it may return what is to be done when it closes. */
export type Opening = (reading: Reading, element: XmlElement) => (() => void) | undefined;
export type Elements = Readonly<Record<string, Opening>>;

export function startReading(document: OdfDocument, partName: string, styles: Styles): Reading {
  return {
    document,
    partName,
    styles,
    path: [],
    stories: [],
    paragraphs: [],
    tables: [],
    lists: [],
    listValues: new Map(),
    references: [],
    visible: [[]],
    notes: [],
    hidden: [],
    strays: [],
    inline: [],
    captures: [],
    insertions: new Set(),
    inserted: new Set(),
    change: "",
    deletions: [],
    changePlaces: new Map(),
    paragraphNumber: 0,
    silent: 0,
    painted: false,
    page: null,
    extent: null,
    master: "",
    stray: "",
  };
}
