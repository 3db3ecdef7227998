/**
 * Automata of long word lists, kept in a folder of the user so that not every process builds them again: one file each, named by
 * the digest of its words. It holds words of the rules and nothing of any document. A cache may be lost, damaged or forbidden at any
 * time; then the automaton is built, which costs a moment and changes no finding.
 */
import { createHash, randomUUID } from "node:crypto";
import {
  closeSync,
  constants,
  fstatSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { userInfo } from "node:os";
import { join } from "node:path";
import { buildAutomaton } from "./build.ts";
import { fromBytes, toBytes } from "./bytes.ts";
import type { Automaton } from "./scan.ts";

/** Fewer words are built in less time than a file is worth: the rules of the package take some milliseconds. */
export const WORTH_KEEPING = 5_000;
/** A unit has few lists, but every change of one leaves a file behind. */
const KEPT = 8;
const ENDING = ".ac";
/** More than the longest list allowed can need. */
const MOST_BYTES = 1 << 28;
/** Neither a link nor a pipe put in the place of the file. Windows knows neither flag. */
const PLAIN_FILE = constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0);

/**
 * The automaton of the words, from the folder where it has been kept, or built and kept there.
 * @param words different from each other and not empty
 * @param directory null: nothing is read or written
 */
export function openAutomaton(words: readonly string[], directory: string | null): Automaton {
  if (directory === null || words.length < WORTH_KEEPING) return buildAutomaton(words);
  const digest = createHash("sha256").update(JSON.stringify(words)).digest();
  const file = join(directory, digest.toString("hex") + ENDING);
  const kept = read(file, digest);
  if (kept !== null) return kept;
  const built = buildAutomaton(words);
  keep(directory, file, toBytes(built, digest));
  return built;
}

function read(file: string, digest: Uint8Array): Automaton | null {
  let opened: number | undefined;
  try {
    opened = openSync(file, PLAIN_FILE);
    return isOwn(opened) ? fromBytes(readFileSync(opened), digest) : null;
  } catch {
    // Not there, or not for us: it is built instead.
    return null;
  } finally {
    if (opened !== undefined) closeSync(opened);
  }
}

/** A regular file of reasonable size that nobody else may have written. */
function isOwn(opened: number): boolean {
  const { uid } = userInfo();
  const stat = fstatSync(opened);
  const isPrivate = uid === -1 || (stat.uid === uid && (stat.mode & 0o022) === 0);
  return stat.isFile() && stat.size <= MOST_BYTES && isPrivate;
}

/** Written beside and moved into place, so that no process ever reads half a file. */
function keep(directory: string, file: string, bytes: Uint8Array): void {
  const draft = `${file}.${randomUUID()}`;
  attempt(() => {
    mkdirSync(directory, { recursive: true, mode: 0o700 });
    writeFileSync(draft, bytes, { flag: "wx", mode: 0o600 });
    renameSync(draft, file);
    prune(directory);
  });
  attempt(() => rmSync(draft, { force: true }));
}

/** A full or forbidden disk costs the next process a moment, nothing else. */
function attempt(act: () => void): void {
  try {
    act();
  } catch {
    // As said above.
  }
}

/** Forgets all but the newest. */
function prune(directory: string): void {
  const files = readdirSync(directory).filter((name) => name.endsWith(ENDING));
  const newestFirst = files
    .map((name) => join(directory, name))
    .map((path) => ({ path, at: statSync(path).mtimeMs }))
    .sort((a, b) => b.at - a.at);
  for (const { path } of newestFirst.slice(KEPT)) rmSync(path, { force: true });
}
