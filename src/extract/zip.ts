import type { Readable } from "node:stream";
import { crc32 } from "node:zlib";
import type { Entry, ZipFile } from "yauzl";
import { type ExtractContext, Unread } from "./extractor.ts";
import { zipEntryName } from "./zip-entry-name.ts";

/** A ZIP file held in memory. Nothing is ever written to disk, so a hostile name can lead nowhere. */
export interface ZipArchive {
  /** Files in directory order; a repeated name is listed again as `name#2`, so that every entry can be read. */
  readonly names: readonly string[];
  /** Inflates one entry. Throws `Unread`: corrupt, encrypted, unsupported, limit-ratio, limit-expanded. */
  read(name: string): Promise<Uint8Array>;
  /** The first bytes of one entry, `length` or more where it has so many. Throws `Unread` as `read`, but proves no checksum. */
  head(name: string, length: number): Promise<Uint8Array>;
}

/** What opening an archive needs of the extraction context. */
export type ZipContext = Pick<ExtractContext, "budget" | "limits">;

const RATIO_JUDGED_ABOVE = 1 << 20;
const CENTRAL_HEADER_SIGNATURE = 0x02014b50;
const END_RECORD_SIGNATURE = "PK\x05\x06";
const END_RECORD_BYTES = 22;
const LOCAL_HEADER_BYTES = 30;
const PADDING: ReadonlySet<number> = new Set([0, 9, 10, 13, 26, 32]);
const UNICODE_PATH_FIELD = 0x7075;
const STORED = 0;
const DEFLATED = 8;

/**
 * Reads the directory of a ZIP file. Throws `Unread`: corrupt when there is none or it contradicts itself,
 * encrypted when the directory says so, limit-entries when it is too long.
 */
export async function openZip(bytes: Uint8Array, context: ZipContext): Promise<ZipArchive> {
  const { fromBufferPromise } = await import("yauzl");
  const buffer = withoutPadding(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
  const zip = await fromBufferPromise(buffer, { decodeStrings: false, validateEntrySizes: false }).catch(
    refuseDirectory,
  );
  const entries = await readDirectory(zip, buffer, context);
  const entryOf = (name: string) => {
    const entry = entries.get(name);
    if (!entry) throw new Unread("corrupt", {}, { object: name });
    return entry;
  };
  return {
    names: [...entries.keys()],
    read: async (name) => {
      const entry = entryOf(name);
      const content = await readEntry(zip, entry, name, context, Number.POSITIVE_INFINITY);
      if (crc32(content) !== entry.crc32) throw new Unread("corrupt", {}, { object: name });
      return content;
    },
    head: async (name, length) => readEntry(zip, entryOf(name), name, context, length),
  };
}

async function readDirectory(zip: ZipFile, buffer: Buffer, context: ZipContext): Promise<Map<string, Entry>> {
  const entries = new Map<string, Entry>();
  const seen = new Map<string, number>();
  let end = Number(zip.readEntryCursor);
  try {
    for await (const entry of zip.eachEntry()) {
      context.budget.spendEntries(1);
      end = Number(zip.readEntryCursor);
      const name = entryName(entry);
      if (name.endsWith("/")) continue;
      const times = (seen.get(name) ?? 0) + 1;
      seen.set(name, times);
      entries.set(times === 1 ? name : `${name}#${times}`, entry);
    }
  } catch (error) {
    throw error instanceof Unread ? error : refuseDirectory(error);
  }
  // A directory longer than its own count shows other readers entries that were not listed here.
  const more = end + 4 <= buffer.length && buffer.readUInt32LE(end) === CENTRAL_HEADER_SIGNATURE;
  if (more || overlap([...entries.values()])) throw new Unread("corrupt");
  return entries;
}

/** Entries that share their bytes unfold a small file over and over; no archiver writes such. */
function overlap(entries: readonly Entry[]): boolean {
  const inOrder = entries.toSorted((a, b) => a.relativeOffsetOfLocalHeader - b.relativeOffsetOfLocalHeader);
  let end = 0;
  return inOrder.some(({ relativeOffsetOfLocalHeader: start, compressedSize, fileNameRaw }) => {
    const overlaps = start < end;
    end = start + LOCAL_HEADER_BYTES + fileNameRaw.length + compressedSize;
    return overlaps;
  });
}

/** Transfers pad files with zeros or a line end, which is harmless; anything else behind the archive is not. */
function withoutPadding(buffer: Buffer): Buffer {
  const record = buffer.lastIndexOf(END_RECORD_SIGNATURE);
  if (record < 0 || record + END_RECORD_BYTES > buffer.length) return buffer;
  const end = record + END_RECORD_BYTES + buffer.readUInt16LE(record + END_RECORD_BYTES - 2);
  const padding = buffer.subarray(end).every((byte) => PADDING.has(byte));
  return padding ? buffer.subarray(0, end) : buffer;
}

function refuseDirectory(error: unknown): never {
  const encrypted = error instanceof Error && error.message.includes("encryption");
  throw new Unread(encrypted ? "encrypted" : "corrupt");
}

async function readEntry(
  zip: ZipFile,
  entry: Entry,
  name: string,
  context: ZipContext,
  enough: number,
): Promise<Buffer> {
  const location = { object: name };
  if (entry.isEncrypted()) throw new Unread("encrypted", {}, location);
  if (entry.compressionMethod !== STORED && entry.compressionMethod !== DEFLATED)
    throw new Unread("unsupported", { method: entry.compressionMethod }, location);
  try {
    const stream = await zip.openReadStreamPromise(entry);
    return await inflate(stream, entry, name, context, enough);
  } catch (error) {
    throw error instanceof Unread ? error : new Unread("corrupt", {}, location);
  }
}

/** Counts what really comes out, chunk by chunk: the size an entry declares is the attacker's word. */
async function inflate(
  stream: Readable,
  entry: Entry,
  name: string,
  context: ZipContext,
  enough: number,
): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of stream as AsyncIterable<Buffer>) {
    length += chunk.length;
    context.budget.spendBytes(chunk.length);
    const ratio = Math.round(length / Math.max(1, entry.compressedSize));
    if (length > RATIO_JUDGED_ABOVE && ratio > context.limits.ratio)
      throw new Unread("limit-ratio", { found: ratio, allowed: context.limits.ratio }, { object: name });
    chunks.push(chunk);
    if (length >= enough) break;
  }
  return Buffer.concat(chunks, length);
}

function entryName({ fileNameRaw, generalPurposeBitFlag, extraFields }: Entry): string {
  const unicodePath = extraFields.find((field) => field.id === UNICODE_PATH_FIELD)?.data;
  return zipEntryName(fileNameRaw, generalPurposeBitFlag, unicodePath);
}
