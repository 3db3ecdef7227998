/** Packages that can segment; the first is always installed, the second only where it could be built. */
export const ENGINES = ["@node-rs/jieba", "nodejieba"] as const;
export type Engine = (typeof ENGINES)[number];

/** Cuts Chinese text into words. Loading one costs time and tens of megabytes: open it when a rule first asks. */
export interface Segmenter {
  /** Package and version, as the report names it: `@node-rs/jieba 2.0.2`. */
  readonly name: string;
  /** UTF-16 end offsets of the words of `text`, ascending; the last equals `text.length`. Nothing for an empty text. */
  cut(text: string): readonly number[];
  /** Teaches words that the dictionary would cut. Words with white space in them are left out. */
  addWords(words: Iterable<string>): void;
}

/** End offsets of words that follow each other without a gap. */
export function endOffsets(words: readonly string[]): number[] {
  let end = 0;
  return words.map((word) => {
    end += word.length;
    return end;
  });
}

/** Words worth teaching. A word the engine already keeps whole would only lose its frequency (发电 would fall apart). */
export function wordsToTeach(words: Iterable<string>, cut: (text: string) => readonly string[]): string[] {
  return [...new Set(words)].filter((word) => word !== "" && !/\s/.test(word) && cut(word).length > 1);
}
