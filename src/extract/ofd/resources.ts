import type { Outcome } from "../outcome.ts";
import { childrenOf, descendants, fieldOf, type OfdElement } from "./element.ts";
import type { OfdPackage } from "./package.ts";

/** What pages refer to by id (GB/T 33190-2016, 7.9). */
export interface Resources {
  /** File of a MultiMedia by its id, undefined when the archive lacks it. */
  readonly multiMedias: ReadonlyMap<string, string | undefined>;
  /** CompositeGraphicUnit by id. */
  readonly composites: ReadonlyMap<string, OfdElement>;
  readonly drawParams: ReadonlyMap<string, OfdElement>;
}

export const NO_RESOURCES: Resources = {
  multiMedias: new Map(),
  composites: new Map(),
  drawParams: new Map(),
};

/** Elements of a resource file that name files without text. */
const TEXTLESS = new Set(["FontFile", "Profile"]);

/**
 * Reads resource files on top of others: what a page brings comes before what the document has.
 * @param from the part that names them
 */
export async function readResources(
  parts: OfdPackage,
  outcome: Outcome,
  locations: readonly string[],
  from: string,
  below: Resources = NO_RESOURCES,
): Promise<Resources> {
  if (locations.length === 0) return below;
  const known: Growing = {
    multiMedias: new Map(below.multiMedias),
    composites: new Map(below.composites),
    drawParams: new Map(below.drawParams),
  };
  for (const location of locations) {
    const part = parts.find(location, from);
    // A list that is missing keeps no text back: what it would name lies in the archive.
    if (part === undefined || outcome.exhausted()) continue;
    const root = await parts.tree(part);
    if (root === undefined) continue;
    const inBase = `${directoryOf(part)}${fieldOf(root, "BaseLoc") ?? ""}/`;
    const find = (file = "") => (file === "" ? undefined : parts.find(file, inBase, part));
    for (const element of descendants(root)) {
      if (TEXTLESS.has(element.name)) passOver(parts, find(element.text));
      else record(element, known, find);
    }
  }
  return known;
}

interface Growing {
  readonly multiMedias: Map<string, string | undefined>;
  readonly composites: Map<string, OfdElement>;
  readonly drawParams: Map<string, OfdElement>;
}

function record(
  element: OfdElement,
  known: Growing,
  find: (file: string | undefined) => string | undefined,
): void {
  const id = element.attributes.get("ID");
  if (id === undefined) return;
  if (element.name === "MultiMedia") known.multiMedias.set(id, find(fieldOf(element, "MediaFile")));
  else if (element.name === "CompositeGraphicUnit") known.composites.set(id, element);
  else if (element.name === "DrawParam") known.drawParams.set(id, element);
}

function passOver(parts: OfdPackage, file: string | undefined): void {
  if (file !== undefined) parts.pass(file);
}

/** Locations of the resource files an element lists, in order. */
export function resourceLocations(element: OfdElement | undefined, ...names: string[]): string[] {
  if (element === undefined) return [];
  return names.flatMap((name) => childrenOf(element, name).map(({ text }) => text));
}

function directoryOf(part: string): string {
  return part.slice(0, part.lastIndexOf("/") + 1);
}
