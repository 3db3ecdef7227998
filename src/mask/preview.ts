import type { Channel, Finding, Hit, Part, PreviewHits, Range } from "../model/index.ts";
import { longNumbers } from "./text.ts";

/** Findings of these kinds, where they block, keep the whole text back. */
const WITHHOLDING: ReadonlySet<string> = new Set([
  "state-secret",
  "telegram",
  "restricted",
  "work-secret",
  "trade-secret",
]);

/** Whether no more of a file may be shown than its findings say. */
export function isWithheld(hits: readonly Hit[]): boolean {
  return (
    isMarked(hits) || hits.some(({ category, severity }) => severity === "block" && WITHHOLDING.has(category))
  );
}

/**
 * Whether the file may be a secret paper: then its title, 文号, signer and attachments are withheld (洛阳 2013 检查目录 二.7). An expired
 * or misplaced mark is enough, since such a paper has not been declassified by anybody yet.
 */
export function isMarked(hits: readonly Hit[]): boolean {
  return hits.some(
    ({ category, severity }) =>
      (category === "state-secret" && severity !== "info") ||
      (severity === "block" && (category === "telegram" || category === "restricted")),
  );
}

/**
 * Sorts the hits of a file for its preview: personal data and whatever a finding of its text does not spell out is covered, what a finding quotes
 * is pointed at.
 * @param findings in step with the hits
 */
export function previewHits(hits: readonly Hit[], findings: readonly Finding[]): PreviewHits {
  // What a bookmark or property says may well be the title that everybody sees.
  const isConcealed = (hit: Hit, index: number) =>
    hit.category === "personal" || (isShown(hit.part, hit.channel) && findings[index]!.matched !== hit.text);
  return {
    concealed: hits
      .filter(isConcealed)
      .flatMap((hit) => [hit, ...(hit.others ?? [])])
      .filter(({ text }) => text.trim() !== ""),
    marked: hits.filter(isPointedAt),
  };
}

/** Parts of a file that stand in a preview, and channels that hide text where it stands. */
const SHOWN_PARTS: ReadonlySet<Part> = new Set(["body", "table", "textbox", "footnote", "endnote"]);
const HIDDEN_IN_PLACE: ReadonlySet<Channel> = new Set([
  "vanish",
  "same-colour",
  "tiny",
  "covered",
  "unapplied-redaction",
  "invisible",
  "off-page",
  "layer-off",
  "revision-inserted",
]);

/** Whether text of this part and channel can stand in a preview. */
export function isShown(part: Part, channel: Channel | null): boolean {
  return SHOWN_PARTS.has(part) && (channel === null || HIDDEN_IN_PLACE.has(channel));
}

function isPointedAt({ severity, part, channel }: Hit): boolean {
  return severity !== "info" && isShown(part, channel);
}

/**
 * The ranges of a running text that a preview must not show: each of `words` wherever it stands, however it is broken over lines
 * and cells, and long numbers inside a line or cell.
 */
export function concealedRanges(text: string, words: readonly string[]): Range[] {
  return [...findWords(text, words).map(({ range }) => range), ...longNumbers(text)];
}

export interface Occurrence {
  /** Index of the words found. */
  readonly word: number;
  readonly range: Range;
}

/** Every place of each of `words` in a text, blanks and invisible characters left out of account; one may overlap another. */
export function findWords(text: string, words: readonly string[]): Occurrence[] {
  const packed = pack(text);
  return words.flatMap((word, index) => {
    const sought = pack(word).text;
    const found: Occurrence[] = [];
    if (sought === "") return found;
    for (let at = packed.text.indexOf(sought); at >= 0; at = packed.text.indexOf(sought, at + 1)) {
      const range = { start: packed.from[at]!, end: packed.from[at + sought.length - 1]! + 1 };
      found.push({ word: index, range });
    }
    return found;
  });
}

const UNSEEN = /[\s\p{Cf}]/u;

/** The text without blanks, and where each unit of it came from. */
function pack(text: string): { readonly text: string; readonly from: readonly number[] } {
  const from: number[] = [];
  let packed = "";
  for (let at = 0; at < text.length; at++) {
    if (UNSEEN.test(text[at]!)) continue;
    packed += text[at];
    from.push(at);
  }
  return { text: packed, from };
}
