import type { Channel, Location, Part, TextBlock } from "../model/document.ts";
import { fold } from "./fold.ts";
import { originalRange, type Plain } from "./plain.ts";
import { rejoin } from "./rejoin.ts";

/** A line of a view: text between two line feeds, never blank. */
export interface Line {
  readonly text: string;
  /** Offset in the view's text. */
  readonly start: number;
  /** Index of the block its first character comes from. */
  readonly block: number;
  readonly page: number | undefined;
  readonly object: string | undefined;
}

/** One way to read a story: printed lines, or lines with hard wraps undone. */
export interface View {
  readonly text: string;
  readonly lines: readonly Line[];
  /** From a range of this view to the original text. */
  readonly place: (start: number, end: number) => Place;
}

/** A range of the original text. `text` is what stands there, over several blocks if need be. */
export interface Place {
  readonly block: number;
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly location: Location;
}

/** A running text of the document: consecutive blocks of one part, channel and object, folded. */
export interface Story {
  readonly part: Part;
  readonly channel: Channel | null;
  readonly paint: boolean;
  readonly printed: View;
  readonly joined: View;
}

interface Piece {
  readonly block: number;
  readonly original: TextBlock;
  readonly plain: Plain;
  /** Offset of the piece in the story's text. */
  readonly offset: number;
  /** Offsets of the line feeds in the original, found on first need. */
  feeds?: readonly number[];
}

/** The running texts of a document, in order of first appearance. */
export function toStories(blocks: readonly TextBlock[]): Story[] {
  const groups = new Map<string, number[]>();
  blocks.forEach((block, index) => {
    const key = storyKey(block);
    const group = groups.get(key);
    if (group) group.push(index);
    else groups.set(key, [index]);
  });
  return [...groups.values()].map((indices) => toStory(blocks, indices));
}

/** Body and tables flow into each other; every other object is a text of its own. */
function storyKey(block: TextBlock): string {
  const { sheet = "", slide = "", object = "" } = block.location;
  const flows = block.part === "body" || block.part === "table";
  return [flows ? "body" : block.part, block.channel, block.view, sheet, slide, flows ? "" : object].join(
    "\u0000",
  );
}

function toStory(blocks: readonly TextBlock[], indices: readonly number[]): Story {
  const pieces: Piece[] = [];
  const texts: string[] = [];
  let offset = 0;
  for (const index of indices) {
    const block = blocks[index]!;
    if (pieces.length > 0) {
      texts.push(block.separator ?? "\n");
      offset += 1;
    }
    const plain = fold(block.text);
    pieces.push({ block: index, original: block, plain, offset });
    texts.push(plain.text);
    offset += plain.text.length;
  }
  const text = texts.join("");
  const place = (start: number, end: number) => originalPlace(pieces, start, end);
  const joined = rejoin(identity(text));
  const { part, channel, view } = blocks[indices[0]!]!;
  return {
    part,
    channel,
    paint: view === "paint",
    printed: { text, lines: toLines(text, pieces, (at) => at), place },
    joined: {
      text: joined.text,
      lines: toLines(joined.text, pieces, (at) => joined.starts[at] ?? 0),
      place: (start, end) => {
        const range = originalRange(joined, start, end);
        return place(range.start, range.end);
      },
    },
  };
}

function toLines(text: string, pieces: readonly Piece[], toStoryOffset: (at: number) => number): Line[] {
  const lines: Line[] = [];
  let start = 0;
  while (start <= text.length) {
    const feed = text.indexOf("\n", start);
    const end = feed < 0 ? text.length : feed;
    const line = text.slice(start, end);
    if (line.trim() !== "") {
      const piece = pieces[pieceAt(pieces, toStoryOffset(start))]!;
      lines.push({
        text: line,
        start,
        block: piece.block,
        page: piece.original.location.page,
        object: piece.original.location.object,
      });
    }
    start = end + 1;
  }
  return lines;
}

/** Index of the last piece that begins at or before the offset. */
function pieceAt(pieces: readonly Piece[], offset: number): number {
  let low = 0;
  let high = pieces.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (pieces[middle]!.offset <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}

function originalPlace(pieces: readonly Piece[], start: number, end: number): Place {
  const first = pieceAt(pieces, start);
  const last = pieceAt(pieces, Math.max(start, end - 1));
  const texts = pieces.slice(first, last + 1).map((piece) => {
    const length = piece.plain.text.length;
    const range = originalRange(
      piece.plain,
      Math.max(0, start - piece.offset),
      Math.min(end - piece.offset, length),
    );
    return { ...range, text: piece.original.text.slice(range.start, range.end) };
  });
  const piece = pieces[first]!;
  const { start: from, end: to } = texts[0]!;
  return {
    block: piece.block,
    start: from,
    end: to,
    text: texts.map((part) => part.text).join("\n"),
    location: locate(piece, from),
  };
}

/** Blocks that hold several lines count them from their own first one. */
function locate(piece: Piece, offset: number): Location {
  const { location, text } = piece.original;
  if (location.line === undefined) return location;
  piece.feeds ??= [...text.matchAll(/\r\n|[\n\r]/g)].map((feed) => feed.index);
  const feeds = piece.feeds;
  let low = 0;
  let high = feeds.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (feeds[middle]! < offset) low = middle + 1;
    else high = middle;
  }
  return { ...location, line: location.line + low };
}

function identity(text: string): Plain {
  const starts = Uint32Array.from({ length: text.length }, (_, i) => i);
  const ends = Uint32Array.from({ length: text.length }, (_, i) => i + 1);
  return { text, starts, ends };
}
