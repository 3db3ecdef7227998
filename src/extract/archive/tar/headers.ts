import { isTarHeader, TAR_BLOCK, tarNumber } from "../../tar-header.ts";
import { zipText } from "../../zip-entry-name.ts";

/** One header block of a tar file (POSIX.1-2017 pax, table "ustar Header Block"). */
export interface TarHeader {
  readonly name: string;
  readonly linkName: string;
  /** Type flag: `0` a file, `5` a folder, `x` a pax header, `L` a long name … */
  readonly type: string;
  /** Bytes of data behind the header; NaN where the field is broken. */
  readonly size: number;
}

/** Where the next header stands, from a block boundary on: over zeros, and over what is no header. */
export function nextHeader(bytes: Buffer, from: number): number | null {
  for (let at = from; at + TAR_BLOCK <= bytes.length; at += TAR_BLOCK) if (isTarHeader(bytes, at)) return at;
  return null;
}

export function readHeader(bytes: Buffer, at: number): TarHeader {
  const text = (start: number, length: number) => {
    const field = bytes.subarray(at + start, at + start + length);
    const end = field.indexOf(0);
    return zipText(end < 0 ? field : field.subarray(0, end), 0);
  };
  const ustar = bytes.toString("latin1", at + 257, at + 262) === "ustar";
  // GNU files have times where POSIX has the prefix.
  const posix = ustar && bytes[at + 262] === 0;
  const prefix = posix ? text(345, 155) : "";
  const name = text(0, 100);
  return {
    name: prefix === "" ? name : `${prefix}/${name}`,
    linkName: text(157, 100),
    type: String.fromCharCode(bytes[at + 156]!),
    size: tarNumber(bytes, at + 124, 12),
  };
}
