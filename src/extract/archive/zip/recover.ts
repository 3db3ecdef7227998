import { zipText } from "../../zip-entry-name.ts";
import type { Range } from "./ranges.ts";
import { CENTRAL, centralHeader, END, type Header, hasSignature, LOCAL, localHeader } from "./records.ts";

/** What stands in bytes that the directory does not account for: an entry's local header, or the rest of a directory with its name or comment. */
export type Remnant =
  | { readonly kind: "entry"; readonly start: number; readonly header: Header }
  | {
      readonly kind: "directory";
      readonly start: number;
      readonly end: number;
      readonly text: string;
    };

/** Methods that were ever assigned (APPNOTE 4.4.5); anything above is no header. */
const LAST_METHOD = 99;

/** The next header or end record in a gap, at or after `from`; null when there is none. */
export function nextRemnant(bytes: Buffer, gap: Range, from: number): Remnant | null {
  const upTo = bytes.subarray(0, gap.end);
  for (let at = upTo.indexOf("PK", from, "latin1"); at >= 0; at = upTo.indexOf("PK", at + 1, "latin1")) {
    const remnant = remnantAt(upTo, at);
    if (remnant !== null) return remnant;
  }
  return null;
}

function remnantAt(bytes: Buffer, start: number): Remnant | null {
  if (hasSignature(bytes, start, END)) return endRecord(bytes, start);
  if (hasSignature(bytes, start, LOCAL) && isPlausible(bytes, start + 8, start + 26)) {
    const header = localHeader(bytes, start);
    return header && { kind: "entry", start, header };
  }
  if (hasSignature(bytes, start, CENTRAL) && isPlausible(bytes, start + 10, start + 28)) {
    const header = centralHeader(bytes, start);
    return header && { kind: "directory", start, end: header.end, text: header.name };
  }
  return null;
}

function endRecord(bytes: Buffer, start: number): Remnant {
  const comment = bytes.subarray(start + END.bytes, start + END.bytes + bytes.readUInt16LE(start + 20));
  const end = start + END.bytes + comment.length;
  return { kind: "directory", start, end, text: zipText(comment, 0) };
}

/** Looked at before anything is decoded, since these letters may stand anywhere and often. */
function isPlausible(bytes: Buffer, method: number, nameBytes: number): boolean {
  return bytes.readUInt16LE(method) <= LAST_METHOD && bytes.readUInt16LE(nameBytes) > 0;
}
