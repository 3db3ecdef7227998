import { lstat, realpath } from "node:fs/promises";
import { basename, resolve } from "node:path";
import type { Notice } from "../model/document.ts";
import type { Entry } from "./entry.ts";
import { faultNotice } from "./fault.ts";
import { matchGlobs } from "./glob.ts";
import { linkFate } from "./link.ts";
import { nameKey, openableName, type RealName } from "./real-name.ts";
import { skipClass } from "./skip-class.ts";
import { kindOf, sizeOf, type Walked, walkFolder } from "./walk.ts";

export interface DiscoverOptions {
  /** Globs relative to the root; when there are any, only what they choose is read, the rest is listed as excluded. */
  readonly include: readonly string[];
  readonly exclude: readonly string[];
}

export interface Discovery {
  /** Sorted by root, then by path in code unit order; its length is the report's `found`. */
  readonly entries: readonly Entry[];
  /** Roots that don't exist, as given. */
  readonly missing: readonly string[];
}

/**
 * Lists every path below the roots and loses none: dot files, links, unreadable folders, special files and names that are not
 * UTF-8 are entries too. `found` counts paths on disk except folders that could be listed. A root given as a link is followed
 * (the user named it); a link found below is not: it is `skipped` when its target is read in its own place, and unexamined
 * with `special-file` when it leads elsewhere or nowhere. A path reached through two roots is one entry, the readable one.
 * @throws never for a file; system errors become notices.
 */
export async function discover(roots: readonly string[], options: DiscoverOptions): Promise<Discovery> {
  const missing: string[] = [];
  const found = new Map<string, Entry>();
  const folders = new Set<string>();
  const links: { root: number; link: Walked }[] = [];
  for (const [root, given] of roots.entries()) {
    const seen = await look(given);
    if (seen === null) {
      missing.push(given);
      continue;
    }
    const excluded = await exclusion(seen, options);
    for (const walked of seen) {
      const key = nameKey(walked.real);
      if (walked.is === "folder") folders.add(key);
      else if (walked.is === "link" && !excluded(walked)) links.push({ root, link: walked });
      else keepBetter(found, key, await entryOf(root, walked, excluded(walked)));
    }
  }
  const isRead = (key: string) => folders.has(key) || found.get(key)?.kind === "file";
  for (const { root, link } of links)
    keepBetter(found, nameKey(link.real), { ...base(root, link), ...(await linkFate(link.real, isRead)) });
  return { entries: [...found.values()].sort(inOrder), missing };
}

/** All there is at or below one root, or null when the root does not exist. */
async function look(given: string): Promise<Walked[] | null> {
  let real: RealName;
  try {
    real = await realpath(resolve(given), { encoding: "buffer" });
  } catch (error) {
    const fault = { ...rootOf(Buffer.from(resolve(given)), given), fault: faultNotice(error) };
    return fault.fault.code === "permission" ? [fault] : null;
  }
  const stats = await lstat(real);
  if (!stats.isDirectory()) return [{ ...rootOf(real, given), is: kindOf(stats), bytes: sizeOf(stats) }];
  const seen: Walked[] = [];
  for await (const walked of walkFolder(real)) seen.push(walked);
  return seen;
}

function rootOf(real: RealName, given: string): Walked {
  const path = (basename(resolve(given)) || ".").normalize("NFC");
  return { real, path, decodable: true, is: "fault", bytes: null, fault: null };
}

/** Whether the user's own globs take a path out. A name no glob can spell is never left out by not being included. */
async function exclusion(
  seen: readonly Walked[],
  { include, exclude }: DiscoverOptions,
): Promise<(walked: Walked) => boolean> {
  const paths = seen.filter(({ is }) => is !== "folder").map(({ path }) => path);
  const [isIncluded, isExcluded] = [await matchGlobs(paths, include), await matchGlobs(paths, exclude)];
  return ({ path, decodable }) => isExcluded(path) || (include.length > 0 && decodable && !isIncluded(path));
}

async function entryOf(root: number, walked: Walked, excluded: boolean): Promise<Entry> {
  const entry = base(root, walked);
  const because = (kind: Entry["kind"], notice: Notice): Entry => ({ ...entry, kind, notice });
  if (excluded) return because("skipped", { code: "excluded", location: null });
  if (walked.is === "git-folder") return because("skipped", { code: "git-folder", location: null });
  if (walked.is === "special") return because("unexamined", { code: "special-file", location: null });
  if (walked.fault !== null) return because("unexamined", walked.fault);
  const skip = await skipClass(
    entry.absolute,
    walked.path.slice(walked.path.lastIndexOf("/") + 1),
    entry.bytes ?? 0,
  );
  if (skip !== null) return because("skipped", skip);
  return walked.decodable ? entry : because("file", { code: "undecodable-name", location: null });
}

function base(root: number, { path, real, bytes }: Walked): Entry {
  return { root, path, absolute: openableName(real), kind: "file", notice: null, bytes };
}

const PREFERENCE = { file: 0, unexamined: 1, skipped: 2 } as const;

/** Of two views of one path the one that reads more stands: excluded under one root, wanted under another. */
function keepBetter(found: Map<string, Entry>, key: string, entry: Entry): void {
  const known = found.get(key);
  if (known === undefined || PREFERENCE[entry.kind] < PREFERENCE[known.kind]) found.set(key, entry);
}

function inOrder(a: Entry, b: Entry): number {
  if (a.root !== b.root) return a.root - b.root;
  if (a.path !== b.path) return a.path < b.path ? -1 : 1;
  return Buffer.compare(Buffer.from(a.absolute), Buffer.from(b.absolute));
}
