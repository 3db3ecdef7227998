import { characters, DENSE, DIGIT } from "./characters.ts";
import { type Plain, plainWriter } from "./plain.ts";

const SPACE_UNIT = 0x20;
/** A wrapped line is nearly as long as the long lines of its text, and text set in narrower columns is not judged. */
const NEARLY = 0.85;
const NARROWEST_COLUMN = 15;
const SENTENCE_END = /[。；：！？》）…”.]$/;
const ITEM_STARTS = [
  /^第[〇零一二三四五六七八九十百千\d]+[编章节条款项]/,
  /^[〇一二三四五六七八九十]+、/,
  /^[（(][〇一二三四五六七八九十\d]+[）)]/,
  /^\d{1,3}[.、](?!\d)/,
  /^附件/,
];
/** What vertical setting or a wrapped last character leaves on a line of its own; a star never begins a text. */
const ORPHAN = /^(?:[\p{Script=Han}\d]$|★)/u;

/** A line that is not blank, as a half-open range of the text. */
interface Line {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/**
 * Undoes hard wraps in a folded text: `国家机⏎密` reads `国家机密`. Blank lines in between go with the wrap;
 * between Latin words it leaves one space. Digits are joined without one, so that a number broken over two lines is seen whole.
 */
export function rejoin(plain: Plain): Plain {
  const { text, starts, ends } = plain;
  const writer = plainWriter(text.length);
  const copy = (from: number, to: number) => {
    for (let i = from; i < to; i += 1)
      if (!isWordGap(text, i)) writer.push(text.charCodeAt(i), starts[i]!, ends[i]!);
  };
  const lines = linesOf(text);
  const wrapLength = shortestWrap(lines);
  let done = 0;
  lines.forEach((line, index) => {
    const before = lines[index - 1];
    if (before === undefined || !continues(before, line, wrapLength)) copy(done, line.start);
    else if (isLatinSeam(before, line)) writer.push(SPACE_UNIT, starts[done]!, ends[line.start - 1]!);
    copy(line.start, line.end);
    done = line.end;
  });
  copy(done, text.length);
  return writer.finish();
}

/** A space between Chinese: justified lines have it inside words too, so the joined view is read without. */
function isWordGap(text: string, at: number): boolean {
  if (text.charCodeAt(at) !== SPACE_UNIT) return false;
  const { kinds } = characters();
  const left = kinds[text.charCodeAt(at - 1)];
  const right = kinds[text.charCodeAt(at + 1)];
  if (left === DIGIT && right === DIGIT) return false;
  return (left === DENSE || left === DIGIT) && (right === DENSE || right === DIGIT);
}

function linesOf(text: string): Line[] {
  const lines: Line[] = [];
  let start = 0;
  for (const line of text.split("\n")) {
    const end = start + line.length;
    if (line.trim() !== "") lines.push({ start, end, text: line });
    start = end + 1;
  }
  return lines;
}

/** Length from which a line counts as full, after the 90th percentile; infinite where the lines are too short to tell. */
function shortestWrap(lines: readonly Line[]): number {
  const lengths = Uint32Array.from(lines, ({ text }) => text.length).sort();
  const long = lengths[Math.ceil(lengths.length * 0.9) - 1] ?? 0;
  return long < NARROWEST_COLUMN ? Number.POSITIVE_INFINITY : long * NEARLY;
}

function continues(before: Line, line: Line, wrapLength: number): boolean {
  if (ORPHAN.test(line.text)) return true;
  if (before.text.length < wrapLength || SENTENCE_END.test(before.text)) return false;
  return !ITEM_STARTS.some((start) => start.test(line.text));
}

function isLatinSeam(before: Line, line: Line): boolean {
  const seam = before.text.slice(-1) + line.text.slice(0, 1);
  return /^[\p{Script=Latin}\d]{2}$/u.test(seam) && /\p{Script=Latin}/u.test(seam);
}
