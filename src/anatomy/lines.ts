import type { TextBlock } from "../model/document.ts";
import { fold } from "../normalise/fold.ts";
import type { Line, Story, View } from "../normalise/story.ts";

/** A visible line of the paper, folded, without surrounding blanks and Markdown marks. */
export interface AnatomyLine {
  readonly text: string;
  /** The pieces that blanks part in print, folded: folding closes most gaps, and here they part names. */
  readonly parts: () => readonly string[];
  /** The format itself calls it a title or heading. */
  readonly heading: boolean;
  /** A heading that is whole by its nature: only where paragraphs are counted may a title be wrapped over several. */
  readonly whole: boolean;
  /** Points; null where the format does not say. */
  readonly size: number | null;
  readonly centred: boolean;
  readonly inTable: boolean;
}

/** Text boxes anchored above this many lines may hold the 版头. */
const BOXES_ABOVE = 12;
/** Parts are looked at in lines no longer than this. */
const PRINTED = 300;
const PAGE_NUMBER = /^(?:[-—–─一]\s?\d{1,4}\s?[-—–─一]|第\s?\d{1,4}\s?页(?:[,，/共\s]{0,3}\d{1,4}\s?页)?)$/u;
const MARKDOWN_HEADING = /^#{1,6}\s+/u;
/** Marks of Markdown emphasis around a whole line; folding makes asterisks stars. */
const EMPHASIS = /^([*★]{2,3}|_{2,3})([^*★_]+)\1$/u;
const EMPHASIS_ENDS = /^(?:[*★]{2,3}|_{2,3})|(?:[*★]{2,3}|_{2,3})$/gu;

/** The lines a reader sees, page numbers left out: body with its tables, and the text boxes at its head. */
export function toLines(blocks: readonly TextBlock[], stories: readonly Story[]): AnatomyLine[] {
  const seen = stories.filter((story) => story.channel === null && !story.paint);
  const body = seen.find(({ part }) => part === "body" || part === "table");
  if (!body) return [];
  const placed = placedLines(body.printed);
  const limit = placed[Math.min(BOXES_ABOVE, placed.length) - 1]?.line.block ?? 0;
  const boxes = seen
    .filter(({ part }) => part === "textbox")
    .flatMap(({ printed }) => placedLines(printed).filter(({ line }) => line.block < limit));
  const all = boxes.length > 0 ? [...placed, ...boxes].toSorted(byPlace) : placed;
  return all
    .map(({ line, view }) => toLine(line, view, blocks[line.block]))
    .filter(({ text }) => text !== "" && !PAGE_NUMBER.test(text));
}

interface PlacedLine {
  readonly line: Line;
  readonly view: View;
}

function placedLines(view: View): PlacedLine[] {
  return view.lines.map((line) => ({ line, view }));
}

/** Within one story the order stands already; sorting keeps it. */
function byPlace(a: PlacedLine, b: PlacedLine): number {
  return a.line.block - b.line.block;
}

function toLine(line: Line, view: View, block: TextBlock | undefined): AnatomyLine {
  const trimmed = line.text.trim();
  let parts: readonly string[] | undefined;
  return {
    text: trimmed.replace(MARKDOWN_HEADING, "").replace(EMPHASIS, "$2").trim(),
    parts: () => {
      parts ??= partsOf(line, view);
      return parts;
    },
    heading: block?.heading === true,
    whole: block?.location.paragraph === undefined,
    size: block?.layout?.size ?? null,
    centred: block?.layout?.centred === true,
    inTable: block?.part === "table",
  };
}

function partsOf(line: Line, view: View): string[] {
  if (line.text.length > PRINTED) return [line.text.trim()];
  const { text } = view.place(line.start, line.start + line.text.length);
  const parts = text.split(/[\s\u3000]+/u).filter((part) => !/^#*$/u.test(part));
  return parts.map((part) => fold(part).text.trim().replace(EMPHASIS_ENDS, ""));
}

/** Wrapped lines made one: Chinese joins without a gap, Latin words keep one. */
export function joinLines(lines: readonly AnatomyLine[]): string {
  return lines.reduce((text, line) => {
    const latin = /[\dA-Za-z]$/u.test(text) && /^[A-Za-z]/u.test(line.text);
    return `${text}${latin ? " " : ""}${line.text}`;
  }, "");
}
