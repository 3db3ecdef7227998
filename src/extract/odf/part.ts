import type { Limits } from "../../model/limits.ts";
import { walkXml, type XmlElement, type XmlHandlers } from "../xml.ts";
import { addCharacterData } from "./blocks.ts";
import { changeElements, placeDeletions } from "./change-elements.ts";
import { drawElements } from "./draw-elements.ts";
import { readControl, validationElements } from "./form-elements.ts";
import { listElements } from "./list-elements.ts";
import { readProperty, readSetting } from "./meta-elements.ts";
import { ODF_PREFIXES } from "./namespaces.ts";
import { pageElements } from "./page-elements.ts";
import type { Elements, Opening, Reading } from "./reading.ts";
import { openStory } from "./stories.ts";
import { offerAttributes, offerStray } from "./strays.ts";
import { tableElements } from "./table-elements.ts";
import { authorElements, textElements } from "./text-elements.ts";

/** Bodies whose paragraphs are counted, and the one that only draws numbers. */
const rootElements: Elements = {
  "office:text": body((reading) => openStory(reading, { part: "body", location: {}, counted: true })),
  "office:spreadsheet": body((reading) => openStory(reading, { part: "body", location: {} })),
  "office:presentation": body((reading) => openStory(reading, { part: "body", location: {} })),
  "office:drawing": body((reading) => openStory(reading, { part: "body", location: {} })),
  "office:chart": (reading) => openStory(reading, { part: "other" }),
  "office:meta": (reading) => openStory(reading, { part: "metadata", channel: "property" }),
  // Values that were kept when another program last sent them.
  "table:dde-links": (reading) => openStory(reading, { part: "table", channel: "cached-data", location: {} }),
};

/** Machinery: definitions of looks, and templates of generated lists. */
const SILENT =
  /^(?:office:(?:font-face-decls|styles|automatic-styles)|text:(?:[\w-]+-source|sequence-decls|index-title-template)|draw:enhanced-geometry|style:presentation-page-layout)$/;
/** Elements between paragraphs and their text: white space in them is layout of the file. */
const NO_TEXT =
  /^(?:(?:draw|table|office|svg|form|dr3d|anim):.*|text:(?:note|note-body|ruby|list|list-item))$/;

const ELEMENTS: ReadonlyMap<string, Opening> = new Map(
  Object.entries({
    ...rootElements,
    ...textElements,
    ...authorElements,
    ...listElements,
    ...changeElements,
    ...tableElements,
    ...drawElements,
    ...pageElements,
    ...validationElements,
  }),
);

/** Walks one XML part into `reading`, which keeps what was read even when this throws `Unread` half-way. */
export async function readPart(bytes: Uint8Array, reading: Reading, limits: Limits): Promise<void> {
  const leaving: ((() => void) | undefined)[] = [];
  const leaveRoot = openStory(reading, { channel: null });
  const settleStray = () => {
    if (reading.stray !== "") offerStray(reading, reading.stray);
    reading.stray = "";
  };
  const handlers: XmlHandlers = {
    open(element) {
      settleStray();
      reading.path.push(element.name);
      leaving.push(enter(reading, element));
      offerAttributes(reading, element);
    },
    close() {
      settleStray();
      leaving.pop()?.();
      reading.path.pop();
    },
    text: (text) => takeText(reading, text),
    comment: (text) => offerStray(reading, text),
  };
  try {
    // Macros name a public DTD; it is passed over, never read.
    const allowDoctype = /^(?:Basic|Dialogs)\//.test(reading.partName);
    await walkXml(bytes, handlers, { limits, prefixes: ODF_PREFIXES, allowDoctype });
  } finally {
    leaveRoot();
    placeDeletions(reading);
  }
}

function enter(reading: Reading, element: XmlElement): (() => void) | undefined {
  const { name } = element;
  if (SILENT.test(name)) {
    reading.silent += 1;
    return () => {
      reading.silent -= 1;
    };
  }
  if (reading.silent > 0) return;
  if (reading.path.at(-2) === "office:meta") return readProperty(reading, element);
  if (name === "config:config-item") return readSetting(reading, element);
  if (name.startsWith("form:")) readControl(reading, element);
  return ELEMENTS.get(name)?.(reading, element);
}

function takeText(reading: Reading, text: string): void {
  if (reading.silent > 0) return;
  reading.document.spendText(text.length);
  const wanted = reading.captures.length - 1;
  if (wanted >= 0) reading.captures[wanted] += text;
  else if (reading.paragraphs.length > 0 && !NO_TEXT.test(reading.path.at(-1) ?? ""))
    addCharacterData(reading, text);
  else reading.stray += text;
}

function body(open: (reading: Reading) => () => void): Opening {
  return (reading, { local }) => {
    reading.document.body ??= local;
    return open(reading);
  };
}
