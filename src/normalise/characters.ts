import { foldCharacter } from "./single-character.ts";

/** What `units` says of a UTF-16 unit that goes away, or that becomes several units. Both are control characters, never an answer. */
export const DROPPED = 0;
export const EXPANDED = 1;

/** Kinds of folded units, as the spacing rules see them. */
export const OTHER = 0;
/** Han, kana, ★, Chinese punctuation, brackets: a gap beside these is typesetting, not a word boundary. */
export const DENSE = 1;
export const DIGIT = 2;
export const LINE_FEED = 3;

const DENSE_CHARACTER =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\u3001-\u303F・ー★×〇○，；：！？（）()[\]“”‘’—…·]/u;

/** The folding of every UTF-16 unit, looked up instead of worked out. */
export interface Characters {
  /** The unit it folds to, `DROPPED` or `EXPANDED`. Surrogates are not asked here. */
  readonly units: Uint16Array;
  /** Units of those that are `EXPANDED`. */
  readonly expansions: ReadonlyMap<number, string>;
  /** Kind of each unit of folded text. */
  readonly kinds: Uint8Array;
}

let built: Characters | undefined;

/** The tables, built on first use. */
export function characters(): Characters {
  built ??= build();
  return built;
}

function build(): Characters {
  const units = new Uint16Array(0x10000);
  const kinds = new Uint8Array(0x10000);
  const expansions = new Map<number, string>();
  for (let unit = 0; unit < 0x10000; unit += 1) {
    const char = String.fromCharCode(unit);
    const folded = foldCharacter(char);
    if (folded.length > 1) expansions.set(unit, folded);
    units[unit] = folded.length > 1 ? EXPANDED : folded === "" ? DROPPED : folded.charCodeAt(0);
    kinds[unit] = kindOf(char);
  }
  return { units, expansions, kinds };
}

function kindOf(char: string): number {
  if (char === "\n") return LINE_FEED;
  if (char >= "0" && char <= "9") return DIGIT;
  return DENSE_CHARACTER.test(char) || isHanSurrogate(char) ? DENSE : OTHER;
}

/** High surrogates of planes 2 and 3, where the rarer Han characters live: a pair is asked by its first half. */
function isHanSurrogate(unit: string): boolean {
  return unit >= "\uD840" && unit <= "\uD8BF";
}
