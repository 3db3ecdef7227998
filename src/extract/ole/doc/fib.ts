import { Unread } from "../../extractor.ts";
import { i32, slice, u16, u32 } from "../bytes.ts";

/** The file information block at the start of the stream WordDocument ([MS-DOC] 2.5). */
export interface Fib {
  readonly tableName: "0Table" | "1Table";
  /** Lengths of the subdocuments in characters, in the order of their text. */
  readonly lengths: Readonly<Record<Subdocument, number>>;
  /** The structure at an index of FibRgFcLcb in the table stream; undefined where the document has none. */
  readonly range: (index: number) => { readonly at: number; readonly length: number } | undefined;
}

/** Texts lie one behind the other in this order ([MS-DOC] 2.4.1). */
export const SUBDOCUMENTS = [
  "body",
  "footnotes",
  "headers",
  "comments",
  "endnotes",
  "textboxes",
  "headerTextboxes",
] as const;
export type Subdocument = (typeof SUBDOCUMENTS)[number];

/** Places of the pairs in FibRgFcLcb97 ([MS-DOC] 2.5.6). */
export const FIB = {
  styles: 1,
  sections: 6,
  headers: 11,
  characterPages: 12,
  paragraphPages: 13,
  fonts: 15,
  bookmarks: 21,
  dop: 31,
  associated: 32,
  pieces: 33,
  commentAuthors: 36,
  commentBookmarks: 37,
  drawings: 50,
  revisionAuthors: 51,
  variables: 60,
  savedBy: 71,
} as const;

const WORD = 0xa5ec;
const OLDER: ReadonlyMap<number, string> = new Map([
  [0xa5dc, "Word 95"],
  [0xa699, "Word 6"],
  [0xa5db, "Word 2"],
  [0xa59b, "Word 2"],
  [0xa59c, "Word 2"],
]);
const FIRST_VERSION = 0xc0;

const PAIRS = 0x9a;
const LENGTHS: Readonly<Record<Subdocument, number>> = {
  body: 0x4c,
  footnotes: 0x50,
  headers: 0x54,
  comments: 0x5c,
  endnotes: 0x60,
  textboxes: 0x64,
  headerTextboxes: 0x68,
};

/**
 * Reads the FIB of a Word 97-2007 document.
 * @throws Unread `unsupported` for older versions, `corrupt` where it is none
 */
export function readFib(main: Uint8Array): Fib {
  const identifier = u16(main, 0);
  const older =
    OLDER.get(identifier) ?? (identifier === WORD && u16(main, 2) < FIRST_VERSION ? "Word 95" : undefined);
  if (older !== undefined) throw new Unread("unsupported", { format: older });
  if (identifier !== WORD) throw new Unread("corrupt", { format: "doc" });
  const lengthOf = (name: Subdocument) => Math.max(i32(main, LENGTHS[name]), 0);
  return {
    tableName: u16(main, 0x0a) & 0x0200 ? "1Table" : "0Table",
    lengths: Object.fromEntries(SUBDOCUMENTS.map((name) => [name, lengthOf(name)])) as Fib["lengths"],
    range: (index) => {
      const pair = PAIRS + index * 8;
      if (pair + 8 > main.length) return undefined;
      const length = u32(main, pair + 4);
      return length === 0 ? undefined : { at: u32(main, pair), length };
    },
  };
}

/** The bytes of a structure of the table stream. @throws Unread `corrupt` where they lie outside */
export function structure(fib: Fib, table: Uint8Array, index: number): Uint8Array | undefined {
  const range = fib.range(index);
  return range && slice(table, range.at, range.length);
}
