import type { XmlElement } from "../../xml.ts";
import { colourOf, type Palette } from "./colours.ts";
import type { Font } from "./styles.ts";
import { decodeXstring } from "./xstring.ts";

/** A stretch of a text with one font. */
export interface Run {
  readonly text: string;
  readonly font: Font;
}

/** CT_Rst (ISO/IEC 29500-1 §18.4.8): the text of a cell or comment. */
export interface RichText {
  readonly text: string;
  /** The reading beside the characters (`rPh`), empty in nearly every file. */
  readonly phonetic: string;
  /** Only where some run has a font of its own. */
  readonly runs: readonly Run[] | null;
}

export interface RichTextCollector {
  open(element: XmlElement): void;
  /** Says whether the text belongs to it. */
  text(text: string): boolean;
  close(element: XmlElement): void;
  /** What was gathered since the last call. */
  take(): RichText;
}

const NO_FONT: Font = {};
export const NO_TEXT: RichText = { text: "", phonetic: "", runs: null };

/** Gathers rich text from the elements inside `si`, `is` or `text`. */
export function collectRichText(palette: Palette): RichTextCollector {
  let runs: Run[] = [];
  let phonetic = "";
  let piece = "";
  let inText = false;
  let inPhonetic = false;
  let font = NO_FONT;
  return {
    open({ name, attributes }) {
      if (name === "s:t") inText = true;
      else if (name === "s:rPh") inPhonetic = true;
      else if (name === "s:r") font = NO_FONT;
      else if (name === "s:color") font = { ...font, colour: colourOf(attributes, palette) };
      else if (name === "s:sz") font = { ...font, size: Number(attributes.get("val")) };
    },
    text(text) {
      if (inText) piece += text;
      return inText;
    },
    close({ name }) {
      if (name === "s:rPh") inPhonetic = false;
      if (name === "s:r") font = NO_FONT;
      if (name !== "s:t") return;
      inText = false;
      const said = decodeXstring(piece);
      piece = "";
      if (inPhonetic) phonetic += said;
      else if (said !== "") runs.push({ text: said, font });
    },
    take() {
      if (runs.length === 0 && phonetic === "") return NO_TEXT;
      const plain = runs.every(({ font: own }) => own === NO_FONT);
      const taken = { text: runs.map(({ text }) => text).join(""), phonetic, runs: plain ? null : runs };
      runs = [];
      phonetic = "";
      return taken;
    },
  };
}
