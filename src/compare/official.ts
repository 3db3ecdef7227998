import type { Location, Part } from "../model/document.ts";
import type { Story } from "../normalise/story.ts";

/** A sentence a reader sees, and where. */
export interface Sentence {
  readonly text: string;
  readonly location: Location;
  readonly part: Part;
  /** Letters and digits only: another setting or other punctuation is the same wording. */
  readonly letters: string;
}

export interface OfficialCompared {
  /** How many sentences are word for word in the official text. */
  readonly same: number;
  /** Sentences that differ from one of the official text, and which. */
  readonly differing: readonly { readonly quoted: Sentence; readonly official: Sentence }[];
  /** Sentences nothing in the official text is like: one's own, or what was never published. */
  readonly absent: readonly Sentence[];
  /** How many sentences of the official text were not quoted. */
  readonly notQuoted: number;
}

const SENTENCE = /[^。！？!?；;\n\t]+/gu;
const SHORTEST = 4;
/** Two sentences are versions of one where they share so many pairs of letters (Sørensen–Dice). */
const ALIKE = 0.5;
/** A pair of letters in more sentences than these says nothing. */
const MOST_WITH_PAIR = 64;
const BODY: ReadonlySet<string> = new Set(["body", "table", "textbox", "footnote", "endnote"]);

/** The sentences of a paper in reading order, hard line breaks undone. */
export function sentencesOf(stories: readonly Story[]): Sentence[] {
  const sentences: Sentence[] = [];
  for (const { part, channel, paint, joined } of stories) {
    if (channel !== null || paint || !BODY.has(part)) continue;
    for (const { 0: text, index } of joined.text.matchAll(SENTENCE)) {
      const letters = text.replace(/[^\p{L}\p{N}]/gu, "");
      if (letters.length < SHORTEST) continue;
      const { location } = joined.place(index, index + text.length);
      sentences.push({ text: text.trim(), location, part, letters });
    }
  }
  return sentences;
}

/** Whether a quoted paper is the published version: 公开使用中央文件时，使用公开发布的同一版本. */
export function compareOfficial(
  quoted: readonly Sentence[],
  official: readonly Sentence[],
): OfficialCompared {
  const published = new Set(official.map(({ letters }) => letters));
  const isPublished = containment(official);
  const nearest = createNearest(official);
  const differing: { quoted: Sentence; official: Sentence }[] = [];
  const absent: Sentence[] = [];
  let same = 0;
  for (const sentence of quoted) {
    if (published.has(sentence.letters) || isPublished(sentence.letters)) {
      same += 1;
      continue;
    }
    const like = nearest(sentence.letters);
    if (like) differing.push({ quoted: sentence, official: like });
    else absent.push(sentence);
  }
  const own = new Set(quoted.map(({ letters }) => letters));
  return { same, differing, absent, notQuoted: official.filter(({ letters }) => !own.has(letters)).length };
}

/** Whether a piece stands word for word inside a sentence: a clause may be quoted by itself. */
function containment(official: readonly Sentence[]): (letters: string) => boolean {
  const byHead = new Map<string, { readonly letters: string; readonly at: number }[]>();
  for (const { letters } of official)
    for (let at = 0; at + SHORTEST <= letters.length; at += 1) {
      const head = letters.slice(at, at + SHORTEST);
      const places = byHead.get(head);
      if (!places) byHead.set(head, [{ letters, at }]);
      else if (places.length < MOST_WITH_PAIR) places.push({ letters, at });
    }
  return (piece) =>
    (byHead.get(piece.slice(0, SHORTEST)) ?? []).some(({ letters, at }) => letters.startsWith(piece, at));
}

function createNearest(official: readonly Sentence[]): (letters: string) => Sentence | null {
  const withPair = new Map<string, number[]>();
  const sizes = official.map(({ letters }) => pairsOf(letters).size);
  official.forEach(({ letters }, index) => {
    for (const pair of pairsOf(letters)) {
      const places = withPair.get(pair);
      if (places) places.push(index);
      else withPair.set(pair, [index]);
    }
  });
  return (letters) => {
    const pairs = pairsOf(letters);
    const [best, shared] = most(countShared(pairs, withPair));
    if (best === null) return null;
    return (2 * shared) / (pairs.size + sizes[best]!) >= ALIKE ? official[best]! : null;
  };
}

/** How many pairs each official sentence shares with these. */
function countShared(pairs: ReadonlySet<string>, withPair: ReadonlyMap<string, readonly number[]>) {
  const shared = new Map<number, number>();
  for (const pair of pairs) {
    const places = withPair.get(pair) ?? [];
    if (places.length > MOST_WITH_PAIR) continue;
    for (const index of places) shared.set(index, (shared.get(index) ?? 0) + 1);
  }
  return shared;
}

function most(shared: ReadonlyMap<number, number>): [number | null, number] {
  let [best, count]: [number | null, number] = [null, 0];
  for (const [index, own] of shared) if (own > count) [best, count] = [index, own];
  return [best, count];
}

function pairsOf(letters: string): Set<string> {
  const pairs = new Set<string>();
  for (let at = 0; at + 2 <= letters.length; at += 1) pairs.add(letters.slice(at, at + 2));
  return pairs;
}
