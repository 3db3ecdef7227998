/** How a column is written: `id` is text a spreadsheet must not take for a number or a date. */
export type Kind = "text" | "id" | "integer" | "date";

/**
 * Who fills a column, and when.
 * `once`: the tool, when a row is begun; people may change it. `blank`: the tool, and later only where nobody has written anything.
 * `always`: the tool, at every run. `people`: people; the tool only writes what they decided or set as a default.
 */
export type Fill = "once" | "blank" | "always" | "people";

export interface Column {
  /** Stable for ever; the heading may be reworded. */
  readonly key: string;
  readonly heading: string;
  /** In characters of the default face, a Chinese character counts two. */
  readonly width: number;
  readonly kind: Kind;
  readonly fill: Fill;
  readonly choices?: readonly string[];
  /** Written into a new row, in columns of people only. */
  readonly preset?: string;
  /** Must not stay blank: `ledger check` lists it. */
  readonly mandatory?: boolean;
}

/** A heading as it is compared: people break lines in headings and type brackets of either width. */
export function headingKey(heading: string): string {
  return heading.normalize("NFKC").replace(/\s+/g, "");
}
