import type { TextBlock } from "../model/document.ts";
import type { Hit } from "../model/finding.ts";
import type { Rule } from "../model/rule.ts";
import type { Story, View } from "../normalise/story.ts";
import { findCatalogues } from "./catalogue.ts";
import { findChannels } from "./channel.ts";
import { checksumMatcher } from "./checksum.ts";
import { contextRefusal } from "./context.ts";
import { countRules } from "./count.ts";
import { documentNumberMatcher } from "./document-number.ts";
import { groupMatcher } from "./group.ts";
import { markMatcher } from "./mark.ts";
import type { CrossesInside, LineMatcher, Match, Matcher, ScanLine } from "./matcher.ts";
import { keepOneOfEach } from "./overlap.ts";
import { patternMatcher } from "./pattern.ts";
import { placeMatcher } from "./place.ts";
import { propertyMatcher } from "./property.ts";
import { proximityMatcher } from "./proximity.ts";
import { toSections } from "./section.ts";
import { termMatcher } from "./term.ts";

export type { CrossesInside } from "./matcher.ts";

/** Finds every place where a rule fires in a document. */
export interface Detector {
  /** Whether a listed word stands in these texts, so that `find` will ask where words begin and end. */
  readonly asksForWords: (stories: readonly Story[]) => boolean;
  readonly find: (
    blocks: readonly TextBlock[],
    stories: readonly Story[],
    crossesInside: CrossesInside | null,
  ) => Hit[];
}

/** Compiles the rules once; the detector can then be used for any number of documents. */
export function createDetector(rules: readonly Rule[], findingsPerRule: number): Detector {
  const matchers = rules.flatMap((rule) => toMatcher(rule) ?? []);
  const words = rules.flatMap((rule) =>
    (rule.kind === "term" || rule.kind === "list") && rule.boundary !== "none" ? rule.terms : [],
  );
  return {
    asksForWords: (stories) =>
      stories.some(({ printed, joined }) =>
        words.some((word) => printed.text.includes(word) || joined.text.includes(word)),
      ),
    find(blocks, stories, crossesInside) {
      const hits = stories.flatMap((story) => [
        ...scan(story, story.printed, matchers, crossesInside),
        ...scan(story, story.joined, matchers, crossesInside),
      ]);
      const distinct = findCatalogues(keepOneOfEach(hits));
      return countRules([...distinct, ...findChannels(rules, blocks)], rules, findingsPerRule);
    },
  };
}

/** AXIS 2: one matcher for each kind of rule. A hidden channel needs no text and is found apart. */
function toMatcher(rule: Rule): Matcher | null {
  switch (rule.kind) {
    case "term":
      return termMatcher(rule);
    case "pattern":
      return patternMatcher(rule);
    case "mark":
      return markMatcher(rule);
    case "place":
      return placeMatcher(rule);
    case "group":
      return groupMatcher(rule);
    case "checksum":
      return checksumMatcher(rule);
    case "document-number":
      return documentNumberMatcher(rule);
    case "proximity":
      return proximityMatcher(rule);
    case "property":
      return propertyMatcher(rule);
    case "list":
      return termMatcher(rule);
    case "channel":
      return null;
  }
}

function scan(
  story: Story,
  view: View,
  matchers: readonly Matcher[],
  crossesInside: CrossesInside | null,
): Hit[] {
  const wanted = matchers.filter(({ rule }) => !rule.where || rule.where.includes(story.part));
  return toSections(story, view).flatMap((section) =>
    wanted.flatMap((matcher) =>
      [...matchesIn(section, matcher, crossesInside)]
        .filter(({ line, match }) => !match.refused && !contextRefusal(matcher.rule, line, match))
        .map(({ line, match }) => toHit(matcher.rule, line, match, story, view)),
    ),
  );
}

function* matchesIn(
  section: readonly ScanLine[],
  matcher: Matcher,
  crossesInside: CrossesInside | null,
): Generator<{ readonly line: ScanLine; readonly match: Match }> {
  if (matcher.scope === "section") {
    for (const { line, match } of matcher.match(section)) yield { line: section[line]!, match };
    return;
  }
  for (const line of section)
    if (anchored(matcher, line))
      for (const match of matcher.match(line, crossesInside)) yield { line, match };
}

function anchored({ anchors }: LineMatcher, { text }: ScanLine): boolean {
  return anchors.length === 0 || anchors.some((anchor) => text.includes(anchor));
}

function toHit(rule: Rule, line: ScanLine, match: Match, story: Story, view: View): Hit {
  const start = line.start + match.start;
  const end = line.start + match.end;
  const place = view.place(start, end);
  return {
    ruleId: rule.id,
    category: rule.category,
    severity: match.severity ?? rule.severity,
    block: place.block,
    range: { start: place.start, end: place.end },
    text: place.text,
    folded: line.text.slice(match.start, match.end),
    part: story.part,
    channel: story.channel,
    location: place.location,
    paint: story.paint,
    ...(match.reason ? { reason: match.reason } : {}),
    ...(match.mark ? { mark: match.mark } : {}),
  };
}
