import type { Colour } from "../../colour.ts";
import { hiddenBy } from "../../legibility.ts";
import type { Segment } from "../../segments.ts";
import { symbolCharacter } from "../../symbol-fonts.ts";
import { type CharacterProperties, readCharacterProperties } from "./character-properties.ts";
import { type FormattedRun, firstEndingAfter, runAt } from "./formatted-pages.ts";
import { type ParagraphProperties, readParagraphProperties } from "./paragraph-properties.ts";
import { offsetOf, type Piece, pieceAt } from "./pieces.ts";
import type { DocStyle, DocStyles } from "./styles.ts";

/** Everything needed to read any part of the text. */
export interface DocText {
  readonly text: string;
  readonly pieces: readonly Piece[];
  readonly characterRuns: readonly FormattedRun[];
  readonly paragraphRuns: readonly FormattedRun[];
  readonly styles: DocStyles;
  readonly fonts: readonly string[];
}

export interface DocParagraph {
  /** Places in the text, the mark at the end not counted. */
  readonly start: number;
  readonly end: number;
  readonly mark: string;
  readonly style: DocStyle;
  readonly properties: ParagraphProperties;
}

/** Marks that end a paragraph: its own, the one of a cell or row, of a page or section. */
const MARKS = /[\r\x07\x0c]/g;
const FIELD_BEGIN = "\x13";
const FIELD_SEPARATOR = "\x14";
const FIELD_END = "\x15";
const FIELD_MARKS = /([\x13-\x15])/;
/** Anchors of pictures, notes and comments, and other marks that are no characters. */
const ANCHORS = /[\x00-\x06\x08\x0f-\x12\x16-\x1d]/g;

/** The paragraphs of a stretch of text, one after the other. */
export function* paragraphsOf(doc: DocText, from: number, to: number): Generator<DocParagraph> {
  let start = from;
  while (start < to) {
    MARKS.lastIndex = start;
    const found = MARKS.exec(doc.text)?.index ?? to;
    const end = Math.min(found, to);
    yield { start, end, mark: doc.text.slice(end, Math.min(end + 1, to)), ...paragraphStyle(doc, end) };
    start = end + 1;
  }
}

function paragraphStyle(doc: DocText, mark: number): Pick<DocParagraph, "style" | "properties"> {
  const offset = offsetOf(doc.pieces, mark);
  const run = offset === undefined ? undefined : runAt(doc.paragraphRuns, offset);
  const style = doc.styles(run?.style ?? 0);
  const own = doc.pieces[pieceAt(doc.pieces, mark)]?.modifiers;
  const direct = run ? readParagraphProperties(run.grpprl, style.paragraph) : style.paragraph;
  return { style, properties: own ? readParagraphProperties(own, direct) : direct };
}

/** Fields that are open at some place, innermost last: whether each is still in its code. */
export type OpenFields = boolean[];

export interface ParagraphText {
  readonly segments: readonly Segment[];
  /** Of the largest characters seen, in points. */
  readonly size: number | undefined;
}

/** The characters of a paragraph by how they are seen; `fields` is carried from one paragraph of a story to the next. */
export function readParagraph(
  doc: DocText,
  paragraph: DocParagraph,
  background: Colour,
  fields: OpenFields,
): ParagraphText {
  const segments: Segment[] = [];
  let size: number | undefined;
  for (const { text, properties } of stretches(doc, paragraph)) {
    const channel = properties.deleted ? "revision-deleted" : hiddenBy(properties, background);
    const seen = channel === null && properties.size !== undefined;
    if (seen) size = Math.max(size ?? 0, (properties.size ?? 0) / 2);
    const shown = properties.symbol ? symbolOf(doc, properties.symbol) : text;
    addStretch(segments, fields, { text: shown, channel, inserted: properties.inserted ?? false });
  }
  // A code ends with its paragraph at the latest: a field left open must not hide the rest of the text.
  fields.fill(false);
  return { segments, size };
}

/** Parts the codes of fields from their results. */
function addStretch(segments: Segment[], fields: OpenFields, stretch: Segment): void {
  for (const piece of stretch.text.split(FIELD_MARKS)) {
    if (passField(fields, piece)) continue;
    const text = readableText(piece);
    const inCode = stretch.channel !== "revision-deleted" && fields.includes(true);
    if (text !== "") append(segments, { ...stretch, text, ...(inCode && { channel: "field-code" }) });
  }
}

/** Whether the piece is a mark of a field; it opens or closes one. */
function passField(fields: OpenFields, piece: string): boolean {
  if (piece === FIELD_BEGIN) fields.push(true);
  else if (piece === FIELD_SEPARATOR) fields.splice(-1, 1, false);
  else if (piece === FIELD_END) fields.pop();
  else return false;
  return true;
}

/** Special characters of [MS-DOC] 2.4.1 as the characters they stand for. */
function readableText(text: string): string {
  return text
    .replace(ANCHORS, "")
    .replace(/[\x0b\x0e]/g, "\n")
    .replaceAll("\x1e", "\u2011")
    .replaceAll("\x1f", "\u00ad");
}

function symbolOf({ fonts }: DocText, { font, code }: { font: number; code: number }): string {
  return symbolCharacter(fonts[font], code.toString(16));
}

function append(segments: Segment[], segment: Segment): void {
  const last = segments.at(-1);
  const same = last?.channel === segment.channel && last.inserted === segment.inserted;
  if (same) segments[segments.length - 1] = { ...last, text: last.text + segment.text };
  else segments.push(segment);
}

/** Stretches of one formatting, cut where a piece or a run ends. */
function* stretches(
  { text, pieces, characterRuns, styles }: DocText,
  { start, end, style }: DocParagraph,
): Generator<{ readonly text: string; readonly properties: CharacterProperties }> {
  let at = start;
  for (let index = pieceAt(pieces, start); at < end && index < pieces.length; index++) {
    const piece = pieces[index]!;
    const width = piece.bytesPerCharacter;
    const last = Math.min(end, piece.end);
    let run = firstEndingAfter(characterRuns, piece.at + (at - piece.start) * width);
    for (; at < last; run++) {
      const offset = piece.at + (at - piece.start) * width;
      const formatted = characterRuns[run];
      const covers = formatted !== undefined && formatted.start <= offset;
      const until = (covers ? formatted.end : formatted?.start) ?? Number.POSITIVE_INFINITY;
      const next = Math.min(last, at + Math.max(Math.ceil((until - offset) / width), 1));
      const direct = covers ? formatted.grpprl : undefined;
      yield { text: text.slice(at, next), properties: effective(styles, style, [direct, piece.modifiers]) };
      at = next;
      if (!covers) run--;
    }
  }
}

/** Direct formatting over the character style over the paragraph's. */
function effective(
  styles: DocStyles,
  { characters }: DocStyle,
  direct: readonly (Uint8Array | undefined)[],
): CharacterProperties {
  const grpprl = Buffer.concat(direct.filter((each) => each !== undefined));
  if (grpprl.length === 0) return characters;
  const chosen = readCharacterProperties(grpprl).style;
  const below = chosen === undefined ? characters : { ...characters, ...styles(chosen).characters };
  return readCharacterProperties(grpprl, below);
}
