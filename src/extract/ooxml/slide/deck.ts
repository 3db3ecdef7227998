import type { Location, TextBlock } from "../../../model/document.ts";
import { type ExtractContext, Unread } from "../../extractor.ts";
import type { Outcome } from "../../outcome.ts";
import { partKey } from "../content-types.ts";
import type { OoxmlPackage } from "../package.ts";
import type { Page } from "./page.ts";
import type { Presentation } from "./presentation.ts";
import { blocksOf, noteReferences, type Reading, startReading } from "./reading.ts";
import { readStrays } from "./strays.ts";
import { readTree, type XmlNode, type XmlTree } from "./tree.ts";

/** One presentation while it is read. */
export interface Deck {
  readonly parts: OoxmlPackage;
  readonly context: ExtractContext;
  readonly outcome: Outcome;
  readonly presentation: Presentation;
  /** Keys of the parts that were read or given up. */
  readonly done: Set<string>;
  readonly readings: Reading[];
  /** Those of `sharedTree` by part key; null where one cannot be read. */
  readonly trees: Map<string, Promise<XmlNode | null>>;
}

export function startDeck(
  parts: OoxmlPackage,
  context: ExtractContext,
  outcome: Outcome,
  presentation: Presentation,
): Deck {
  return {
    ...{ parts, context, outcome, presentation },
    done: new Set(),
    readings: [],
    trees: new Map(),
  };
}

/** What is there of a part: a fault becomes a notice. null where nothing can be read. */
export async function readWithFaults(
  { parts, context, outcome }: Pick<Deck, "parts" | "context" | "outcome">,
  part: string,
): Promise<XmlTree | null> {
  const drawn = part.toLowerCase().endsWith(".svg");
  const tree = await outcome.attempt(part, async () =>
    readTree(await parts.read(part), context.limits, drawn),
  );
  if (tree?.fault) outcome.report(part, tree.fault);
  return tree ?? null;
}

/** The tree of a part as far as it can be read; null where nothing can. */
export async function treeOf(deck: Deck, part: string): Promise<XmlNode | null> {
  return (await readWithFaults(deck, part))?.root ?? null;
}

/** Parts of one type that a part promises; one that the package lacks is reported as unread. */
export async function relatedParts(
  { parts, outcome }: Deck,
  source: string,
  type: string,
): Promise<string[]> {
  const found: string[] = [];
  for (const each of await parts.relationships(source)) {
    if (each.type !== type || each.external) continue;
    const part = parts.find(each.target);
    if (part === undefined) outcome.report(each.target, new Unread("corrupt"));
    else found.push(part);
  }
  return found;
}

/** A tree that several parts ask for: layouts, masters and themes are read once. */
export function sharedTree(deck: Deck, part: string): Promise<XmlNode | null> {
  const known = deck.trees.get(partKey(part)) ?? treeOf(deck, part);
  deck.trees.set(partKey(part), known);
  return known;
}

/** What a page inherits from: the type of the relationship and the root of the part at its end. */
const BASES: Readonly<Record<string, readonly [type: string, root: string]>> = {
  "p:sld": ["slideLayout", "p:sldLayout"],
  "p:sldLayout": ["slideMaster", "p:sldMaster"],
};

/** A slide, layout or master with all it inherits from. A base of the wrong kind is none, so that no chain goes in circles. */
export async function pageOf(deck: Deck, part: string, root: XmlNode): Promise<Page> {
  const [type, kind] = BASES[root.name] ?? [];
  const [target] = type === undefined ? [] : await relatedParts(deck, part, type);
  const baseRoot = target === undefined ? null : await sharedTree(deck, target);
  const base =
    target !== undefined && baseRoot !== null && baseRoot.name === kind
      ? await pageOf(deck, target, baseRoot)
      : null;
  if (base !== null) return { partName: part, root, base, theme: base.theme };
  const [theme] = await relatedParts(deck, part, "theme");
  return { partName: part, root, base, theme: theme === undefined ? null : await sharedTree(deck, theme) };
}

/**
 * Reads one part into the outcome: what `read` takes out of it, then its strays. A limit that is passed on the way becomes a
 * notice of that part.
 */
export async function readPartInto(
  deck: Deck,
  part: string,
  root: XmlNode,
  location: Location,
  read: (reading: Reading) => void,
): Promise<void> {
  const { outcome, context, done, readings } = deck;
  if (done.has(partKey(part)) || outcome.exhausted()) return;
  done.add(partKey(part));
  const reading = startReading(part, location, context.budget.spendText);
  readings.push(reading);
  await outcome.attempt(part, async () => {
    noteReferences(reading, root);
    read(reading);
    readStrays(reading, root);
  });
  append(outcome.blocks, blocksOf(reading));
}

function append(blocks: TextBlock[], more: readonly TextBlock[]): void {
  for (const block of more) blocks.push(block);
}
