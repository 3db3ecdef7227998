import { decodeStream } from "./filters.ts";
import { createLexer } from "./lexer.ts";
import { Dictionary, type PdfValue } from "./values.ts";

/** One definition of an indirect object; a number may be defined again by a later update. */
export interface RawObject {
  readonly number: number;
  readonly value: PdfValue;
  /** Data of a stream, still filtered. */
  readonly data: Uint8Array | null;
}

/** What the bytes of a file define, in the order they stand there, whether its cross-reference table knows of it or not. */
export interface RawFile {
  readonly objects: readonly RawObject[];
  /** Trailers and the dictionaries of cross-reference streams, which serve as such. */
  readonly trailers: readonly Dictionary[];
  /** All of it could be read. */
  readonly complete: boolean;
}

const HEADER_BYTES = 24;
const HEADER = /(?:^|[^\d])(\d{1,10})[\0\t\n\f\r ]+\d{1,5}[\0\t\n\f\r ]+$/;
/** Bytes looked at for each byte of the file: only objects that hold each other apart by no end need more. */
const EFFORT = 8;
/** More, and longer ones, than any history of updates leaves. */
const TRAILERS = 10_000;
const TRAILER_BYTES = 4096;

/** What a stream of objects may unfold to. */
export interface Unfolding {
  /** Bytes that may come out of so many packed ones. */
  readonly most: (packed: number) => number;
  /** Told of a stream that unfolds to more; throws. */
  readonly refuse: (number: number) => never;
}

/** @throws whatever `refuse` throws */
export function readObjects(bytes: Uint8Array, unfolding: Unfolding): RawFile {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const objects: RawObject[] = [];
  const trailers: Dictionary[] = [];
  let complete = true;
  let effort = file.length * EFFORT;
  for (let at = file.indexOf("obj"); at >= 0; ) {
    const header = HEADER.exec(file.toString("latin1", Math.max(0, at - HEADER_BYTES), at));
    if (header === null) {
      at = file.indexOf("obj", at + 3);
      continue;
    }
    const { object, end, closed } = readObject(file, Number(header[1]), at + 3);
    effort -= end - at;
    if (effort < 0) return { objects, trailers, complete: false };
    const unpacked = unpack(object, unfolding);
    objects.push(object, ...unpacked.objects);
    complete &&= unpacked.complete;
    if (object.value instanceof Dictionary && object.value.nameOf("Type") === "XRef")
      trailers.push(object.value);
    at = file.indexOf("obj", closed ? end : at + 3);
  }
  trailers.push(...readTrailers(file));
  return { objects, trailers, complete };
}

/** @returns `closed`: the object ends as it should, so that nothing inside it need be looked at again */
function readObject(
  file: Buffer,
  number: number,
  start: number,
): { object: RawObject; end: number; closed: boolean } {
  const lexer = createLexer(file, start);
  const value = lexer.value();
  if (!(value instanceof Dictionary) || !lexer.keyword("stream"))
    return { object: { number, value, data: null }, closed: lexer.keyword("endobj"), end: lexer.position };
  const { from, to } = dataOf(file, value, lexer.position);
  return { object: { number, value, data: file.subarray(from, to) }, end: to, closed: true };
}

/** 7.3.8: the stated length where `endstream` follows it, else everything up to that word. */
function dataOf(file: Buffer, dictionary: Dictionary, keyword: number): { from: number; to: number } {
  const from =
    keyword +
    (file[keyword] === 0x0d ? 1 : 0) +
    (file[keyword + (file[keyword] === 0x0d ? 1 : 0)] === 0x0a ? 1 : 0);
  const length = dictionary.get("Length");
  if (typeof length === "number" && length >= 0) {
    const after = file.toString("latin1", from + length, from + length + 16).trimStart();
    if (after.startsWith("endstream")) return { from, to: from + length };
  }
  const end = file.indexOf("endstream", from);
  if (end < 0) return { from, to: file.length };
  return { from, to: end - (file[end - 1] === 0x0a ? 1 : 0) };
}

/** 7.5.7: an object stream begins with pairs of object number and offset. */
function unpack(
  { number: own, value, data }: RawObject,
  { most, refuse }: Unfolding,
): { objects: RawObject[]; complete: boolean } {
  if (data === null || !(value instanceof Dictionary) || value.nameOf("Type") !== "ObjStm")
    return { objects: [], complete: true };
  const decoded = decodeStream(value, data, most(data.length));
  if (decoded === null) return { objects: [], complete: false };
  if (decoded.cut) refuse(own);
  const first = Number(value.get("First"));
  const pairs = createLexer(decoded.bytes, 0, Math.min(first, decoded.bytes.length));
  const starts: { readonly number: number; readonly at: number }[] = [];
  for (let left = Number(value.get("N")); left > 0 && pairs.position < first; left--) {
    const number = pairs.value();
    const offset = pairs.value();
    if (typeof number === "number" && typeof offset === "number") starts.push({ number, at: first + offset });
  }
  // An object ends where the next one begins, so that overlapping offsets cost nothing.
  const ordered = [...starts].sort((a, b) => a.at - b.at);
  const objects = ordered.map(({ number, at }, index) => {
    const end = ordered[index + 1]?.at ?? decoded.bytes.length;
    return {
      number,
      value: createLexer(decoded.bytes, at, Math.min(end, decoded.bytes.length)).value(),
      data: null,
    };
  });
  return { objects, complete: decoded.complete };
}

function readTrailers(file: Buffer): Dictionary[] {
  const trailers: Dictionary[] = [];
  let at = file.indexOf("trailer");
  for (let left = TRAILERS; at >= 0 && left > 0; left--) {
    const value = createLexer(file, at + 7, Math.min(file.length, at + TRAILER_BYTES)).value();
    if (value instanceof Dictionary) trailers.push(value);
    at = file.indexOf("trailer", at + 7);
  }
  return trailers;
}
