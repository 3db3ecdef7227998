import { cellName } from "../../cell-name.ts";
import type { XmlElement } from "../../xml.ts";
import { flushPending } from "./blocks.ts";
import { isOn, shading } from "./formatting.ts";
import { endStory } from "./paragraph-elements.ts";
import { type Elements, type Opening, openStory, type Reading } from "./reading.ts";

/** Tables (ISO/IEC 29500-1 §17.4). Cells are named by their place in the grid, merged ones by their first column. */
export const tableElements: Elements = {
  "w:tbl": openTable,
  "w:tr": openRow,
  "w:tc": openCell,
};

const WIDEST_SPAN = 1000;

function openTable(reading: Reading): () => void {
  const story = reading.stories.at(-1);
  flushPending(reading, story);
  const inBody = story?.part === "body" || story?.part === "table";
  if (inBody) reading.document.numbers.table += 1;
  reading.tables.push({
    location: inBody ? { object: `table ${reading.document.numbers.table}` } : (story?.location ?? {}),
    style: undefined,
    shading: undefined,
    row: 0,
    column: 0,
    rowShowsText: false,
    rowHidden: false,
  });
  return () => {
    reading.tables.pop();
  };
}

function openRow(reading: Reading): () => void {
  const table = reading.tables.at(-1);
  const { deleted, inserted } = reading;
  if (table) {
    table.row += 1;
    table.column = 0;
    table.rowShowsText = false;
    table.rowHidden = false;
  }
  return () => {
    reading.deleted = deleted;
    reading.inserted = inserted;
  };
}

function openCell(reading: Reading): () => void {
  const table = reading.tables.at(-1);
  const story = reading.stories.at(-1);
  if (!table || !story) return () => undefined;
  table.column += 1;
  const { deleted, inserted } = reading;
  const leaveStory = openStory(
    reading,
    {
      part: story.part === "body" ? "table" : story.part,
      channel: table.rowHidden ? "vanish" : story.channel,
      location: { ...table.location, cell: cellName(table) },
      background: table.style?.shadesCells ? "unknown" : (table.shading ?? story.background),
      owesTab: table.rowShowsText,
    },
    () => endStory(reading),
  );
  return () => {
    leaveStory();
    reading.deleted = deleted;
    reading.inserted = inserted;
  };
}

/** Children of `w:tblPr`. */
export const tableProperty: Opening = (reading, element) => {
  const table = reading.tables.at(-1);
  if (!table) return;
  if (element.name === "w:tblStyle")
    table.style = reading.document.styles.table(element.attributes.get("w:val"));
  if (element.name === "w:shd") table.shading = shading(element)?.shading;
  return;
};

/** Children of `w:trPr`: a row can be deleted, inserted or hidden as a whole. */
export const rowProperty: Opening = (reading, element) => {
  const table = reading.tables.at(-1);
  if (element.name === "w:del") reading.deleted += 1;
  if (element.name === "w:ins") reading.inserted += 1;
  if (!table) return;
  if (element.name === "w:hidden") table.rowHidden = isOn(element.attributes.get("w:val"));
  if (element.name === "w:gridBefore") table.column += span(element);
  return;
};

/** Children of `w:tcPr`. */
export const cellProperty: Opening = (reading, element) => {
  const table = reading.tables.at(-1);
  const story = reading.stories.at(-1);
  if (element.name === "w:cellDel") reading.deleted += 1;
  if (element.name === "w:cellIns") reading.inserted += 1;
  if (element.name === "w:shd" && story) story.background = shading(element)?.shading ?? story.background;
  if (element.name === "w:gridSpan" && table) table.column += span(element) - 1;
  return;
};

function span({ attributes }: XmlElement): number {
  const value = Math.trunc(Number(attributes.get("w:val")));
  return value >= 1 ? Math.min(value, WIDEST_SPAN) : 1;
}
