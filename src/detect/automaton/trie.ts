/**
 * The prefixes of a set of words as a tree, in plain arrays.
 *
 * Nodes are numbered breadth first: node 0 is the empty prefix, the children of a node are neighbours (`first[node]` up to
 * `first[node + 1]`), and every node comes after all shorter prefixes. No pointers, no lists, and work that needs shorter prefixes
 * done before longer ones is a simple loop.
 */
export interface Trie {
  readonly size: number;
  /** Node → its first child; one entry more than nodes, so that the last node's children end too. */
  readonly first: Int32Array;
  readonly parent: Int32Array;
  /** Node → the unit that leads to it from its parent. */
  readonly unit: Uint16Array;
  /** Node → the word that it is, as its number + 1; 0: only a prefix. */
  readonly word: Int32Array;
}

/** @param words different from each other and not empty */
export function buildTrie(words: readonly string[]): Trie {
  const sorted = Uint32Array.from(words.keys()).sort((a, b) => (words[a]! < words[b]! ? -1 : 1));
  const most = words.reduce((sum, { length }) => sum + length, 1);
  const first = new Int32Array(most + 1);
  const parent = new Int32Array(most);
  const unit = new Uint16Array(most);
  const word = new Int32Array(most);
  // A node is the words that begin with it, which sorting has made neighbours: sorted[from] up to sorted[to].
  const from = new Int32Array(most);
  const to = new Int32Array(most);
  to[0] = sorted.length;
  let size = 1;
  let level = 1;
  for (let node = 0, depth = 0; node < size; node += 1) {
    if (node === level) {
      level = size;
      depth += 1;
    }
    first[node] = size;
    let at = from[node]!;
    // Of words that begin alike, the one that is nothing more sorts first.
    if (words[sorted[at]!]?.length === depth) {
      word[node] = sorted[at]! + 1;
      at += 1;
    }
    while (at < to[node]!) {
      const next = words[sorted[at]!]!.charCodeAt(depth);
      parent[size] = node;
      unit[size] = next;
      from[size] = at;
      while (at < to[node]! && words[sorted[at]!]!.charCodeAt(depth) === next) at += 1;
      to[size] = at;
      size += 1;
    }
  }
  first[size] = size;
  return { size, first, parent, unit, word };
}
