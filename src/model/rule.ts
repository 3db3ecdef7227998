import type { Channel } from "./document.ts";
import type { RuleFacts } from "./rule-facts.ts";

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
  /** 机密★ at the beginning of a line of the head, whatever follows */
  | "headed"
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
  /** Only a whole line, not a cell of a row. */
  readonly whole?: boolean | undefined;
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
  /** One of these fields must be among them: the others stand in other forms as well. */
  readonly needs?: readonly string[] | undefined;
  /** The fields are heads of table columns instead, `name` that of people; so many rows hold a full name and an open value. */
  readonly rows?: number | undefined;
  /** With `rows`: what a cell must hold to be an open value, by field; anything when absent. */
  readonly values?: Readonly<Record<string, string>> | undefined;
  /** The fields stand in one sentence or table row with a full name, itself a field; these words introduce one. */
  readonly person?: readonly string[] | undefined;
}

/** Numbers known by their build: GB 11643 身份证, GB 32100 统一社会信用代码, ISO/IEC 7812 Luhn, mobile telephones. */
export interface ChecksumRule extends RuleFacts {
  readonly kind: "checksum";
  readonly algorithm: ChecksumAlgorithm;
  /** Whether numbers that fail their check are wanted instead: the near misses of a typing error. */
  readonly valid: boolean;
  /** Partly hidden numbers instead, where too little is hidden. */
  readonly masked?: "weak" | undefined;
  /** With `masked`: words before a number, or in its column head, that tell what it is whatever its length. */
  readonly labels?: readonly string[] | undefined;
  /** A number labelled with these words is another one: dropped when that algorithm proves it, else `review`. */
  readonly unless?: { readonly algorithm: "gb32100"; readonly labels: readonly string[] } | undefined;
  /** Words in the head of a column that holds other numbers. */
  readonly notUnder?: readonly string[] | undefined;
  /** Column heads that make a table one of people; without one, `allow.contexts` excuse by the column head too. */
  readonly people?: readonly string[] | undefined;
  /** Silent in a section with so many different matches: the rule for lists speaks of them. */
  readonly fewerThan?: number | undefined;
}

export type ChecksumAlgorithm = "gb11643" | "gb11643-15" | "gb32100" | "luhn" | "mobile";

/** 发文字号 of listed series: 代字 + 〔year〕 + number (GB/T 9704-2012 7.2.5). */
export interface DocumentNumberRule extends RuleFacts {
  readonly kind: "document-number";
  /** Endings of the 代字: `密电` fits 市委密电〔2014〕3号. */
  readonly series: readonly string[];
  /** Endings that belong to other rules although a series fits. */
  readonly except: readonly string[];
  /** Whether numbers cited in 《》, （） or after 根据 count. */
  readonly cited: boolean;
  /** Whether the 代字 must be the series itself: 中发, but not 洛中发. */
  readonly whole?: boolean | undefined;
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
  /** Nor may this be among them: counts of cases, a condition. */
  readonly withoutPattern?: string | undefined;
  /** Characters from the first to the last, or the same sentence or line. */
  readonly within: number | "sentence" | "line";
}

/** Metadata: a named property whose value fits. */
export interface PropertyRule extends RuleFacts {
  readonly kind: "property";
  readonly properties: readonly string[];
  readonly pattern: string;
}

/** What the elements of a paper show rather than its words. Closed: judge/document-facts.ts knows each. */
export const FACTS = [
  /** issued by an organ that is not one's own */
  "foreign-issuer",
  /** issued by two organs or more */
  "joint-issue",
  /** a notice that hands on another organ's paper */
  "transfer",
  /** a paper that does not say its 公开属性 */
  "disclosure-missing",
  /** its 公开属性 is 不予公开 in whatever words */
  "disclosure-refused",
  /** its 公开属性 is 依申请公开 or 删减后公开 */
  "disclosure-limited",
] as const;
export type Fact = (typeof FACTS)[number];

export interface FactRule extends RuleFacts {
  readonly kind: "fact";
  readonly fact: Fact;
}

/** A number or title of the unit's restricted list (src/restricted), which holds only keyed hashes. */
export interface RestrictedRule extends RuleFacts {
  readonly kind: "restricted";
  readonly fields: readonly ("number" | "title")[];
}

/** How the files of a run stand to each other; seen after the last one (src/judge/across.ts). */
export const RELATIONS = [
  /** 附件说明 names an attachment that is not there */
  "attachment-missing",
  /** an attachment is there that 附件说明 does not name */
  "attachment-unlisted",
  /** the same bytes under two names */
  "same-bytes",
  /** the paper handed on is among the files and is not clean */
  "transfer-open",
] as const;
export type Relation = (typeof RELATIONS)[number];

export interface AcrossRule extends RuleFacts {
  readonly kind: "across";
  readonly relation: Relation;
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
  | FactRule
  | RestrictedRule
  | AcrossRule
  | ListRule;
