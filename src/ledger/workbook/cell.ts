import { xmlText } from "../xml.ts";
import { decoded, stringItem, tags, unescaped } from "./markup.ts";
import { columnName } from "./reference.ts";
import type { Workbook } from "./workbook.ts";
import type { Cell, Worksheet } from "./worksheet.ts";

/** What a cell shows: text, a number, or nothing. A day is a number. */
export type CellValue = string | number | null;

/** The value of a cell, the last result where it holds a formula. */
export function cellValue({ xml }: Worksheet, cell: Cell, sharedStrings: readonly string[]): CellValue {
  const { innerStart, innerEnd, type } = cell;
  if (innerStart === innerEnd) return null;
  if (type === "inlineStr") return orNull(stringItem(xml, innerStart, innerEnd));
  const written = innerText(xml, innerStart, innerEnd, "v");
  if (written === null) return null;
  if (type === "s") return orNull(sharedStrings[Number(written)] ?? "");
  if (type === "str") return orNull(unescaped(decoded(written)));
  if (type === "e") return decoded(written);
  if (type === "b") return written === "1" ? "TRUE" : "FALSE";
  const number = Number(written);
  return written.trim() === "" || Number.isNaN(number) ? null : number;
}

function orNull(text: string): string | null {
  return text === "" ? null : text;
}

/** The text of the first element of that name between two offsets, as written. */
export function innerText(xml: string, from: number, to: number, wanted: string): string | null {
  let start = -1;
  for (const { name, kind, start: at, end } of tags(xml, from, to)) {
    if (name !== wanted) continue;
    if (kind === "open") start = end;
    else return kind === "empty" ? "" : xml.slice(start, at);
  }
  return null;
}

/** The value of a day, YYYY-MM-DD, in the days a workbook counts; null where the text is no day. */
export function daySerial(day: string, { epoch }: Pick<Workbook, "epoch">): number | null {
  const time = /^\d{4}-\d{2}-\d{2}$/.test(day) ? Date.parse(`${day}T00:00:00Z`) : Number.NaN;
  return Number.isNaN(time) ? null : time / 86_400_000 + epoch;
}

/** The day a number stands for, its time left out. */
export function serialDay(serial: number, { epoch }: Pick<Workbook, "epoch">): string | null {
  const day = new Date((Math.floor(serial) - epoch) * 86_400_000);
  return Number.isNaN(day.getTime()) ? null : day.toISOString().slice(0, 10);
}

/** A cell element. Text is inline, so that the table of shared strings stays as it is, and never a formula, whatever it starts with. */
export function cellXml(
  prefix: string,
  place: { readonly column: number; readonly row: number },
  style: string | undefined,
  value: CellValue,
): string {
  const own = style === undefined ? "" : ` s="${style}"`;
  const start = `<${prefix}c r="${columnName(place.column)}${place.row}"${own}`;
  if (value === null || value === "") return `${start}/>`;
  if (typeof value === "number") return `${start}><${prefix}v>${value}</${prefix}v></${prefix}c>`;
  return `${start} t="inlineStr"><${prefix}is><${prefix}t xml:space="preserve">${xmlText(value)}</${prefix}t></${prefix}is></${prefix}c>`;
}
