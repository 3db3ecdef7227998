/**
 * A set of words as one machine that finds them all in one pass (Aho & Corasick, 1975), packed into typed arrays as a double array
 * (Aoe, 1989).
 *
 * Every prefix of a word is a state, named by its cell. A cell is four numbers side by side, so that one step touches one stretch
 * of memory:
 *
 *     BASE    reading a unit leads to cell `BASE + codes[unit]` …
 *     CHECK   … if that cell says it was reached from here; a free cell says -1
 *     FAIL    where to try again otherwise: the longest proper suffix of this prefix that is itself a prefix
 *     OUT     the longest word that ends here, as its number + 1; 0: none
 *
 * `shorter` chains that word to the ones that end at the same place inside it. Most text leaves the machine in its first state:
 * there one lookup in `root` takes the place of the whole step.
 */
export interface Automaton {
  readonly cells: Int32Array;
  /** UTF-16 unit → number of the unit among those that occur in words, the frequent ones first; 0: in no word. */
  readonly codes: Uint16Array;
  /** UTF-16 unit → state after reading it in the first state. */
  readonly root: Int32Array;
  /** Number of a word → the next shorter word that is a suffix of it, as its number + 1; 0: none. */
  readonly shorter: Int32Array;
  /** Number of a word → its length in UTF-16 units. */
  readonly lengths: Int32Array;
}

/** UTF-16 has so many different units. */
export const UNITS = 0x1_0000;

/** Width of a cell, and its fields. They stand in the file of the hot loop: a constant of another module is slower to read. */
export const CELL = 4;
export const BASE = 0;
export const CHECK = 1;
export const FAIL = 2;
export const OUT = 3;

/** The first state: nothing read that begins a word. */
export const ROOT = 0;

/** Told the number of a word and the half-open range [start, end) where it stands. */
export type OnWord = (word: number, start: number, end: number) => void;

/**
 * Every occurrence, overlapping ones too, of every word within [from, to) of a text: by increasing end, and of one end the longest
 * first. The cost is linear in the length of the range and the number of occurrences, however many words there are: each step back
 * along FAIL takes back a step ahead.
 */
export function scan(automaton: Automaton, text: string, from: number, to: number, onWord: OnWord): void {
  const { cells, root, shorter, lengths } = automaton;
  let state = ROOT;
  for (let at = from; at < to; at += 1) {
    const unit = text.charCodeAt(at);
    state = state === ROOT ? root[unit]! : step(automaton, state, unit);
    if (state === ROOT) continue;
    for (let out = cells[state * CELL + OUT]!; out !== 0; out = shorter[out - 1]!)
      onWord(out - 1, at + 1 - lengths[out - 1]!, at + 1);
  }
}

/** The state after reading a unit: the longest prefix of a word that the text now ends with. */
export function step({ cells, codes, root }: Automaton, state: number, unit: number): number {
  const code = codes[unit]!;
  if (code === 0) return ROOT;
  for (let known = state; known !== ROOT; known = cells[known * CELL + FAIL]!) {
    const next = cells[known * CELL + BASE]! + code;
    if (cells[next * CELL + CHECK] === known) return next;
  }
  return root[unit]!;
}
