import { zipEntryName, zipText } from "../../zip-entry-name.ts";

/** Signatures and fixed lengths of APPNOTE.TXT 4.3. */
export const LOCAL = { signature: 0x04034b50, bytes: 30 };
export const CENTRAL = { signature: 0x02014b50, bytes: 46 };
export const END = { signature: 0x06054b50, bytes: 22 };
export const ZIP64_END = { signature: 0x06064b50, bytes: 56 };
export const ZIP64_LOCATOR = { signature: 0x07064b50, bytes: 20 };
export const DESCRIPTOR_SIGNATURE = 0x08074b50;

const ZIP64_FIELD = 0x0001;
export const UNICODE_PATH_FIELD = 0x7075;
export const UNICODE_COMMENT_FIELD = 0x6375;
/** The Unicode fields begin with a version and a checksum. */
export const UNICODE_FIELD_TEXT = 5;
const OVERFLOW = 0xffffffff;

/** What a local and a central header have in common (APPNOTE 4.3.7 and 4.3.12). */
export interface Header {
  readonly rawName: Buffer;
  readonly name: string;
  readonly encrypted: boolean;
  /** Sizes and checksum follow the data instead of standing here. */
  readonly streamed: boolean;
  readonly method: number;
  readonly crc: number;
  readonly packedBytes: number;
  /** Extra fields in order; broken ones are left out. */
  readonly extra: readonly ExtraField[];
  /** Where the next thing begins: the data, or the next central header. */
  readonly end: number;
}

export interface CentralHeader extends Header {
  readonly comment: string;
  /** As stated; junk before the archive shifts it. */
  readonly localOffset: number;
}

export interface ExtraField {
  readonly id: number;
  readonly data: Buffer;
}

/** The local header at `at`, or null where none stands. */
export function localHeader(bytes: Buffer, at: number): Header | null {
  if (!hasSignature(bytes, at, LOCAL)) return null;
  const nameBytes = bytes.readUInt16LE(at + 26);
  const end = at + LOCAL.bytes + nameBytes + bytes.readUInt16LE(at + 28);
  if (end > bytes.length) return null;
  const header = common(bytes, at + 6, at + LOCAL.bytes, nameBytes, end);
  const [, packedBytes = 0] = widened(
    [bytes.readUInt32LE(at + 22), bytes.readUInt32LE(at + 18)],
    header.extra,
  );
  return { ...header, packedBytes, end };
}

/** The central header at `at`, or null where none stands. */
export function centralHeader(bytes: Buffer, at: number): CentralHeader | null {
  if (!hasSignature(bytes, at, CENTRAL)) return null;
  const nameBytes = bytes.readUInt16LE(at + 28);
  const commentStart = at + CENTRAL.bytes + nameBytes + bytes.readUInt16LE(at + 30);
  const end = commentStart + bytes.readUInt16LE(at + 32);
  if (end > bytes.length) return null;
  const header = common(bytes, at + 8, at + CENTRAL.bytes, nameBytes, commentStart);
  const stated = [24, 20, 42].map((offset) => bytes.readUInt32LE(at + offset));
  const [, packedBytes = 0, localOffset = 0] = widened(stated, header.extra);
  const unicode = fieldOf(header.extra, UNICODE_COMMENT_FIELD)?.toString("utf8", UNICODE_FIELD_TEXT);
  const comment = unicode ?? zipText(bytes.subarray(commentStart, end), bytes.readUInt16LE(at + 8));
  return { ...header, packedBytes, localOffset, comment, end };
}

export function hasSignature(
  bytes: Buffer,
  at: number,
  record: { readonly signature: number; readonly bytes: number },
): boolean {
  return at >= 0 && at + record.bytes <= bytes.length && bytes.readUInt32LE(at) === record.signature;
}

/** From the general purpose flags at `at` to the end of the extra fields. */
function common(bytes: Buffer, at: number, nameStart: number, nameBytes: number, extraEnd: number) {
  const flags = bytes.readUInt16LE(at);
  const rawName = bytes.subarray(nameStart, nameStart + nameBytes);
  const extra = extraFields(bytes.subarray(nameStart + nameBytes, extraEnd));
  return {
    rawName,
    name: zipEntryName(rawName, flags, fieldOf(extra, UNICODE_PATH_FIELD)),
    encrypted: (flags & 1) !== 0,
    streamed: (flags & 8) !== 0,
    method: bytes.readUInt16LE(at + 2),
    crc: bytes.readUInt32LE(at + 8),
    extra,
  };
}

/** Original size, packed size and offset; the ZIP64 field holds those that overflow, in this order (APPNOTE 4.5.3). */
function widened(stated: readonly number[], extra: readonly ExtraField[]): number[] {
  const field = fieldOf(extra, ZIP64_FIELD) ?? Buffer.alloc(0);
  let at = 0;
  return stated.map((value) => {
    if (value !== OVERFLOW || at + 8 > field.length) return value;
    at += 8;
    return Number(field.readBigUInt64LE(at - 8));
  });
}

function extraFields(bytes: Buffer): ExtraField[] {
  const fields: ExtraField[] = [];
  for (let at = 0; at + 4 <= bytes.length; ) {
    const end = at + 4 + bytes.readUInt16LE(at + 2);
    if (end > bytes.length) break;
    fields.push({ id: bytes.readUInt16LE(at), data: bytes.subarray(at + 4, end) });
    at = end;
  }
  return fields;
}

function fieldOf(extra: readonly ExtraField[], id: number): Buffer | undefined {
  return extra.find((field) => field.id === id)?.data;
}
