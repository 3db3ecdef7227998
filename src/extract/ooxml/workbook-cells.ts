import type { Limits } from "../../model/limits.ts";
import { createBudget } from "../budget.ts";
import { Unread } from "../extractor.ts";
import { walkXml } from "../xml.ts";
import { openZip, type ZipArchive } from "../zip.ts";
import { CONTENT_TYPES_PART, openPackage } from "./package.ts";

/** Ends of media types, so that macro workbooks and templates count too (ISO/IEC 29500-1 §12.3). */
const WORKSHEET = "spreadsheetml.worksheet+xml";
const SHARED_STRINGS = "spreadsheetml.sharedstrings+xml";

/**
 * The cells of every sheet of a workbook as texts, row by row: for lists that a unit keeps as `.xlsx`. Numbers come as they are
 * stored; what a cell looks like is not asked. Throws `Unread` where the file is no workbook or a sheet cannot be read.
 */
export async function readWorkbookCells(bytes: Uint8Array, limits: Limits): Promise<string[]> {
  const archive = await openZip(bytes, { limits, budget: createBudget(limits) });
  const { parts, contentType } = await openPackage(archive, limits, (_, error) => {
    throw error;
  });
  if (!parts.includes(CONTENT_TYPES_PART)) throw new Unread("unsupported");
  const ofType = (type: string) => parts.filter((part) => contentType(part)?.endsWith(type));
  const sheets = ofType(WORKSHEET);
  if (sheets.length === 0) throw new Unread("unsupported");
  const shared = await readEach(archive, ofType(SHARED_STRINGS), (part) => sharedStrings(part, limits));
  return readEach(archive, sheets, (part) => cellsOf(part, shared, limits));
}

async function readEach(
  archive: ZipArchive,
  parts: readonly string[],
  read: (bytes: Uint8Array) => Promise<string[]>,
): Promise<string[]> {
  const texts: string[] = [];
  for (const part of parts) for (const text of await read(await archive.read(part))) texts.push(text);
  return texts;
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

/** Values of the cells of one sheet (§18.3.1.4). */
async function cellsOf(bytes: Uint8Array, shared: readonly string[], limits: Limits): Promise<string[]> {
  const cells: string[] = [];
  const text = textCollector();
  let type = "n";
  await walkXml(
    bytes,
    {
      open({ local, attributes }) {
        if (local === "c") type = attributes.get("t") ?? "n";
        text.open(local);
      },
      text: text.add,
      close({ local }) {
        text.close(local);
        if (local !== "c") return;
        const value = text.take();
        if (value !== "" && type !== "e" && type !== "b")
          cells.push(type === "s" ? (shared[Number(value)] ?? "") : value);
      },
    },
    { limits },
  );
  return cells;
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
