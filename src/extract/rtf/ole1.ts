import { TextDecoder } from "node:util";
import { Unread } from "../extractor.ts";

/** An object as OLE 1.0 stores it ([MS-OLEDS] 2.2). */
export interface Ole1Object {
  /** The file itself, when the object is a packed one or holds data of its program. */
  readonly bytes: Uint8Array | null;
  /** Name of a packed file; empty for others. */
  readonly name: string;
  /** Where a packed or linked file came from. */
  readonly sources: readonly string[];
}

const LINKED = 1;
const EMBEDDED = 2;
const PACKED = 2;
const PACKED_FILE = 3;

/** Throws `Unread` `corrupt` when the header or the lengths in it do not fit. */
export function readOle1(bytes: Uint8Array): Ole1Object {
  const cursor = createCursor(bytes);
  cursor.u32();
  const format = cursor.u32();
  const className = cursor.string(cursor.u32());
  // Word leaves the rest of a link out.
  if (format === LINKED && cursor.atEnd()) return { bytes: null, name: "", sources: [] };
  const topic = cursor.string(cursor.u32());
  const item = cursor.string(cursor.u32());
  if (format === LINKED) return { bytes: null, name: "", sources: [topic, item] };
  if (format !== EMBEDDED) throw new Unread("corrupt");
  const native = cursor.take(cursor.u32());
  return className === "Package" ? packedFile(native) : { bytes: native, name: "", sources: [] };
}

/** The data of the Object Packager: label, source and copy of the path, then the file. */
function packedFile(native: Uint8Array): Ole1Object {
  const cursor = createCursor(native);
  if (cursor.u16() !== PACKED) return { bytes: native, name: "", sources: [] };
  const name = cursor.untilZero();
  const source = cursor.untilZero();
  cursor.u16();
  // A packed command line has no file.
  if (cursor.u16() !== PACKED_FILE) return { bytes: native, name, sources: [source] };
  const copy = cursor.string(cursor.u32());
  return { bytes: cursor.take(cursor.u32()), name, sources: [source, copy] };
}

function createCursor(bytes: Uint8Array) {
  let at = 0;
  const take = (length: number) => {
    if (at + length > bytes.length) throw new Unread("corrupt");
    at += length;
    return bytes.subarray(at - length, at);
  };
  const number = (length: number) => take(length).reduceRight((sum, byte) => sum * 256 + byte, 0);
  const untilZero = () => {
    const end = bytes.indexOf(0, at);
    const text = take(Math.max(0, end < 0 ? bytes.length - at : end - at));
    take(end < 0 ? 0 : 1);
    return ansi(text);
  };
  return {
    take,
    untilZero,
    atEnd: () => at === bytes.length,
    u16: () => number(2),
    u32: () => number(4),
    /** Its length counts the zero at the end. */
    string: (length: number) => ansi(take(length)).replace(/\0.*$/s, ""),
  };
}

/** Names in these structures are in the code page of whoever made them, here mostly a Chinese one. */
function ansi(bytes: Uint8Array): string {
  return new TextDecoder("gb18030").decode(bytes);
}
