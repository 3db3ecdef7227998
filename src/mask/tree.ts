import type { PreviewHits, PreviewText, Tree } from "../model/index.ts";
import { concealedRanges, findWords, isShown } from "./preview.ts";
import { asMasked, maskWhole } from "./text.ts";

/** Elements whose text is one with that around them. */
const INLINE: ReadonlySet<string> = new Set(["strong", "em", "u", "sup", "sub"]);

/** Characters; blanks included. */
const LONGEST_NUMBER = 60;

const CONCEALED = 1;
const MARKED = 2;

/** A text preview as it was made of a file: raw text. */
export interface RawText {
  readonly nodes: readonly Tree<string>[];
  /** The end is missing, and with it some of what would have to be covered. */
  readonly cut: boolean;
  /** Texts a reader does not see, though the preview may show them. */
  readonly hidden: readonly string[];
}

/**
 * A text preview with everything starred that must not be seen, and every place marked that says what a finding says.
 * @returns null where something that has to be covered was not found again
 */
export function maskTree(
  { nodes, cut, hidden }: RawText,
  { concealed, marked }: PreviewHits,
): Tree<PreviewText>[] | null {
  const text = textOf(nodes);
  const sought = concealed.filter(({ part, channel }) => channel === null && isShown(part, channel));
  const found = new Set(
    findWords(
      text,
      sought.map((hit) => hit.text),
    ).map(({ word }) => word),
  );
  if (!cut && sought.some((_, index) => !found.has(index))) return null;
  const words = [...new Set([...concealed.map((hit) => hit.text), ...hidden])];
  const looks = new Uint8Array(text.length);
  const conceal = (start: number, end: number) => {
    for (let at = start; at < end; at++) looks[at]! |= CONCEALED;
  };
  for (const { start, end } of concealedRanges(text, words)) conceal(start, end);
  // Half of what has to be covered may stand before the cut.
  if (cut) conceal(Math.max(0, text.length - Math.max(LONGEST_NUMBER, ...lengths(words))), text.length);
  for (const { range } of findWords(text, [...new Set(marked.map((hit) => hit.text))]))
    for (let at = range.start; at < range.end; at++) looks[at]! |= MARKED;
  return rebuild(nodes, text, looks);
}

/** Blanks in between may make a text longer than the words in it. */
function lengths(words: readonly string[]): number[] {
  return words.map((word) => 2 * word.length);
}

/** All text in one; a line feed at the beginning and end of each paragraph and cell. */
function textOf(nodes: readonly Tree<string>[]): string {
  return nodes
    .map((node) => {
      if (typeof node === "string") return node;
      const inside = textOf(node.children);
      return INLINE.has(node.tag) ? inside : `\n${inside}\n`;
    })
    .join("");
}

/** The tree again, from the text that `textOf` made of it. */
function rebuild(nodes: readonly Tree<string>[], text: string, looks: Uint8Array): Tree<PreviewText>[] {
  let next = 0;
  const visit = (node: Tree<string>): Tree<PreviewText>[] => {
    if (typeof node === "string") {
      const start = next;
      next += node.length;
      return runs(text, looks, start, next);
    }
    const edge = INLINE.has(node.tag) ? 0 : 1;
    next += edge;
    const children = node.children.flatMap(visit);
    next += edge;
    return [{ tag: node.tag, children }];
  };
  return nodes.flatMap(visit);
}

/** Pieces of the text that look the same. */
function runs(text: string, looks: Uint8Array, start: number, end: number): PreviewText[] {
  const pieces: PreviewText[] = [];
  for (let from = start; from < end; ) {
    let to = from + 1;
    while (to < end && looks[to] === looks[from]) to++;
    const piece = text.slice(from, to);
    const look = looks[from]!;
    pieces.push({
      text: (look & CONCEALED ? maskWhole : asMasked)(piece),
      marked: (look & MARKED) !== 0,
    });
    from = to;
  }
  return pieces;
}
