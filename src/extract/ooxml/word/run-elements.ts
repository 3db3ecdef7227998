import type { Channel } from "../../../model/document.ts";
import type { Colour } from "../../colour.ts";
import { hiddenBy } from "../../legibility.ts";
import { appendSegment } from "../../segments.ts";
import { symbolCharacter } from "../../symbol-fonts.ts";
import { runProperty } from "./formatting.ts";
import type { Elements, Opening, Paragraph, Reading } from "./reading.ts";
import { effectiveRun } from "./styles.ts";

/** Runs and the characters that are written as elements (ISO/IEC 29500-1 §17.3.2, §17.3.3). */
export const runElements: Elements = {
  "w:r": openRun,
  "m:r": openRun,
  "a:r": openRun,
  "a:fld": openRun,
  "w:tab": character("\t"),
  "w:ptab": character("\t"),
  "w:br": character("\n"),
  "w:cr": character("\n"),
  "a:br": character("\n"),
  "w:noBreakHyphen": character("\u2011"),
  "w:softHyphen": character("\u00ad"),
  "w:sym": (reading, { attributes }) => {
    addText(reading, symbolCharacter(attributes.get("w:font"), attributes.get("w:char")));
    return;
  },
  "w16se:symEx": (reading, { attributes }) => {
    addText(reading, symbolCharacter(attributes.get("w16se:font"), attributes.get("w16se:char")));
    return;
  },
  "w:rt": (reading) => {
    reading.ruby += 1;
    return () => {
      reading.ruby -= 1;
    };
  },
};

/** Elements whose character data is text, and the channel that goes with them whatever the run says. */
const TEXT_ELEMENTS: ReadonlyMap<string, Channel | undefined> = new Map([
  ["w:t", undefined],
  ["m:t", undefined],
  ["a:t", undefined],
  ["c:v", undefined],
  ["w:delText", "revision-deleted"],
  ["w:delInstrText", "revision-deleted"],
  ["w:instrText", "field-code"],
]);

function openRun(reading: Reading): () => void {
  reading.runs.push({ properties: {}, characterStyle: undefined, channel: undefined });
  return () => {
    reading.runs.pop();
  };
}

/** Children of the `w:rPr` of a run. */
export const runProperties: Opening = (reading, element) => {
  const run = reading.runs.at(-1);
  if (!run) return;
  if (element.name === "w:rStyle") run.characterStyle = element.attributes.get("w:val");
  run.properties = { ...run.properties, ...runProperty(element) };
  return;
};

function character(text: string): Opening {
  return (reading) => {
    addText(reading, text);
    return;
  };
}

/** Takes character data if it belongs to a text element inside a paragraph; says whether it did. */
export function takeText(reading: Reading, text: string): boolean {
  const element = reading.path.at(-1) ?? "";
  if (!TEXT_ELEMENTS.has(element) || reading.paragraphs.length === 0) return false;
  addText(reading, text, TEXT_ELEMENTS.get(element));
  return true;
}

/** Adds characters to the paragraph being read, under the channel that hides them, if any. */
export function addText(reading: Reading, text: string, forced?: Channel): void {
  const paragraph = reading.paragraphs.at(-1);
  if (!paragraph || text === "") return;
  let channel = channelOf(reading, paragraph, forced);
  if (reading.ruby > 0 && channel === null) {
    paragraph.ruby += text;
    return;
  }
  const alternate = reading.alternates.at(-1);
  if (alternate && alternate.paragraph === paragraph) {
    const key = `${channel ?? ""}:${text}`;
    if (alternate.inFallback && alternate.said.has(key)) return;
    if (alternate.inFallback) channel ??= "fallback";
    else alternate.said.add(key);
  }
  appendSegment(paragraph.segments, text, channel, reading.inserted > 0);
}

function channelOf(reading: Reading, paragraph: Paragraph, forced: Channel | undefined): Channel | null {
  if (reading.deleted > 0) return "revision-deleted";
  if (forced) return forced;
  return paragraph.codeDepth > 0 ? "field-code" : runChannel(reading);
}

/** The channel that the formatting of the present run puts its text under. */
export function runChannel(reading: Reading): Channel | null {
  const run = reading.runs.at(-1);
  const paragraph = reading.paragraphs.at(-1);
  if (!run || !paragraph) return null;
  if (run.channel !== undefined) return run.channel;
  const { styles } = reading.document;
  const inTable = paragraph.location.cell !== undefined;
  const effective = effectiveRun(
    run.properties,
    styles.character(run.characterStyle),
    paragraph.style,
    inTable ? reading.tables.at(-1)?.style : undefined,
    styles.defaults,
  );
  run.channel = hiddenBy(effective, backgroundOf(paragraph));
  if (run.channel === null && effective.size !== undefined)
    paragraph.size = Math.max(paragraph.size ?? 0, effective.size / 2);
  return run.channel;
}

function backgroundOf({ shading, story }: Paragraph): Colour {
  return shading ?? story.background;
}
