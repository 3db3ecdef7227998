import nodejieba from "nodejieba";
import { endOffsets, type Segmenter, wordsToTeach } from "./segmenter.ts";

/**
 * jieba in C++, an optional package. It has one dictionary per process, shared by all who open it. Words are only inserted: a user
 * dictionary file that is missing or malformed would abort the process or be ignored without a word.
 */
export function createNodejieba(name: string): Segmenter {
  const cut = (text: string) => nodejieba.cut(text);
  // The first cut loads the dictionary, once per process; `load` would drop the words inserted so far.
  cut("");
  return {
    name,
    cut: (text) => endOffsets(cut(text)),
    addWords(words) {
      for (const word of wordsToTeach(words, cut)) nodejieba.insertWord(word);
    },
  };
}
