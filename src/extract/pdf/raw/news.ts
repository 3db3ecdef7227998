import type { TextBlock } from "../../../model/document.ts";
import { lettersOf } from "../../letters.ts";

/** Searches of all the text are dear: past this many, a text that is no whole block already told counts as news. */
const SEARCHES = 2_000;

/** Tells texts apart that were told already, alone or inside a longer one, whatever their spacing. */
export function newsOf(told: readonly TextBlock[]): { isNews: (text: string) => boolean } {
  const letters = told.map(({ text }) => lettersOf(text));
  const known = new Set(letters);
  const all = letters.join("\n");
  let searches = SEARCHES;
  return {
    isNews(text) {
      const own = lettersOf(text);
      if (own === "" || known.has(own)) return false;
      known.add(own);
      return searches-- <= 0 || !all.includes(own);
    },
  };
}
