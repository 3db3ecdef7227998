import type { Limits } from "../../model/limits.ts";
import { createBudget } from "../budget.ts";
import { Unread } from "../extractor.ts";
import { walkXml } from "../xml.ts";
import { openZip, type ZipArchive } from "../zip.ts";
import { CONTENT_TYPES_PART, openPackage } from "./package.ts";

/** Ends of media types, so that macro workbooks and templates count too (ISO/IEC 29500-1 §12.3). */
const WORKSHEET = "spreadsheetml.worksheet+xml";
const SHARED_STRINGS = "spreadsheetml.sharedstrings+xml";

/** Columns of a sheet (§18.3.1.4): what lies beyond is no cell. */
const MOST_COLUMNS = 16_384;

/** The texts of a row by column, the first at 0; cells that are not there are holes. */
export type SheetRow = readonly (string | undefined)[];

/** The cells of every sheet of a workbook as texts, row by row: for lists that a unit keeps as `.xlsx`. See `readWorkbookRows`. */
export async function readWorkbookCells(bytes: Uint8Array, limits: Limits): Promise<string[]> {
  const sheets = await readWorkbookRows(bytes, limits);
  return sheets.flatMap((rows) => rows.flatMap((row) => row.filter((cell) => cell !== undefined)));
}

/**
 * The rows of every sheet of a workbook. Numbers come as they are stored; what a cell looks like is not asked. Throws `Unread` where
 * the file is no workbook or a sheet cannot be read.
 */
export async function readWorkbookRows(bytes: Uint8Array, limits: Limits): Promise<SheetRow[][]> {
  const archive = await openZip(bytes, { limits, budget: createBudget(limits) });
  const { parts, contentType } = await openPackage(archive, limits, (_, error) => {
    throw error;
  });
  if (!parts.includes(CONTENT_TYPES_PART)) throw new Unread("unsupported");
  const ofType = (type: string) => parts.filter((part) => contentType(part)?.endsWith(type));
  const sheets = ofType(WORKSHEET);
  if (sheets.length === 0) throw new Unread("unsupported");
  const shared = await readEach(archive, ofType(SHARED_STRINGS), (part) => sharedStrings(part, limits));
  return readEach(archive, sheets, (part) => rowsOf(part, shared.flat(), limits));
}

async function readEach<T>(
  archive: ZipArchive,
  parts: readonly string[],
  read: (bytes: Uint8Array) => Promise<T>,
): Promise<T[]> {
  const all: T[] = [];
  for (const part of parts) all.push(await read(await archive.read(part)));
  return all;
}

/** Items of the shared string table (§18.4), without the phonetic readings beside them. */
async function sharedStrings(bytes: Uint8Array, limits: Limits): Promise<string[]> {
  const items: string[] = [];
  const text = textCollector();
  await walkXml(
    bytes,
    {
      open: (element) => text.open(element.local),
      text: text.add,
      close({ local }) {
        text.close(local);
        if (local === "si") items.push(text.take());
      },
    },
    { limits },
  );
  return items;
}

/** Values of the cells of one sheet (§18.3.1.4); a cell that does not say where it is follows the one before. */
async function rowsOf(bytes: Uint8Array, shared: readonly string[], limits: Limits): Promise<SheetRow[]> {
  const rows: SheetRow[] = [];
  const text = textCollector();
  let row: (string | undefined)[] = [];
  let type = "n";
  let column = -1;
  await walkXml(
    bytes,
    {
      open({ local, attributes }) {
        if (local === "row") [row, column] = [[], -1];
        if (local === "c") {
          type = attributes.get("t") ?? "n";
          column = columnOf(attributes.get("r")) ?? column + 1;
        }
        text.open(local);
      },
      text: text.add,
      close({ local }) {
        text.close(local);
        if (local === "row") rows.push(row);
        if (local !== "c") return;
        const value = text.take();
        if (value !== "" && type !== "e" && type !== "b" && column < MOST_COLUMNS)
          row[column] = type === "s" ? (shared[Number(value)] ?? "") : value;
      },
    },
    { limits },
  );
  return rows;
}

/** `AB12` → 27 (§18.18.7). */
function columnOf(reference: string | undefined): number | null {
  const letters = /^[A-Z]{1,3}(?=\d)/u.exec(reference ?? "")?.[0];
  if (letters === undefined) return null;
  return [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}

/** Gathers what stands in `<t>` and `<v>`. */
function textCollector() {
  let held = "";
  let wanted = 0;
  let phonetic = 0;
  return {
    open(local: string) {
      if (local === "t" || local === "v") wanted += 1;
      if (local === "rPh") phonetic += 1;
    },
    close(local: string) {
      if (local === "t" || local === "v") wanted -= 1;
      if (local === "rPh") phonetic -= 1;
    },
    add(text: string) {
      if (wanted > 0 && phonetic === 0) held += text;
    },
    take() {
      const text = held;
      held = "";
      return text;
    },
  };
}
