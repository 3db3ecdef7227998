import type { Channel } from "../../model/document.ts";
import { cellName } from "../cell-name.ts";
import type { XmlElement } from "../xml.ts";
import { emit } from "./blocks.ts";
import { sayValue } from "./cell-values.ts";
import { count } from "./list-styles.ts";
import { filledWith, over } from "./look.ts";
import type { Elements, Opening, Reading, Table } from "./reading.ts";
import { here, nextName, openStory } from "./stories.ts";
import { link } from "./strays.ts";

/** Tables of texts and sheets (ISO/IEC 26300-1 §9). Repeated rows and cells are read once, at their first place. */
export const tableElements: Elements = {
  "table:table": openTable,
  "table:table-column": openColumn,
  "table:table-column-group": columnGroup,
  "table:table-row": openRow,
  "table:table-row-group": rowGroup,
  "table:table-cell": (reading, element) => openCell(reading, element, null),
  // What a merged cell covers is kept when the user asks for it.
  "table:covered-table-cell": (reading, element) => openCell(reading, element, "covered"),
  "table:change-track-table-cell": valueCell,
};

const WIDEST_SHEET = 1 << 14;
const LONGEST_SHEET = 1 << 20;
/** Sheets of other files, whose values were kept when they were last looked up. */
const EXTERNAL_SHEET = /^'(?:file|https?|ftp|smb):/i;
const INVISIBLE: ReadonlySet<string | undefined> = new Set(["collapse", "filter"]);

function openTable(reading: Reading, element: XmlElement): () => void {
  const isSheet = reading.path.at(-2) === "office:spreadsheet";
  const leave = isSheet ? openSheet(reading, element) : openPlainTable(reading);
  return () => {
    reading.tables.pop();
    leave();
  };
}

function openSheet(reading: Reading, { attributes }: XmlElement): () => void {
  const sheet = attributes.get("table:name") ?? "";
  const external = EXTERNAL_SHEET.test(sheet);
  const hidden = reading.styles.look("table", attributes.get("table:style-name")).hidden;
  const channel = external ? "cached-data" : hidden ? "hidden-sheet" : null;
  const location = external ? { object: nextName(reading, "external sheet") } : { sheet, object: sheet };
  const leave = openStory(reading, { part: "table", channel, location, counted: false });
  if (external) link(reading, sheet.replace(/^'|'#.*$/gs, ""));
  else if (sheet !== "") emit(reading, { text: sheet, part: "table", channel, location });
  pushTable(reading, location);
  return leave;
}

function openPlainTable(reading: Reading): () => void {
  const story = reading.stories.at(-1);
  const part = story?.part ?? "other";
  const onSlide = story?.location.slide === undefined ? {} : { slide: story.location.slide };
  const own = part === "body" || part === "table" || part === "textbox";
  const location = own ? { ...onSlide, object: nextName(reading, "table") } : here(reading);
  // The numbers a chart was drawn from; what it shows of them is in the picture.
  const channel = reading.path.includes("office:chart") ? "cached-data" : null;
  const leave = openStory(reading, {
    part: part === "body" ? "table" : part,
    channel,
    location,
    counted: false,
  });
  pushTable(reading, location);
  return leave;
}

function pushTable(reading: Reading, location: Table["location"]): void {
  reading.tables.push({
    location,
    columns: [],
    row: 0,
    column: 0,
    rowHidden: false,
    rowStyle: undefined,
    groupsHidden: 0,
    columnGroupsHidden: 0,
    rowSaid: new Set(),
  });
}

function openColumn(reading: Reading, { attributes }: XmlElement): undefined {
  const table = reading.tables.at(-1);
  if (!table) return;
  const last =
    (table.columns.at(-1)?.last ?? 0) + repeated(attributes, "table:number-columns-repeated", WIDEST_SHEET);
  const hidden = table.columnGroupsHidden > 0 || INVISIBLE.has(attributes.get("table:visibility"));
  table.columns.push({ last, hidden, cellStyle: attributes.get("table:default-cell-style-name") });
}

function columnGroup(reading: Reading, { attributes }: XmlElement): (() => void) | undefined {
  const table = reading.tables.at(-1);
  if (!table || attributes.get("table:display") !== "false") return;
  table.columnGroupsHidden += 1;
  return () => {
    table.columnGroupsHidden -= 1;
  };
}

function rowGroup(reading: Reading, { attributes }: XmlElement): (() => void) | undefined {
  const table = reading.tables.at(-1);
  if (!table || attributes.get("table:display") !== "false") return;
  table.groupsHidden += 1;
  return () => {
    table.groupsHidden -= 1;
  };
}

function openRow(reading: Reading, { attributes }: XmlElement): (() => void) | undefined {
  const table = reading.tables.at(-1);
  if (!table) return;
  table.row += 1;
  table.column = 0;
  table.rowHidden = table.groupsHidden > 0 || INVISIBLE.has(attributes.get("table:visibility"));
  table.rowStyle = attributes.get("table:default-cell-style-name");
  table.rowSaid.clear();
  return () => {
    table.row += repeated(attributes, "table:number-rows-repeated", LONGEST_SHEET) - 1;
  };
}

function openCell(reading: Reading, element: XmlElement, own: Channel | null): (() => void) | undefined {
  const table = reading.tables.at(-1);
  const { attributes } = element;
  if (!table) return;
  table.column += 1;
  const { row, column } = table;
  const at = columnAt(table, column);
  const style = attributes.get("table:style-name") ?? table.rowStyle ?? at?.cellStyle;
  const look = over(reading.styles.defaults("table-cell"), reading.styles.look("table-cell", style));
  const outer = reading.stories.at(-1);
  const leave = openStory(reading, {
    channel: table.rowHidden || at?.hidden ? "hidden-row" : own,
    location: { ...table.location, cell: cellName({ row, column }) },
    look,
    background: filledWith(look) ?? outer?.background ?? "unknown",
    counted: false,
  });
  return () => {
    sayValue(reading, element);
    leave();
    table.column += repeated(attributes, "table:number-columns-repeated", WIDEST_SHEET) - 1;
  };
}

/** A cell as it was before a change: it stands in no row. */
function valueCell(reading: Reading, element: XmlElement): ReturnType<Opening> {
  const leave = openStory(reading, {});
  return () => {
    sayValue(reading, element);
    leave();
  };
}

/** Columns are few entries of long stretches, told from left to right. */
function columnAt({ columns }: Table, column: number): Table["columns"][number] | undefined {
  let low = 0;
  let high = columns.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (columns[middle]!.last < column) low = middle + 1;
    else high = middle;
  }
  return columns[low];
}

function repeated(attributes: XmlElement["attributes"], name: string, most: number): number {
  return Math.min(Math.max(count(attributes.get(name), 1), 1), most);
}
