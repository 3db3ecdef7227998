import { u16 } from "../bytes.ts";
import { gapsBetween, type Range } from "../reading.ts";
import { BIFF, isBof } from "./records.ts";
import type { Substream } from "./substreams.ts";

/** What cells are made of in all versions: values, formats and texts they refer to, and the frame around them. */
const CELL_RECORDS: ReadonlySet<number> = new Set([
  BIFF.eof,
  BIFF.continue,
  // CodePage, Date1904, FilePass, BoundSheet8, XF of each version, IXFE, Format of each version.
  ...[0x42, 0x22, 0x2f, 0x85, 0xe0, 0x43, 0x243, 0x443, 0x44, 0x41e, 0x1e],
  // SST, Dimensions, and cells of version 2.
  ...[0xfc, 0x00, 0x200, 0x01, 0x02, 0x03, 0x04, 0x05, 0x06, 0x07],
  // Blank, Number, Label, BoolErr, Formula, String, RK, MulRk, MulBlank, RString, LabelSst.
  ...[0x201, 0x203, 0x204, 0x205, 0x206, 0x406, 0x207, 0x27e, 0xbd, 0xbe, 0xd6, 0xfd],
]);
/** A record SheetJS knows and passes over. */
const PASSED_OVER = 0x7262;

/**
 * A copy of the stream in which all records but those of cells are made ones that SheetJS passes over: many of the others make it give up
 * or write to the console when they are not as it expects, and nothing of them is wanted from it.
 */
export function cellsOnly(stream: Uint8Array): Uint8Array {
  const copy = Uint8Array.from(stream);
  for (let at = 0; at + 4 <= copy.length; at += 4 + u16(copy, at + 2)) {
    const type = u16(copy, at);
    if (CELL_RECORDS.has(type) || isBof(type)) continue;
    copy[at] = PASSED_OVER & 0xff;
    copy[at + 1] = PASSED_OVER >> 8;
  }
  return copy;
}

/** Read elsewhere, or made of numbers and of names of fonts and styles alone. */
const NO_NET_NEEDED: ReadonlySet<number> = new Set([
  ...CELL_RECORDS,
  // Names, headers, notes, objects, fonts, external books, drawings, text boxes, links, who wrote it.
  ...[0x18, 0x14, 0x15, 0x1c, 0x31, 0x5a, 0x5c, 0x5d, 0xeb, 0xec, 0xed, 0x1ae, 0x1b6, 0x1b8, 0x100d],
  // Styles, colours, themes, tables of styles, calculation chains and indexes.
  ...[0x293, 0x892, 0x87d, 0x896, 0x88d, 0x88e, 0x88f, 0x890, 0x92, 0xff, 0x20b, 0x208, 0x7d, 0xe5, 0x809],
  // Printer settings and function groups.
  ...[0x4d, 0x9c, 0xc1, 0xe9],
]);

/** The bytes that need no safety net: all but the records nobody reads. */
export function netNeedless(stream: Uint8Array, substreams: readonly Substream[]): Range[] {
  const unread: Range[] = [];
  for (const { records } of substreams)
    for (const { type, at, data } of records)
      if (!NO_NET_NEEDED.has(type)) unread.push([at + 4, at + 4 + data.length]);
  return gapsBetween(unread, stream.length);
}
