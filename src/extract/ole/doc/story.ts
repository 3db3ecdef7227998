import type { Channel, Location, Part, TextBlock } from "../../../model/document.ts";
import { cellName } from "../../cell-name.ts";
import type { Colour } from "../../colour.ts";
import { hiddenTexts, type Segment } from "../../segments.ts";
import { createTables, separatorOf, type Table } from "./tables.ts";
import { type DocParagraph, type DocText, type OpenFields, paragraphsOf, readParagraph } from "./text.ts";

/** A stretch of the text that is read as one. */
export interface Story {
  readonly from: number;
  readonly to: number;
  readonly part: Part;
  readonly channel: Channel | null;
  readonly location: Location;
  /** Its paragraphs are the counted paragraphs of the body, its tables the counted tables. */
  readonly counted?: boolean;
  readonly background: Colour;
}

/** What a story says: what is seen in reading order, and what is hidden in it. */
export interface StoryBlocks {
  readonly visible: readonly TextBlock[];
  readonly hidden: readonly TextBlock[];
}

const FIRST_HEADING = 0;
const BODY_OUTLINE_LEVEL = 9;

/** Reads a story: a block for each paragraph, cells named by row and place in the row. */
export function readStory(doc: DocText, story: Story): StoryBlocks {
  const visible: TextBlock[] = [];
  const hidden: TextBlock[] = [];
  const fields: OpenFields = [];
  const tables = createTables();
  let number = 0;
  for (const paragraph of paragraphsOf(doc, story.from, story.to)) {
    const table = tables.enter(paragraph);
    // The mark that ends a row is no paragraph to a reader.
    if (!paragraph.properties.rowEnd) number += 1;
    // Cells are shaded by the row they end up in; what their colour hides is not told.
    const background = table ? "unknown" : (paragraph.properties.shading ?? story.background);
    const { segments, size } = readParagraph(doc, paragraph, background, fields);
    const common = { part: partOf(story, table), location: locationOf(story, number, table) };
    const text = seenText(segments);
    if (text.trim() !== "") {
      const looks = looksOf(story, paragraph, size);
      visible.push({ ...common, text, channel: story.channel, ...separatorOf(table), ...looks });
    }
    for (const [channel, each] of hiddenTexts(segments)) hidden.push({ ...common, text: each, channel });
    tables.leave(paragraph);
  }
  return { visible, hidden };
}

function seenText(segments: readonly Segment[]): string {
  return segments.map(({ text, channel }) => (channel === null ? text : "")).join("");
}

function partOf({ part }: Story, table: Table | undefined): Part {
  return table && part === "body" ? "table" : part;
}

function locationOf({ location, counted }: Story, paragraph: number, table: Table | undefined): Location {
  if (!counted) return location;
  if (table === undefined) return { ...location, paragraph };
  return { ...location, paragraph, object: `table ${table.number}`, cell: cellName(table) };
}

function looksOf(
  story: Story,
  { style, properties }: DocParagraph,
  size: number | undefined,
): Pick<TextBlock, "heading" | "layout"> {
  const { centred, outlineLevel } = properties;
  const isHeading =
    outlineLevel === undefined
      ? style.heading
      : outlineLevel >= FIRST_HEADING && outlineLevel < BODY_OUTLINE_LEVEL;
  return {
    ...(isHeading && story.channel === null && { heading: true }),
    ...((centred || size !== undefined) && {
      layout: { ...(size !== undefined && { size }), ...(centred && { centred }) },
    }),
  };
}
