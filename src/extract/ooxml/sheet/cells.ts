import type { Channel } from "../../../model/document.ts";
import { cellName } from "../../cell-name.ts";
import { type Area, liesIn } from "./area.ts";
import { numberText } from "./cell-value.ts";
import { UNKNOWN, WHITE } from "./colours.ts";
import type { Grid } from "./grid.ts";
import type { ValueKind } from "./number-format.ts";
import type { Place, Reading } from "./reading.ts";
import { NO_TEXT, type RichText } from "./rich-text.ts";
import type { SharedStrings } from "./shared-strings.ts";
import type { CellStyle, Font, Styles } from "./styles.ts";
import { channelOfLook } from "./visibility.ts";
import { decodeXstring } from "./xstring.ts";

/** What the cells of every sheet need of the workbook. */
export interface Book {
  readonly styles: Styles;
  readonly strings: SharedStrings;
  readonly date1904: boolean;
  /** Words of number formats that some cell shows. */
  readonly formatWords: Set<string>;
  /** Some cell asked for a text that the table of texts does not have. */
  stringMissing: boolean;
}

/** A cell as it stands in the file (ISO/IEC 29500-1 §18.3.1.4). */
export interface Cell {
  /** ST_CellType. */
  readonly type: string;
  readonly style: number;
  /** Text of `v`. */
  readonly value: string;
  /** Content of `is`. */
  readonly inline: RichText;
}

const NO_FONT: Font = {};

/** Says what cells hold: one block each, those of a row on one line, under the channel that hides them. */
export function cellSayer(place: Place, grid: Grid, painted: readonly Area[], book: Book, reading: Reading) {
  const { sheet = place.part } = place;
  /** The row in which each channel spoke last: its next block there shares the line. */
  const rows = new Map<Channel | null, number>();

  const say = (text: string, channel: Channel | null) => {
    if (text.trim() === "") return;
    const sameRow = rows.get(channel) === grid.row;
    rows.set(channel, grid.row);
    const location = { sheet, cell: cellName(grid) };
    reading.emit({ text, part: "table", channel, location, ...(sameRow && { separator: "\t" as const }) });
  };
  const background = () => (liesIn(painted, grid.row, grid.column) ? UNKNOWN : WHITE);
  const channelOf = (style: CellStyle, kind: ValueKind | null, font: Font): Channel | null => {
    const channel =
      place.channel ?? (grid.isHidden() ? "hidden-row" : channelOfLook(style, kind, font, background));
    if (channel === null) for (const word of style.format.words) book.formatWords.add(word);
    return channel;
  };

  /** A text falls apart where some of its runs are hidden, and only there. */
  const sayRich = ({ text, runs, phonetic }: RichText, style: CellStyle, sayPhonetic: boolean) => {
    const pieces = new Map<Channel | null, string>();
    for (const run of runs ?? [{ text, font: NO_FONT }]) {
      const channel = channelOf(style, "text", run.font);
      pieces.set(channel, (pieces.get(channel) ?? "") + run.text);
    }
    for (const [channel, piece] of pieces) say(piece, channel);
    if (sayPhonetic) say(phonetic, place.channel ?? "other");
  };
  const sayShared = (index: number, style: CellStyle) => {
    const known = book.strings.isUsed(index);
    const item = book.strings.use(index);
    if (item) sayRich(item, style, !known);
    else book.stringMissing = true;
  };
  const sayNumber = (value: string, style: CellStyle) => {
    const number = Number(value);
    const kind = number > 0 ? "positive" : number < 0 ? "negative" : null;
    say(numberText(value, style.format, book.date1904), channelOf(style, kind, NO_FONT));
  };

  return ({ type, style: index, value, inline }: Cell): void => {
    const style = book.styles.cell(index);
    if (inline !== NO_TEXT) sayRich(inline, style, true);
    if (value.trim() === "") return;
    if (type === "s") sayShared(Number(value), style);
    else if (type === "n") sayNumber(value, style);
    else if (type === "str") say(decodeXstring(value), channelOf(style, "text", NO_FONT));
    else say(type === "b" ? truth(value) : value, channelOf(style, null, NO_FONT));
  };
}

function truth(value: string): string {
  return value.trim() === "1" ? "TRUE" : "FALSE";
}
