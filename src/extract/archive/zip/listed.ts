import { isUtf8 } from "node:buffer";
import type { TextBlock } from "../../../model/document.ts";
import { Unread } from "../../extractor.ts";
import { speaks } from "../../speaks.ts";
import { zipText } from "../../zip-entry-name.ts";
import type { Directory } from "./directory.ts";
import { descriptorEnd, type EntryData, entryData } from "./entry-data.ts";
import { handOn, isFolder, type Reading } from "./reading.ts";
import {
  type CentralHeader,
  type Header,
  localHeader,
  UNICODE_COMMENT_FIELD,
  UNICODE_FIELD_TEXT,
  UNICODE_PATH_FIELD,
} from "./records.ts";

/** Hands on the entries of the directory, in its order; comments and empty folders are text of the archive itself. */
export async function readDirectory(directory: Directory, reading: Reading): Promise<void> {
  const { outcome } = reading;
  const comment = zipText(directory.comment, 0);
  if (comment.trim() !== "") outcome.blocks.push(property(comment, "zip:comment"));
  if (directory.split) outcome.report("zip:volumes", new Unread("unsupported", { format: "zip volume" }));
  const folders: string[] = [];
  for (const entry of directory.entries) {
    if (outcome.exhausted()) return;
    if (isFolder(entry)) folders.push(entry.name);
    await outcome.attempt(entry.name, () => readEntry(entry, directory.shift, reading));
  }
  const members = [...reading.members];
  for (const folder of folders.filter((name) => !members.some((member) => member.startsWith(name))))
    outcome.blocks.push({ text: folder, part: "filename", channel: null, location: { object: folder } });
  if (directory.unread) outcome.report("zip:directory", directory.unread);
}

async function readEntry(entry: CentralHeader, shift: number, reading: Reading): Promise<void> {
  const { bytes, claimed, outcome } = reading;
  const at = [entry.localOffset + shift, entry.localOffset].find(
    (place) => localHeader(bytes, place) !== null,
  );
  const local = at === undefined ? null : localHeader(bytes, at);
  for (const block of aside(entry, local)) {
    reading.context.budget.spendText(block.text.length);
    outcome.blocks.push(block);
  }
  if (local === null || at === undefined) {
    if (!isFolder(entry)) await handOn(entry.name, missing(), reading);
    return;
  }
  // Directory and local header may disagree; data is where the local one ends, as long as the directory says.
  const place = { start: local.end, end: bytes.length, open: false };
  const data = await entryData(bytes, entry, place, reading.context);
  const end = entry.streamed ? descriptorEnd(bytes, data.end, entry.crc) : data.end;
  claimed.push({ start: at, end });
  if (!isFolder(entry)) await handOn(entry.name, data, reading);
}

/** An entry whose data lies elsewhere or nowhere. */
function missing(): Pick<EntryData, "content" | "unread"> {
  return { content: new Uint8Array(0), unread: new Unread("corrupt") };
}

/** What an entry says besides its content: its comment, another name in its local header, text in its extra fields. */
function aside(entry: CentralHeader, local: Header | null): TextBlock[] {
  const blocks: TextBlock[] = entry.comment.trim() === "" ? [] : [property(entry.comment, entry.name)];
  const said = new Set([entry.name, entry.comment]);
  const offer = (text: string) => {
    if (said.has(text) || !speaks(text)) return;
    said.add(text);
    blocks.push({ text, part: "other", channel: "other", location: { object: entry.name } });
  };
  if (local) offer(local.name);
  for (const { id, data } of [...entry.extra, ...(local?.extra ?? [])]) {
    const unicode = id === UNICODE_PATH_FIELD || id === UNICODE_COMMENT_FIELD;
    const text = unicode ? data.subarray(UNICODE_FIELD_TEXT) : data;
    if (isUtf8(text)) offer(text.toString("utf8"));
  }
  return blocks;
}

function property(text: string, object: string): TextBlock {
  return { text, part: "metadata", channel: "property", location: { object } };
}
