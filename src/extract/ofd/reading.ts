import type { Notice, TextBlock } from "../../model/document.ts";
import type { ExtractContext } from "../extractor.ts";
import type { Outcome } from "../outcome.ts";
import type { OfdElement } from "./element.ts";
import { type Media, openMedia } from "./media.ts";
import type { OfdPackage } from "./package.ts";

/** One OFD file on its way to being read. */
export interface Reading {
  readonly parts: OfdPackage;
  readonly outcome: Outcome;
  readonly context: ExtractContext;
  readonly media: Media;
  /** Adds a block, counting its text; one of white space only is left out. */
  readonly say: (block: TextBlock) => void;
  /** What is said of pages, which have no name in the archive. */
  readonly notices: Notice[];
  /** Elements whose text was taken up. */
  readonly read: WeakSet<OfdElement>;
  /** Whether a text is already among the blocks, as one of them or inside the lines of a page. */
  readonly isKnown: (text: string) => boolean;
}

export function startReading(parts: OfdPackage, outcome: Outcome, context: ExtractContext): Reading {
  const said = new Set<string>();
  return {
    parts,
    outcome,
    context,
    media: openMedia(parts, outcome),
    say: (block) => {
      const key = keyOf(block.text);
      if (key === "") return;
      context.budget.spendText(block.text.length);
      outcome.blocks.push(block);
      said.add(key);
    },
    notices: [],
    read: new WeakSet(),
    isKnown: (text) => said.has(keyOf(text)),
  };
}

/** Visible text first, then what is hidden, channel by channel, then the order of painting. */
export function inOrder(blocks: readonly TextBlock[]): TextBlock[] {
  const rank = ({ part, channel, view }: TextBlock) => {
    if (view === "paint") return "paint";
    return channel ?? (part === "body" ? "body" : "beside");
  };
  const groups = new Map<string, TextBlock[]>([
    ["body", []],
    ["beside", []],
    ["paint", []],
  ]);
  for (const block of blocks) {
    const group = groups.get(rank(block));
    if (group) group.push(block);
    else groups.set(rank(block), [block]);
  }
  return [...groups.values()].flat();
}

function keyOf(text: string): string {
  return text.replace(/\s+/g, "");
}
