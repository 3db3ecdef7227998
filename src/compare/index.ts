export { compareOfficial, type OfficialCompared, type Sentence, sentencesOf } from "./official.ts";
export { compareVersions, type Placed, type Version, type VersionsCompared } from "./versions.ts";
