import { u32 } from "../bytes.ts";
import { FIB, type Fib, SUBDOCUMENTS, type Subdocument } from "./fib.ts";
import type { PrintedPages } from "./sections.ts";
import type { Story } from "./story.ts";

const PAPER = "FFFFFF";
/** Where the texts of notes, comments and boxes begin, and the bytes each entry of the table has besides. */
const TEXTS: Readonly<Partial<Record<Subdocument, { readonly index: number; readonly bytes: number }>>> = {
  footnotes: { index: 3, bytes: 0 },
  comments: { index: 5, bytes: 0 },
  endnotes: { index: 47, bytes: 0 },
  textboxes: { index: 56, bytes: 22 },
  headerTextboxes: { index: 58, bytes: 22 },
};
const NAMES = {
  footnotes: { part: "footnote", object: "footnote" },
  comments: { part: "comment", object: "comment" },
  endnotes: { part: "endnote", object: "endnote" },
  textboxes: { part: "textbox", object: "textbox" },
  headerTextboxes: { part: "textbox", object: "header textbox" },
} as const;

/**
 * All stories of the document in the order of their text: the body, each note, header, comment and text box. Where the table that
 * parts the texts of one kind is damaged they are one story.
 * @param length characters there are
 * @param pages which headers and footers are printed
 */
export function storiesOf(fib: Fib, table: Uint8Array, length: number, pages: PrintedPages): Story[] {
  const stories: Story[] = [];
  let from = 0;
  for (const name of SUBDOCUMENTS) {
    const to = Math.min(from + fib.lengths[name], length);
    const range = { from, to };
    if (name === "body")
      stories.push({ ...range, part: "body", channel: null, location: {}, counted: true, background: PAPER });
    else if (name === "headers") stories.push(...headerStories(fib, table, range, pages));
    else stories.push(...noteStories(fib, table, name, range));
    from = to;
  }
  // What no length accounts for is text all the same.
  if (from + 1 < length) stories.push({ ...REST, from, to: length });
  return stories;
}

const REST = { part: "other", channel: "orphan", location: {}, background: PAPER } as const;

interface Range {
  readonly from: number;
  readonly to: number;
}

function noteStories(fib: Fib, table: Uint8Array, name: keyof typeof NAMES, range: Range): Story[] {
  const { part, object } = NAMES[name];
  const texts = TEXTS[name];
  const bounds = texts ? positions(fib, table, texts.index, texts.bytes) : [];
  const boxed = part === "textbox";
  return split(range, bounds).map((each, index) => ({
    ...each,
    part,
    channel: part === "comment" ? "comment" : null,
    location: { object: `${object} ${index + 1}` },
    background: boxed ? "unknown" : PAPER,
  }));
}

/** Character positions of a PLC; none where it is missing or broken: then nothing is parted. */
function positions(fib: Fib, table: Uint8Array, index: number, bytes: number): number[] {
  const range = fib.range(index);
  if (range === undefined || range.at + range.length > table.length) return [];
  const count = Math.floor((range.length - 4) / (4 + bytes)) + 1;
  return Array.from({ length: Math.max(count, 0) }, (_, each) => u32(table, range.at + each * 4));
}

/** Parts a range at positions counted from its start; nothing of it is lost, whatever the positions say. */
function split({ from, to }: Range, bounds: readonly number[]): Range[] {
  const ranges: Range[] = [];
  let start = from;
  for (const bound of bounds.slice(1)) {
    const end = Math.min(from + bound, to);
    if (end <= start) continue;
    ranges.push({ from: start, to: end });
    start = end;
  }
  if (start < to) ranges.push({ from: start, to });
  return ranges;
}

/** The six stories of a section, behind six for the separators of notes ([MS-DOC] 2.8.18). */
const SLOTS = [
  { part: "header", object: "even header", page: "even" },
  { part: "header", object: "header", page: "every" },
  { part: "footer", object: "even footer", page: "even" },
  { part: "footer", object: "footer", page: "every" },
  { part: "header", object: "first header", page: "first" },
  { part: "footer", object: "first footer", page: "first" },
] as const;
const SEPARATORS = 6;

function headerStories(fib: Fib, table: Uint8Array, range: Range, pages: PrintedPages): Story[] {
  const bounds = positions(fib, table, FIB.headers, 0);
  const { even, first } = pages;
  const stories: Story[] = [];
  let from = range.from;
  for (let index = 0; index + 1 < bounds.length; index++) {
    const to = Math.min(range.from + bounds[index + 1]!, range.to);
    if (to <= from) continue;
    const slot = SLOTS[(index - SEPARATORS + 12) % 6]!;
    const section = Math.floor((index - SEPARATORS) / 6);
    const separator = index < SEPARATORS;
    const printed =
      separator ||
      slot.page === "every" ||
      (slot.page === "even" && even) ||
      // Later sections without one of their own print that of an earlier one.
      (slot.page === "first" && first.some((has, each) => has && each >= section));
    stories.push({
      from,
      to,
      part: separator ? "footnote" : slot.part,
      channel: printed ? null : "unused-header",
      location: { object: separator ? "separator" : `${slot.object} ${section + 1}` },
      background: PAPER,
    });
    from = to;
  }
  // What the table does not part is a header all the same.
  if (from < range.to)
    stories.push({ from, to: range.to, part: "header", channel: null, location: {}, background: PAPER });
  return stories;
}
