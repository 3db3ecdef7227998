import { buildAutomaton } from "../../../src/detect/automaton/build.ts";
import { type Automaton, scan } from "../../../src/detect/automaton/scan.ts";

/** Numbers in [0, below), the same ones every time. */
export function randomNumbers(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 0x1_0000_0000) * below);
  };
}

export function randomText(random: (below: number) => number, alphabet: string, length: number): string {
  return Array.from({ length }, () => alphabet.charAt(random(alphabet.length))).join("");
}

/** `word:start-end` of every occurrence, in the order in which they are told. */
export function occurrences(automaton: Automaton, text: string, from = 0, to = text.length): string[] {
  const found: string[] = [];
  scan(automaton, text, from, to, (word, start, end) => found.push(`${word}:${start}-${end}`));
  return found;
}

export function find(words: readonly string[], text: string): string[] {
  return occurrences(buildAutomaton(words), text);
}
