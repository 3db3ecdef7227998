import { RADICAL_PAIRS } from "./radicals.ts";
import { TRADITIONAL_PAIRS } from "./traditional.ts";

const LINE_END = /[\n\r\f\v\u0085\u2028\u2029]/;
const INVISIBLE = /[\p{Cc}\p{Cf}\p{Variation_Selector}\p{Default_Ignorable_Code_Point}]/u;
const WIDE_SPACE = /[\u2001\u2003\u3000]/;
/** U+2800, the empty braille cell, is a space to the eye. */
const SPACE = /[\p{Zs}\u2800]/u;
const STAR = /[★☆✩✪✫✬✭✮✯✰⋆⭐⭑⭒🌟*＊∗⁎✱﹡✦✧✶✷✸✹✺✻✼✽❂❇❈❉❊❋⚝٭⍟⁂※]/u;
/** NFKC would make ASCII of these; the rules are written with the Chinese ones. */
const WIDE_PUNCTUATION = /[，；：！？（）]/;
const VERTICAL_OR_SMALL = /[\uFE10-\uFE1F\uFE30-\uFE6F]/;
/** ⑩ → 10, ㈠ → (一), ⒈ → 1., ㎡ → m2; not … → ... */
const WORD_LIKE = /^(?=.*[\p{L}\p{Nd}])[\p{L}\p{Nd}().]{2,6}$/u;
/** Circled numbers that NFKC leaves alone: first code point, how many, the number it stands for. */
const CIRCLED = [
  [0x24eb, 10, 11],
  [0x24f5, 10, 1],
  [0x24ff, 1, 0],
  [0x2776, 10, 1],
  [0x2780, 10, 1],
  [0x278a, 10, 1],
] as const;

/** Forms of a character that neither table has and people still write. */
const VARIANT_PAIRS = "宻密";

const EQUIVALENTS = new Map<string, string>();
for (const pair of `${RADICAL_PAIRS} ${TRADITIONAL_PAIRS} ${VARIANT_PAIRS}`.trim().split(/\s+/))
  EQUIVALENTS.set(pair[0]!, pair[1]!);

/**
 * What one character (one code point) folds to: nothing, itself, or what it stands for. A narrow space comes back as U+0020, one as
 * wide as a Han character as U+3000, any line end as \n, half a surrogate pair as U+FFFD. Folding the answer changes nothing.
 */
export function foldCharacter(char: string): string {
  if (char === "\t") return char;
  if (LINE_END.test(char)) return "\n";
  if (INVISIBLE.test(char)) return "";
  if (WIDE_SPACE.test(char)) return "\u3000";
  if (SPACE.test(char)) return " ";
  if (STAR.test(char)) return "★";
  if (WIDE_PUNCTUATION.test(char)) return char;
  const meant = equivalent(char);
  return meant === char ? char : [...meant].map(foldCharacter).join("");
}

function equivalent(char: string): string {
  return EQUIVALENTS.get(char) ?? circledNumber(char) ?? compatible(char);
}

function circledNumber(char: string): string | undefined {
  const code = char.codePointAt(0)!;
  const range = CIRCLED.find(([first, count]) => code >= first && code < first + count);
  return range && String(range[2] + code - range[0]);
}

function compatible(char: string): string {
  if (/\p{Cs}/u.test(char)) return "\uFFFD";
  const form = char.normalize("NFKC");
  if (VERTICAL_OR_SMALL.test(char) && /^[,;:!?()]$/.test(form)) {
    return String.fromCharCode(form.charCodeAt(0) - 0x20 + 0xff00);
  }
  const single = form.length === String.fromCodePoint(form.codePointAt(0)!).length;
  return single || WORD_LIKE.test(form) ? form : char;
}
