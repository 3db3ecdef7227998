import { type Budget, Unread } from "../extractor.ts";

/** A field as it lies in the file. */
export interface Field {
  readonly tag: number;
  readonly type: number;
  readonly bytes: Buffer;
}

/** One image file directory. */
export interface Directory {
  /** `image`: one of the chain from the header, counted by `index`; the others hang on a pointer. */
  readonly kind: "image" | "sub" | "exif" | "gps";
  readonly index: number;
  readonly fields: readonly Field[];
  /** Tags whose value lies outside the file. */
  readonly lost: readonly number[];
}

export interface Tiff {
  readonly bytes: Buffer;
  readonly littleEndian: boolean;
  readonly directories: readonly Directory[];
  /** false: a directory lies outside the file, or they run in a circle. */
  readonly whole: boolean;
}

/** Bytes per value of each type (TIFF 6.0 §2; 129 is the UTF-8 of Exif 3.0). */
const SIZES: Readonly<Record<number, number>> = {
  ...{ 1: 1, 2: 1, 3: 2, 4: 4, 5: 8, 6: 1, 7: 1, 8: 2, 9: 4, 10: 8, 11: 4, 12: 8, 13: 4, 129: 1 },
};
const SHORT = 3;
const RATIONALS = new Set([5, 10]);
const POINTERS: ReadonlyMap<number, Directory["kind"]> = new Map([
  [0x014a, "sub"],
  [0x8769, "exif"],
  [0x8825, "gps"],
]);
const ENTRY_BYTES = 12;

interface Pointer extends Pick<Directory, "kind" | "index"> {
  readonly at: number;
}

/**
 * Reads every directory of a TIFF structure (TIFF 6.0 §2), each once, wherever the pointers lead.
 * @throws Unread `corrupt` when there is no header; `limit-entries`
 */
export function readTiff(bytes: Buffer, budget: Pick<Budget, "spendEntries">): Tiff {
  const order = bytes.toString("latin1", 0, 4);
  if (bytes.length < 8 || (order !== "II*\0" && order !== "MM\0*")) throw new Unread("corrupt");
  const littleEndian = order.startsWith("II");
  const directories: Directory[] = [];
  const seen = new Set<number>();
  // Directories of an honest file do not overlap.
  let room = bytes.length / ENTRY_BYTES;
  let whole = true;
  const waiting: Pointer[] = [{ at: u32(bytes, 4, littleEndian), kind: "image", index: 0 }];
  for (let pointer = waiting.shift(); pointer !== undefined; pointer = waiting.shift()) {
    const count = pointer.at + 2 <= bytes.length ? u16(bytes, pointer.at, littleEndian) : Infinity;
    const end = pointer.at + 2 + count * ENTRY_BYTES;
    room -= count;
    if (seen.has(pointer.at) || end > bytes.length || room < 0) {
      whole = false;
      continue;
    }
    seen.add(pointer.at);
    budget.spendEntries(1);
    const directory = readDirectory(bytes, pointer, end, littleEndian);
    directories.push(directory);
    waiting.push(...pointersOf(directory, littleEndian));
    const next = pointer.kind === "image" && end + 4 <= bytes.length ? u32(bytes, end, littleEndian) : 0;
    if (next !== 0) waiting.push({ at: next, kind: "image", index: pointer.index + 1 });
  }
  return { bytes, littleEndian, directories, whole };
}

/** The whole numbers or fractions a field holds; empty for any other type. A fraction over zero is NaN. */
export function numbers({ type, bytes }: Field, littleEndian: boolean): number[] {
  const size = SIZES[type] ?? 0;
  if (size < 2) return type === 1 ? [...bytes] : [];
  const found: number[] = [];
  for (let at = 0; at + size <= bytes.length; at += size) {
    if (type === SHORT) found.push(u16(bytes, at, littleEndian));
    else if (RATIONALS.has(type)) {
      const denominator = u32(bytes, at + 4, littleEndian);
      found.push(denominator === 0 ? Number.NaN : u32(bytes, at, littleEndian) / denominator);
    } else if (size === 4) found.push(u32(bytes, at, littleEndian));
  }
  return found;
}

/** The first number of the tag in a directory. */
export function numberOf(directory: Directory, tag: number, littleEndian: boolean): number | undefined {
  const field = directory.fields.find((each) => each.tag === tag);
  return field && numbers(field, littleEndian)[0];
}

function readDirectory(
  bytes: Buffer,
  { at, kind, index }: Pointer,
  end: number,
  littleEndian: boolean,
): Directory {
  const fields: Field[] = [];
  const lost: number[] = [];
  for (let entry = at + 2; entry < end; entry += ENTRY_BYTES) {
    const tag = u16(bytes, entry, littleEndian);
    const type = u16(bytes, entry + 2, littleEndian);
    const length = (SIZES[type] ?? 0) * u32(bytes, entry + 4, littleEndian);
    const from = length <= 4 ? entry + 8 : u32(bytes, entry + 8, littleEndian);
    if (from + length > bytes.length) lost.push(tag);
    else fields.push({ tag, type, bytes: bytes.subarray(from, from + length) });
  }
  return { kind, index, fields, lost };
}

function pointersOf({ fields, index }: Directory, littleEndian: boolean): Pointer[] {
  return fields.flatMap((field) => {
    const kind = POINTERS.get(field.tag);
    return kind === undefined ? [] : numbers(field, littleEndian).map((at) => ({ at, kind, index }));
  });
}

function u16(bytes: Buffer, at: number, littleEndian: boolean): number {
  return littleEndian ? bytes.readUInt16LE(at) : bytes.readUInt16BE(at);
}

function u32(bytes: Buffer, at: number, littleEndian: boolean): number {
  return littleEndian ? bytes.readUInt32LE(at) : bytes.readUInt32BE(at);
}
