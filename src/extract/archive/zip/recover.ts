import { zipText } from "../../zip-entry-name.ts";
import type { Range } from "./ranges.ts";
import { centralHeader, END, type Header, hasSignature, localHeader } from "./records.ts";

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
  const local = localHeader(bytes, start);
  if (local) return isPlausible(local) ? { kind: "entry", start, header: local } : null;
  const central = centralHeader(bytes, start);
  if (central)
    return isPlausible(central) ? { kind: "directory", start, end: central.end, text: central.name } : null;
  return hasSignature(bytes, start, END) ? endRecord(bytes, start) : null;
}

function endRecord(bytes: Buffer, start: number): Remnant {
  const comment = bytes.subarray(start + END.bytes, start + END.bytes + bytes.readUInt16LE(start + 20));
  const end = start + END.bytes + comment.length;
  return { kind: "directory", start, end, text: zipText(comment, 0) };
}

function isPlausible({ rawName, method }: Header): boolean {
  return rawName.length > 0 && !rawName.includes(0) && method <= LAST_METHOD;
}
