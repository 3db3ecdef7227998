import { crc32, deflateRawSync } from "node:zlib";

/** 1980-01-01 00:00 in MS-DOS time, the same for every entry, so that equal rows give equal bytes. */
const EPOCH = 0x0021_0000;
const VERSION = 20;
const DEFLATED = 8;
const MAX_UINT32 = 0xffff_ffff;

export interface ZipEntry {
  /** ASCII, as all part names of our packages are. */
  readonly name: string;
  readonly text: string;
}

/** A ZIP archive (APPNOTE 6.3, without ZIP64) of deflated entries, in the order given, with an archive comment. */
export function writeZip(entries: readonly ZipEntry[], comment: string): Uint8Array {
  const parts: Uint8Array[] = [];
  const directory: Uint8Array[] = [];
  let offset = 0;
  for (const { name, text } of entries) {
    const data = Buffer.from(text, "utf8");
    const deflated = deflateRawSync(data);
    const label = Buffer.from(name, "ascii");
    const facts = entryFacts(data, deflated, label);
    parts.push(localHeader(facts), label, deflated);
    directory.push(centralHeader(facts, offset), label);
    offset += 30 + label.length + deflated.length;
  }
  const central = Buffer.concat(directory);
  if (offset + central.length > MAX_UINT32) throw new RangeError("archive too large without ZIP64");
  return Buffer.concat([...parts, central, endRecord(entries.length, central.length, offset, comment)]);
}

/** The 26 bytes the local and the central header share: version needed … extra field length. */
function entryFacts(data: Buffer, deflated: Buffer, label: Buffer): Buffer {
  const facts = Buffer.alloc(26);
  facts.writeUInt16LE(VERSION, 0);
  facts.writeUInt16LE(DEFLATED, 4);
  facts.writeUInt32LE(EPOCH, 6);
  facts.writeUInt32LE(crc32(data), 10);
  facts.writeUInt32LE(deflated.length, 14);
  facts.writeUInt32LE(data.length, 18);
  facts.writeUInt16LE(label.length, 22);
  return facts;
}

function localHeader(facts: Buffer): Buffer {
  return Buffer.concat([Buffer.from("PK\u0003\u0004", "latin1"), facts]);
}

function centralHeader(facts: Buffer, offset: number): Buffer {
  const start = Buffer.from("PK\u0001\u0002\u0014\u0000", "latin1");
  const end = Buffer.alloc(14);
  end.writeUInt32LE(offset, 10);
  return Buffer.concat([start, facts, end]);
}

function endRecord(count: number, size: number, offset: number, comment: string): Buffer {
  const text = Buffer.from(comment, "ascii");
  const end = Buffer.alloc(22);
  end.write("PK\u0005\u0006", "latin1");
  end.writeUInt16LE(count, 8);
  end.writeUInt16LE(count, 10);
  end.writeUInt32LE(size, 12);
  end.writeUInt32LE(offset, 16);
  end.writeUInt16LE(text.length, 20);
  return Buffer.concat([end, text]);
}
