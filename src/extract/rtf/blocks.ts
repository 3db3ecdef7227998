import type { Channel, Location, Part, TextBlock } from "../../model/document.ts";
import { cellName } from "../cell-name.ts";
import { type Colour, sameToTheEye } from "../colour.ts";
import { appendSegment, hiddenTexts, seenText } from "../segments.ts";
import { nextName, onClose, type Reading, type Story, set, startParagraph, startStory } from "./reading.ts";
import { PARD, PLAIN, type State } from "./state.ts";

const TINY_HALF_POINTS = 4;
const BODY_OUTLINE_LEVEL = 9;

/** Hands on a text that is not part of any paragraph: a property, a name, an address. */
export function tell(
  reading: Reading,
  text: string,
  part: Part,
  channel: Channel | null,
  location: Location = here(reading),
): void {
  if (text.trim() !== "") push(reading, { text, part, channel, location });
}

function push(reading: Reading, block: TextBlock): void {
  reading.said.add(block.text.trim());
  const story = reading.stories.at(-1);
  if (block.channel === null) story?.visible.push(block);
  else reading.hidden.push(block);
}

/** Adds characters to the paragraph of the present story. */
export function addText(reading: Reading, text: string): void {
  const story = reading.stories.at(-1);
  if (!story || text === "") return;
  reading.context.budget.spendText(text.length);
  const channel = channelOf(reading, story);
  appendSegment(story.paragraph.segments, text, channel, reading.state.inserted);
  const { size } = reading.state;
  if (channel === null) story.paragraph.size = Math.max(story.paragraph.size ?? 0, size / 2);
}

function channelOf(reading: Reading, story: Story): Channel | null {
  const { state } = reading;
  if (state.deleted) return "revision-deleted";
  if (state.inCode) return "field-code";
  if (state.vanish) return "vanish";
  if (sameToTheEye(colour(reading, state.colour), background(reading, story))) return "same-colour";
  return state.size <= TINY_HALF_POINTS ? "tiny" : null;
}

/** Index 0, and any the table lacks, is the reader's own colour. */
function colour({ colours }: Reading, index: number): Colour {
  return colours[index] ?? "auto";
}

function background(reading: Reading, story: Story): Colour {
  const { highlight, shading, paragraphShading, inTable } = reading.state;
  const cell = inTable ? (reading.cellColours[story.table?.column ?? 0] ?? 0) : 0;
  const index = [highlight, shading, paragraphShading, cell].find((each) => each !== 0);
  return index === undefined ? story.background : colour(reading, index);
}

/** Ends a paragraph of text; in a table it is a line of its cell. */
export function endParagraph(reading: Reading): void {
  const story = reading.stories.at(-1);
  if (!story) return;
  if (reading.state.inTable) openTable(reading, story);
  else story.table = null;
  deliver(reading, story);
  if (story.table === null) story.paragraphNumber += 1;
}

export function endCell(reading: Reading): void {
  const story = reading.stories.at(-1);
  if (!story) return;
  const table = openTable(reading, story);
  deliver(reading, story);
  table.column += 1;
  table.cellSays = false;
}

export function endRow(reading: Reading): void {
  const table = reading.stories.at(-1)?.table;
  if (!table) return;
  table.row += 1;
  table.column = 0;
  table.rowSays = false;
  table.cellSays = false;
}

function openTable(reading: Reading, story: Story) {
  story.table ??= { name: nextName(reading, "table"), row: 0, column: 0, rowSays: false, cellSays: false };
  return story.table;
}

/** The text of the paragraph in one block, then what it hides, then the text boxes anchored in it. */
function deliver(reading: Reading, story: Story): void {
  const { segments, anchored, size } = story.paragraph;
  const { table } = story;
  const part = table !== null && story.part === "body" ? "table" : story.part;
  const location = here(reading);
  const seen = seenText(segments);
  if (seen.trim() !== "") {
    const follows = table?.rowSays === true && !table.cellSays;
    push(reading, {
      text: seen,
      part,
      channel: story.channel,
      location,
      ...(follows ? { separator: "\t" as const } : {}),
      ...lookOf(reading.state, size),
    });
    if (table) table.rowSays = table.cellSays = true;
  }
  for (const [channel, text] of hiddenTexts(segments))
    push(reading, { text, part, channel: story.channel ?? channel, location });
  for (const block of anchored) story.visible.push(block);
  story.paragraph = startParagraph();
}

function lookOf(
  { outlineLevel, centred }: State,
  size: number | undefined,
): Pick<TextBlock, "heading" | "layout"> {
  return {
    ...(outlineLevel < BODY_OUTLINE_LEVEL ? { heading: true } : {}),
    ...(size !== undefined || centred
      ? { layout: { ...(size !== undefined && { size }), ...(centred && { centred }) } }
      : {}),
  };
}

/** The place of what is being read now. */
export function here({ stories }: Reading): Location {
  const story = stories.at(-1);
  if (!story) return {};
  const { location, table, part, paragraphNumber } = story;
  if (table) {
    const cell = cellName({ row: table.row + 1, column: table.column + 1 });
    return { ...location, ...(part === "body" && { object: table.name }), cell };
  }
  return part === "body" ? { paragraph: paragraphNumber + 1 } : location;
}

/** Opens a story beside or inside the present one. Returns how to end it. */
export function openStory(reading: Reading, own: Partial<Story>): () => void {
  const outer = reading.stories.at(-1);
  const story = startStory({ ...own, channel: own.channel ?? outer?.channel ?? null });
  reading.stories.push(story);
  return () => {
    if (story.paragraph.segments.length > 0) endParagraph(reading);
    reading.stories.pop();
    if (story.part !== "textbox") reading.asides.push(story);
    else for (const block of story.visible) outer?.paragraph.anchored.push(block);
  };
}

/** The same to the end of the present group, with formatting as at the start of the file. */
export function openAside(reading: Reading, own: Partial<Story>): void {
  set(reading, { ...PARD, ...PLAIN, sink: "story", inCode: false });
  onClose(reading, openStory(reading, own));
}
