/** The library's front door. */
export { createDetector, type Detector } from "./detect/index.ts";
export { loadRuleSet } from "./dictionary/load.ts";
export { type Discovery, discover } from "./discover/discover.ts";
export { UserError } from "./errors.ts";
export type * from "./model/index.ts";
export { reviewFile, type Source, type Tools } from "./review.ts";
export { type Settings, type SweepOptions, sweep } from "./sweep/index.ts";
export { LANGS, type Lang, type Wording, wording } from "./wording/index.ts";
