import type { FileReview, Limits, Rule } from "../model/index.ts";
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
  /** The unit's restricted list, opened; null where there is none. */
  readonly restricted: RestrictedList | null;
  /** Folder in which what long word lists compile to is kept; null: nowhere. */
  readonly cacheDir: string | null;
}

export type ToChild =
  | { readonly kind: "settings"; readonly settings: Settings }
  | { readonly kind: "review"; readonly source: Source };

/** Nothing a child sends holds raw text of a document: it masks before it speaks. */
export type FromChild =
  | { readonly kind: "ready" }
  | { readonly kind: "pages"; readonly pages: number }
  | { readonly kind: "done"; readonly reviews: readonly FileReview[] }
  | { readonly kind: "failed"; readonly error: string };
