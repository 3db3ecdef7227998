import type { Channel, Part } from "./document.ts";

/** The closed list of categories; each answers to an article of the regulations (docs/dictionary-format.md). */
export const CATEGORIES = [
  "state-secret",
  "telegram",
  "work-secret",
  "trade-secret",
  "personal",
  "unreleased",
  "pending-case",
  "safety",
  "history",
  "process",
  "enforcement",
  "source",
  "restricted",
  "disclosure",
  "hidden",
  "metadata",
  "format",
  "custom",
] as const;
export type Category = (typeof CATEGORIES)[number];

/** block 禁止, review 需审, info 提示. */
export const SEVERITIES = ["block", "review", "info"] as const;
export type Severity = (typeof SEVERITIES)[number];

/** Who is to be asked when the reviewer cannot decide alone. */
export const REFERRALS = [
  "secrecy-authority",
  "competent-department",
  "consultation",
  "originating-organ",
] as const;
export type Referral = (typeof REFERRALS)[number];

/** How much of the matched text a report may show. */
export type Redact =
  /** the matched words themselves: they are the mark, not the secret */
  | "none"
  /** digits hidden, words kept */
  | "digits"
  /** nothing of it */
  | "all";

interface RuleFacts {
  /** kebab-case, stable for ever. */
  readonly id: string;
  readonly name: string;
  readonly category: Category;
  readonly severity: Severity;
  /** 依据: national law first, local rules after. */
  readonly basis: readonly string[];
  /** What the reviewer does about it. */
  readonly advice: string;
  readonly referTo?: Referral | undefined;
  /** 建议审查意见 this rule asks for. */
  readonly verdict?: "依申请公开" | "删减后公开" | "不予公开" | undefined;
  readonly redact?: Redact | undefined;
  /** Parts of the file the rule looks at; all when absent. */
  readonly where?: readonly Part[] | undefined;
  readonly allow?: Allow | undefined;
  /** One of these words stands before the match on its line, or heads its column. */
  readonly near?: readonly string[] | undefined;
  /** Globs of the file's path; the rule looks at no other file. */
  readonly paths?: readonly string[] | undefined;
  /** Tried only on lines with at least this many digits: the anchor of rules that have no word. */
  readonly digits?: number | undefined;
  /** Fires only when the file holds at least this many different matches, as one finding. */
  readonly min?: number | undefined;
  /** Lists no more than this many findings of a file; the last says how many more there are. */
  readonly maxPerFile?: number | undefined;
  /** For `rules list --tag`. */
  readonly tags?: readonly string[] | undefined;
  readonly examples: Examples;
}

/** Texts a rule must find and must leave alone. `todo…` are known faults: told by `rules test`, failing nothing. */
export interface Examples {
  readonly hit: readonly string[];
  readonly miss: readonly string[];
  readonly todoHit?: readonly string[] | undefined;
  readonly todoMiss?: readonly string[] | undefined;
}

/** What excuses a match: it is dropped, because the words mean something else here. */
export interface Allow {
  /** Longer phrases that cover the match: `用电报装` for 电报. */
  readonly phrases?: readonly string[] | undefined;
  /** Words before the match on the same line. */
  readonly contexts?: readonly string[] | undefined;
}

/** Listed words. `inner`: not where a word boundary cuts through the hit; `strict`: whole words only. */
export interface TermRule extends RuleFacts {
  readonly kind: "term";
  readonly terms: readonly string[];
  readonly boundary: "inner" | "none" | "strict";
}

/** A regular expression over folded text, tried only on lines that hold one of the anchors. */
export interface PatternRule extends RuleFacts {
  readonly kind: "pattern";
  readonly pattern: string;
  readonly anchors: readonly string[];
}

/** The forms in which a secrecy mark is printed (国家保密局 1990 令第3号 art. 3–5; GB/T 9704-2012 7.2.2). */
export type MarkForm =
  /** 机密★10年 */
  | "starred"
  /** 机密 10年, alone on its line: the star was lost */
  | "period"
  /** 机密, alone on its line */
  | "alone"
  /** 密级：机密 */
  | "labelled"
  /** 本件密级为机密 */
  | "stated"
  /** （机密）before a paragraph or after a title */
  | "bracketed";

export interface MarkRule extends RuleFacts {
  readonly kind: "mark";
  readonly levels: readonly string[];
  readonly forms: readonly MarkForm[];
  /** Words before a colon or in the cell before: 密级 */
  readonly labels: readonly string[];
  /** Terms that are not a number of years: 长期, 启用前 */
  readonly openTerms: readonly string[];
  /** Openings of a condition under which papers become public with use: 启用前. Such a mark is `review`. */
  readonly conditions: readonly string[];
  /** Words that announce an example rather than a mark: 例如, 标注为 */
  readonly mentionCues: readonly string[];
}

/** Something that is a form by its place: alone on a line, at the top of a page, in a header or footer. */
export interface PlaceRule extends RuleFacts {
  readonly kind: "place";
  readonly at: "line" | "top" | "header-footer";
  /** For `top`: within so many non-blank lines of the beginning. */
  readonly lines: number;
  /** Matches the whole line or table cell. */
  readonly pattern: string;
  readonly anchors: readonly string[];
}

/** At least `atLeast` different fields within the first `lines` lines of a page. */
export interface GroupRule extends RuleFacts {
  readonly kind: "group";
  readonly fields: Readonly<Record<string, string>>;
  readonly atLeast: number;
  readonly lines: number;
}

/** Numbers that carry a check: GB 11643 身份证, ISO/IEC 7812 Luhn. */
export interface ChecksumRule extends RuleFacts {
  readonly kind: "checksum";
  readonly algorithm: "gb11643" | "gb11643-15" | "luhn";
  /** Whether numbers that fail their check are wanted instead: the near misses of a typing error. */
  readonly valid: boolean;
}

/** 发文字号 of listed series: 代字 + 〔year〕 + number (GB/T 9704-2012 7.2.5). */
export interface DocumentNumberRule extends RuleFacts {
  readonly kind: "document-number";
  /** Endings of the 代字: `密电` fits 市委密电〔2014〕3号. */
  readonly series: readonly string[];
  /** Endings that belong to other rules although a series fits. */
  readonly except: readonly string[];
  /** Whether numbers cited in 《》, （） or after 根据 count. */
  readonly cited: boolean;
}

/** A hidden channel exists in the file. */
export interface ChannelRule extends RuleFacts {
  readonly kind: "channel";
  readonly channels: readonly Channel[];
}

/** Several words or patterns near each other, and none of `without` among them; the first of `all` is what is shown. */
export interface ProximityRule extends RuleFacts {
  readonly kind: "proximity";
  readonly all: readonly {
    readonly words?: readonly string[] | undefined;
    readonly pattern?: string | undefined;
  }[];
  readonly without: readonly string[];
  /** Characters from the first to the last, or the same sentence or line. */
  readonly within: number | "sentence" | "line";
}

/** Metadata: a named property whose value fits. */
export interface PropertyRule extends RuleFacts {
  readonly kind: "property";
  readonly properties: readonly string[];
  readonly pattern: string;
}

/** A unit's bare file of terms; the loader fills in what it holds. */
export interface ListRule extends RuleFacts {
  readonly kind: "list";
  readonly file: string;
  readonly terms: readonly string[];
  readonly boundary: TermRule["boundary"];
}

/** The closed list of rule kinds: AXIS 2 has one matcher for each. */
export type Rule =
  | TermRule
  | PatternRule
  | MarkRule
  | PlaceRule
  | GroupRule
  | ChecksumRule
  | DocumentNumberRule
  | ChannelRule
  | ProximityRule
  | PropertyRule
  | ListRule;

export interface Dictionary {
  readonly name: string;
  readonly sha256: string;
  readonly rules: readonly Rule[];
  /** Ids of earlier rules that do not hold here. */
  readonly disabled: readonly string[];
}

/** All rules of a run, plain data, with the digest that goes into every report. */
export interface RuleSet {
  readonly digest: string;
  readonly dictionaries: readonly {
    readonly name: string;
    readonly sha256: string;
    readonly rules: number;
  }[];
  readonly rules: readonly Rule[];
}
