import type { TextBlock } from "../../../model/document.ts";
import { createUnclaimed } from "../unclaimed.ts";
import { descriptorEnd, entryData } from "./entry-data.ts";
import { gapsBetween, type Range } from "./ranges.ts";
import { handOn, isFolder, type Reading } from "./reading.ts";
import type { Header } from "./records.ts";
import { nextRemnant, type Remnant } from "./recover.ts";

/** Hands on what the directory passes over: entries by their local headers, names of those that are gone, bytes that are neither. */
export async function readUnlisted(reading: Reading): Promise<void> {
  const { bytes, claimed, outcome, context } = reading;
  for (const gap of gapsBetween(claimed, bytes.length))
    await outcome.attempt("zip:orphans", () => readGap(gap, reading));
  // Torn headers of an archive that is told to be broken are no second file.
  const isTorn = (start: number) =>
    reading.directory === null &&
    (reading.members.size === 0 || bytes.toString("latin1", start, start + 2) === "PK");
  const handOnUnclaimed = createUnclaimed(outcome, context);
  const behind = Math.max(0, ...claimed.map(({ end }) => end));
  for (const { start, end } of gapsBetween(claimed, bytes.length))
    if (!isTorn(start))
      await handOnUnclaimed(bytes.subarray(start, end), start >= behind ? "trailing-data" : "orphan");
}

async function readGap(gap: Range, reading: Reading): Promise<void> {
  const { bytes, claimed, outcome } = reading;
  for (let at = gap.start; !outcome.exhausted(); ) {
    const remnant = nextRemnant(bytes, gap, at);
    if (remnant === null) return;
    const end = await readRemnant(remnant, gap, reading);
    claimed.push({ start: remnant.start, end });
    at = end;
  }
}

/** @returns where the remnant ends */
async function readRemnant(remnant: Remnant, gap: Range, reading: Reading): Promise<number> {
  reading.context.budget.spendEntries(1);
  if (remnant.kind === "entry") return readOrphan(remnant.header, gap, reading);
  const { text, end } = remnant;
  if (text !== "" && !text.endsWith("/") && !reading.members.has(text))
    reading.outcome.blocks.push(orphaned(text));
  return end;
}

async function readOrphan(header: Header, gap: Range, reading: Reading): Promise<number> {
  const { bytes, outcome, context, directory } = reading;
  const open = header.streamed && header.packedBytes === 0;
  const data = await entryData(bytes, header, { start: header.end, end: gap.end, open }, context);
  const end = header.streamed ? Math.min(descriptorEnd(bytes, data.end, header.crc), gap.end) : data.end;
  if (isFolder(header)) return end;
  // Where the whole directory is lost, every entry is without one.
  const name = await handOn(header.name, data, reading);
  if (directory !== null) outcome.blocks.push(orphaned(name));
  return end;
}

function orphaned(name: string): TextBlock {
  return { text: name, part: "attachment", channel: "orphan", location: { object: name } };
}
