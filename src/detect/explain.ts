import type { Part } from "../model/document.ts";
import type { Rule } from "../model/rule.ts";
import type { Place, Story, View } from "../normalise/story.ts";
import { createEngine, type Candidate as EngineCandidate } from "./engine.ts";
import { type FormFault, formFault } from "./explain-form.ts";
import type { CrossesInside, Match, Refusal, ScanLine } from "./matcher.ts";
import { toSections } from "./section.ts";

export type { FormFault } from "./explain-form.ts";

/** A place where a rule's form fits, whether it stands in the end or not. */
export interface Candidate {
  readonly place: Place;
  readonly part: Part;
  /** The folded line, and the match in it. */
  readonly line: string;
  readonly match: Match;
  /** The clause that does not let it stand. */
  readonly refusal: Refusal | null;
}

/** What a rule made of a text. */
export interface RuleTrace {
  readonly rule: Rule;
  /** Every place where its form fits, once each. */
  readonly candidates: readonly Candidate[];
  /** Where it had a reason to look and nothing fits: what is missing. null: no reason to look, or there are candidates. */
  readonly fault: FormFault | null;
}

/**
 * Runs each rule by itself and keeps what the detector drops: the places a clause refused, and why a form did not fit. Rules that a
 * text does not concern come back with no candidate and no fault.
 */
export function traceRules(
  rules: readonly Rule[],
  stories: readonly Story[],
  crossesInside: CrossesInside | null,
): RuleTrace[] {
  const engine = createEngine(rules, null);
  const found = new Map<string, Candidate[]>(rules.map(({ id }) => [id, []]));
  for (const story of stories)
    for (const view of [story.printed, story.joined])
      for (const one of engine.candidates(story, view, crossesInside))
        found.get(one.rule.id)?.push(toCandidate(one, story.part, view));
  return rules.map((rule) => {
    const candidates = onePerPlace(found.get(rule.id) ?? []);
    return {
      rule,
      candidates,
      fault: candidates.length > 0 ? null : formFault(rule, sectionsOf(rule, stories)),
    };
  });
}

/** The lines the rule looks at. */
function sectionsOf({ where }: Rule, stories: readonly Story[]): ScanLine[][] {
  return stories
    .filter(({ part }) => !where || where.includes(part))
    .flatMap((story) => [story.printed, story.joined].flatMap((view) => toSections(story, view)));
}

function toCandidate({ line, match, refusal }: EngineCandidate, part: Part, view: View): Candidate {
  const place = view.place(line.start + match.start, line.start + match.end);
  return { place, part, line: line.text, match, refusal };
}

/** Both views of a story see most places; one that stands in either view stands. */
function onePerPlace(candidates: readonly Candidate[]): Candidate[] {
  const kept = new Map<string, Candidate>();
  for (const candidate of candidates) {
    const { block, start, end } = candidate.place;
    const key = `${block} ${start} ${end}`;
    if (!kept.has(key) || (kept.get(key)?.refusal && !candidate.refusal)) kept.set(key, candidate);
  }
  return [...kept.values()];
}
