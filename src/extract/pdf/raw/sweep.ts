import type { Location, TextBlock } from "../../../model/document.ts";
import { localTarget } from "../../local-places.ts";
import { speaks } from "../../speaks.ts";
import { decodeStream } from "./filters.ts";
import type { RawFile, RawObject } from "./objects.ts";
import { contentPages } from "./page-tree.ts";
import { type Standing, standings } from "./reach.ts";
import { textOf } from "./text-string.ts";
import { type RawText, textsOf } from "./texts.ts";
import { Dictionary, dictionariesIn, elementsOf, Reference } from "./values.ts";

/** What the objects of a file hold beside what its pages, annotations, fields and properties have told. */
export interface Sweep {
  readonly blocks: readonly TextBlock[];
  /** Metadata streams (ISO 32000-1, 14.3.2) and XML forms (12.7.8), unfiltered. */
  readonly metadata: readonly Uint8Array[];
  readonly forms: readonly Uint8Array[];
  /** Numbers of page objects to which nothing leads any more. */
  readonly lostPages: readonly number[];
  /** Where streams could not be unfiltered, or not to their end: a page, or the object by its number. */
  readonly damaged: readonly Location[];
}

export interface SweepContext {
  /** Bytes that one stream may unfold to. */
  readonly most: number;
  /** Told of every stream that is unfolded; throws where a limit is passed. */
  readonly spendBytes: (count: number) => void;
  /** Whether a text was not told before; remembers it. */
  readonly isNews: (text: string) => boolean;
  /** Numbers of the objects whose stream is damaged. */
  readonly damaged: ReadonlySet<number>;
}

/** Goes through every object once, whether a reader of the document would meet it or not. */
export function sweepObjects(file: RawFile, context: SweepContext): Sweep {
  const standing = standings(file);
  const latest = new Map(file.objects.map((object) => [object.number, object]));
  const unfold = (object: RawObject | undefined): Uint8Array[] => {
    if (!object?.data || !(object.value instanceof Dictionary)) return [];
    const decoded = decodeStream(object.value, object.data, context.most);
    context.spendBytes(decoded?.bytes.length ?? 0);
    return decoded ? [decoded.bytes] : [];
  };
  const follow = (numbers: Iterable<number>) => [...numbers].flatMap((number) => unfold(latest.get(number)));

  const scripts = follow(streamsUnder(file, "JS")).map((bytes) => textOf(bytes));
  const forms = follow(streamsUnder(file, "XFA"));
  const pages = contentPages(latest, file.trailers);
  const needed = [...pages.keys(), ...formObjects(file, standing), ...streamsUnder(file, "XFA")];
  return {
    blocks: [
      ...scripts.filter((text) => speaks(text) && context.isNews(text)).map(scriptBlock),
      ...file.objects.flatMap((object) => blocksOf(object, standing.get(object)!, context)),
    ],
    metadata: file.objects.filter(isMetadata).flatMap(unfold),
    forms,
    lostPages: file.objects
      .filter((object) => standing.get(object) === "unreferenced" && isPage(object))
      .map(({ number }) => number),
    damaged: needed
      .filter((number) => context.damaged.has(number))
      .map((number) => {
        const page = pages.get(number);
        return page === undefined ? { object: `${number} 0 obj` } : { page };
      }),
  };
}

/** Numbers of the objects a key leads to. */
function streamsUnder({ objects }: RawFile, key: string): Set<number> {
  const dictionaries = objects.flatMap(({ value }) => [...dictionariesIn(value)]);
  const targets = dictionaries.flatMap((dictionary) => elementsOf(dictionary.get(key)));
  return new Set(targets.flatMap((target) => (target instanceof Reference ? [target.number] : [])));
}

/** What is painted from form XObjects (8.10). Where a content stream breaks off, the engine goes on without a word. */
function formObjects({ objects }: RawFile, standing: ReadonlyMap<RawObject, Standing>): number[] {
  const isForm = ({ value }: RawObject) => value instanceof Dictionary && value.nameOf("Subtype") === "Form";
  return objects
    .filter((object) => isForm(object) && standing.get(object) === "current")
    .map(({ number }) => number);
}

function isMetadata({ value, data }: RawObject): boolean {
  return data !== null && value instanceof Dictionary && value.nameOf("Type") === "Metadata";
}

function isPage({ value }: RawObject): boolean {
  return value instanceof Dictionary && value.nameOf("Type") === "Page";
}

function blocksOf({ value }: RawObject, standing: Standing, { isNews }: SweepContext): TextBlock[] {
  const blocks: TextBlock[] = [];
  for (const found of textsOf(value)) {
    const text = toldText(found);
    if (text !== null && isNews(text)) blocks.push(blockOf({ ...found, text }, standing));
  }
  return blocks;
}

/** Addresses count when they show the inside of a network, other strings when they may be text of the document. */
function toldText({ text, channel }: RawText): string | null {
  const target = channel === "external-link" ? localTarget(text) : null;
  return target ?? (speaks(text) ? text : null);
}

function blockOf({ text, part, channel, object }: RawText, standing: Standing): TextBlock {
  if (standing === "current") return { text, part, channel, location: { object } };
  const former = standing === "superseded" ? "previous-revision" : "orphan";
  return { text, part: "other", channel: former, location: { object } };
}

function scriptBlock(text: string): TextBlock {
  return { text, part: "other", channel: "script", location: { object: "JavaScript" } };
}
