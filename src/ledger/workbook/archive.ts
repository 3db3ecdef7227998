import { crc32, inflateRawSync } from "node:zlib";
import { WorkbookFault } from "./fault.ts";

/** One entry of a ZIP archive, still packed, so that it can be written out again with the very same bytes. */
export interface ArchiveEntry {
  readonly method: number;
  readonly crc: number;
  /** Bytes after unpacking. */
  readonly size: number;
  readonly packed: Uint8Array;
  /** MS-DOS time and date. */
  readonly time: number;
}

export interface Archive {
  /** In the order of the archive. */
  readonly entries: Map<string, ArchiveEntry>;
  readonly comment: string;
}

const END_BYTES = 22;
const MAX_COMMENT = 0xffff;
const MAX_UNPACKED = 512 * 2 ** 20;
const OLE = "d0cf11e0a1b11ae1";

/**
 * Reads a ZIP archive (APPNOTE 6.3, without ZIP64) and checks the CRC of every entry, also of those that will only be copied: a
 * flipped byte is not to be carried on.
 * @throws WorkbookFault for anything an office program does not write
 */
export function readArchive(bytes: Uint8Array): Archive {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (buffer.toString("hex", 0, 8) === OLE) throw new WorkbookFault("工作簿加了密码，或者是旧格式（.xls）");
  try {
    return read(buffer);
  } catch (error) {
    if (error instanceof RangeError) throw damaged();
    throw error;
  }
}

function read(buffer: Buffer): Archive {
  const end = endRecord(buffer);
  const count = buffer.readUInt16LE(end + 10);
  let at = buffer.readUInt32LE(end + 16);
  if (count === 0xffff || at === 0xffff_ffff) throw new WorkbookFault("工作簿过大（ZIP64），无法改写");
  const entries = new Map<string, ArchiveEntry>();
  let unpacked = 0;
  for (let index = 0; index < count; index++) {
    if (buffer.readUInt32LE(at) !== 0x0201_4b50) throw damaged();
    const nameLength = buffer.readUInt16LE(at + 28);
    const name = buffer.toString("utf8", at + 46, at + 46 + nameLength).replaceAll("\\", "/");
    const entry = readEntry(buffer, at);
    unpacked += entry.size;
    if (unpacked > MAX_UNPACKED) throw new WorkbookFault("工作簿解开后过大，无法改写");
    if (entries.has(name)) throw damaged();
    if (!name.endsWith("/")) {
      unpack(entry);
      entries.set(name, entry);
    }
    at += 46 + nameLength + buffer.readUInt16LE(at + 30) + buffer.readUInt16LE(at + 32);
  }
  return { entries, comment: buffer.toString("latin1", end + END_BYTES) };
}

/** Where the end record begins: the last one whose comment ends with the file. */
function endRecord(buffer: Buffer): number {
  const least = Math.max(0, buffer.length - END_BYTES - MAX_COMMENT);
  for (let at = buffer.length - END_BYTES; at >= least; at--)
    if (
      buffer.readUInt32LE(at) === 0x0605_4b50 &&
      at + END_BYTES + buffer.readUInt16LE(at + 20) === buffer.length
    )
      return at;
  throw new WorkbookFault("不是工作簿，或者没有保存完整");
}

function readEntry(buffer: Buffer, at: number): ArchiveEntry {
  const isEncrypted = (buffer.readUInt16LE(at + 8) & 1) === 1;
  if (isEncrypted) throw new WorkbookFault("工作簿加了密码");
  const method = buffer.readUInt16LE(at + 10);
  if (method !== 0 && method !== 8) throw damaged();
  const local = buffer.readUInt32LE(at + 42);
  if (buffer.readUInt32LE(local) !== 0x0403_4b50) throw damaged();
  const start = local + 30 + buffer.readUInt16LE(local + 26) + buffer.readUInt16LE(local + 28);
  const packedSize = buffer.readUInt32LE(at + 20);
  if (start + packedSize > buffer.length) throw damaged();
  return {
    method,
    crc: buffer.readUInt32LE(at + 16),
    size: buffer.readUInt32LE(at + 24),
    packed: buffer.subarray(start, start + packedSize),
    time: buffer.readUInt32LE(at + 12),
  };
}

/**
 * The bytes of an entry.
 * @throws WorkbookFault where they are not those whose CRC was noted
 */
export function unpack({ method, size, crc, packed }: ArchiveEntry): Uint8Array {
  const data = method === 8 ? inflate(packed, size) : packed;
  if (data.length !== size || crc32(data) !== crc) throw damaged();
  return data;
}

function inflate(packed: Uint8Array, size: number): Uint8Array {
  try {
    return inflateRawSync(packed, { maxOutputLength: Math.max(1, size) });
  } catch {
    throw damaged();
  }
}

function damaged(): WorkbookFault {
  return new WorkbookFault("工作簿已经损坏");
}
