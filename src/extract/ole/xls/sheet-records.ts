import type { Channel, Location, TextBlock } from "../../../model/document.ts";
import { cellName } from "../../cell-name.ts";
import { Unread } from "../../extractor.ts";
import { speaks } from "../../speaks.ts";
import type { HiddenLines } from "../../workbook/cells.ts";
import { headerTexts } from "../../workbook/header-texts.ts";
import { ansi, u8, u16 } from "../bytes.ts";
import { formulaTexts } from "./formula-texts.ts";
import { hyperlinkTargets } from "./hyperlink.ts";
import type { BiffRecord } from "./records.ts";
import { readCharacters, readContinued, readOldString, readString } from "./strings.ts";
import type { Substream } from "./substreams.ts";

/** What a sheet holds besides its cells. */
export interface SheetRecords {
  /** Of the sheet; undefined for what belongs to none. */
  readonly name: string | undefined;
  readonly hiddenLines: HiddenLines;
  readonly blocks: readonly TextBlock[];
}

interface Reading {
  readonly version: number;
  /** The sheet's place and what hides it as a whole. */
  readonly location: Location;
  readonly channel: Channel | null;
  readonly rows: Set<number>;
  readonly columns: Set<number>;
  readonly blocks: TextBlock[];
  /** Texts of boxes by the number of their object; comments ask for theirs. */
  readonly boxes: Map<number, string>;
  object: number;
}

/** Records by their type ([MS-XLS] 2.3.2). */
const READERS: Readonly<Record<number, (reading: Reading, record: BiffRecord) => void>> = {
  6: formula,
  20: (reading, record) => header(reading, record, "header"),
  21: (reading, record) => header(reading, record, "footer"),
  28: note,
  93: object,
  125: columns,
  438: textObject,
  440: hyperlink,
  520: row,
  4109: seriesText,
};

/**
 * Headers and footers, text boxes, comments, titles of charts, texts inside formulas, links to files, and which rows and columns are
 * not shown. A damaged record is reported and left out.
 */
export function readSheetRecords(
  { sheet, hidden, version, records }: Substream,
  report: (error: Unread) => void,
): SheetRecords {
  const reading: Reading = {
    version,
    location: sheet === undefined ? {} : { sheet },
    channel: hidden ? "hidden-sheet" : null,
    rows: new Set(),
    columns: new Set(),
    blocks: [],
    boxes: new Map(),
    object: 0,
  };
  for (const record of records) {
    try {
      READERS[record.type]?.(reading, record);
    } catch (error) {
      if (!(error instanceof Unread)) throw error;
      report(error);
    }
  }
  for (const text of reading.boxes.values()) say(reading, { text, part: "textbox" });
  const { rows, columns: hiddenColumns, blocks } = reading;
  return { name: sheet, hiddenLines: { rows, columns: hiddenColumns }, blocks };
}

function say(
  { blocks, location, channel }: Reading,
  block: Pick<TextBlock, "text" | "part"> & { channel?: Channel; cell?: string },
): void {
  if (block.text.trim() === "") return;
  const { cell, ...said } = block;
  blocks.push({ channel, ...said, location: { ...location, ...(cell !== undefined && { cell }) } });
}

/** [MS-XLS] 2.4.136, 2.4.124; a sheet without one has an empty record. */
function header(reading: Reading, { data }: BiffRecord, part: "header" | "footer"): void {
  if (data.length === 0) return;
  const { text } = reading.version === 8 ? readString(data, 0) : readOldString(data, 0);
  for (const each of headerTexts(text)) say(reading, { text: each, part });
}

/** FtCmo at the begin of an Obj names the object whose text follows ([MS-XLS] 2.4.181). */
function object(reading: Reading, { data }: BiffRecord): void {
  reading.object = data.length >= 8 ? u16(data, 6) : 0;
}

/** TxO ([MS-XLS] 2.4.329): the characters are in the records that continue it. */
function textObject(reading: Reading, { data, continued }: BiffRecord): void {
  const count = u16(data, 10);
  const text = readContinued(continued, count);
  if (text.length < count) throw new Unread("corrupt");
  const key = reading.boxes.has(reading.object) ? -reading.boxes.size : reading.object;
  reading.boxes.set(key, text);
}

/** A comment: its cell, author and the object that holds its text ([MS-XLS] 2.4.179); before Excel 97 the text itself. */
function note(reading: Reading, { data }: BiffRecord): void {
  const cell = cellName({ row: u16(data, 0) + 1, column: u16(data, 2) + 1 });
  const comment = { part: "comment", channel: "comment", cell } as const;
  if (reading.version < 8) {
    say(reading, { text: ansi(data.subarray(6)), ...comment });
    return;
  }
  const id = u16(data, 6);
  say(reading, { text: reading.boxes.get(id) ?? "", ...comment });
  reading.boxes.delete(id);
  const author = data.length > 11 ? readString(data, 8).text : "";
  const location = { object: "comment author" };
  if (author.trim() !== "")
    reading.blocks.push({ text: author, part: "metadata", channel: "property", location });
}

const HIDDEN_ROW = 0x20;
const HIDDEN_COLUMN = 0x01;
const LAST_COLUMN = 255;

/** [MS-XLS] 2.4.221: fDyZero. */
function row({ rows }: Reading, { data }: BiffRecord): void {
  if (data.length >= 14 && (u16(data, 12) & HIDDEN_ROW) !== 0) rows.add(u16(data, 0));
}

/** [MS-XLS] 2.4.53. */
function columns(reading: Reading, { data }: BiffRecord): void {
  if ((u16(data, 8) & HIDDEN_COLUMN) === 0) return;
  const last = Math.min(u16(data, 2), LAST_COLUMN);
  for (let column = u16(data, 0); column <= last; column++) reading.columns.add(column);
}

/** Names of the series of a chart, its title and axes ([MS-XLS] 2.4.254). */
function seriesText(reading: Reading, { data }: BiffRecord): void {
  const { text } = reading.version === 8 ? readCharacters(data, 3, u8(data, 2)) : readOldString(data, 2);
  say(reading, { text, part: "other" });
}

/** What a formula says in quotes and does not always show. */
function formula(reading: Reading, { data }: BiffRecord): void {
  if (reading.version < 8 || data.length < 22) return;
  const cell = cellName({ row: u16(data, 0) + 1, column: u16(data, 2) + 1 });
  for (const text of formulaTexts(data.subarray(22)))
    if (speaks(text)) say(reading, { text, part: "table", channel: "field-code", cell });
}

function hyperlink(reading: Reading, { data }: BiffRecord): void {
  const cell = cellName({ row: u16(data, 0) + 1, column: u16(data, 4) + 1 });
  for (const text of hyperlinkTargets(data.subarray(8)))
    say(reading, { text, part: "other", channel: "external-link", cell });
}
