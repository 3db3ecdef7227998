import { commonShare, everydayShare } from "../plausible.ts";
import { speaks } from "../speaks.ts";
import { utf16 } from "./bytes.ts";
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
  const unitAt = (at: number) => (at < from || at + 2 > to ? 0 : bytes[at]! | (bytes[at + 1]! << 8));
  for (let at = from; at < to; at += 2) {
    if (!isReadable(unitAt(at))) continue;
    const start = at;
    while (isReadable(unitAt(at))) at += 2;
    const text = utf16(bytes.subarray(start, at));
    const before = start - 2 < from ? EDGE : unitAt(start - 2);
    const after = at + 2 > to ? EDGE : unitAt(at);
    if (isText(text, frameOf(before, after, text.length))) take(text.trim());
  }
}

type Frame = "both" | "some" | "none";

function frameOf(before: number, after: number, length: number): Frame {
  const strong = (unit: number) => unit === EDGE || MARKS.has(unit);
  if (strong(before) && strong(after)) return "both";
  return before === length || before < CONTROL || after < CONTROL ? "some" : "none";
}

/** Characters that Chinese text is made of. */
function isReadable(unit: number): boolean {
  return (
    (unit >= 0x20 && unit < 0x7f) ||
    (unit >= 0x4e00 && unit <= 0x9fff) ||
    (unit >= 0x3000 && unit <= 0x303f) ||
    (unit >= 0xff00 && unit <= 0xffef) ||
    (unit >= 0x2010 && unit <= 0x2027) ||
    unit === 0x2605 ||
    unit === 0x2606 ||
    unit === 0x25cb ||
    unit === 0xb7
  );
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
