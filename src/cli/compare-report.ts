import type { OfficialCompared, Sentence, VersionsCompared } from "../compare/index.ts";
import { fullLocation, maskName } from "../mask/index.ts";
import type { FileReview, Finding, FullLocation } from "../model/index.ts";
import { EXIT } from "./exit-codes.ts";

/** A file as it was read for comparison. */
export interface ReadFile {
  readonly name: string;
  readonly sha256: string | null;
  /** Whether all of it, and of everything inside it, was read. */
  readonly whole: boolean;
  readonly reviews: readonly FileReview[];
}

/** What `compare --format json` prints: places, counts and masked findings, no text of the documents. */
export interface VersionsReport {
  readonly schema: "secreview-compare/1";
  readonly result: "nothing-left" | "remains" | "incomplete";
  readonly exitCode: number;
  readonly original: FileFacts;
  readonly redacted: FileFacts;
  readonly gone: readonly Finding[];
  readonly remaining: readonly (Finding & { readonly isNew: boolean })[];
  readonly lingering: readonly { readonly channel: string; readonly location: FullLocation }[];
  readonly linesRemoved: number;
  readonly linesAdded: number;
  readonly newChannels: VersionsCompared["newChannels"];
  readonly properties: VersionsCompared["properties"];
}

export interface OfficialReport {
  readonly schema: "secreview-compare-official/1";
  readonly result: "same" | "differs" | "incomplete";
  readonly exitCode: number;
  readonly quoted: FileFacts;
  readonly official: FileFacts;
  readonly same: number;
  readonly differing: readonly { readonly location: FullLocation; readonly official: FullLocation }[];
  readonly absent: readonly { readonly location: FullLocation }[];
  readonly notQuoted: number;
}

export interface FileFacts {
  readonly name: string;
  readonly sha256: string | null;
  readonly whole: boolean;
  /** Why it was not read in full, one sentence each. */
  readonly notices: readonly string[];
}

export function versionsReport(
  compared: VersionsCompared,
  original: ReadFile,
  redacted: ReadFile,
): VersionsReport {
  const { gone, remaining, lingering, linesRemoved, linesAdded, newChannels, properties } = compared;
  const open = remaining.some(({ finding }) => finding.severity !== "info") || lingering.length > 0;
  const result = open ? "remains" : original.whole && redacted.whole ? "nothing-left" : "incomplete";
  return {
    schema: "secreview-compare/1",
    result,
    exitCode: { "nothing-left": EXIT.clean, remains: EXIT.findings, incomplete: EXIT.incomplete }[result],
    original: factsOf(original),
    redacted: factsOf(redacted),
    gone: gone.map(({ finding }) => finding),
    remaining: remaining.map(({ finding, isNew }) => ({ ...finding, isNew })),
    lingering: lingering.map(({ channel, location }) => ({
      channel,
      location: fullLocation(location, null),
    })),
    linesRemoved: linesRemoved.length,
    linesAdded: linesAdded.length,
    newChannels,
    properties: properties.map(({ name, change }) => ({ name: maskName(name), change })),
  };
}

export function officialReport(
  { same, differing, absent, notQuoted }: OfficialCompared,
  quoted: ReadFile,
  official: ReadFile,
): OfficialReport {
  const place = ({ location }: Sentence) => fullLocation(location, null);
  const open = differing.length + absent.length > 0;
  // Nothing to hold against each other is no agreement.
  const read = quoted.whole && official.whole && same > 0;
  const result = open ? "differs" : read ? "same" : "incomplete";
  return {
    schema: "secreview-compare-official/1",
    result,
    exitCode: { same: EXIT.clean, differs: EXIT.findings, incomplete: EXIT.incomplete }[result],
    quoted: factsOf(quoted),
    official: factsOf(official),
    same,
    differing: differing.map((pair) => ({ location: place(pair.quoted), official: place(pair.official) })),
    absent: absent.map((sentence) => ({ location: place(sentence) })),
    notQuoted,
  };
}

function factsOf({ name, sha256, whole, reviews }: ReadFile): FileFacts {
  const notices = reviews
    .filter(({ status }) => status !== "examined")
    .flatMap(({ path, notices: own }) => own.map(({ message }) => `${path}：${message}`));
  return { name: maskName(name), sha256, whole, notices };
}
