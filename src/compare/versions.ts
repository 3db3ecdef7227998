import type { Channel, Location, TextBlock } from "../model/document.ts";
import type { Finding } from "../model/finding.ts";
import { fold } from "../normalise/fold.ts";

/** A finding and the text it stands on, which never leaves the process but to a screen. */
export interface Placed {
  readonly finding: Finding;
  readonly text: string;
}

/** One version of a paper with everything inside it. */
export interface Version {
  readonly findings: readonly Placed[];
  readonly blocks: readonly TextBlock[];
}

export interface VersionsCompared {
  /** Findings of the original that the other version has no more. */
  readonly gone: readonly Placed[];
  /** Findings of the other version: those of the original, wherever they stand now, and new ones. */
  readonly remaining: readonly (Placed & { readonly isNew: boolean })[];
  /** Text taken from what a reader sees that the file still carries out of sight. */
  readonly lingering: readonly Lingering[];
  readonly linesRemoved: readonly string[];
  readonly linesAdded: readonly string[];
  /** Hidden channels the original did not have, with how many texts are in each. */
  readonly newChannels: readonly { readonly channel: Channel; readonly count: number }[];
  readonly properties: readonly PropertyChange[];
}

export interface Lingering {
  readonly channel: Channel;
  readonly location: Location;
  readonly text: string;
}

export interface PropertyChange {
  /** The property's name, not its value. */
  readonly name: string;
  readonly change: "added" | "removed" | "changed";
}

/** So many characters in a row that went from the visible text are recognised where they linger. */
const GRAM = 4;

/** What became of an original in its redacted version. Linear in both texts. */
export function compareVersions(original: Version, redacted: Version): VersionsCompared {
  const before = countBy(original.findings, keyOf);
  const remaining = redacted.findings.map((placed) => ({ ...placed, isNew: !take(before, keyOf(placed)) }));
  const after = countBy(redacted.findings, keyOf);
  const gone = original.findings.filter((placed) => !take(after, keyOf(placed)));
  const [linesBefore, linesAfter] = [visibleLines(original), visibleLines(redacted)];
  return {
    gone,
    remaining,
    lingering: lingering(linesBefore, linesAfter, redacted.blocks),
    linesRemoved: without(linesBefore, linesAfter),
    linesAdded: without(linesAfter, linesBefore),
    newChannels: newChannels(original.blocks, redacted.blocks),
    properties: propertyChanges(propertiesOf(original.blocks), propertiesOf(redacted.blocks)),
  };
}

/** The same finding in whatever place and channel; a hidden channel is the same whatever it holds. */
function keyOf({ finding: { ruleId, category, channel }, text }: Placed): string {
  return category === "hidden" ? `${ruleId} ${channel}` : `${ruleId} ${bare(text)}`;
}

function bare(text: string): string {
  return fold(text).text.replace(/\s/gu, "");
}

function countBy<T>(items: readonly T[], key: (item: T) => string): Map<string, number> {
  const counts = new Map<string, number>();
  for (const item of items) counts.set(key(item), (counts.get(key(item)) ?? 0) + 1);
  return counts;
}

/** Whether there was one, and one less. */
function take(counts: Map<string, number>, key: string): boolean {
  const count = counts.get(key) ?? 0;
  if (count > 0) counts.set(key, count - 1);
  return count > 0;
}

function isText({ part, view }: TextBlock): boolean {
  return part !== "metadata" && part !== "filename" && view !== "paint";
}

function visibleLines({ blocks }: Version): string[] {
  return blocks
    .filter((block) => block.channel === null && isText(block))
    .flatMap(({ text }) => text.split(/[\r\n]+/u))
    .filter((line) => line.trim() !== "");
}

/** The lines that are not in the other list, as often as they are more. */
function without(lines: readonly string[], others: readonly string[]): string[] {
  const left = countBy(others, bare);
  return lines.filter((line) => !take(left, bare(line)));
}

function lingering(
  before: readonly string[],
  after: readonly string[],
  blocks: readonly TextBlock[],
): Lingering[] {
  const standing = new Set(after.flatMap(grams));
  const removed = new Set(before.flatMap(grams).filter((gram) => !standing.has(gram)));
  return blocks.flatMap(({ channel, location, text, part, view }) => {
    if (channel === null || channel === "revision-inserted" || part === "filename" || view === "paint")
      return [];
    return grams(text).some((gram) => removed.has(gram)) ? [{ channel, location, text }] : [];
  });
}

function grams(text: string): string[] {
  const letters = bare(text);
  return Array.from({ length: Math.max(0, letters.length - GRAM + 1) }, (_, at) =>
    letters.slice(at, at + GRAM),
  );
}

function newChannels(before: readonly TextBlock[], after: readonly TextBlock[]) {
  const known = new Set(before.map(({ channel }) => channel));
  const counts = new Map<Channel, number>();
  for (const { channel, text } of after)
    if (channel !== null && !known.has(channel) && text.trim() !== "")
      counts.set(channel, (counts.get(channel) ?? 0) + 1);
  return [...counts].map(([channel, count]) => ({ channel, count }));
}

function propertiesOf(blocks: readonly TextBlock[]): Map<string, string> {
  const properties = new Map<string, string>();
  for (const { part, location, text } of blocks) {
    if (part !== "metadata") continue;
    const name = location.object ?? "";
    properties.set(name, `${properties.get(name) ?? ""}\u0000${text}`);
  }
  return properties;
}

function propertyChanges(
  before: ReadonlyMap<string, string>,
  after: ReadonlyMap<string, string>,
): PropertyChange[] {
  const names = [...new Set([...before.keys(), ...after.keys()])];
  return names.flatMap((name) => {
    if (before.get(name) === after.get(name)) return [];
    const change = !before.has(name) ? "added" : after.has(name) ? "changed" : "removed";
    return [{ name, change } as const];
  });
}
