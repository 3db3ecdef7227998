import type { Unread } from "../../extractor.ts";
import { u8, u16, u32 } from "../bytes.ts";
import { BIFF, type BiffRecord, isBof, recordsOf } from "./records.ts";
import { readCharacters, readOldString } from "./strings.ts";

/** A part of the stream between its begin and end: the workbook's own, or a sheet with the charts inside it. */
export interface Substream {
  /** Name of the sheet; undefined for what belongs to the workbook. */
  readonly sheet: string | undefined;
  readonly hidden: boolean;
  /** Version of the format: 8 from Excel 97 on. */
  readonly version: number;
  /** All but plain values of cells. */
  readonly records: readonly BiffRecord[];
}

const BOUND_SHEET = 0x0085;
const BIFF8 = 0x0600;
/** LabelSst, RK, MulRk, Number, Blank, MulBlank, BoolErr, DBCell: millions in large workbooks. */
const PLAIN_VALUES: ReadonlySet<number> = new Set([
  ...[0x00fd, 0x027e, 0x00bd, 0x0203, 0x0201, 0x00be, 0x0205, 0x00d7],
]);

interface BoundSheet {
  readonly name: string;
  readonly hidden: boolean;
}

/** The records of each substream by the sheet they belong to ([MS-XLS] 2.1.7.20). @throws Unread `corrupt` */
export function substreamsOf(stream: Uint8Array, incomplete: (error: Unread) => void): Substream[] {
  const substreams: Substream[] = [];
  const sheets = new Map<number, BoundSheet>();
  let version = 8;
  let depth = 0;
  let records: BiffRecord[] = [];
  for (const record of recordsOf(stream, incomplete)) {
    if (isBof(record.type) && ++depth === 1) {
      version = versionOf(record);
      const { name, hidden = false } = sheets.get(record.at) ?? {};
      records = [];
      substreams.push({ sheet: name, hidden, version, records });
    }
    if (record.type === BIFF.eof) depth -= 1;
    if (record.type === BOUND_SHEET) sheets.set(u32(record.data, 0), readBoundSheet(record, version));
    if (!PLAIN_VALUES.has(record.type)) records.push(record);
  }
  return substreams;
}

/** Versions before 5 have a begin of their own; 5 and 8 share one that says which it is. */
function versionOf({ type, data }: BiffRecord): number {
  if (type !== BIFF.bof) return 2 + (type >> 9);
  return data.length >= 2 && u16(data, 0) === BIFF8 ? 8 : 5;
}

/** BoundSheet8 ([MS-XLS] 2.4.28): where the sheet begins, whether it is shown, its name. */
function readBoundSheet({ data }: BiffRecord, version: number): BoundSheet {
  const { text } = version === 8 ? readCharacters(data, 7, u8(data, 6)) : readOldString(data, 6);
  return { name: text, hidden: (u8(data, 4) & 3) !== 0 };
}
