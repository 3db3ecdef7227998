import type { FileReview, Limits, Preview, Rule } from "../model/index.ts";
import type { RestrictedList } from "../restricted/index.ts";
import type { Office, Source } from "../review.ts";
import type { Engine } from "../segment/index.ts";
import type { Lang } from "../wording/index.ts";

/** What a child needs to know before its first file. Plain data: it crosses a process boundary. */
export interface Settings {
  readonly rules: readonly Rule[];
  readonly office: Office;
  readonly limits: Limits;
  readonly today: string;
  readonly context: number;
  readonly lang: Lang;
  readonly segmenter: Engine;
  /** Whether previews are made. */
  readonly previews: boolean;
  /** The unit's restricted list, opened; null where there is none. */
  readonly restricted: RestrictedList | null;
  /** The secret of fingerprints, derived from the user's key; null without a key. */
  readonly fingerprintSecret: string | null;
  /** Folder in which what long word lists compile to is kept; null: nowhere. */
  readonly cacheDir: string | null;
}

/** Over the IPC channel. */
export type ToChild =
  | { readonly kind: "settings"; readonly settings: Settings }
  | { readonly kind: "review"; readonly source: Source };

/**
 * One line of JSON each, over a pipe of its own: the parent counts bytes before it parses anything. Nothing a child sends holds raw
 * text of a document: it masks before it speaks.
 */
export type FromChild =
  | { readonly kind: "ready" }
  | { readonly kind: "pages"; readonly pages: number }
  | { readonly kind: "review"; readonly review: FileReview; readonly preview: Preview | null }
  /** The file is done; what the process holds now, MB. */
  | { readonly kind: "done"; readonly rssMb: number }
  | { readonly kind: "failed"; readonly error: string };

/** File descriptor of that pipe in the child; parent and child agree on it by the order of `stdio`. */
export const REPLY_FD = 3;

/** What the watchdog writes to stderr before it kills its own process. */
export const RSS_DEATH = "secreview-watchdog: rss";
