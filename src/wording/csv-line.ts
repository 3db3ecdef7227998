import { visible } from "./visible.ts";

/** What a spreadsheet takes for the start of a formula, also full-width and after any blanks. */
const FORMULA = /^[\s\p{Cc}\u200b\ufeff]*[=+\-@＝＋－＠﹢﹣﹦﹫]/u;

export type CsvValue = string | number | null;

/** One CSV cell. Text that a spreadsheet would run gets an apostrophe in front; numbers stay numbers. */
function csvCell(value: CsvValue): string {
  if (value === null) return "";
  if (typeof value === "number") return String(value);
  const shown = value.split("\n").map(visible).join("\n");
  const inert = FORMULA.test(value) ? `'${shown}` : shown;
  return /[",'\n]|^\s|\s$/u.test(inert) ? `"${inert.replaceAll('"', '""')}"` : inert;
}

/** One CSV record (RFC 4180) with its CRLF. Line breaks inside a value are kept as LF inside quotes. */
export function csvLine(values: readonly CsvValue[]): string {
  return `${values.map(csvCell).join(",")}\r\n`;
}

/** Spreadsheets take a CSV file for UTF-8 only when it starts with this mark. */
export const BYTE_ORDER_MARK = "\ufeff";
