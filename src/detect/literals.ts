import { type Automaton, scan } from "./automaton/scan.ts";
import type { LineMatcher } from "./matcher.ts";

/** What a word of a rule is to it. A bit each, so that all a line holds for a rule is one number. */
export const ANCHOR = 1;
/** The word of a listed term that must not be cut by a word boundary of the text. */
export const BOUNDED = 2;
/** A word or phrase of `near` or `allow`, which settles whether a match stands but brings none about. */
export const CONTEXT = 4;
/** From here on one bit for each group of `also`. */
const ALSO = 8;
const MOST_ALSO = 24;

/**
 * Every literal of a rule set, each once however many rules say it, and what it is to which of them. Flat: the uses of word `w` are
 * `matcher[i]` and `role[i]` for i from `first[w]` up to `first[w + 1]`.
 */
export interface Literals {
  readonly words: readonly string[];
  readonly first: Uint32Array;
  /** Index of the matcher. */
  readonly matcher: Uint32Array;
  readonly role: Int32Array;
}

export function literalsOf(matchers: readonly LineMatcher[]): Literals {
  const uses = new Map<string, number[]>();
  matchers.forEach((matcher, index) => {
    for (const [role, words] of rolesOf(matcher))
      for (const word of words) {
        const known = uses.get(word);
        if (known) known.push(index, role);
        else uses.set(word, [index, role]);
      }
  });
  // Nothing is no word; a rule that asks for it asks for none (`needsOf`).
  uses.delete("");
  const own = [...uses.values()];
  const first = new Uint32Array(own.length + 1);
  own.forEach(({ length }, word) => {
    first[word + 1] = first[word]! + length / 2;
  });
  const flat = own.flat();
  return {
    words: [...uses.keys()],
    first,
    matcher: Uint32Array.from(flat.filter((_, i) => i % 2 === 0)),
    role: Int32Array.from(flat.filter((_, i) => i % 2 === 1)),
  };
}

/** The roles of which a line must hold a word each before the matcher is worth calling. */
export function needsOf(matcher: LineMatcher): number {
  let needs = 0;
  for (const [role, words] of rolesOf(matcher))
    if (role !== CONTEXT && words.length > 0 && !words.includes("")) needs |= role;
  return needs;
}

function rolesOf({ anchors, also = [], rule }: LineMatcher): [role: number, words: readonly string[]][] {
  const isBounded = (rule.kind === "term" || rule.kind === "list") && rule.boundary !== "none";
  return [
    [isBounded ? ANCHOR | BOUNDED : ANCHOR, anchors],
    [CONTEXT, [...(rule.near ?? []), ...(rule.allow?.contexts ?? []), ...(rule.allow?.phrases ?? [])]],
    ...also.slice(0, MOST_ALSO).map((words, index): [number, readonly string[]] => [ALSO << index, words]),
  ];
}

/** What a line holds for one matcher. */
export interface Held {
  /** Roles of which a word stands there. */
  roles: number;
  /** Where its anchors stand in the line, by increasing end and of one end the longest first. */
  readonly anchors: { readonly start: number; readonly end: number }[];
}

const NOTHING: ReadonlyMap<number, Held> = new Map();

/** What [from, to) of a text holds, by index of the matcher. */
export function heldIn(
  { first, matcher, role }: Literals,
  automaton: Automaton,
  text: string,
  from: number,
  to: number,
): ReadonlyMap<number, Held> {
  let byMatcher: Map<number, Held> | undefined;
  scan(automaton, text, from, to, (word, start, end) => {
    byMatcher ??= new Map();
    for (let use = first[word]!; use < first[word + 1]!; use += 1) {
      let held = byMatcher.get(matcher[use]!);
      if (held === undefined) {
        held = { roles: 0, anchors: [] };
        byMatcher.set(matcher[use]!, held);
      }
      held.roles |= role[use]!;
      if (role[use]! & ANCHOR) held.anchors.push({ start: start - from, end: end - from });
    }
  });
  return byMatcher ?? NOTHING;
}

/** Whether a word of that role stands anywhere in the text. */
export function holds(literals: Literals, automaton: Automaton, text: string, wanted: number): boolean {
  const { first, role } = literals;
  let found = false;
  scan(automaton, text, 0, text.length, (word) => {
    for (let use = first[word]!; !found && use < first[word + 1]!; use += 1)
      found = (role[use]! & wanted) !== 0;
  });
  return found;
}
