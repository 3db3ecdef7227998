/**
 * Which rules look at which lines. One automaton holds the words of all rules and reads every line once; a rule is asked only where
 * its words stand, or as many digits as it wants. What comes out is what every rule looking at every line would find.
 */
import type { Part } from "../model/document.ts";
import type { Rule } from "../model/rule.ts";
import type { Story, View } from "../normalise/story.ts";
import { openAutomaton } from "./automaton/cache.ts";
import { contextRefusal } from "./context.ts";
import { type Gates, openedBy, toGates } from "./gate.ts";
import { BOUNDED, CONTEXT, heldIn, holds, literalsOf } from "./literals.ts";
import type { CrossesInside, Match, Refusal, ScanLine } from "./matcher.ts";
import { matcherOf } from "./matcher-of.ts";
import { type Meter, UNMETERED } from "./meter.ts";
import { toSections } from "./section.ts";

/** A place where the form of a rule fits. */
export interface Candidate {
  readonly rule: Rule;
  readonly line: ScanLine;
  readonly match: Match;
  /** The clause that does not let it stand. */
  readonly refusal: Refusal | null;
}

export interface Engine {
  /** Whether a listed word stands in these texts whose boundaries matter, so that `candidates` will ask where words begin and end. */
  readonly asksForWords: (stories: readonly Story[]) => boolean;
  /** All that the rules' forms fit in one view of a story, refused or not. */
  readonly candidates: (
    story: Story,
    view: View,
    crossesInside: CrossesInside | null,
    meter?: Meter,
  ) => Iterable<Candidate>;
}

/** @param cacheDir where the automata of long lists are kept; null: nowhere */
export function createEngine(rules: readonly Rule[], cacheDir: string | null): Engine {
  const matchers = rules.flatMap((rule) => matcherOf(rule) ?? []);
  const lineMatchers = matchers.filter((matcher) => matcher.scope === "line");
  const sectionMatchers = matchers.filter((matcher) => matcher.scope === "section");
  const literals = literalsOf(lineMatchers);
  const automaton = openAutomaton(literals.words, cacheDir);
  const gates = new Map<Part, Gates>();

  function gatesOf(part: Part): Gates {
    const known = gates.get(part) ?? toGates(lineMatchers, part);
    gates.set(part, known);
    return known;
  }

  function* inLine(
    line: ScanLine,
    { text }: View,
    crossesInside: CrossesInside | null,
    meter: Meter,
  ): Generator<Candidate> {
    const held = heldIn(literals, automaton, text, line.start, line.start + line.text.length);
    for (const { matcher, index } of openedBy(gatesOf(line.part), line.text, held)) {
      const { rule } = matcher;
      const { roles = 0, anchors = [] } = held.get(index) ?? {};
      const mayBeRefused = rule.near !== undefined || (roles & CONTEXT) !== 0;
      for (const match of meter.timed(rule, () => matcher.match(line, crossesInside, anchors)))
        if (isInside(line, match)) yield toCandidate(rule, line, match, mayBeRefused);
    }
  }

  function* inSection(section: readonly ScanLine[], part: Part, meter: Meter): Generator<Candidate> {
    for (const { rule, match: matchesIn } of sectionMatchers) {
      if (rule.where && !rule.where.includes(part)) continue;
      for (const { line, match } of meter.timed(rule, () => matchesIn(section)))
        if (isInside(section[line]!, match)) yield toCandidate(rule, section[line]!, match, true);
    }
  }

  return {
    asksForWords: (stories) =>
      stories.some(({ printed, joined }) =>
        [printed, joined].some(({ text }) => holds(literals, automaton, text, BOUNDED)),
      ),
    *candidates(story, view, crossesInside, meter = UNMETERED) {
      for (const section of toSections(story, view)) {
        yield* inSection(section, story.part, meter);
        for (const line of section) yield* inLine(line, view, crossesInside, meter);
      }
    },
  };
}

/** What lies wholly in the margin of a window is left to its neighbour. */
function isInside({ inner }: ScanLine, { start, end }: Match): boolean {
  return end > inner.start && start < inner.end;
}

/** @param mayBeRefused whether the line has what the rule's `near` or `allow` could speak of */
function toCandidate(rule: Rule, line: ScanLine, match: Match, mayBeRefused: boolean): Candidate {
  const refusal = match.refused ?? (mayBeRefused ? contextRefusal(rule, line, match) : null);
  return { rule, line, match, refusal };
}
