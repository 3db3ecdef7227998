import { commonShare, everydayShare } from "../plausible.ts";
import { speaks } from "../speaks.ts";
import { u16, utf16 } from "./bytes.ts";
import type { Range } from "./reading.ts";

/** With so many Chinese characters a run is text whatever stands around it. */
const SPEAKS_FOR_ITSELF = 8;
/** With fewer than these it has to be framed on both sides. */
const NEEDS_FRAME = 4;
const COMMON = 0.9;
const EVERYDAY = { few: 0.85, many: 0.7 };
/** Stands for the unit beyond the end of a range. */
const EDGE = -1;
const HAN = /[\u4e00-\u9fff]/g;
/** Units below this end or part strings, but numbers too; the marks of cells, lines and paragraphs are no numbers. */
const CONTROL = 0x20;
const MARKS: ReadonlySet<number> = new Set([0x07, 0x09, 0x0a, 0x0c, 0x0d]);

/**
 * The safety net for binary streams: runs of UTF-16LE that say something in Chinese, or a mobile or identity number, at even and odd
 * offsets. Bytes that only happen to decode are told from text by how common their characters are, short runs also by what frames
 * them: marks of paragraphs, the edge of the range, zeros, or their own length before them.
 */
export function sweepUtf16(bytes: Uint8Array, ranges: readonly Range[]): string[] {
  const found = new Set<string>();
  for (const [from, to] of ranges)
    for (const parity of [0, 1]) sweepRange(bytes, from + parity, to, (text) => found.add(text));
  return [...found];
}

function sweepRange(bytes: Uint8Array, from: number, to: number, take: (text: string) => void): void {
  const kinds = kindsOfUnits();
  const last = to - 2;
  let start = -1;
  for (let at = from; at <= last; at += 2) {
    const readable = kinds[bytes[at]! | (bytes[at + 1]! << 8)] !== OTHER;
    if (readable && start < 0) start = at;
    if (readable || start < 0) continue;
    takeRun(bytes, start, at, start === from ? EDGE : u16(bytes, start - 2), u16(bytes, at), take);
    start = -1;
  }
  const end = to - ((to - from) & 1);
  if (start >= 0) takeRun(bytes, start, end, start === from ? EDGE : u16(bytes, start - 2), EDGE, take);
}

/** Binary data is full of short runs: most are passed over before a string is made of them. */
function takeRun(
  bytes: Uint8Array,
  start: number,
  end: number,
  before: number,
  after: number,
  take: (text: string) => void,
): void {
  const length = (end - start) / 2;
  if (length < 2) return;
  const frame = frameOf(before, after, length);
  if (length < SPEAKS_FOR_ITSELF && frame === "none") return;
  const text = utf16(bytes.subarray(start, end));
  if (isText(text, frame)) take(text.trim());
}

const OTHER = 0;
const READABLE = 1;

let kinds: Uint8Array | undefined;

/** By UTF-16 unit, whether Chinese text is made of it; made once. */
function kindsOfUnits(): Uint8Array {
  if (kinds !== undefined) return kinds;
  kinds = new Uint8Array(0x10000);
  const ranges: readonly (readonly [first: number, last: number])[] = [
    [0x20, 0x7e],
    [0xb7, 0xb7],
    [0x2010, 0x2027],
    [0x2605, 0x2606],
    [0x25cb, 0x25cb],
    [0x3000, 0x303f],
    [0xff00, 0xffef],
  ];
  for (const [first, last] of ranges) kinds.fill(READABLE, first, last + 1);
  return kinds.fill(READABLE, 0x4e00, 0xa000);
}

type Frame = "both" | "some" | "none";

function frameOf(before: number, after: number, length: number): Frame {
  const strong = (unit: number) => unit === EDGE || MARKS.has(unit);
  if (strong(before) && strong(after)) return "both";
  return before === length || before < CONTROL || after < CONTROL ? "some" : "none";
}

function isText(text: string, frame: Frame): boolean {
  if (text.length < 2 || !speaks(text)) return false;
  const han = text.match(HAN)?.join("") ?? "";
  if (han.length < 2) return speaks(text.replace(/[^\x20-\x7e]/g, " "));
  if (isLatin(han)) return false;
  const everyday = everydayShare(han);
  if (han.length < NEEDS_FRAME) return frame === "both" && everyday === 1;
  if (han.length < SPEAKS_FOR_ITSELF) return frame !== "none" && everyday >= EVERYDAY.few;
  return commonShare(han) >= COMMON && everyday >= EVERYDAY.many;
}

/** Latin text read across its characters, or two of its characters to a unit. */
function isLatin(han: string): boolean {
  let across = 0;
  let pairs = 0;
  for (let at = 0; at < han.length; at++) {
    const unit = han.charCodeAt(at);
    const low = unit & 0xff;
    if (low === 0) across++;
    if (low >= 0x20 && low < 0x7f && unit < 0x7f00) pairs++;
  }
  return across * 2 > han.length || pairs === han.length;
}
