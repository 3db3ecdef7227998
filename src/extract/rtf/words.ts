import { endCell, endParagraph, endRow } from "./blocks.ts";
import { pageOfCharset } from "./code-pages.ts";
import { nextName, type Reading, set } from "./reading.ts";
import { PARD, PLAIN, type State } from "./state.ts";

/** Control words that stand for a character (RTF 1.9.1, special characters). */
export const CHARACTERS: Readonly<Record<string, string>> = {
  tab: "\t",
  line: "\n",
  lbr: "\n",
  softline: "\n",
  page: "\n",
  column: "\n",
  emdash: "—",
  endash: "–",
  emspace: "\u2003",
  enspace: "\u2002",
  qmspace: "\u2005",
  bullet: "•",
  lquote: "‘",
  rquote: "’",
  ldblquote: "“",
  rdblquote: "”",
  zwj: "\u200d",
  zwnj: "\u200c",
  ltrmark: "\u200e",
  rtlmark: "\u200f",
};

/** Control symbols that do. */
export const SYMBOLS: Readonly<Record<string, string>> = {
  "~": "\u00a0",
  "-": "\u00ad",
  _: "\u2011",
};

type Word = (reading: Reading, parameter: number | null) => void;

/** Control words that format, end something or say what the document is like. */
export const WORDS: ReadonlyMap<string, Word> = new Map<string, Word>([
  ["par", endParagraph],
  ["sect", endParagraph],
  ["cell", endCell],
  // A table in a cell reads as lines of that cell.
  ["nestcell", endParagraph],
  ["row", endRow],
  ["plain", (reading) => set(reading, { ...PLAIN, font: reading.defaultFont })],
  ["pard", (reading) => set(reading, PARD)],
  ["v", flag("vanish")],
  ["deleted", flag("deleted")],
  ["revised", flag("inserted")],
  ["intbl", flag("inTable")],
  ["qc", (reading) => set(reading, { centred: true })],
  ...["ql", "qr", "qj", "qd"].map((name): [string, Word] => [
    name,
    (reading) => set(reading, { centred: false }),
  ]),
  ["f", number("font", 0)],
  ["fs", number("size", 24)],
  ["cf", number("colour", 0)],
  ["highlight", number("highlight", 0)],
  ["chcbpat", number("shading", 0)],
  ["cb", number("shading", 0)],
  ["cbpat", number("paragraphShading", 0)],
  ["outlinelevel", number("outlineLevel", 9)],
  ["uc", number("fallbacks", 1)],
  [
    "trowd",
    (reading) => {
      reading.cellColours = [];
      reading.cellColour = 0;
    },
  ],
  [
    "clcbpat",
    (reading, parameter) => {
      reading.cellColour = parameter ?? 0;
    },
  ],
  [
    "cellx",
    (reading) => {
      reading.cellColours.push(reading.cellColour);
      reading.cellColour = 0;
    },
  ],
  [
    "fcharset",
    (reading, parameter) => void reading.fonts.set(reading.state.font, pageOfCharset(parameter ?? 1)),
  ],
  ["cpg", (reading, parameter) => void reading.fonts.set(reading.state.font, parameter ?? undefined)],
  [
    "deff",
    (reading, parameter) => {
      reading.defaultFont = parameter ?? 0;
      set(reading, { font: reading.defaultFont });
    },
  ],
  ["red", component(0)],
  ["green", component(1)],
  ["blue", component(2)],
  ["picwgoal", extent("width")],
  ["pichgoal", extent("height")],
  ["ftnalt", makeEndnote],
  ["ansicpg", codePage],
  ["mac", (reading) => codePage(reading, 10000)],
  ["pc", (reading) => codePage(reading, 437)],
  ["pca", (reading) => codePage(reading, 850)],
  [
    "titlepg",
    (reading) => {
      reading.titlePages = true;
    },
  ],
  [
    "facingp",
    (reading) => {
      reading.facingPages = true;
    },
  ],
]);

/** `\v` switches on, `\v0` off. */
function flag(key: "vanish" | "deleted" | "inserted" | "inTable"): Word {
  return (reading, parameter) => set(reading, { [key]: parameter !== 0 } as Partial<State>);
}

function number(key: keyof State, otherwise: number): Word {
  return (reading, parameter) => set(reading, { [key]: parameter ?? otherwise } as Partial<State>);
}

function codePage(reading: Reading, page: number | null): void {
  if (page !== null && page > 0) reading.documentPage = page;
}

function component(index: 0 | 1 | 2): Word {
  return (reading, parameter) => {
    reading.colour ??= [0, 0, 0];
    reading.colour[index] = (parameter ?? 0) & 0xff;
  };
}

function extent(key: "width" | "height"): Word {
  return (reading, parameter) => {
    reading.extent[key] = parameter ?? 0;
  };
}

/** A footnote is said to be an endnote after it has begun. */
function makeEndnote(reading: Reading): void {
  const story = reading.stories.at(-1);
  if (story?.part !== "footnote") return;
  story.part = "endnote";
  story.location = { object: nextName(reading, "endnote") };
}
