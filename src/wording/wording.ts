import type {
  Anatomy,
  Category,
  Channel,
  ClassificationState,
  FullLocation,
  Location,
  NoticeCode,
  OpinionState,
  Part,
  Referral,
  Result,
  Severity,
  Status,
  Suggestion,
} from "../model/index.ts";
import type { ComparePhrases } from "./compare-phrases.ts";
import type { ExplainPhrases } from "./explain-phrases.ts";
import type { LedgerPhrases } from "./ledger-phrases.ts";
import type { ReportPhrases } from "./report-phrases.ts";
import type { RulesPhrases } from "./rules-phrases.ts";
import type { VerifyPhrases } from "./verify-phrases.ts";

export const LANGS = ["zh", "en"] as const;
export type Lang = (typeof LANGS)[number];

/** Values a notice sentence may name, see `Notice.detail`. */
export type Detail = Readonly<Record<string, string | number>>;
export type NoticeSentences = Readonly<Record<NoticeCode, (detail: Detail) => string>>;
/** A place as a reader would name it; `part` adds 正文, 页眉 … where the location alone does not say it. */
export type PlaceName = (location: Partial<FullLocation> | Location, part?: Part) => string;

/** Short names of everything the model enumerates. */
export interface Labels {
  /** 结论 of a run. */
  readonly result: Readonly<Record<Result, string>>;
  /** What that result means for the person who reads it, one sentence. */
  readonly meaning: Readonly<Record<Result, string>>;
  readonly status: Readonly<Record<Status, string>>;
  readonly severity: Readonly<Record<Severity, string>>;
  readonly category: Readonly<Record<Category, string>>;
  readonly part: Readonly<Record<Part, string>>;
  readonly channel: Readonly<Record<Channel, string>>;
  /** 建议审查意见. */
  readonly suggestion: Readonly<Record<Suggestion, string>>;
  readonly state: Readonly<Record<OpinionState, string>>;
  readonly referral: Readonly<Record<Referral, string>>;
  readonly classification: Readonly<Record<ClassificationState, string>>;
  /** GB/T 9704 names of the elements. */
  readonly anatomy: Readonly<Record<keyof Anatomy, string>>;
}

/** Every sentence and label of one language. Both catalogues have the same keys: the type says so. */
export interface Wording extends Labels {
  readonly lang: Lang;
  /** BCP 47 tag for `<html lang>`. */
  readonly tag: string;
  /** The sentence every result ends with. */
  readonly closing: string;
  /** Why a severity is not the rule's own, by key. */
  readonly reasons: Readonly<Record<string, string>>;
  /** The reason of that key, or the key itself where the catalogue has none. */
  readonly reason: (key: string) => string;
  /** One sentence for a notice: what happened, and what the clerk does next. */
  readonly notice: (code: NoticeCode, detail?: Detail) => string;
  readonly place: PlaceName;
  readonly report: ReportPhrases;
  readonly explain: ExplainPhrases;
  readonly rules: RulesPhrases;
  readonly ledger: LedgerPhrases;
  readonly verify: VerifyPhrases;
  readonly compare: ComparePhrases;
}
