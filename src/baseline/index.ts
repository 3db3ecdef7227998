export { type Accepted, type Answer, accept, type Choice } from "./accept.ts";
export { createFingerprints, fingerprintSecret, keyName, type OpenFingerprint } from "./fingerprint.ts";
export { type Acceptance, type OpenBaseline, openBaseline } from "./open.ts";
export { type Acceptable, readSource } from "./sources.ts";
export {
  appendEntries,
  type Baseline,
  type BaselineEntry,
  DEFAULT_BASELINE,
  readBaseline,
} from "./store.ts";
