import type { Channel, Location } from "../../../model/document.ts";
import type { XmlElement } from "../../xml.ts";
import { emit } from "./blocks.ts";
import { endStory } from "./paragraph-elements.ts";
import { type Elements, here, openStory, type Reading } from "./reading.ts";
import { runChannel } from "./run-elements.ts";

const EMU_PER_PIXEL = 9525;

/** Text boxes, WordArt, alternative texts and the extent of pictures, in DrawingML and in VML. */
export const drawingElements: Elements = {
  "w:txbxContent": openTextbox,
  "a:txBody": openTextbox,
  "v:textpath": wordArt,
  "wp:docPr": alternativeText,
  "pic:cNvPr": alternativeText,
  "wps:cNvPr": alternativeText,
  "a:cNvPr": alternativeText,
  "v:imagedata": alternativeText,
  "wp:inline": drawing,
  "wp:anchor": drawing,
  "wp:extent": (reading, { attributes }) => {
    reading.extent = extentOf(Number(attributes.get("cx")), Number(attributes.get("cy")), EMU_PER_PIXEL);
    return;
  },
  "a:srcRect": (reading, { attributes }) => {
    const picture = reading.references.at(-1);
    const cut = ["l", "t", "r", "b"].some((side) => Number(attributes.get(side) ?? 0) > 0);
    if (picture && cut) reading.references[reading.references.length - 1] = { ...picture, cropped: true };
    return;
  },
  "mc:AlternateContent": (reading) => {
    reading.alternates.push({
      paragraph: reading.paragraphs.at(-1),
      said: new Set(),
      inFallback: false,
      firstTextbox: reading.document.numbers.textbox,
    });
    return () => {
      reading.alternates.pop();
    };
  },
  "mc:Fallback": fallback,
};

/** The text box of the Fallback is the one of the Choice once more, so it bears the same number. */
function fallback(reading: Reading): (() => void) | undefined {
  const alternate = reading.alternates.at(-1);
  if (!alternate) return;
  const { numbers } = reading.document;
  const reached = numbers.textbox;
  numbers.textbox = alternate.firstTextbox;
  alternate.inFallback = true;
  return () => {
    numbers.textbox = Math.max(numbers.textbox, reached);
    alternate.inFallback = false;
  };
}

function openTextbox(reading: Reading): () => void {
  const anchor = reading.paragraphs.at(-1);
  const inherited = reading.stories.at(-1)?.channel ?? null;
  const own = anchor ? channelOfAnchor(reading) : null;
  const background = reading.shapes.at(-1)?.background;
  reading.visible.push(anchor?.anchored ?? reading.visible.at(-1) ?? []);
  return openStory(
    reading,
    {
      part: "textbox",
      channel: own ?? inherited,
      location: nextTextbox(reading),
      ...(background === undefined ? {} : { background }),
    },
    () => {
      endStory(reading);
      reading.visible.pop();
    },
  );
}

/** A box hangs on its run: when that is hidden or part of a field code, nobody sees the box. */
function channelOfAnchor(reading: Reading): Channel | null {
  return runChannel(reading) === "vanish" ? "vanish" : null;
}

/** `textbox 3`, with the name of the part before it unless that is the body. */
function nextTextbox(reading: Reading): Location {
  reading.document.numbers.textbox += 1;
  const { paragraph, object } = here(reading);
  const owner = object === reading.partName ? `${reading.partName} ` : "";
  return {
    ...(paragraph === undefined ? {} : { paragraph }),
    object: `${owner}textbox ${reading.document.numbers.textbox}`,
  };
}

/** VML keeps the words of a watermark in an attribute. */
function wordArt(reading: Reading, { attributes }: XmlElement): undefined {
  const text = attributes.get("string") ?? "";
  if (text.trim() === "") return;
  reading.document.spendText(text.length);
  const anchored = reading.paragraphs.at(-1)?.anchored;
  const channel = reading.deleted > 0 ? "revision-deleted" : (reading.stories.at(-1)?.channel ?? null);
  if (anchored) reading.visible.push(anchored);
  emit(reading, { text, part: "textbox", channel, location: nextTextbox(reading) });
  if (anchored) reading.visible.pop();
}

/** Attributes that only a screen reader speaks. */
export const ALTERNATIVE_TEXT_ATTRIBUTES: readonly string[] = ["descr", "title", "alt", "o:title"];

export function alternativeText(reading: Reading, { attributes }: XmlElement): undefined {
  const texts = ALTERNATIVE_TEXT_ATTRIBUTES.map((name) => attributes.get(name)?.trim() ?? "");
  for (const text of new Set(texts.filter((each) => each !== ""))) {
    // A picture inside a drawing repeats the text of the drawing.
    if (reading.hidden.at(-1)?.text === text) continue;
    reading.document.spendText(text.length);
    emit(reading, { text, part: "image", channel: "alternative-text", location: here(reading) });
  }
}

function drawing(reading: Reading): () => void {
  return () => {
    reading.extent = null;
  };
}

/** Pixels at 96 dpi, or null for a size that is none. */
export function extentOf(width: number, height: number, perPixel: number): Reading["extent"] {
  const known = width > 0 && height > 0;
  return known ? { width: Math.round(width / perPixel), height: Math.round(height / perPixel) } : null;
}
