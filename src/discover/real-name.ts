import { sep } from "node:path";

/** A name as the file system holds it: bytes, which on Linux need not be UTF-8. */
export type RealName = Buffer;

const utf8 = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });
const SEPARATOR = Buffer.from(sep);

/** Puts a child's name below a folder's. */
export function joinName(folder: RealName, name: RealName): RealName {
  return folder.at(-1) === SEPARATOR[0]
    ? Buffer.concat([folder, name])
    : Buffer.concat([folder, SEPARATOR, name]);
}

/**
 * A name as people read it: NFC, bytes that are not UTF-8 as `\xNN`.
 * `decodable` is false when something had to be escaped.
 */
export function showName(name: RealName): { readonly text: string; readonly decodable: boolean } {
  try {
    return { text: utf8.decode(name).normalize("NFC"), decodable: true };
  } catch {
    return { text: escapeBytes(name), decodable: false };
  }
}

/** The name as a string where that loses nothing (Windows wants strings), else the bytes. */
export function openableName(name: RealName): string | Buffer {
  const text = name.toString("utf8");
  return Buffer.from(text).equals(name) ? text : name;
}

/** A key that two names share only when they are the same bytes. */
export function nameKey(name: RealName): string {
  return name.toString("latin1");
}

function escapeBytes(name: RealName): string {
  let shown = "";
  for (let at = 0; at < name.length; ) {
    const length = sequenceLength(name, at);
    if (length === 0) {
      shown += `\\x${name[at]!.toString(16).toUpperCase().padStart(2, "0")}`;
      at++;
    } else {
      shown += name.toString("utf8", at, at + length);
      at += length;
    }
  }
  return shown.normalize("NFC");
}

/** Bytes of the valid UTF-8 sequence that starts here, 0 if none does. */
function sequenceLength(name: RealName, at: number): number {
  const lead = name[at]!;
  const length = lead < 0x80 ? 1 : lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : 4;
  try {
    return [...utf8.decode(name.subarray(at, at + length))].length === 1 ? length : 0;
  } catch {
    return 0;
  }
}
