import type { Channel } from "../../../model/document.ts";
import { partKey } from "../content-types.ts";
import type { OoxmlPackage } from "../package.ts";
import type { Place } from "./reading.ts";
import type { Workbook } from "./workbook.ts";

/** A sheet and the part that holds it; undefined where the package does not lead to one. */
export interface Sheet {
  readonly name: string;
  readonly channel: Channel | null;
  readonly part: string | undefined;
  /** The program made it for itself, and nobody has put anything there. */
  readonly reserved: boolean;
}

/** `WpsReserved_CellImgList`: WPS keeps book of pictures in cells on such a sheet. */
const RESERVED = /^WpsReserved_/;

/** The sheets in the order of their tabs. */
export async function listSheets(
  parts: OoxmlPackage,
  main: string,
  { sheets }: Workbook,
): Promise<readonly Sheet[]> {
  const relationships = await parts.relationships(main);
  return sheets.map(({ name, relationship, hidden }) => {
    const target = relationships.find(({ id }) => id === relationship)?.target;
    const reserved = hidden && RESERVED.test(name);
    const channel = reserved ? "other" : hidden ? "hidden-sheet" : null;
    return { name, channel, reserved, part: target === undefined ? undefined : parts.find(target) };
  });
}

/** `Sheet1`, `工作表2`, `Chart1`: names nobody gave. */
const AUTOMATIC_NAME = /^(?:Sheet|Chart|Macro|Dialog|Table|工作表|图表|宏|表)\d{1,4}$/i;

/** A tab is text that somebody wrote, unless the program did. */
export function isNamed({ name, reserved }: Sheet): boolean {
  return !reserved && !AUTOMATIC_NAME.test(name);
}

/** Relationships that lead back to the workbook as a whole. */
const SHARED: ReadonlySet<string> = new Set(["pivotCacheDefinition", "slicerCache", "externalLink"]);
const DEEPEST = 5;

/**
 * The parts that hang on a sheet, nearest first: drawings, then the charts in them; threads before the comments that repeat them.
 * Adds each to `owners`; a part that two sheets share belongs to the first.
 */
export async function partsOfSheet(
  parts: OoxmlPackage,
  sheetPart: string,
  owners: Map<string, Place>,
  place: Place,
): Promise<readonly string[]> {
  const found: string[] = [];
  let sources: readonly string[] = [sheetPart];
  for (let depth = 0; depth < DEEPEST && sources.length > 0; depth++) {
    sources = (await targetsOf(parts, sources)).filter((part) => !owners.has(partKey(part)));
    for (const part of sources) owners.set(partKey(part), { ...place, part });
    found.push(...sources);
  }
  const threaded = (part: string) => (/threadedcomment/i.test(part) ? 0 : 1);
  return found.sort((a, b) => threaded(a) - threaded(b));
}

async function targetsOf(parts: OoxmlPackage, sources: readonly string[]): Promise<readonly string[]> {
  const targets = new Set<string>();
  for (const source of sources)
    for (const { type, target, external } of await parts.relationships(source)) {
      const part = external || SHARED.has(type) ? undefined : parts.find(target);
      if (part !== undefined) targets.add(part);
    }
  return [...targets];
}
