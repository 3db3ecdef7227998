import type { Trie } from "./trie.ts";

/** Where every node of a trie lives in the double array. */
export interface Packing {
  /** Number of cells. */
  readonly size: number;
  /** Node → its cell; the root keeps cell 0. */
  readonly cell: Int32Array;
  /** Node → the cell its children are counted from: a child lives at `base + code`. 0 for a node without children. */
  readonly base: Int32Array;
}

/**
 * Finds each family of children a place where all of them fall on free cells. Large families go first, while there is room; families
 * of one fill the holes that are left, so that hardly a cell stays empty.
 * @param codes of the units, all below `alphabet`
 */
export function pack(trie: Trie, codes: Uint16Array, alphabet: number): Packing {
  const { first, unit } = trie;
  const cell = new Int32Array(trie.size);
  const base = new Int32Array(trie.size);
  const cells = freeCells(trie.size + alphabet);
  cells.take(0);
  let end = 1;
  let magnitude = 0;
  let from = 0;
  for (const node of byFamily(trie)) {
    const family = unit.subarray(first[node]!, first[node + 1]!);
    const lowest = family.reduce((low, one) => Math.min(low, codes[one]!), alphabet);
    // One sweep over the free cells for all families of about one size: where one did not fit, the next hardly will.
    if (Math.clz32(family.length) !== magnitude) from = 0;
    magnitude = Math.clz32(family.length);
    let at = cells.next(Math.max(from, lowest));
    while (!fits(family, at - lowest)) at = cells.next(at + 1);
    from = at;
    base[node] = at - lowest;
    for (let child = first[node]!; child < first[node + 1]!; child += 1) {
      const home = at - lowest + codes[unit[child]!]!;
      cells.take(home);
      cell[child] = home;
      end = Math.max(end, home + 1);
    }
  }
  // With room for one alphabet behind the last cell, no step leaves the array whatever it reads.
  return { size: end + alphabet, cell, base };

  function fits(family: Uint16Array, place: number): boolean {
    for (let i = 0; i < family.length; i += 1) if (!cells.isFree(place + codes[family[i]!]!)) return false;
    return true;
  }
}

/** The nodes that have children, those with most of them first. */
function byFamily({ size, first }: Trie): Uint32Array {
  const family = (node: number) => first[node + 1]! - first[node]!;
  const parents = Uint32Array.from({ length: size }, (_, node) => node).filter((node) => family(node) > 0);
  return parents.sort((a, b) => family(b) - family(a) || a - b);
}

/** The cells still free. A taken one points ahead, and every look along the pointers shortens them. */
function freeCells(expected: number) {
  let ahead = Int32Array.from({ length: expected * 2 }, (_, cell) => cell);

  function reach(cell: number): void {
    if (cell < ahead.length) return;
    const known = ahead;
    ahead = Int32Array.from({ length: cell * 2 }, (_, at) => known[at] ?? at);
  }

  return {
    isFree: (cell: number) => cell >= ahead.length || ahead[cell] === cell,
    take(cell: number): void {
      reach(cell + 1);
      ahead[cell] = cell + 1;
    },
    /** The first free cell at or after this one. */
    next(cell: number): number {
      reach(cell);
      let at = cell;
      while (ahead[at] !== at) {
        reach(ahead[at]!);
        ahead[at] = ahead[ahead[at]!]!;
        at = ahead[at]!;
      }
      return at;
    },
  };
}
