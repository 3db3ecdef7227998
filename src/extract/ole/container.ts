import { type Budget, Unread } from "../extractor.ts";
import { u16, u32, utf16 } from "./bytes.ts";
import { type Sectors, sectorsOf } from "./sectors.ts";

/** A stream of a compound file. */
export interface OleStream {
  /** Names of the storages it lies in and its own, as written, joined by `/`. */
  readonly path: string;
  /** As many of its bytes as the file holds. */
  readonly read: () => Uint8Array;
  /** Bytes it should have. */
  readonly size: number;
}

/** A compound file ([MS-CFB]), read stream by stream. */
export interface OleContainer {
  readonly streams: readonly OleStream[];
  /** By its path, whatever the case: some writers change it. */
  readonly find: (path: string) => OleStream | undefined;
}

const ENTRY_BYTES = 128;
const STORAGE = 1;
const STREAM = 2;
const ROOT = 5;
const NO_ENTRY = 0xffffffff;
const DEEPEST = 32;

interface Entry {
  readonly name: string;
  readonly type: number;
  readonly left: number;
  readonly right: number;
  readonly child: number;
  readonly start: number;
  readonly size: number;
}

/**
 * Opens a compound file. Bytes are copied only when a stream is read; sectors that the file lacks shorten the stream.
 * @param budget spent for every entry, and for the bytes of every stream that is read
 * @throws Unread `corrupt` where the header or the directory cannot be followed.
 */
export function openOle(bytes: Uint8Array, budget?: Budget): OleContainer {
  const sectors = sectorsOf(bytes);
  const entries = readDirectory(sectors);
  const root = entries.find(({ type }) => type === ROOT);
  if (root === undefined) throw new Unread("corrupt", { format: "ole" });
  const miniStream = lazily(() => sectors.read(root.start, root.size));
  const streams: OleStream[] = [];
  budget?.spendEntries(entries.length);
  for (const [path, { start, size }] of placed(entries, root)) {
    const read = () => {
      const mini = size < sectors.miniCutoff;
      const content = mini ? sectors.readMini(miniStream(), start, size) : sectors.read(start, size);
      budget?.spendBytes(content.length);
      return content;
    };
    streams.push({ path, size, read: lazily(read) });
  }
  const byPath = new Map<string, OleStream>();
  for (const stream of streams) {
    const key = stream.path.toLowerCase();
    if (!byPath.has(key)) byPath.set(key, stream);
  }
  return { streams, find: (path) => byPath.get(path.toLowerCase()) };
}

/** A stream that is a file of its own, as a container with that stream alone. */
export function containerOf(path: string, bytes: Uint8Array): OleContainer {
  const stream = { path, size: bytes.length, read: () => bytes };
  return { streams: [stream], find: (wanted) => (wanted === path ? stream : undefined) };
}

function lazily<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

/** [MS-CFB] 2.6. */
function readDirectory(sectors: Sectors): Entry[] {
  const bytes = sectors.read(sectors.directoryStart, Number.POSITIVE_INFINITY);
  const entries: Entry[] = [];
  for (let at = 0; at + ENTRY_BYTES <= bytes.length; at += ENTRY_BYTES) {
    const nameBytes = Math.min(Math.max(u16(bytes, at + 64) - 2, 0), 62);
    entries.push({
      name: utf16(bytes.subarray(at, at + nameBytes)),
      type: bytes[at + 66]!,
      left: u32(bytes, at + 68),
      right: u32(bytes, at + 72),
      child: u32(bytes, at + 76),
      start: u32(bytes, at + 116),
      size: u32(bytes, at + 120),
    });
  }
  return entries;
}

/** Streams with their paths, in the order of the tree; each entry once, whatever the links say. Lost ones come last. */
function placed(entries: readonly Entry[], root: Entry): (readonly [string, Entry])[] {
  const found: (readonly [string, Entry])[] = [];
  const seen = new Set<number>();
  const open = [{ index: root.child, folder: "", depth: 0 }];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const { index, folder, depth } = next;
    const entry = entries[index];
    if (index === NO_ENTRY || entry === undefined || seen.has(index)) continue;
    seen.add(index);
    open.push({ index: entry.right, folder, depth }, { index: entry.left, folder, depth });
    if (entry.type === STREAM) found.push([folder + entry.name, entry]);
    if (entry.type === STORAGE && depth < DEEPEST)
      open.push({ index: entry.child, folder: `${folder}${entry.name}/`, depth: depth + 1 });
  }
  for (const [index, entry] of entries.entries())
    if (entry.type === STREAM && !seen.has(index)) found.push([entry.name, entry]);
  return found;
}
