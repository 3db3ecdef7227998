import type { PreviewRefusal, Totals, Verdict } from "../model/index.ts";

/** Headings and sentences of the reports. */
export interface ReportPhrases {
  readonly title: string;
  readonly subtitle: string;
  readonly unit: string;
  readonly date: string;
  readonly scope: string;
  readonly conclusion: string;
  readonly counts: string;
  /** `found = examined + …` in words. */
  readonly found: string;
  readonly members: string;
  readonly imagesUnread: string;
  readonly accepted: string;
  readonly nextSteps: string;
  /** What to do now, in order, from the totals of the run. */
  readonly steps: (totals: Totals) => readonly string[];
  readonly overview: string;
  readonly file: string;
  readonly status: string;
  readonly state: string;
  readonly findings: string;
  readonly suggestion: string;
  readonly noSuggestion: string;
  readonly referTo: string;
  readonly reasons: string;
  readonly anatomy: string;
  readonly anatomyAbsent: string;
  readonly notices: string;
  readonly place: string;
  readonly excerpt: string;
  readonly basis: string;
  readonly advice: string;
  readonly category: string;
  readonly severity: string;
  readonly message: string;
  readonly hiddenContent: string;
  readonly viaOcr: string;
  readonly container: string;
  readonly kind: string;
  readonly rule: string;
  readonly pages: (count: number) => string;
  readonly bytes: (count: number) => string;
  readonly times: (count: number) => string;
  readonly more: (count: number) => string;
  readonly notListed: (count: number) => string;
  readonly acceptedBy: (reviewer: string, date: string, reason: string) => string;
  /** The reason of 主动公开: the paper says so itself, and nothing speaks against it. */
  readonly statedOpen: string;
  /** Added to an opinion where accepted findings do not count in it. */
  readonly notCounted: (accepted: number) => string;
  readonly baseline: string;
  /** The baseline of the run, how many of its entries accept nothing, and how many findings were accepted. */
  readonly baselineUsed: (file: string, entries: number, invalid: number, accepted: number) => string;
  readonly expires: (date: string) => string;
  /** Headings of the groups of files, worst known first. */
  readonly group: Readonly<Record<FileGroup, string>>;
  readonly groupNote: Readonly<Record<FileGroup, string>>;
  readonly filter: string;
  readonly search: string;
  readonly all: string;
  readonly reset: string;
  /** `{shown}` and `{total}` are filled in by the page's script. */
  readonly shown: string;
  readonly alwaysShown: string;
  readonly furtherPlaces: (count: number) => string;
  readonly reviewer: string;
  readonly exportDecisions: string;
  readonly expandAll: string;
  readonly collapseAll: string;
  /** `{count}` is filled in by the page's script. */
  readonly decided: string;
  readonly reviewerMissing: string;
  readonly reasonMissing: string;
  readonly decision: string;
  readonly verdict: Readonly<Record<Verdict, string>>;
  readonly opinion: string;
  readonly reason: string;
  readonly decide: string;
  readonly giveOpinion: string;
  readonly preview: string;
  readonly previewRefused: Readonly<Record<PreviewRefusal, string>>;
  /** Alternative text of a picture, from its place. */
  readonly previewOf: (place: string) => string;
  readonly previewPages: string;
  readonly previewOmitted: (count: number) => string;
  readonly previewText: string;
  readonly previewCut: string;
  readonly signatures: string;
  readonly signers: readonly string[];
  readonly signedOn: string;
  readonly limits: string;
  /** What the tool cannot see, one sentence each. */
  readonly blindSpots: readonly string[];
  readonly keep: string;
  readonly particulars: string;
  readonly tool: string;
  readonly segmenter: string;
  readonly rules: string;
  readonly ruleCount: (count: number) => string;
  /** Heading of the rules somebody switched off or weighed otherwise, and one line for each. */
  readonly ruleChanges: string;
  readonly ruleChange: (id: string, severity: string | null, reason: string) => string;
  readonly config: string;
  readonly none: string;
  readonly startedAt: string;
  readonly finishedAt: string;
  readonly thresholds: string;
}

/** Files are told in this order: what nobody has read comes before what was found. */
export const FILE_GROUPS = ["unread", "doubtful", "quiet", "skipped"] as const;
export type FileGroup = (typeof FILE_GROUPS)[number];
