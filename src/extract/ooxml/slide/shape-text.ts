import type { Channel, Location, Part } from "../../../model/document.ts";
import { cellName } from "../../cell-name.ts";
import { type Piece, piecesOf } from "./paragraph.ts";
import { emit, type Reading, take } from "./reading.ts";
import { runChannel, type TextSurroundings } from "./run-channel.ts";
import { isCentred, sizeOf, styleOf } from "./text-style.ts";
import { child, type XmlNode } from "./tree.ts";

/** How the text of one shape is read. */
export interface ShapeReading extends TextSurroundings {
  readonly reading: Reading;
  readonly part: Part;
  /** Where the whole shape is hidden. */
  readonly channel: Channel | null;
  readonly heading: boolean;
  /** The named thing; absent for the body. */
  readonly object?: string;
  /** `p:defaultTextStyle` of the presentation. */
  readonly defaults: XmlNode | undefined;
  /** Numbers the paragraphs of the body. */
  readonly nextParagraph: () => number;
}

/** The paragraphs of a shape, each a block; what single runs hide follows in the channel that hides it. */
export function readShapeText(how: ShapeReading): void {
  for (const paragraph of paragraphsOf(child(how.shape.node, "p:txBody"))) readParagraph(how, paragraph, {});
}

/** `p:graphicFrame//a:tbl` (ISO/IEC 29500-1 §21.1.3): a row is one line of cells. `how.object` is the name of the table. */
export function readTable(how: ShapeReading, table: XmlNode): void {
  const rows = table.children.filter(({ name }) => name === "a:tr");
  for (const [row, { children }] of rows.entries()) {
    let rowHasText = false;
    const cells = children.filter(({ name }) => name === "a:tc");
    for (const [column, cell] of cells.entries()) {
      const location = { cell: cellName({ row: row + 1, column: column + 1 }) };
      let owesTab = rowHasText;
      for (const paragraph of paragraphsOf(child(cell, "a:txBody"))) {
        const written = readParagraph(how, paragraph, {
          ...(owesTab && { separator: "\t" as const }),
          location,
          cell,
        });
        owesTab &&= !written;
        rowHasText ||= written;
      }
    }
  }
}

interface Placed {
  readonly separator?: "\t";
  readonly location?: Location;
  readonly cell?: XmlNode;
}

function paragraphsOf(body: XmlNode | undefined): XmlNode[] {
  return (body?.children ?? []).filter(({ name }) => name === "a:p");
}

/** @returns whether the paragraph shows anything as the rest of its shape does */
function readParagraph(
  how: ShapeReading,
  paragraph: XmlNode,
  { separator, location, cell }: Placed,
): boolean {
  const { reading, page, shape, part, channel, heading, object } = how;
  const style = styleOf(paragraph, shape, page, how.defaults);
  const segments = piecesOf(paragraph).map((piece) => {
    take(reading, piece.text);
    return { ...piece, channel: channel ?? runChannel(how, piece, style, cell) };
  });
  const seen = segments.filter((segment) => segment.channel === channel);
  const text = seen.map((segment) => segment.text).join("");
  const numbered = part === "body" && channel === null && text.trim() !== "";
  const place = {
    ...location,
    ...(object !== undefined && { object }),
    ...(numbered && { paragraph: how.nextParagraph() }),
  };
  const sizes = seen
    .filter((each) => each.text.trim() !== "")
    .map(({ properties }) => sizeOf(properties, style));
  const written = emit(reading, {
    text,
    part,
    channel,
    location: place,
    ...(separator && { separator }),
    ...(heading && channel === null && { heading }),
    ...(sizes.length > 0 && {
      layout: { size: Math.max(...sizes), ...(isCentred(style) && { centred: true }) },
    }),
  });
  for (const [hiddenBy, hidden] of hiddenTexts(segments, channel))
    emit(reading, { text: hidden, part, channel: hiddenBy, location: place });
  return written;
}

interface Segment extends Piece {
  readonly channel: Channel | null;
}

/** Hidden runs side by side are one text. */
function hiddenTexts(segments: readonly Segment[], shown: Channel | null): (readonly [Channel, string])[] {
  const texts: [Channel, string][] = [];
  let before: Channel | null = null;
  for (const { text, channel } of segments) {
    if (channel !== null && channel !== shown) {
      const last = texts.at(-1);
      if (last && before === channel) last[1] += text;
      else texts.push([channel, text]);
    }
    before = channel;
  }
  return texts;
}
