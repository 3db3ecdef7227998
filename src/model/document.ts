/** Where in the file a text stands, as a reader would name the place. */
export const PARTS = [
  "body",
  "header",
  "footer",
  "textbox",
  "table",
  "footnote",
  "endnote",
  "notes",
  "form",
  "annotation",
  "comment",
  "metadata",
  "filename",
  "attachment",
  "image",
  "other",
] as const;
export type Part = (typeof PARTS)[number];

/** How a text is kept from the reader's eye. A closed list: each has its severity in dictionaries/hidden.yaml. */
export const CHANNELS = [
  "revision-deleted",
  "revision-inserted",
  "vanish",
  "same-colour",
  "tiny",
  "hidden-sheet",
  "hidden-row",
  "hidden-slide",
  "off-page",
  "covered",
  "unapplied-redaction",
  "invisible",
  "layer-off",
  "previous-revision",
  "orphan",
  "css-hidden",
  "html-comment",
  "html-meta",
  "script",
  "alternative-text",
  "annotation",
  "comment",
  "property",
  "field-code",
  "fallback",
  "unused-header",
  "actual-text",
  "outline",
  "form-value",
  "front-matter",
  "trailing-data",
  "embedded-file",
  "external-link",
  "cached-data",
  "cropped",
  "defined-name",
  "template",
  "other",
] as const;
export type Channel = (typeof CHANNELS)[number];

/** A place, filled only with what the format really knows. Counts start at 1. */
export interface Location {
  readonly page?: number;
  readonly paragraph?: number;
  readonly line?: number;
  readonly sheet?: string;
  /** Spreadsheet notation, also for tables of a text document: `B3` is row 3, column 2. */
  readonly cell?: string;
  readonly slide?: number;
  /** The named thing inside the file: a part, a table, a text box, a property, a member. */
  readonly object?: string;
}

/** How a line looks, where the format says so: what tells a title from the text below it. */
export interface Layout {
  /** Height of the largest characters in points. */
  readonly size?: number;
  /** Stands in the middle with room on both sides. */
  readonly centred?: boolean;
}

/**
 * One piece of text as the file holds it, never changed. Consecutive blocks of the same part, channel and object are one
 * running text ("story"); a block stands on a line of its own unless `separator` is a TAB (the next cell of a table row).
 */
export interface TextBlock {
  readonly text: string;
  readonly part: Part;
  /** null: a reader sees it. Otherwise the hidden channel that carries it. */
  readonly channel: Channel | null;
  readonly location: Location;
  readonly separator?: "\t";
  /** "paint": the same characters once more in the order they were painted; matched too, never counted as text. */
  readonly view?: "paint";
  /** The title or a heading, where the format says so. */
  readonly heading?: boolean;
  readonly layout?: Layout;
}

/** A picture inside a document; its pixels are not read as text. Sizes in pixels, null where unknown. */
export interface Picture {
  readonly location: Location;
  readonly width: number | null;
  readonly height: number | null;
}

/** Codes that say something was not read: the file is unexamined, or partial where other text was examined. */
export const UNREAD_CODES = [
  "encrypted",
  "corrupt",
  "unsupported",
  "undecodable",
  "no-text-layer",
  "garbled-text",
  "ocr-unavailable",
  "timeout",
  "crash",
  "oom",
  "permission",
  "vanished",
  "changed",
  "special-file",
  "undecodable-name",
  "limit-size",
  "limit-expanded",
  "limit-ratio",
  "limit-entries",
  "limit-depth",
  "limit-pages",
  "limit-text",
  "empty",
  "interrupted",
  "part-unread",
  "page-unread",
  "rule-timeout",
] as const;
/** Codes that only inform. */
export const INFORM_CODES = [
  "extension-mismatch",
  "symlink-skipped",
  "ocr-layer",
  "image-unread",
  "encoding",
  "member-unread",
] as const;
/** Codes that explain why a path is listed as skipped. */
export const SKIP_CODES = [
  "excluded",
  "no-text-class",
  "lock-file",
  "system-file",
  "git-folder",
  "own-output",
] as const;

export type NoticeCode =
  | (typeof UNREAD_CODES)[number]
  | (typeof INFORM_CODES)[number]
  | (typeof SKIP_CODES)[number];

/** A fact about reading the file. The sentence for people is made from it in wording/. */
export interface Notice {
  readonly code: NoticeCode;
  readonly location: Location | null;
  /** Values the sentence names: a limit, a page, a format. Never text of the document. */
  readonly detail?: Readonly<Record<string, string | number>>;
}

/** What an extractor got out of one file. */
export interface Extraction {
  /** `docx`, `pdf`, `txt` …; the format found by content. */
  readonly format: string;
  readonly blocks: readonly TextBlock[];
  readonly notices: readonly Notice[];
  readonly pictures: readonly Picture[];
  /** Number of pages where the format has fixed pages, else null. */
  readonly pages: number | null;
}
