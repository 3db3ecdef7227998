import { characters, DENSE, DIGIT, LINE_FEED } from "./characters.ts";
import { type Plain, type PlainWriter, plainWriter } from "./plain.ts";

const SPACE_UNIT = 0x20;
const TAB_UNIT = 0x09;
const HASH = 0x23;
const AMPERSAND = 0x26;
const IDEOGRAPHIC_SPACE = 0x3000;
/** From this width on, in Latin cells, a gap parts columns rather than letters. */
const WIDE = 3;
/** Space entities that a careless export left in the text. */
const ENTITY = /&(?:nbsp|ensp|emsp|#160|#xa0|#12288|#x3000);/iy;

/** A run of spaces, TABs and space entities. */
interface Gap {
  readonly start: number;
  readonly end: number;
  /** Width in Latin cells; a Han character is 2 wide. */
  readonly cells: number;
  readonly hasTab: boolean;
}

/**
 * Settles every gap of a text whose characters are folded. Letter-spacing of Chinese goes: a gap beside a character that stands
 * alone (`机 密`) or beside a number (`20 年`). Between words (`密级 机密`) one space stays, since there it parts a label from its value; `rejoin` drops it. A wide
 * gap becomes one TAB unless it only spaces out single characters (`秘　　密`), any other gap is one space. TABs part
 * table cells and always stay; spaces beside a TAB or a line end go.
 */
export function closeGaps(plain: Plain): Plain {
  const { text, starts, ends } = plain;
  const writer = plainWriter(text.length);
  let previousGapEnd = 0;
  let at = 0;
  while (at < text.length) {
    const gap = gapAt(text, at);
    if (gap === undefined) {
      writer.push(text.charCodeAt(at), starts[at]!, ends[at]!);
      at += 1;
    } else {
      writeGap(plain, gap, previousGapEnd, writer);
      previousGapEnd = gap.end;
      at = gap.end;
    }
  }
  return writer.finish();
}

function writeGap(plain: Plain, gap: Gap, previousGapEnd: number, writer: PlainWriter): void {
  const { text, starts, ends } = plain;
  if (!gap.hasTab) {
    const unit = separator(text, gap, previousGapEnd);
    if (unit !== undefined) writer.push(unit, starts[gap.start]!, ends[gap.end - 1]!);
    return;
  }
  for (let i = gap.start; i < gap.end; i += 1) {
    if (text.charCodeAt(i) === TAB_UNIT) writer.push(TAB_UNIT, starts[i]!, ends[i]!);
  }
}

function gapAt(text: string, start: number): Gap | undefined {
  let cells = 0;
  let hasTab = false;
  let end = start;
  for (let length = spaceLength(text, end); length > 0; length = spaceLength(text, end)) {
    const unit = text.charCodeAt(end);
    hasTab ||= unit === TAB_UNIT;
    cells += unit === IDEOGRAPHIC_SPACE ? 2 : 1;
    end += length;
  }
  return end === start ? undefined : { start, end, cells, hasTab };
}

/** Units of the space, TAB or space entity that begins here; 0 when something else does. */
function spaceLength(text: string, at: number): number {
  const unit = text.charCodeAt(at);
  if (unit === SPACE_UNIT || unit === TAB_UNIT || unit === IDEOGRAPHIC_SPACE) return 1;
  if (unit !== AMPERSAND) return 0;
  ENTITY.lastIndex = at;
  return ENTITY.exec(text)?.[0].length ?? 0;
}

/** What stands for a gap without TABs: nothing, a space or a TAB. */
function separator(text: string, gap: Gap, previousGapEnd: number): number | undefined {
  const left = previousCharacter(text, gap.start);
  const leftKind = kindAt(text, left);
  const rightKind = kindAt(text, gap.end);
  if (leftKind === LINE_FEED || rightKind === LINE_FEED) return undefined;
  if (!isDense(leftKind) || !isDense(rightKind)) return SPACE_UNIT;
  if (leftKind === DIGIT && rightKind === DIGIT) return numberSeparator(text, gap);
  const leftAlone = left === previousGapEnd || kindAt(text, left - 1) === LINE_FEED;
  const rightAlone = endsAfterOne(text, gap.end);
  if (gap.cells >= WIDE) return leftAlone && rightAlone ? undefined : TAB_UNIT;
  const besideNumber = leftKind === DIGIT || rightKind === DIGIT;
  return leftAlone || rightAlone || besideNumber ? undefined : SPACE_UNIT;
}

function numberSeparator(text: string, gap: Gap): number | undefined {
  if (gap.cells >= WIDE) return TAB_UNIT;
  return isSpacedOutNumber(text, gap) ? undefined : SPACE_UNIT;
}

/** `1 0` is ten; `附件 1 2024年` and `138 1234 5678` are not one number. After # it may be the rest of an entity. */
function isSpacedOutNumber(text: string, gap: Gap): boolean {
  const before = gap.start - 2;
  return (
    kindAt(text, before) !== DIGIT && text.charCodeAt(before) !== HASH && kindAt(text, gap.end + 1) !== DIGIT
  );
}

function endsAfterOne(text: string, at: number): boolean {
  const end = at + (text.codePointAt(at)! > 0xffff ? 2 : 1);
  return kindAt(text, end) === LINE_FEED || spaceLength(text, end) > 0;
}

/** Index of the character (code point) that ends at `end`. */
function previousCharacter(text: string, end: number): number {
  const isLowSurrogate = (text.charCodeAt(end - 1) & 0xfc00) === 0xdc00;
  return isLowSurrogate ? end - 2 : end - 1;
}

/** Both ends of the text count as line ends. */
function kindAt(text: string, at: number): number {
  return at < 0 || at >= text.length ? LINE_FEED : characters().kinds[text.charCodeAt(at)]!;
}

function isDense(kind: number): boolean {
  return kind === DENSE || kind === DIGIT;
}
