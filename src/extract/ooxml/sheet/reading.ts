import type { Channel, Location, TextBlock } from "../../../model/document.ts";
import type { ExtractContext } from "../../extractor.ts";
import type { Outcome } from "../../outcome.ts";
import type { XmlHandlers } from "../../xml.ts";
import type { PartReferences, Reference } from "../attachments.ts";

/** What all parts of one workbook share while it is read. */
export interface Reading {
  /** Hands a block on; blank ones are dropped. Seen text keeps its order, hidden text waits for `flush`. */
  emit(block: TextBlock): void;
  /** Marks a string of the file as dealt with, so that the safety net does not bring it up again. */
  know(text: string): void;
  isKnown(text: string): boolean;
  /** Whether the same text has been handed on as one that a reader sees. */
  isSeen(text: string): boolean;
  /** Ends a part: hidden texts follow the seen ones, channel by channel, so that each channel reads as one text. */
  flush(): void;
  /** Counts the text boxes of the workbook. */
  nextTextbox(): number;
  /** Pictures and files that a part points to. */
  refer(partName: string, reference: Reference): void;
  readonly references: readonly PartReferences[];
  /** Packages inside a part, to be handed on when the workbook is read. */
  readonly packages: { readonly part: string; readonly bytes: Uint8Array }[];
  /** Sheet and cell → what its threaded comment says, for the legacy comment that repeats it. */
  readonly threads: Map<string, string[]>;
}

/** A part and the sheet that shows it. */
export interface Place {
  readonly part: string;
  /** Undefined for parts of the workbook as a whole. */
  readonly sheet: string | undefined;
  /** How the sheet is kept from the reader's eye: everything on it is, too. */
  readonly channel: Channel | null;
}

/** Reads one part: the handlers for the walk over its XML. */
export type PartReader = (place: Place, reading: Reading) => XmlHandlers;

export function startReading({ blocks }: Outcome, { budget }: Pick<ExtractContext, "budget">): Reading {
  const known = new Set<string>();
  const seen = new Set<string>();
  const hidden = new Map<Channel, TextBlock[]>();
  const references = new Map<string, Reference[]>();
  let textboxes = 0;
  return {
    emit(block) {
      if (block.text.trim() === "") return;
      budget.spendText(block.text.length);
      (block.channel === null ? seen : known).add(block.text.trim());
      if (block.channel === null) blocks.push(block);
      else listOf(hidden, block.channel).push(block);
    },
    know: (text) => void known.add(text.trim()),
    isKnown: (text) => known.has(text.trim()) || seen.has(text.trim()),
    isSeen: (text) => seen.has(text.trim()),
    flush() {
      for (const waiting of hidden.values()) for (const block of waiting) blocks.push(block);
      hidden.clear();
    },
    nextTextbox: () => ++textboxes,
    refer: (partName, reference) => void listOf(references, partName).push(reference),
    get references() {
      return [...references].map(([partName, each]) => ({ partName, references: each }));
    },
    packages: [],
    threads: new Map(),
  };
}

/** The list kept under a key, begun when there is none. */
export function listOf<K, V>(lists: Map<K, V[]>, key: K): V[] {
  const list = lists.get(key) ?? [];
  lists.set(key, list);
  return list;
}

/** The place of what a part says: its sheet, where one shows it, and the thing on it. */
export function locate({ part, sheet }: Place, object?: string): Location {
  if (sheet === undefined) return { object: object ?? part };
  return object === undefined ? { sheet } : { sheet, object };
}
