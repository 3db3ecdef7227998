import type { TextBlock } from "../model/document.ts";
import type { Hit } from "../model/finding.ts";
import type { Rule } from "../model/rule.ts";
import type { Story, View } from "../normalise/story.ts";
import { findCatalogues } from "./catalogue.ts";
import { findChannels } from "./channel.ts";
import { countRules } from "./count.ts";
import { findDeclassified } from "./declassified.ts";
import { type Candidate, createEngine } from "./engine.ts";
import { withoutExcused } from "./excuse.ts";
import type { CrossesInside } from "./matcher.ts";
import type { Meter } from "./meter.ts";
import { keepOneOfEach } from "./overlap.ts";

export type { CrossesInside } from "./matcher.ts";
export { type Meter, startMeter } from "./meter.ts";

/** Finds every place where a rule fires in a document. */
export interface Detector {
  /** Whether a listed word stands in these texts, so that `find` will ask where words begin and end. */
  readonly asksForWords: (stories: readonly Story[]) => boolean;
  readonly find: (
    blocks: readonly TextBlock[],
    stories: readonly Story[],
    crossesInside: CrossesInside | null,
    /** Stops rules that take too long over this document. */
    meter?: Meter,
  ) => Hit[];
}

/**
 * Compiles the rules once; the detector can then be used for any number of documents.
 * @param cacheDir where what long word lists compile to is kept; null: nowhere
 */
export function createDetector(
  rules: readonly Rule[],
  findingsPerRule: number,
  cacheDir: string | null = null,
): Detector {
  const engine = createEngine(rules, cacheDir);
  return {
    asksForWords: engine.asksForWords,
    find(blocks, stories, crossesInside, meter) {
      const hits = stories.flatMap((story) =>
        [story.printed, story.joined].flatMap((view) =>
          [...engine.candidates(story, view, crossesInside, meter)]
            .filter(({ refusal }) => refusal === null)
            .map((candidate) => toHit(candidate, story, view)),
        ),
      );
      const distinct = findDeclassified(findCatalogues(keepOneOfEach(hits)), blocks);
      const standing = withoutExcused(distinct, rules, stories);
      return countRules([...standing, ...findChannels(rules, blocks)], rules, findingsPerRule);
    },
  };
}

function toHit({ rule, line, match }: Candidate, story: Story, view: View): Hit {
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
