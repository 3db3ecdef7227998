import { Unread } from "../extractor.ts";
import { u16, u32 } from "./bytes.ts";

/** The sectors of a compound file and the chains that streams are made of ([MS-CFB] 2.1-2.5). */
export interface Sectors {
  readonly directoryStart: number;
  /** Streams below this size lie in the mini stream. */
  readonly miniCutoff: number;
  /** The chain from `start` on, cut to `size`; shorter where the chain ends early or leaves the file. */
  readonly read: (start: number, size: number) => Uint8Array;
  readonly readMini: (miniStream: Uint8Array, start: number, size: number) => Uint8Array;
}

const HEADER_BYTES = 512;
const HEADER_DIFAT = 109;
const MINI_SHIFT = 6;
/** Numbers from here on are marks, not sectors. */
const LAST_SECTOR = 0xfffffffa;

/** @throws Unread `corrupt` where the header is none or the file allocation table lies outside the file. */
export function sectorsOf(bytes: Uint8Array): Sectors {
  const shift = u16(bytes, 30);
  if (shift !== 9 && shift !== 12) throw new Unread("corrupt", { format: "ole" });
  const sector = (number: number) => {
    const start = (number + 1) * 2 ** shift;
    return bytes.subarray(start, start + 2 ** shift);
  };
  const count = Math.ceil(bytes.length / 2 ** shift);
  const fat = readTable(fatSectors(bytes, sector, count), sector, shift);
  if (fat.length === 0) throw new Unread("corrupt", { format: "ole" });
  const miniFat = readTable(chainOf(fat, u32(bytes, 60), count), sector, shift);
  return {
    directoryStart: u32(bytes, 48),
    miniCutoff: u32(bytes, 56),
    read: (start, size) =>
      gather(chainOf(fat, start, Math.min(count, Math.ceil(size / 2 ** shift))), sector, size),
    readMini: (miniStream, start, size) => {
      const mini = (number: number) => miniStream.subarray(number << MINI_SHIFT, (number + 1) << MINI_SHIFT);
      const most = Math.ceil(Math.min(size, miniStream.length) / 2 ** MINI_SHIFT);
      return gather(chainOf(miniFat, start, most), mini, size);
    },
  };
}

/** Where the file allocation table lies: the first 109 sectors are told in the header, others in a chain of their own. */
function fatSectors(bytes: Uint8Array, sector: (n: number) => Uint8Array, count: number): number[] {
  const numbers: number[] = [];
  const take = (table: Uint8Array, from: number, entries: number) => {
    for (let index = 0; index < entries && from + index * 4 + 4 <= table.length; index++) {
      const number = u32(table, from + index * 4);
      if (number <= LAST_SECTOR && number < count) numbers.push(number);
    }
  };
  take(bytes, 76, HEADER_DIFAT);
  const seen = new Set<number>();
  let next = u32(bytes, 68);
  while (next < count && !seen.has(next)) {
    seen.add(next);
    const table = sector(next);
    if (table.length < HEADER_BYTES) break;
    take(table, 0, table.length / 4 - 1);
    next = u32(table, table.length - 4);
  }
  return [...new Set(numbers)];
}

function readTable(
  numbers: readonly number[],
  sector: (n: number) => Uint8Array,
  shift: number,
): Uint32Array {
  const perSector = 2 ** shift / 4;
  const table = new Uint32Array(numbers.length * perSector).fill(LAST_SECTOR + 1);
  let read = 0;
  for (const [index, number] of numbers.entries()) {
    const bytes = sector(number);
    if (bytes.length >= 4) read += 1;
    for (let at = 0; at + 4 <= bytes.length; at += 4) table[index * perSector + at / 4] = u32(bytes, at);
  }
  return read === 0 ? new Uint32Array(0) : table;
}

/** Sector numbers from `start` on, at most `most` of them; a chain that bites its tail ends there. */
function chainOf(table: Uint32Array, start: number, most: number): number[] {
  const chain: number[] = [];
  for (let next = start; next < table.length && chain.length < most; next = table[next]!) chain.push(next);
  return chain;
}

function gather(chain: readonly number[], sector: (n: number) => Uint8Array, size: number): Uint8Array {
  const pieces = chain.map(sector);
  const whole = Buffer.concat(pieces);
  return new Uint8Array(whole.buffer, whole.byteOffset, Math.min(size, whole.length));
}
