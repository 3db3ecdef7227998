import type { TextBlock } from "../../../model/document.ts";
import { hiddenTexts, seenText } from "../../segments.ts";
import type { Paragraph, Reading, Story } from "./reading.ts";

const BODY_OUTLINE_LEVEL = 9;

/** Hands a block on; one that an mc:Fallback only repeats is dropped, one that it says differently is marked. */
export function emit(reading: Reading, block: TextBlock): void {
  if (block.part === "other" && isSaid(reading, block.text)) return;
  const key = `${block.channel ?? ""}:${block.text.replace(/\s+/g, "")}`;
  const repeated = reading.alternates.some(({ inFallback, said }) => inFallback && said.has(key));
  if (repeated) return;
  for (const { inFallback, said } of reading.alternates) if (!inFallback) said.add(key);
  const fallback = reading.alternates.some(({ inFallback }) => inFallback);
  deliver(reading, fallback && block.channel === null ? { ...block, channel: "fallback" } : block);
}

function isSaid({ document }: Reading, text: string): boolean {
  const said = document.others.has(text);
  document.others.add(text);
  return said;
}

/** Seen text, and stories hidden as a whole, keep their order; hidden bits are gathered behind the part. */
function deliver(reading: Reading, block: TextBlock): void {
  const storyChannel = reading.stories.at(-1)?.channel ?? null;
  if (block.channel === null || block.channel === storyChannel) reading.visible.at(-1)?.push(block);
  else reading.hidden.push(block);
}

/** Ends a paragraph: its text in one block, then what it hides, then its ruby and the text boxes anchored in it. */
export function finishParagraph(reading: Reading, paragraph: Paragraph): void {
  const { story } = paragraph;
  numberParagraph(reading, paragraph);
  if (paragraph.markHidden && story.pending === null) {
    story.pending = paragraph;
    return;
  }
  deliverParagraph(reading, paragraph);
}

/** Delivers a paragraph that waited for a successor in vain. */
export function flushPending(reading: Reading, story: Story | undefined): void {
  const pending = story?.pending;
  if (!story || !pending) return;
  story.pending = null;
  deliverParagraph(reading, pending);
}

/** Automatic numbers are not in the text, but a reader sees them in front of it. */
function numberParagraph(reading: Reading, paragraph: Paragraph): void {
  const { style, numbering, segments } = paragraph;
  const id = numbering.id ?? style.numbering.id;
  if (id === undefined || paragraph.numbered) return;
  paragraph.numbered = true;
  const shown = segments.length === 0 || segments.some(({ channel }) => channel === null);
  const label = reading.count(id, numbering.level ?? style.numbering.level ?? 0);
  if (label !== "" && shown) segments.unshift({ text: label, channel: null, inserted: false });
}

function deliverParagraph(reading: Reading, paragraph: Paragraph): void {
  const { story, location, segments } = paragraph;
  const common = { part: story.part, location };
  const seen = seenText(segments);
  if (seen.trim() !== "") {
    emit(reading, {
      ...common,
      text: seen,
      channel: story.channel,
      ...(story.owesTab ? { separator: "\t" as const } : {}),
      ...(isHeading(paragraph) ? { heading: true } : {}),
      ...layoutOf(paragraph),
    });
    story.owesTab = false;
    const table = reading.tables.at(-1);
    if (table && location.cell !== undefined) table.rowShowsText = true;
  }
  if (paragraph.ruby.trim() !== "")
    emit(reading, { ...common, text: paragraph.ruby, channel: story.channel });
  for (const [channel, text] of hiddenTexts(segments)) emit(reading, { ...common, text, channel });
  for (const block of paragraph.anchored) reading.visible.at(-1)?.push(block);
}

function isHeading({ style, outlineLevel, story }: Paragraph): boolean {
  const heading = outlineLevel === undefined ? style.heading : outlineLevel < BODY_OUTLINE_LEVEL;
  return heading && story.channel === null;
}

function layoutOf({ style, centred = style.centred, size }: Paragraph): Pick<TextBlock, "layout"> {
  if (!centred && size === undefined) return {};
  return { layout: { ...(size !== undefined && { size }), ...(centred && { centred }) } };
}
