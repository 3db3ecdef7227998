export { type Accepted, accept } from "./accept.ts";
export { createFingerprints, fingerprintSecret, keyName } from "./fingerprint.ts";
export { type OpenBaseline, openBaseline } from "./open.ts";
export { readSource } from "./sources.ts";
export {
  appendEntries,
  type Baseline,
  type BaselineEntry,
  DEFAULT_BASELINE,
  readBaseline,
} from "./store.ts";
