import type { Notice } from "../model/document.ts";
import { bearsOwnMarker, MARKER_HEAD_BYTES, MARKER_TAIL_BYTES, mayBearOwnMarker } from "./own-output.ts";
import { readEnds } from "./read.ts";
import { isSystemFile } from "./system-file.ts";

const FONTS = ["ttf", "otf", "ttc", "woff", "woff2", "eot"];
const AUDIO = ["mp3", "wav", "flac", "aac", "ogg", "oga", "opus", "m4a", "wma", "amr", "mid", "midi"];
const VIDEO = ["mp4", "m4v", "avi", "mov", "wmv", "mkv", "flv", "webm", "mpg", "mpeg", "3gp", "rm", "rmvb"];
const NO_TEXT = new Set([...FONTS, ...AUDIO, ...VIDEO]);
/** Lock files hold a user's name and a host; a document can't be this small and still open. */
const LOCK_FILE_BYTES = 1024;
const DOCUMENT_MAGICS = ["PK", "%PDF", "\xd0\xcf\x11\xe0", "{\\rtf", "Rar!", "7z\xbc\xaf", "\x1f\x8b"];

/**
 * The built-in class that lets a regular file be skipped, or null. A name alone never suffices: the first bytes must not
 * contradict it, since a document renamed to `.mp3` is still a document.
 * `name` is the base name as shown, `bytes` the size on disk.
 */
export async function skipClass(path: string | Buffer, name: string, bytes: number): Promise<Notice | null> {
  if (isLockFile(name, bytes)) return { code: "lock-file", location: null };
  const extension = extensionOf(name);
  const mediaName = NO_TEXT.has(extension);
  if (!mediaName && !mayBearOwnMarker(extension)) return null;
  const ends = await readEnds(path, MARKER_HEAD_BYTES, MARKER_TAIL_BYTES);
  if (ends === null) return null;
  if (mediaName) return mediaClass(extension, ends.head);
  return bearsOwnMarker(ends.head, ends.tail) ? { code: "own-output", location: null } : null;
}

/** The same for a file inside an archive, a mail or a document: packed folders also bring along what the system keeps in them. */
export function memberSkipClass(name: string, bytes: Uint8Array): Notice | null {
  if (isLockFile(name, bytes.length)) return { code: "lock-file", location: null };
  if (isSystemFile(name, bytes)) return { code: "system-file", location: null };
  const extension = extensionOf(name);
  return NO_TEXT.has(extension) && bytes.length > 0
    ? mediaClass(extension, bytes.subarray(0, MARKER_HEAD_BYTES))
    : null;
}

function extensionOf(name: string): string {
  return name.slice(name.lastIndexOf(".") + 1).toLowerCase();
}

function mediaClass(extension: string, head: Uint8Array): Notice | null {
  return looksLikeDocument(head) ? null : { code: "no-text-class", location: null, detail: { extension } };
}

function isLockFile(name: string, bytes: number): boolean {
  const named = name.startsWith("~$") || (name.startsWith(".~lock.") && name.endsWith("#"));
  return named && bytes > 0 && bytes <= LOCK_FILE_BYTES;
}

/** Fonts, sound and film all hold zero bytes near the start; text and the containers of documents are told apart by that or by magic. */
function looksLikeDocument(head: Uint8Array): boolean {
  const start = Buffer.from(head.subarray(0, 8)).toString("latin1");
  return DOCUMENT_MAGICS.some((magic) => start.startsWith(magic)) || !head.includes(0);
}
