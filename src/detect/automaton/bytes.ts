/**
 * An automaton as bytes: a header, then its arrays one after the other as they lie in memory.
 *
 *      0  magic and version of this layout; read on a machine of the other byte order they differ as well
 *      8  number of entries in `cells`, number of words
 *     16  digest of the words it was built from
 *     48  SHA-256 of everything else: header up to here, and all that follows
 *     80  cells, root, shorter, lengths (32 bits each), codes (16 bits each)
 *
 * Such bytes come from a disk and are trusted in nothing. What is not exactly what would be written is not read at all, since a
 * machine with a lost word would let a document pass.
 */
import { createHash } from "node:crypto";
import { type Automaton, UNITS } from "./scan.ts";

const MAGIC = 0x63_61_72_73;
/** To be raised whenever the layout, or what building makes of the same words, changes. */
const VERSION = 1;
const DIGEST_AT = 16;
const HASH_AT = 48;
const BODY_AT = 80;

/** @param digest 32 bytes that name the words */
export function toBytes(automaton: Automaton, digest: Uint8Array): Uint8Array {
  const { cells, root, shorter, lengths, codes } = automaton;
  const bytes = new Uint8Array(sizeOf(cells.length, lengths.length));
  bytes.set(asBytes(Uint32Array.of(MAGIC, VERSION, cells.length, lengths.length)), 0);
  bytes.set(digest, DIGEST_AT);
  let at = BODY_AT;
  for (const array of [cells, root, shorter, lengths, codes]) {
    bytes.set(asBytes(array), at);
    at += array.byteLength;
  }
  bytes.set(hashOf(bytes), HASH_AT);
  return bytes;
}

/** The automaton, or null where the bytes are damaged, of another version or machine, or made of other words. */
export function fromBytes(bytes: Uint8Array, digest: Uint8Array): Automaton | null {
  if (bytes.length < BODY_AT) return null;
  // A copy of its own: what comes from a file need not begin at a multiple of four.
  const buffer = bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength) as ArrayBuffer;
  const [magic, version, cells, words] = new Uint32Array(buffer, 0, 4) as unknown as FourNumbers;
  if (magic !== MAGIC || version !== VERSION || bytes.length !== sizeOf(cells, words)) return null;
  if (!isSame(bytes.subarray(DIGEST_AT, HASH_AT), digest)) return null;
  if (!isSame(bytes.subarray(HASH_AT, BODY_AT), hashOf(bytes))) return null;
  let at = BODY_AT;
  const take = (length: number) => {
    const array = new Int32Array(buffer, at, length);
    at += array.byteLength;
    return array;
  };
  return {
    cells: take(cells),
    root: take(UNITS),
    shorter: take(words),
    lengths: take(words),
    codes: new Uint16Array(buffer, at, UNITS),
  };
}

type FourNumbers = readonly [number, number, number, number];

function sizeOf(cells: number, words: number): number {
  const { BYTES_PER_ELEMENT: wide } = Int32Array;
  const { BYTES_PER_ELEMENT: narrow } = Uint16Array;
  return BODY_AT + (cells + UNITS + words + words) * wide + UNITS * narrow;
}

function hashOf(bytes: Uint8Array): Uint8Array {
  return createHash("sha256").update(bytes.subarray(0, HASH_AT)).update(bytes.subarray(BODY_AT)).digest();
}

function isSame(a: Uint8Array, b: Uint8Array): boolean {
  return Buffer.compare(a, b) === 0;
}

function asBytes({ buffer, byteOffset, byteLength }: NodeJS.TypedArray): Uint8Array {
  return new Uint8Array(buffer, byteOffset, byteLength);
}
