import { type Packing, pack } from "./pack.ts";
import { type Automaton, BASE, CELL, CHECK, FAIL, OUT, ROOT, step, UNITS } from "./scan.ts";
import { buildTrie, type Trie } from "./trie.ts";

/** What a free cell says in CHECK. */
const FREE = -1;

/**
 * The automaton of a set of words, in three steps: the tree of their prefixes, a place for every prefix in the double array, and the
 * links that say where to go on when a prefix does not.
 * @param words different from each other and not empty; an occurrence names a word by its index here
 */
export function buildAutomaton(words: readonly string[]): Automaton {
  const trie = buildTrie(words);
  const { codes, alphabet } = encode(trie);
  const packing = pack(trie, codes, alphabet);
  const automaton: Automaton = {
    cells: toCells(trie, packing),
    codes,
    root: new Int32Array(UNITS),
    shorter: new Int32Array(words.length),
    lengths: Int32Array.from(words, ({ length }) => length),
  };
  for (let child = trie.first[0]!; child < trie.first[1]!; child += 1)
    automaton.root[trie.unit[child]!] = packing.cell[child]!;
  link(automaton, trie, packing);
  return automaton;
}

/** Small codes for the units that lead to many nodes: families then lie close together and pack well. */
function encode({ size, unit }: Trie): { readonly codes: Uint16Array; readonly alphabet: number } {
  const counts = new Map<number, number>();
  for (let node = 1; node < size; node += 1) counts.set(unit[node]!, (counts.get(unit[node]!) ?? 0) + 1);
  const units = [...counts.keys()].sort((a, b) => counts.get(b)! - counts.get(a)! || a - b);
  if (units.length >= UNITS) throw new RangeError("no unit is left to stand for what is in no word");
  const codes = new Uint16Array(UNITS);
  units.forEach((one, rank) => {
    codes[one] = rank + 1;
  });
  return { codes, alphabet: units.length + 1 };
}

function toCells(trie: Trie, { size, cell, base }: Packing): Int32Array {
  const cells = new Int32Array(size * CELL);
  for (let at = CHECK; at < cells.length; at += CELL) cells[at] = FREE;
  for (let node = 0; node < trie.size; node += 1) {
    const at = cell[node]! * CELL;
    cells[at + BASE] = base[node]!;
    if (node > 0) cells[at + CHECK] = cell[trie.parent[node]!]!;
  }
  return cells;
}

/** FAIL and OUT of a prefix rest on those of shorter prefixes, which the breadth-first numbering settles before. */
function link(automaton: Automaton, trie: Trie, { cell }: Packing): void {
  const { cells, shorter } = automaton;
  for (let node = 1; node < trie.size; node += 1) {
    const parent = trie.parent[node]!;
    // What follows a first unit is nothing; what follows a longer prefix is what its own suffix reads next.
    const suffix = cells[cell[parent]! * CELL + FAIL]!;
    const fail = parent === 0 ? ROOT : step(automaton, suffix, trie.unit[node]!);
    const inherited = cells[fail * CELL + OUT]!;
    const word = trie.word[node]!;
    if (word !== 0) shorter[word - 1] = inherited;
    cells[cell[node]! * CELL + FAIL] = fail;
    cells[cell[node]! * CELL + OUT] = word === 0 ? inherited : word;
  }
}
