import { type Extract, type ExtractContext, Unread } from "../extractor.ts";
import { createMemberNames } from "../member-names.ts";
import { createOutcome, type Outcome } from "../outcome.ts";
import { TAR_BLOCK } from "../tar-header.ts";
import { type Ahead, NOTHING_AHEAD, readAhead } from "./tar/ahead.ts";
import { nextHeader, readHeader, type TarHeader } from "./tar/headers.ts";
import { createUnclaimed } from "./unclaimed.ts";

interface Reading {
  readonly bytes: Buffer;
  readonly outcome: Outcome;
  readonly context: ExtractContext;
  readonly nameOf: (name: string) => string;
}

/** Type flags without data of their own. */
const LINKS = new Set(["1", "2"]);
const DEVICES = new Set(["3", "4", "6"]);
const FOLDER = "5";
/** A file with holes: its data does not say where they are. */
const SPARSE = "S";

/**
 * Hands every file of a tar archive (ustar, pax, GNU, and older) to the line. Links and devices are named, not followed. Behind the
 * end mark (zeros; without it the archive is cut off) reading goes on, since archives may be put one behind the other; bytes that belong to nothing get a name of their own.
 * @throws Unread `corrupt` when there is no header
 */
export const extractTar: Extract = async (source, context) => {
  const bytes = Buffer.from(source.buffer, source.byteOffset, source.byteLength);
  const outcome = createOutcome();
  const reading: Reading = { bytes, outcome, context, nameOf: createMemberNames() };
  const handOnUnclaimed = createUnclaimed(outcome, context);
  let header = nextHeader(bytes, 0);
  if (header === null) throw new Unread("corrupt", { format: "tar" });
  let at = 0;
  let ahead = NOTHING_AHEAD;
  while (header !== null && !outcome.exhausted()) {
    await handOnUnclaimed(bytes.subarray(at, header), "orphan");
    const entry = readHeader(bytes, header);
    const start: number = header + TAR_BLOCK;
    const next = await outcome.attempt(entry.name, () => readEntry(entry, start, ahead, reading));
    // A limit of the whole file, told above.
    if (next === undefined) return outcome.finish("tar");
    at = next.end;
    ahead = next.ahead;
    header = nextHeader(bytes, at);
  }
  if (at >= bytes.length) outcome.report("tar:end", new Unread("corrupt"));
  await handOnUnclaimed(bytes.subarray(at), "trailing-data");
  return outcome.finish("tar");
};

/** @returns where the next header may stand, and what is known of its entry */
async function readEntry(
  header: TarHeader,
  start: number,
  ahead: Ahead,
  { bytes, outcome, context, nameOf }: Reading,
): Promise<{ readonly end: number; readonly ahead: Ahead }> {
  context.budget.spendEntries(1);
  const { type } = header;
  const size = sizeOf(header, ahead);
  const data = bytes.subarray(start, start + size);
  const cut = data.length < size || (!isDataless(type) && Number.isNaN(header.size));
  const end = start + Math.ceil(data.length / TAR_BLOCK) * TAR_BLOCK;
  const told = readAhead(type, data, ahead, outcome.blocks);
  if (told !== null) return { end, ahead: told };

  const name = ahead.name ?? header.name;
  if (type === FOLDER || isDataless(type)) listOnly(name, ahead.linkName ?? header.linkName, type, outcome);
  else {
    context.budget.spendBytes(data.length);
    const unread = cut
      ? new Unread("corrupt")
      : isSparse(type, ahead)
        ? new Unread("unsupported")
        : undefined;
    await context.child(nameOf(name), data, unread);
  }
  return { end, ahead: NOTHING_AHEAD };
}

function sizeOf({ type, size }: TarHeader, ahead: Ahead): number {
  if (isDataless(type)) return 0;
  const said = ahead.size ?? size;
  return Number.isSafeInteger(said) && said >= 0 ? said : 0;
}

function isDataless(type: string): boolean {
  return LINKS.has(type) || DEVICES.has(type);
}

function isSparse(type: string, ahead: Ahead): boolean {
  return type === SPARSE || ahead.sparse;
}

/** What has no content is named, with where it leads; a device is told, since nobody can say what would be read from it. */
function listOnly(name: string, target: string, type: string, outcome: Outcome): void {
  const location = { object: name };
  outcome.blocks.push({ text: name, part: "filename", channel: null, location });
  if (DEVICES.has(type)) outcome.report(name, new Unread("special-file"));
  if (!LINKS.has(type)) return;
  outcome.blocks.push(
    /^(?:[/\\]|[A-Za-z]:)/.test(target)
      ? { text: target, part: "other", channel: "external-link", location }
      : { text: target, part: "metadata", channel: "property", location },
  );
  outcome.report(name, new Unread("symlink-skipped"));
}
