import { crc32 } from "node:zlib";
import { Unread } from "../../extractor.ts";
import { type InflateContext, inflate } from "../inflate.ts";
import type { Range } from "./ranges.ts";
import { DESCRIPTOR_SIGNATURE, type Header } from "./records.ts";

/** The content of an entry, as far as it could be had. */
export interface EntryData {
  readonly content: Uint8Array;
  /** Why it is not all of it. */
  readonly unread: Unread | undefined;
  /** Where its packed bytes end. */
  readonly end: number;
}

const STORED = 0;
const DEFLATED = 8;
const NOTHING = new Uint8Array(0);

/** Where the data of an entry begins, and where it ends at the latest. */
export interface DataPlace extends Range {
  /** Nothing but the data itself says how long it is: a streamed entry without its central header. */
  readonly open: boolean;
}

/**
 * Reads the data of an entry. `header` is the one to believe: the central one where there is one.
 * @throws Unread `limit-expanded`: a limit of the whole file
 */
export async function entryData(
  bytes: Buffer,
  header: Header,
  { start, end: limit, open }: DataPlace,
  context: InflateContext,
): Promise<EntryData> {
  const end = open ? limit : Math.min(start + header.packedBytes, limit);
  const without = (unread: Unread): EntryData => ({ content: NOTHING, unread, end });
  if (header.encrypted) return without(new Unread("encrypted"));
  const { method } = header;
  if (method !== STORED && method !== DEFLATED) return without(new Unread("unsupported", { method }));
  try {
    const packed = bytes.subarray(start, end);
    const { content, used, complete } =
      method === STORED ? stored(packed, open, context) : await inflate(packed, context);
    const cut = !open && end < start + header.packedBytes;
    const crc = open ? descriptorCrc(bytes, start + used) : header.crc;
    const whole = complete && !cut && crc32(content) === crc;
    return { content, unread: whole ? undefined : new Unread("corrupt"), end: open ? start + used : end };
  } catch (error) {
    if (error instanceof Unread && error.code === "limit-ratio") return without(error);
    throw error;
  }
}

/** Where the data descriptor behind `at` ends, if there is one (APPNOTE 4.3.9: with or without signature, ZIP64 or not). */
export function descriptorEnd(bytes: Buffer, at: number, crc: number): number {
  const signed = uint32(bytes, at) === DESCRIPTOR_SIGNATURE;
  if (!signed && uint32(bytes, at) !== crc) return at;
  const [short, long] = signed ? [at + 16, at + 24] : [at + 12, at + 20];
  const next = (place: number) =>
    place === bytes.length || bytes.toString("latin1", place, place + 2) === "PK";
  return !next(short) && next(long) ? long : Math.min(short, bytes.length);
}

function descriptorCrc(bytes: Buffer, at: number): number {
  return uint32(bytes, at) === DESCRIPTOR_SIGNATURE ? uint32(bytes, at + 4) : uint32(bytes, at);
}

/** Stored data of unknown length goes up to its descriptor. */
function stored(packed: Buffer, open: boolean, { budget }: InflateContext) {
  const descriptor = open ? packed.indexOf("PK\x07\x08", 0, "latin1") : -1;
  const content = descriptor < 0 ? packed : packed.subarray(0, descriptor);
  budget.spendBytes(content.length);
  return { content, used: content.length, complete: true };
}

function uint32(bytes: Buffer, at: number): number {
  return at + 4 <= bytes.length ? bytes.readUInt32LE(at) : -1;
}
