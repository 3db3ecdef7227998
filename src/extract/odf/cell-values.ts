import type { XmlElement } from "../xml.ts";
import { addText, emit, finishParagraph } from "./blocks.ts";
import type { Reading, Story } from "./reading.ts";

/** Integers shorter than this are neither telephone nor identity numbers. */
const TELLING_DIGITS = 7;
const VALUES = [
  "office:string-value",
  "office:value",
  "office:date-value",
  "office:time-value",
  "office:boolean-value",
];

/**
 * What a cell holds beside what it shows (ISO/IEC 26300-1 §19.385): all of it where the cell keeps no text, the exact
 * number or string where the text is another. Call while the story of the cell is the innermost.
 */
export function sayValue(reading: Reading, { attributes }: XmlElement): void {
  const story = reading.stories.at(-1);
  const name = VALUES.find((each) => attributes.has(each));
  const value = attributes.get(name ?? "")?.trim() ?? "";
  if (!story || name === undefined || value === "") return;
  if (story.shown === undefined) sayMissing(reading, story, exact(value) ?? value);
  else if (story.shown.trim() === "") sayHidden(reading, story, value, "invisible");
  else if (
    name === "office:string-value"
      ? spaceless(value) !== spaceless(story.shown)
      : showsLess(story.shown, value)
  )
    sayHidden(reading, story, exact(value) ?? value, "cached-data");
}

/** Programs that write values only leave it to the reader's program to show them. */
function sayMissing(reading: Reading, story: Story, value: string): void {
  const { location, look, background } = story;
  const paragraph = {
    ...{ story, location, background, segments: [], anchored: [], looks: [look], heading: false, ruby: "" },
    ...{ size: undefined, hidden: false, spaced: false },
  };
  reading.paragraphs.push(paragraph);
  addText(reading, value);
  reading.paragraphs.pop();
  finishParagraph(reading, paragraph);
}

function sayHidden(reading: Reading, story: Story, text: string, channel: "invisible" | "cached-data"): void {
  reading.document.spendText(text.length);
  emit(reading, { text, part: story.part, channel: story.channel ?? channel, location: story.location });
}

function showsLess(shown: string, value: string): boolean {
  const digits = exact(value)?.replace(/^-/, "") ?? "";
  return digits.length >= TELLING_DIGITS && !shown.replace(/[^\d]/g, "").includes(digits);
}

function spaceless(text: string): string {
  return text.replace(/\s+/g, "");
}

/** An integer without exponent: `1.3800138E+010` → `13800138000`; null for any other value. */
function exact(value: string): string | null {
  if (/^-?\d{1,40}$/.test(value)) return value;
  const number = Number(value);
  return Number.isInteger(number) && Math.abs(number) < 1e21 ? BigInt(number).toString() : null;
}
