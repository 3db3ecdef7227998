import type { Channel, Part, TextBlock } from "../../model/document.ts";
import { appendSegment, hiddenTexts, seenText } from "../segments.ts";
import { speaks } from "../speaks.ts";
import { hiddenBy, over, sizeOfText } from "./look.ts";
import type { Paragraph, Reading } from "./reading.ts";
import { here } from "./stories.ts";

const FROM_TEMPLATES: ReadonlySet<Channel> = new Set(["template", "unused-header"]);
const PROMPT =
  /^(?:单击|点击|按一下|请单击).{0,30}$|^第[一二三四五六七八九]\S{0,2}级别?$|^第\s?\d+\s?页(?:[\s,，/共]{0,4}\d+\s?页?)?$/;

/** Hands a block on; hidden ones are gathered behind what a reader sees. */
export function emit(reading: Reading, block: TextBlock): void {
  if (block.channel !== null && FROM_TEMPLATES.has(block.channel) && isPrompt(block.text)) return;
  const { said } = reading.document;
  // Charts keep the numbers of the sheet they were drawn from.
  if (block.channel === "cached-data" && said.has(block.text.trim())) return;
  said.add(block.text.trim());
  if (block.channel === null) reading.visible.at(-1)?.push(block);
  else reading.hidden.push(block);
}

/** Prompts of placeholders and fields that lay out the page are in every file; they say nothing. */
function isPrompt(text: string): boolean {
  return !speaks(text) || PROMPT.test(text.trim());
}

/** Hands on a text that stands in no paragraph: a property, a script, the label of a button. */
export function say(
  reading: Reading,
  text: string,
  part: Part,
  channel: Channel | null,
  object?: string,
): void {
  if (text.trim() === "") return;
  const hidden = reading.stories.at(-1)?.channel ?? channel;
  const location = object === undefined ? here(reading) : { ...here(reading), object };
  emit(reading, { text, part, channel: hidden, location });
}

/** Adds characters to the paragraph being read, under the channel that hides them, if any. */
export function addText(reading: Reading, text: string, forced?: Channel): void {
  const paragraph = reading.paragraphs.at(-1);
  if (!paragraph || text === "") return;
  const channel = forced ?? channelOf(paragraph, text);
  appendSegment(paragraph.segments, text, channel, reading.insertions.size > 0);
  paragraph.spaced = false;
}

/** White space of the file counts as one space, and as none at the start of a paragraph (ISO/IEC 26300-1 §6.1.2). */
export function addCharacterData(reading: Reading, text: string): void {
  const paragraph = reading.paragraphs.at(-1);
  if (!paragraph) return;
  const collapsed = text.replace(/[ \t\r\n]+/g, " ");
  const atStart = paragraph.spaced || paragraph.segments.length === 0;
  const added = atStart && collapsed.startsWith(" ") ? collapsed.slice(1) : collapsed;
  addText(reading, added);
  paragraph.spaced = added === "" ? paragraph.spaced : added.endsWith(" ");
}

function channelOf(paragraph: Paragraph, text: string): Channel | null {
  const look = over(paragraph.story.look, paragraph.looks.at(-1) ?? {});
  const channel = hiddenBy(look, paragraph.background, text);
  const size = sizeOfText(look, text);
  if (channel === null && size !== undefined) paragraph.size = Math.max(paragraph.size ?? 0, size);
  return channel;
}

/** Ends a paragraph: its text in one block, then what it hides, then its ruby and the text boxes anchored in it. */
export function finishParagraph(reading: Reading, paragraph: Paragraph): void {
  const { story, location } = paragraph;
  const segments = paragraph.hidden
    ? paragraph.segments.map((segment) => ({ ...segment, channel: segment.channel ?? ("vanish" as const) }))
    : paragraph.segments;
  const common = { part: story.part, location };
  const seen = seenText(segments);
  if (story.shown === undefined) story.shown = seen;
  else story.shown += `\n${seen}`;
  if (seen.trim() !== "") {
    const channel = story.channel;
    emit(reading, {
      ...common,
      text: seen,
      channel,
      ...separatorOf(reading, paragraph),
      ...(paragraph.heading && channel === null ? { heading: true } : {}),
      ...layoutOf(paragraph),
    });
  }
  if (paragraph.ruby.trim() !== "")
    emit(reading, { ...common, text: paragraph.ruby, channel: story.channel });
  for (const [channel, text] of hiddenTexts(segments))
    emit(reading, { ...common, text, channel: story.channel ?? channel });
  for (const block of paragraph.anchored) reading.visible.at(-1)?.push(block);
}

/** The first line of a cell follows the cell before it; more lines of it stand below. */
function separatorOf(reading: Reading, { story, location }: Paragraph): Pick<TextBlock, "separator"> {
  const table = reading.tables.at(-1);
  if (table === undefined || location.cell === undefined || story.location !== location) return {};
  if (story.shown?.includes("\n")) return {};
  const follows = table.rowSaid.has(story.channel);
  table.rowSaid.add(story.channel);
  return follows ? { separator: "\t" } : {};
}

function layoutOf({ looks, size }: Paragraph): Pick<TextBlock, "layout"> {
  const centred = looks[0]?.centred ?? false;
  if (!centred && size === undefined) return {};
  return { layout: { ...(size !== undefined && { size }), ...(centred && { centred }) } };
}
