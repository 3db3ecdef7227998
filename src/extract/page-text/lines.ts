import type { Channel } from "../../model/document.ts";
import type { PlacedCharacter } from "./character.ts";

/** A character in the frame of its line: `start` to `end` along the line, `base` across it, growing line by line. */
export interface Glyph {
  readonly character: PlacedCharacter;
  readonly channel: Channel | null;
  /** Writing direction in whole degrees; that of columns is downwards. */
  readonly direction: number;
  readonly start: number;
  readonly end: number;
  readonly base: number;
}

export interface Line {
  readonly text: string;
  readonly channel: Channel | null;
  /** In reading order, shadows of fake bold taken out. */
  readonly glyphs: readonly Glyph[];
}

const DEGREE = Math.PI / 180;
/** Gaps, in em. */
const SPACE = 0.25;
const TAB = 3;

/**
 * Builds lines from the places of characters, whatever order they were painted in, top line first. Text of different
 * directions or hidden channels never shares a line.
 * @param channels the hidden channel of each character, null for text a reader sees
 */
export function buildLines(
  characters: readonly PlacedCharacter[],
  channels: readonly (Channel | null)[],
): Line[] {
  const glyphs = characters.map((character, index) => glyphOf(character, channels[index] ?? null));
  const lines = groupByDirection(glyphs).flatMap(cluster).map(finish);
  return sortForReading(lines.filter(({ text }) => text !== ""));
}

function glyphOf(character: PlacedCharacter, channel: Channel | null): Glyph {
  const { box, x, y, em, vertical } = character;
  const baseline = Math.round(character.angle / DEGREE);
  // A column is a line that runs downwards and whose next line lies to the left: the same frame, turned.
  const direction = (baseline - (vertical ? 90 : 0) + 720) % 360;
  const turn = frame(direction);
  if (vertical) {
    const middle = turn(x + (em / 2) * Math.cos(character.angle), y + (em / 2) * Math.sin(character.angle));
    const [start, end] = extent(box, turn);
    return { character, channel, direction, start, end, base: middle[1] };
  }
  const [along, across] = turn(x, y);
  // The box of slanted text is upright and says little; Chinese is one em wide.
  const width = /[\u2e80-\u{3ffff}]/u.test(character.text) ? em : em / 2;
  const [start, end] = direction % 90 === 0 ? extent(box, turn) : [along, along + width];
  return { character, channel, direction, start, end, base: across };
}

type Turn = (x: number, y: number) => [along: number, across: number];

function frame(direction: number): Turn {
  const [cos, sin] = [Math.cos(direction * DEGREE), Math.sin(direction * DEGREE)];
  return (x, y) => [x * cos + y * sin, x * sin - y * cos];
}

function extent(box: PlacedCharacter["box"], turn: Turn): [number, number] {
  const [a] = turn(box.left, box.bottom);
  const [b] = turn(box.right, box.top);
  return [Math.min(a, b), Math.max(a, b)];
}

function groupByDirection(glyphs: readonly Glyph[]): Glyph[][] {
  const groups = new Map<string, Glyph[]>();
  for (const glyph of glyphs) {
    const key = `${glyph.direction} ${glyph.channel}`;
    const group = groups.get(key);
    if (group) group.push(glyph);
    else groups.set(key, [glyph]);
  }
  return [...groups.values()];
}

/** Glyphs of one direction to lines: the baselines of a line differ by less than half an em. */
function cluster(glyphs: Glyph[]): Glyph[][] {
  const lines: Glyph[][] = [];
  let tallest: Glyph | null = null;
  for (const glyph of glyphs.toSorted((a, b) => a.base - b.base || a.character.index - b.character.index)) {
    const em = glyph.character.em;
    const reach = tallest ? (tallest.character.em + em) / 4 : 0;
    if (tallest && glyph.base - tallest.base <= reach) {
      lines.at(-1)!.push(glyph);
      if (em > tallest.character.em) tallest = glyph;
    } else {
      lines.push([glyph]);
      tallest = glyph;
    }
  }
  return lines;
}

function finish(glyphs: Glyph[]): Line {
  const kept: Glyph[] = [];
  for (const glyph of glyphs.toSorted((a, b) => a.start - b.start || a.character.index - b.character.index))
    if (!isShadow(glyph, kept)) kept.push(glyph);
  return { text: textOf(kept), channel: glyphs[0]!.channel, glyphs: kept };
}

/** Painted again almost at the same place to look bold, or to cast a shadow. */
function isShadow(glyph: Glyph, kept: readonly Glyph[]): boolean {
  const near = 0.3 * (glyph.end - glyph.start);
  for (let index = kept.length - 1; index >= 0 && index >= kept.length - 6; index--) {
    const before = kept[index]!;
    if (before.character.text !== glyph.character.text || glyph.start - before.start > near) continue;
    // A ligature gives several characters at one place: the two f of "ff" are no shadows of each other.
    if (before.character.object !== glyph.character.object || glyph.start !== before.start) return true;
  }
  return false;
}

function textOf(glyphs: readonly Glyph[]): string {
  let text = "";
  let before: Glyph | null = null;
  let blank = false;
  for (const glyph of glyphs) {
    if (glyph.character.text.trim() === "") {
      blank = true;
      continue;
    }
    text += before ? gap(before, glyph, blank) : "";
    text += glyph.character.text;
    before = glyph;
    blank = false;
  }
  return text;
}

function gap(before: Glyph, glyph: Glyph, blank: boolean): string {
  const width = (glyph.start - before.end) / Math.max(before.character.em, glyph.character.em);
  if (width > TAB) return "\t";
  return blank || width > SPACE ? " " : "";
}

/** Top to bottom as seen in the direction most of the text has, so that a page set sideways reads in order too. */
function sortForReading(lines: readonly Line[]): Line[] {
  const votes = new Map<number, number>();
  for (const { glyphs } of lines) {
    const upright = (glyphs[0]!.character.angle / DEGREE + 360) % 360;
    const quarter = (Math.round(upright / 90) % 4) * 90;
    votes.set(quarter, (votes.get(quarter) ?? 0) + glyphs.length);
  }
  const [main = 0] = [...votes].toSorted((a, b) => b[1] - a[1]).map(([quarter]) => quarter);
  const turn = frame(main);
  const keyed = lines.map((line) => {
    const { character, direction } = line.glyphs[0]!;
    const { left, bottom, right, top } = character.box;
    const corners = [turn(left, bottom), turn(right, top)];
    const base =
      direction === main ? turn(character.x, character.y)[1] - character.em : Number.POSITIVE_INFINITY;
    const across = Math.min(base, ...corners.map((corner) => corner[1]));
    const along = Math.min(...corners.map((corner) => corner[0]));
    // Columns side by side are read from the right.
    return { line, top: Math.round(across), along: character.vertical ? -along : along };
  });
  return keyed.toSorted((a, b) => a.top - b.top || a.along - b.along).map(({ line }) => line);
}
