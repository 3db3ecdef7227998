import { Unread } from "../../extractor.ts";
import { u16 } from "../bytes.ts";

/** A record with what continues it ([MS-XLS] 2.1.4). */
export interface BiffRecord {
  readonly type: number;
  /** Offset of its head in the stream. */
  readonly at: number;
  readonly data: Uint8Array;
  /** Data of the records that continue it: strings begin anew in each. */
  readonly continued: readonly Uint8Array[];
}

export const BIFF = {
  continue: 0x003c,
  bof: 0x0809,
  eof: 0x000a,
} as const;

/** Begins of streams before Excel 97, which differ in the version. */
const BOFS: ReadonlySet<number> = new Set([0x0009, 0x0209, 0x0409, BIFF.bof]);

export function isBof(type: number): boolean {
  return BOFS.has(type);
}

/**
 * The records of a stream, to its end or to padding behind the last.
 * @param incomplete called where the stream breaks off inside a record
 */
export function* recordsOf(stream: Uint8Array, incomplete: (error: Unread) => void): Generator<BiffRecord> {
  let depth = 0;
  let at = 0;
  while (at + 4 <= stream.length) {
    const type = u16(stream, at);
    if (isBof(type)) depth += 1;
    if (depth === 0) {
      // Streams are padded with zeros behind the end of the last substream; anything else is one whose begin is damaged.
      if (stream.subarray(at).some((byte) => byte !== 0)) incomplete(new Unread("corrupt"));
      return;
    }
    const { data, continued, end } = readRecord(stream, at);
    yield { type, at, data, continued };
    if (type === BIFF.eof) depth -= 1;
    at = end;
  }
  if (depth > 0) incomplete(new Unread("corrupt"));
}

function readRecord(
  stream: Uint8Array,
  at: number,
): Pick<BiffRecord, "data" | "continued"> & { end: number } {
  const end = at + 4 + u16(stream, at + 2);
  const continued: Uint8Array[] = [];
  let next = end;
  while (next + 4 <= stream.length && u16(stream, next) === BIFF.continue) {
    const length = u16(stream, next + 2);
    continued.push(stream.subarray(next + 4, next + 4 + length));
    next += 4 + length;
  }
  return { data: stream.subarray(at + 4, end), continued, end: next };
}
