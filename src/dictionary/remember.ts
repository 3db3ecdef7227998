import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import type { Dictionary } from "../model/rule-set.ts";

/** Texts kept from run to run outside this room. Losing them costs time only. */
export interface Cache {
  get(key: string): Promise<string | null>;
  put(key: string, value: string): Promise<void>;
}

/** A dictionary, and the sources that are merged before it. */
export interface ReadDictionary {
  readonly dictionary: Dictionary;
  readonly bases: readonly string[];
}

/**
 * A dictionary whose very bytes have been read, checked and folded before, else what `read` gives. One that draws on other files is
 * read each time.
 */
export async function remembered(
  file: string,
  cache: Cache,
  read: () => Promise<ReadDictionary>,
): Promise<ReadDictionary> {
  const bytes = await readFile(file).catch(() => null);
  // `read` tells what is wrong.
  if (bytes === null) return read();
  const sha256 = createHash("sha256").update(bytes).digest("hex");
  const key = `dictionary ${file} ${sha256}`;
  const known = parse(await cache.get(key));
  if (known?.dictionary.sha256 === sha256) return known;
  const fresh = await read();
  const isWhole = fresh.dictionary.rules.every(({ kind }) => kind !== "list");
  if (isWhole && fresh.dictionary.sha256 === sha256) await cache.put(key, JSON.stringify(fresh));
  return fresh;
}

function parse(text: string | null): ReadDictionary | null {
  try {
    return text === null ? null : (JSON.parse(text) as ReadDictionary);
  } catch {
    // Written by a run that was cut off.
    return null;
  }
}
