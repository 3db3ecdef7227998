import type { TextBlock } from "../model/document.ts";

/** Tag characters (Unicode 23.9), which nothing shows, but for those that make the flag of a region. */
const HIDDEN_RUN = /(\u{1f3f4})?[\u{e0020}-\u{e007e}]{2,}/gu;
const FIRST_TAG = 0xe0000;

/** ASCII written in tag characters: a text only programs read. One block, the runs line by line. */
export function tagCharacterBlocks(text: string): TextBlock[] {
  if (!text.includes("\udb40")) return [];
  const runs = [...text.matchAll(HIDDEN_RUN)].filter(([, flag]) => flag === undefined);
  if (runs.length === 0) return [];
  const shown = runs.map(([run]) =>
    [...run].map((character) => String.fromCharCode(character.codePointAt(0)! - FIRST_TAG)).join(""),
  );
  const line = text.slice(0, runs[0]!.index).split("\n").length;
  return [{ text: shown.join("\n"), part: "other", channel: "invisible", location: { line } }];
}
