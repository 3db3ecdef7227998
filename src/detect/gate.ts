import type { Part } from "../model/document.ts";
import { type Held, needsOf } from "./literals.ts";
import type { LineMatcher } from "./matcher.ts";

/** A matcher and what a line must have before it is called. */
export interface Gate {
  readonly matcher: LineMatcher;
  /** Index of the matcher, under which its words are held. */
  readonly index: number;
  /** Roles of which the line must hold a word each; 0: none. */
  readonly needs: number;
  /** Fewest digits of the line. */
  readonly digits: number;
}

/** The gates of the matchers that look at one part of the document. */
export interface Gates {
  /** By index of the matcher; null: it looks at other parts. */
  readonly all: readonly (Gate | null)[];
  /** Those that need no word. */
  readonly wordless: readonly Gate[];
}

export function toGates(matchers: readonly LineMatcher[], part: Part): Gates {
  const all = matchers.map((matcher, index) => {
    const { where } = matcher.rule;
    return !where || where.includes(part) ? toGate(matcher, index) : null;
  });
  return { all, wordless: all.filter((gate) => gate?.needs === 0) as Gate[] };
}

function toGate(matcher: LineMatcher, index: number): Gate {
  const digits = Math.max(matcher.rule.digits ?? 0, matcher.digits ?? 0);
  return { matcher, index, needs: needsOf(matcher), digits };
}

/** The gates that a line opens, given what it holds for each matcher. */
export function openedBy({ all, wordless }: Gates, text: string, held: ReadonlyMap<number, Held>): Gate[] {
  const opened: Gate[] = [];
  let digits: number | undefined;
  const open = (gate: Gate) => {
    if (gate.digits > 0) digits ??= countDigits(text);
    if (gate.digits <= (digits ?? 0)) opened.push(gate);
  };
  for (const gate of wordless) open(gate);
  for (const [index, { roles }] of held) {
    const gate = all[index];
    if (gate && gate.needs !== 0 && (roles & gate.needs) === gate.needs) open(gate);
  }
  return opened;
}

/** Folding has made every digit an ASCII one. */
function countDigits(text: string): number {
  let count = 0;
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    if (unit >= 0x30 && unit <= 0x39) count += 1;
  }
  return count;
}
