import { createFingerprints } from "../baseline/fingerprint.ts";
import { type CrossesInside, createDetector } from "../detect/index.ts";
import { createRestrictedLookup } from "../detect/restricted.ts";
import type { Tools } from "../review.ts";
import { crossesInside, openSegmenter, type Segmenter } from "../segment/index.ts";
import { wording } from "../wording/index.ts";
import type { Settings } from "./messages.ts";

/** What the line needs, made from settings that may have crossed a process boundary. */
export function createTools(settings: Settings, onPages: (pages: number) => void): Tools {
  let words: Promise<CrossesInside> | undefined;
  return {
    detector: createDetector(settings.rules, settings.limits.findingsPerRule, settings.cacheDir),
    openWords: () => (words ??= openWords(settings)),
    rules: new Map(settings.rules.map((rule) => [rule.id, rule])),
    office: settings.office,
    restricted: settings.restricted && createRestrictedLookup(settings.restricted),
    fingerprints: settings.fingerprintSecret === null ? null : createFingerprints(settings.fingerprintSecret),
    previews: settings.previews,
    limits: settings.limits,
    today: settings.today,
    context: settings.context,
    wording: wording(settings.lang),
    onPages,
  };
}

async function openWords(settings: Settings): Promise<CrossesInside> {
  const segmenter = await openTaughtSegmenter(settings);
  return (line, start, end, whole) => crossesInside(segmenter, line, start, end, whole);
}

/** The segmenter, taught every listed word of the rules. */
export async function openTaughtSegmenter({
  segmenter: engine,
  rules,
}: Pick<Settings, "segmenter" | "rules">): Promise<Segmenter> {
  const segmenter = await openSegmenter(engine);
  segmenter.addWords(rules.flatMap((rule) => ("terms" in rule ? rule.terms : [])));
  return segmenter;
}
