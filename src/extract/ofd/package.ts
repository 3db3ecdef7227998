import { type ExtractContext, Unread } from "../extractor.ts";
import type { Outcome } from "../outcome.ts";
import type { ZipArchive } from "../zip.ts";
import { type OfdElement, type OfdTree, readTree } from "./element.ts";

/** The parts of an OFD file, and which of them the document has led to so far. */
export interface OfdPackage {
  /** Every entry of the archive, spelled as there. */
  readonly parts: readonly string[];
  /** The entry a location (ST_Loc) means, seen from the first of `bases` that has one; undefined when there is none. */
  find(location: string, ...bases: string[]): string | undefined;
  /** Content of an entry, which counts as reached from now on. */
  read(part: string): Promise<Uint8Array>;
  /** Root of an XML part, faults reported; what came before a fault is kept. Undefined when nothing was read. */
  tree(part: string): Promise<OfdElement | undefined>;
  /** Marks a part that holds no text: a font, a colour profile. */
  pass(part: string): void;
  isReached(part: string): boolean;
  /** Trees of the XML parts that were read and not let go, by part. */
  readonly trees: ReadonlyMap<string, OfdTree>;
  /** Lets go of the tree of a part that is done with. */
  release(part: string): void;
}

export function openOfd(archive: ZipArchive, outcome: Outcome, { limits }: ExtractContext): OfdPackage {
  const byKey = new Map<string, string>();
  for (const name of archive.names) if (!byKey.has(keyOf([], name))) byKey.set(keyOf([], name), name);
  const reached = new Set<string>();
  const trees = new Map<string, OfdTree>();

  const read = (part: string) => {
    reached.add(part);
    return archive.read(part);
  };
  return {
    parts: archive.names,
    find: (location, ...bases) => {
      // Many writers give a path from the root without the slash that says so.
      for (const base of location.trim().startsWith("/") ? [""] : [...bases, ""]) {
        const found = byKey.get(keyOf(base.split("/").slice(0, -1), location));
        if (found !== undefined) return found;
      }
      return undefined;
    },
    read,
    tree: async (part) => {
      const known = trees.get(part);
      if (known) return known.root ?? undefined;
      const tree = await outcome.attempt(part, async () => readTree(await read(part), limits));
      if (!tree) return undefined;
      trees.set(part, tree);
      if (tree.fault) outcome.report(part, tree.fault);
      return tree.root ?? undefined;
    },
    pass: (part) => void reached.add(part),
    isReached: (part) => reached.has(part),
    trees,
    release: (part) => void trees.delete(part),
  };
}

/** Reports a part that the document promises and the archive lacks. */
export function reportMissing(outcome: Outcome, location: string): void {
  outcome.report(location, new Unread("corrupt"));
}

/** A path in one spelling: no case, one kind of slash, dots resolved. */
function keyOf(base: readonly string[], location: string): string {
  const path: string[] = [...base];
  for (const step of location.trim().replaceAll("\\", "/").split("/")) {
    if (step === "..") path.pop();
    else if (step !== "" && step !== ".") path.push(step);
  }
  return path.join("/").toLowerCase();
}
