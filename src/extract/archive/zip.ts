import { type Extract, Unread } from "../extractor.ts";
import { createMemberNames } from "../member-names.ts";
import { createOutcome } from "../outcome.ts";
import { findDirectory } from "./zip/directory.ts";
import { readDirectory } from "./zip/listed.ts";
import type { Range } from "./zip/ranges.ts";
import type { Reading } from "./zip/reading.ts";
import { readUnlisted } from "./zip/unlisted.ts";

/**
 * Hands every file of a ZIP archive to the line: those of the directory, and after them what the directory passes over, by its local
 * header or as bytes that belong to nothing. Its own text are comments and names. An entry that cannot be read is handed on with
 * the reason; one that is broken with what came out of it.
 * @throws Unread `corrupt` when there is neither a directory nor an entry, `empty` when there are no entries
 */
export const extractZip: Extract = async (source, context) => {
  const bytes = Buffer.from(source.buffer, source.byteOffset, source.byteLength);
  const outcome = createOutcome();
  const directory = findDirectory(bytes, context.budget);
  const reading: Reading = {
    bytes,
    directory,
    outcome,
    context,
    claimed: [...volumeMark(bytes), ...(directory?.ranges ?? [])],
    nameOf: createMemberNames(),
    members: new Set(),
  };
  if (directory === null) outcome.report("zip:directory", new Unread("corrupt"));
  else await readDirectory(directory, reading);
  if (!outcome.exhausted()) await readUnlisted(reading);
  if (reading.members.size === 0 && outcome.blocks.length === 0)
    throw new Unread(directory === null ? "corrupt" : "empty");
  if (reading.members.size === 0) outcome.report("zip:directory", new Unread("empty"));
  return outcome.finish("zip");
};

/** The first volume of several, or the only one of a split that was not needed, begins with a mark (APPNOTE 8.5.3, 8.5.4). */
function volumeMark(bytes: Buffer): Range[] {
  const marked = ["PK\x07\x08", "PK00"].includes(bytes.toString("latin1", 0, 4));
  return marked ? [{ start: 0, end: 4 }] : [];
}
