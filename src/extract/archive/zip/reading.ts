import type { ExtractContext } from "../../extractor.ts";
import type { Outcome } from "../../outcome.ts";
import type { Directory } from "./directory.ts";
import type { EntryData } from "./entry-data.ts";
import type { Range } from "./ranges.ts";
import type { Header } from "./records.ts";

/** A ZIP file on its way to its members. */
export interface Reading {
  readonly bytes: Buffer;
  readonly directory: Directory | null;
  readonly outcome: Outcome;
  readonly context: ExtractContext;
  /** Bytes that are accounted for. */
  readonly claimed: Range[];
  readonly nameOf: (name: string) => string;
  /** Names of the members handed on, as their headers have them. */
  readonly members: Set<string>;
}

/** @returns the name it was handed on by */
export async function handOn(
  entryName: string,
  data: Pick<EntryData, "content" | "unread">,
  reading: Reading,
): Promise<string> {
  const name = reading.nameOf(entryName);
  reading.members.add(entryName);
  await reading.context.child(name, data.content, data.unread);
  return name;
}

/** A folder's entry has no data; a name that ends like one does not make a file of it. */
export function isFolder({ name, packedBytes }: Header): boolean {
  return /[/\\]$/.test(name) && packedBytes <= 2;
}
