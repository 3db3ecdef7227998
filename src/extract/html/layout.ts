/** Elements that begin and end a line of their own (HTML 15.3, as rendered by default). */
const BLOCKS = new Set(
  (
    "address article aside blockquote body center dd details dialog dir div dl dt fieldset figcaption figure footer form " +
    "frameset h1 h2 h3 h4 h5 h6 head header hgroup hr html legend li listing main menu nav ol optgroup option p plaintext pre search " +
    "section select summary table caption colgroup thead tbody tfoot tr td th textarea title ul xmp"
  ).split(" "),
);
const PREFORMATTED = new Set(["pre", "textarea", "listing", "plaintext", "xmp"]);

export function isBlock(tagName: string): boolean {
  return BLOCKS.has(tagName);
}

export function isPreformatted(tagName: string): boolean {
  return PREFORMATTED.has(tagName);
}

export function isHeading(tagName: string): boolean {
  return /^(?:h[1-6]|title)$/.test(tagName);
}

/** A table while its rows go by. Counts start at 1. */
export interface Table {
  readonly name: string;
  row: number;
  column: number;
  /** Columns the current cell spans. */
  span: number;
  /** Whether a text of the current row has been given out: the next cell's then follows after a TAB. */
  rowHasText: boolean;
  /** Whether the current cell has given out none yet. */
  cellIsFresh: boolean;
}

export function newTable(ordinal: number): Table {
  return { name: `table${ordinal}`, row: 0, column: 0, span: 1, rowHasText: false, cellIsFresh: false };
}

export function nextRow(table: Table): void {
  Object.assign(table, { row: table.row + 1, column: 0, span: 1, rowHasText: false });
}

const MOST_COLUMNS = 1000;

export function nextCell(table: Table, colspan: string | undefined): void {
  const span = Math.min(MOST_COLUMNS, Math.max(1, Number.parseInt(colspan ?? "1", 10) || 1));
  Object.assign(table, {
    column: table.column === 0 ? 1 : table.column + table.span,
    span,
    cellIsFresh: true,
  });
}
