import { slice, u8, u16, u32 } from "../bytes.ts";

/** Formatting of a stretch of bytes of the stream WordDocument. */
export interface FormattedRun {
  readonly start: number;
  readonly end: number;
  /** The style of a paragraph; 0 for characters. */
  readonly style: number;
  readonly grpprl: Uint8Array;
}

const PAGE = 512;
const PAGE_NUMBER = 0x3fffff;
/** Bytes of a BxPap: an offset and 12 of no use. */
const BX_PAP = 13;
const NOTHING = new Uint8Array();

/** All runs of the pages a bin table names ([MS-DOC] 2.8.5, 2.8.6), in their order; runs that overlap others are left out. */
export function readFormattedPages(
  binTable: Uint8Array,
  main: Uint8Array,
  kind: "character" | "paragraph",
): FormattedRun[] {
  const count = Math.floor((binTable.length - 4) / 8);
  const runs: FormattedRun[] = [];
  for (let index = 0; index < count; index++) {
    const page = u32(binTable, (count + 1) * 4 + index * 4) & PAGE_NUMBER;
    runs.push(...readPage(slice(main, page * PAGE, PAGE), kind));
  }
  runs.sort((a, b) => a.start - b.start);
  let reached = 0;
  return runs.filter(({ start, end }) => {
    const follows = start >= reached && end > start;
    if (follows) reached = end;
    return follows;
  });
}

/** ChpxFkp and PapxFkp ([MS-DOC] 2.9.33, 2.9.175): offsets, then for each run where in the page its properties lie. */
function readPage(page: Uint8Array, kind: "character" | "paragraph"): FormattedRun[] {
  const count = u8(page, PAGE - 1);
  const entry = kind === "character" ? 1 : BX_PAP;
  const runs: FormattedRun[] = [];
  for (let index = 0; index < count; index++) {
    const at = u8(page, (count + 1) * 4 + index * entry) * 2;
    const bounds = { start: u32(page, index * 4), end: u32(page, index * 4 + 4) };
    if (at === 0) runs.push({ ...bounds, style: 0, grpprl: NOTHING });
    else if (kind === "character")
      runs.push({ ...bounds, style: 0, grpprl: slice(page, at + 1, u8(page, at)) });
    else runs.push({ ...bounds, ...paragraph(page, at) });
  }
  return runs;
}

/** PapxInFkp ([MS-DOC] 2.9.174): the length counts words, less one byte unless a zero stands before it. */
function paragraph(page: Uint8Array, at: number): Pick<FormattedRun, "style" | "grpprl"> {
  const words = u8(page, at);
  const bytes = words === 0 ? slice(page, at + 2, u8(page, at + 1) * 2) : slice(page, at + 1, words * 2 - 1);
  return bytes.length < 2
    ? { style: 0, grpprl: NOTHING }
    : { style: u16(bytes, 0), grpprl: bytes.subarray(2) };
}

/** The run that covers a byte offset. */
export function runAt(runs: readonly FormattedRun[], offset: number): FormattedRun | undefined {
  const run = runs[firstEndingAfter(runs, offset)];
  return run !== undefined && run.start <= offset ? run : undefined;
}

/** Index of the first run that ends behind a byte offset. */
export function firstEndingAfter(runs: readonly { readonly end: number }[], offset: number): number {
  let low = 0;
  let high = runs.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (runs[middle]!.end > offset) high = middle;
    else low = middle + 1;
  }
  return low;
}
