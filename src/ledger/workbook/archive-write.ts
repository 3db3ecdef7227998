import { crc32, deflateRawSync } from "node:zlib";
import type { Archive, ArchiveEntry } from "./archive.ts";
import { WorkbookFault } from "./fault.ts";

/** 1980-01-01 00:00 in MS-DOS time for what is written anew, so that equal rows give equal bytes. */
const EPOCH = 0x0021_0000;
const VERSION = 20;
const DEFLATED = 8;
/** General purpose bit 11: the name is UTF-8. */
const UTF8_NAME = 0x0800;
const MAX_UINT32 = 0xffff_ffff;

/** An entry that holds `text` in UTF-8. */
export function pack(text: string): ArchiveEntry {
  const data = Buffer.from(text, "utf8");
  return { method: DEFLATED, crc: crc32(data), size: data.length, packed: deflateRawSync(data), time: EPOCH };
}

/** The bytes of an archive (APPNOTE 6.3, without ZIP64). The packed bytes of every entry are written as they are. */
export function writeArchive({ entries, comment }: Archive): Uint8Array {
  const parts: Uint8Array[] = [];
  const directory: Uint8Array[] = [];
  let offset = 0;
  for (const [name, entry] of entries) {
    const label = Buffer.from(name, "utf8");
    const facts = entryFacts(entry, label);
    parts.push(localHeader(facts), label, entry.packed);
    directory.push(centralHeader(facts, offset), label);
    offset += 30 + label.length + entry.packed.length;
  }
  const central = Buffer.concat(directory);
  if (offset + central.length > MAX_UINT32) throw new WorkbookFault("工作簿过大，无法改写");
  return Buffer.concat([...parts, central, endRecord(entries.size, central.length, offset, comment)]);
}

/** The 26 bytes the local and the central header share: version needed … extra field length. */
function entryFacts({ method, time, crc, packed, size }: ArchiveEntry, label: Buffer): Buffer {
  const isAscii = label.every((byte) => byte < 0x80);
  const facts = Buffer.alloc(26);
  facts.writeUInt16LE(VERSION, 0);
  facts.writeUInt16LE(isAscii ? 0 : UTF8_NAME, 2);
  facts.writeUInt16LE(method, 4);
  facts.writeUInt32LE(time, 6);
  facts.writeUInt32LE(crc, 10);
  facts.writeUInt32LE(packed.length, 14);
  facts.writeUInt32LE(size, 18);
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
  const text = Buffer.from(comment, "latin1");
  const end = Buffer.alloc(22);
  end.write("PK\u0005\u0006", "latin1");
  end.writeUInt16LE(count, 8);
  end.writeUInt16LE(count, 10);
  end.writeUInt32LE(size, 12);
  end.writeUInt32LE(offset, 16);
  end.writeUInt16LE(text.length, 20);
  return Buffer.concat([end, text]);
}
