import type { Channel, Location, Part } from "./document.ts";
import type { Category, Severity } from "./rule-facts.ts";

declare const masked: unique symbol;
/** Text that has passed the mask room. Only mask/ makes it, so a reporter cannot be handed raw text. */
export type Masked = string & { readonly [masked]: true };

/** Whether the secrecy a mark claims still holds (保密法 art. 20, 24; 实施条例 2024 art. 19). */
export type ClassificationState = "in-force" | "expired" | "unknown" | "declassified";

/** Half-open range of UTF-16 units in the original text of one block. */
export interface Range {
  readonly start: number;
  readonly end: number;
}

/** A place where a rule fired, still with raw text: never leaves the child process. */
export interface Hit {
  readonly ruleId: string;
  readonly category: Category;
  readonly severity: Severity;
  /** Index of the block in the extraction, and the range in its original text. */
  readonly block: number;
  readonly range: Range;
  /** The original text of the range; may reach over several blocks. */
  readonly text: string;
  /** The same after folding. */
  readonly folded: string;
  readonly part: Part;
  readonly channel: Channel | null;
  readonly location: Location;
  /** Found in paint order only. */
  readonly paint: boolean;
  /** Why the severity is not the rule's own: a key of the wording catalogue, e.g. `quoted`, `expired`. */
  readonly reason?: string;
  /** What a mark says: level and term as printed. */
  readonly mark?: { readonly level: string; readonly term: string | null; readonly form: string };
  /** How many more hits of the same kind this one stands for. */
  readonly more?: number;
  /** Those hits, where they were places of text: a preview has to cover them too. */
  readonly others?: readonly Hit[];
}

/** What leaves the engine. Every string that came from the document is masked. */
export interface Finding {
  readonly ruleId: string;
  readonly category: Category;
  readonly severity: Severity;
  readonly part: Part;
  readonly channel: Channel | null;
  readonly location: FullLocation;
  readonly matched: Masked;
  readonly excerpt: Masked;
  readonly message: string;
  readonly basis: readonly string[];
  readonly advice: string;
  readonly fingerprint: string | null;
  readonly via: "text" | "ocr";
  /** How many more places of the same kind this finding stands for. */
  readonly more: number;
  readonly accepted: { readonly reviewer: string; readonly reason: string; readonly date: string } | null;
}

/** A location with every field present, null where unknown, as the report prints it. */
export interface FullLocation {
  readonly page: number | null;
  readonly paragraph: number | null;
  readonly line: number | null;
  readonly sheet: string | null;
  readonly cell: string | null;
  readonly slide: number | null;
  readonly object: string | null;
  readonly start: number | null;
  readonly end: number | null;
}
