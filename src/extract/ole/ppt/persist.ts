import { Unread } from "../../extractor.ts";
import { u32 } from "../bytes.ts";
import { type PptRecord, RT, recordAt, siblings } from "./records.ts";

/** The presentation as it was saved last: its document and where every object with a number lies. */
export interface PersistObjects {
  readonly document: number | undefined;
  readonly offsets: ReadonlyMap<number, number>;
}

const MOST_EDITS = 10_000;

/**
 * Follows the chain of edits from the newest back ([MS-PPT] 2.3.3-2.3.5). Where "Current User" does not lead to the newest, the last one in
 * the stream is taken.
 */
export function readPersistObjects(stream: Uint8Array, currentUser: Uint8Array | undefined): PersistObjects {
  const offsets = new Map<number, number>();
  let document: number | undefined;
  const seen = new Set<number>();
  let next = newestEdit(stream, currentUser);
  while (next !== undefined && !seen.has(next) && seen.size < MOST_EDITS) {
    seen.add(next);
    const edit = recordOf(stream, next, RT.userEdit);
    if (edit === undefined) break;
    document ??= u32(edit.data, 16);
    const directory = recordOf(stream, u32(edit.data, 12), RT.persistDirectory);
    if (directory) addEntries(offsets, directory.data);
    const previous = u32(edit.data, 8);
    next = previous === 0 ? undefined : previous;
  }
  return { document: document === undefined ? undefined : offsets.get(document), offsets };
}

function newestEdit(stream: Uint8Array, currentUser: Uint8Array | undefined): number | undefined {
  const told = currentUser && currentUser.length >= 20 ? u32(currentUser, 16) : undefined;
  if (told !== undefined && recordOf(stream, told, RT.userEdit)) return told;
  let last: number | undefined;
  for (const { type, at } of siblings(stream)) if (type === RT.userEdit) last = at;
  return last;
}

/** The record at an offset if it is of that type; undefined also where there is none. */
function recordOf(stream: Uint8Array, at: number, type: number): PptRecord | undefined {
  try {
    const record = recordAt(stream, at);
    return record.type === type ? record : undefined;
  } catch (error) {
    if (error instanceof Unread) return undefined;
    throw error;
  }
}

/** PersistDirectoryAtom: runs of numbers, each with the offsets of its objects; a newer edit has been here before. */
function addEntries(offsets: Map<number, number>, data: Uint8Array): void {
  for (let at = 0; at + 4 <= data.length; ) {
    const head = u32(data, at);
    const first = head & 0xfffff;
    const count = head >>> 20;
    for (let index = 0; index < count && at + 8 + index * 4 <= data.length; index++)
      if (!offsets.has(first + index)) offsets.set(first + index, u32(data, at + 4 + index * 4));
    at += 4 + count * 4;
  }
}
