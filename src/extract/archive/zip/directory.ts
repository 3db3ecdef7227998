import type { Budget } from "../../extractor.ts";
import { Unread } from "../../extractor.ts";
import type { Range } from "./ranges.ts";
import { type CentralHeader, centralHeader, END, hasSignature, ZIP64_END, ZIP64_LOCATOR } from "./records.ts";

/** The central directory as it lies in the file, whatever the end record says of it. */
export interface Directory {
  readonly entries: readonly CentralHeader[];
  /** What has to be added to a stated offset. */
  readonly shift: number;
  /** The archive comment, undecoded. */
  readonly comment: Buffer;
  /** Bytes of the headers and end records. */
  readonly ranges: readonly Range[];
  /** One volume of several. */
  readonly split: boolean;
  /** A limit that stopped the listing. */
  readonly unread: Unread | null;
}

/** End records tried from the back, since a comment may hold a false one. */
const ATTEMPTS = 64;
const OVERFLOW = 0xffffffff;

/** Finds the directory by the last end record that has one before it; null when there is none. */
export function findDirectory(bytes: Buffer, budget: Budget): Directory | null {
  let from = bytes.length;
  for (let attempt = 0; attempt < ATTEMPTS && from >= 0; attempt++) {
    const end = bytes.lastIndexOf("PK\x05\x06", from, "latin1");
    if (end < 0) return null;
    const directory = hasSignature(bytes, end, END) ? directoryBefore(bytes, end, budget) : null;
    if (directory) return directory;
    from = end - 1;
  }
  return null;
}

function directoryBefore(bytes: Buffer, end: number, budget: Budget): Directory | null {
  const zip64 = zip64End(bytes, end);
  const size = zip64?.size ?? bytes.readUInt32LE(end + 12);
  const offset = zip64?.offset ?? bytes.readUInt32LE(end + 16);
  const behind = zip64?.at ?? end;
  // Counted back from its end, since junk before the archive shifts the stated offset.
  const start = [behind - size, offset].find((at) => centralHeader(bytes, at) !== null) ?? behind;
  const none = start === behind;
  if (none && bytes.readUInt16LE(end + 10) !== 0) return null;
  const { entries, stop, unread } = listEntries(bytes, start, budget);
  const commentEnd = end + END.bytes + bytes.readUInt16LE(end + 20);
  return {
    entries,
    shift: none ? 0 : start - offset,
    comment: bytes.subarray(end + END.bytes, commentEnd),
    ranges: [
      { start, end: stop },
      { start: behind, end: Math.min(commentEnd, bytes.length) },
    ],
    split: bytes.readUInt16LE(end + 4) !== 0 && bytes.readUInt16LE(end + 4) !== 0xffff,
    unread,
  };
}

/** Headers as long as there are any: the count of the end record may hide some. */
function listEntries(bytes: Buffer, start: number, budget: Budget) {
  const entries: CentralHeader[] = [];
  let at = start;
  try {
    for (let header = centralHeader(bytes, at); header !== null; header = centralHeader(bytes, at)) {
      budget.spendEntries(1);
      entries.push(header);
      at = header.end;
    }
    return { entries, stop: at, unread: null };
  } catch (error) {
    if (error instanceof Unread) return { entries, stop: at, unread: error };
    throw error;
  }
}

/** APPNOTE 4.3.14 and 4.3.15: the locator lies right before the end record, its record mostly right before it. */
function zip64End(bytes: Buffer, end: number) {
  const locator = end - ZIP64_LOCATOR.bytes;
  if (!hasSignature(bytes, locator, ZIP64_LOCATOR)) return null;
  const stated = Number(bytes.readBigUInt64LE(locator + 8));
  const at = [locator - ZIP64_END.bytes, stated].find((place) => hasSignature(bytes, place, ZIP64_END));
  if (at === undefined) return null;
  const size = Number(bytes.readBigUInt64LE(at + 40));
  const offset = Number(bytes.readBigUInt64LE(at + 48));
  return { at, size: Math.min(size, OVERFLOW), offset: Math.min(offset, OVERFLOW) };
}
