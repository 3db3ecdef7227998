import type { Part } from "../model/document.ts";
import type { Range } from "../model/finding.ts";
import type { Rule } from "../model/rule.ts";
import type { Severity } from "../model/rule-facts.ts";

/** A line as a matcher sees it: folded text and where it stands. */
export interface ScanLine {
  readonly text: string;
  /** Offset in the view's text. */
  readonly start: number;
  /** Non-blank lines before it since the beginning of its page, document or 附件. */
  readonly rank: number;
  readonly part: Part;
  /** Part of a line too long to be looked at whole: such a piece stands alone nowhere. */
  readonly window: boolean;
  /** What lies wholly outside this stretch is left to the neighbouring window, which sees more around it. */
  readonly inner: Range;
  /** Name of the property or other object the line comes from. */
  readonly object: string | undefined;
  /** The table header above it, where the line is a row of cells. */
  readonly columnHeads: readonly string[];
}

/** The clause of a rule that excused a match, and the word that did it. */
export interface Refusal {
  readonly clause: "boundary" | "near" | "allow.contexts" | "allow.phrases";
  readonly word: string;
}

/** Where a rule fired in a line. Severity and reason only where they differ from the rule's own. */
export interface Match {
  readonly start: number;
  readonly end: number;
  readonly severity?: Severity;
  readonly reason?: string;
  /** Why the match does not stand after all: told by `explain`, dropped by the detector. */
  readonly refused?: Refusal;
  readonly mark?: { readonly level: string; readonly term: string | null; readonly form: string };
}

/** A rule that looks at one line at a time. */
export interface LineMatcher {
  readonly scope: "line";
  readonly rule: Rule;
  /** Literals one of which stands in every line with a match; empty: the matcher wants every line. */
  readonly anchors: readonly string[];
  /** Further such groups, one literal of each. */
  readonly also?: readonly (readonly string[])[];
  /** Fewest digits of a line with a match. */
  readonly digits?: number;
  /** @param anchors where the literals stand in the line, by increasing end and of one end the longest first */
  readonly match: (
    line: ScanLine,
    crossesInside: CrossesInside | null,
    anchors: readonly Range[],
  ) => readonly Match[];
}

/** A rule that looks at the lines of a page or document together. */
export interface SectionMatcher {
  readonly scope: "section";
  readonly rule: Rule;
  /** Matches by index of the line in the section. */
  readonly match: (
    section: readonly ScanLine[],
  ) => readonly { readonly line: number; readonly match: Match }[];
}

export type Matcher = LineMatcher | SectionMatcher;

/** True when the segmenter puts a word boundary inside the hit where it would not cut the bare term; or, `whole`, none at its ends. */
export type CrossesInside = (line: string, start: number, end: number, whole?: boolean) => boolean;
