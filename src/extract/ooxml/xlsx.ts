import type { Channel } from "../../model/document.ts";
import type { Limits } from "../../model/limits.ts";
import { type Extract, type ExtractContext, Unread } from "../extractor.ts";
import { createOutcome, type Outcome } from "../outcome.ts";
import { speaks } from "../speaks.ts";
import type { XmlElement } from "../xml.ts";
import { openZip } from "../zip.ts";
import { handOnFiles, listPictures } from "./attachments.ts";
import { partKey } from "./content-types.ts";
import { mainPart } from "./kind.ts";
import { CONTENT_TYPES_PART, type OoxmlPackage, openPackage } from "./package.ts";
import { classOfPart } from "./part-class.ts";
import { propertyParts, readPropertyParts } from "./property-parts.ts";
import { type OpenBook, openBook } from "./sheet/book.ts";
import { readExternalTargets } from "./sheet/external-targets.ts";
import { handOnMashups } from "./sheet/mashup.ts";
import { paintedAreas } from "./sheet/painted.ts";
import { walkPart } from "./sheet/part.ts";
import { readerOf, SHEET_ROOTS } from "./sheet/part-readers.ts";
import { type Place, type Reading, startReading } from "./sheet/reading.ts";
import { isNamed, listSheets, partsOfSheet, type Sheet } from "./sheet/sheets.ts";
import { mendVml } from "./sheet/vml.ts";
import { noWorkbook, readWorkbook, type Workbook } from "./sheet/workbook.ts";
import { worksheetReader } from "./sheet/worksheet.ts";

const USUAL_MAIN_PART = "xl/workbook.xml";
const NODES_PER_CELL = 6;

/**
 * Reads a SpreadsheetML package (.xlsx .xlsm .xltx .xltm, transitional or strict): every sheet in the order of the tabs with what
 * hangs on it, then every other part that holds text, whether a sheet refers to it or not. Throws `Unread` when the archive cannot
 * be read or has no main part.
 */
export const extractXlsx: Extract = async (bytes, context) => {
  const archive = await openZip(bytes, context);
  const outcome = createOutcome();
  const parts = await openPackage(archive, context.limits, outcome.report);
  const main = (await mainPart(parts)) ?? parts.find(USUAL_MAIN_PART);
  if (main === undefined) throw new Unread("corrupt");

  const workbook = noWorkbook();
  await outcome.attempt(main, async () => readWorkbook(await parts.read(main), workbook, context.limits));
  const book = await openBook(parts, main, workbook.date1904, context.limits, outcome);
  const reading = startReading(outcome, context);
  const spreadsheet = { parts, context, outcome, book, reading, owners: new Map() };

  const sheets = await listSheets(parts, main, workbook);
  for (const sheet of sheets) await readSheet(spreadsheet, sheet);
  if (sheets.some(({ part }) => part === undefined)) outcome.report(main, new Unread("corrupt"));
  const lost = sheets.length === 0 || sheets.some(({ part }) => part === undefined);
  await readRemains(spreadsheet, lost ? null : "orphan");
  await sayOfWorkbook(spreadsheet, workbook);
  await readPropertyParts(parts, outcome, context);
  await handOnMashups(reading.packages, outcome, context);
  await listPictures(parts, reading.references, outcome, context);
  await handOnFiles(parts, reading.references, outcome, context);
  return outcome.finish("xlsx");
};

/** What reading any part of this workbook needs. */
interface Spreadsheet {
  readonly parts: OoxmlPackage;
  readonly context: ExtractContext;
  readonly outcome: Outcome;
  readonly book: OpenBook;
  readonly reading: Reading;
  /** The place of every part that hangs on a sheet, by its key; those are read with their sheet. */
  readonly owners: Map<string, Place>;
}

async function readSheet(spreadsheet: Spreadsheet, sheet: Sheet): Promise<void> {
  const { parts, outcome, owners, reading } = spreadsheet;
  const { name, channel, part } = sheet;
  if (outcome.exhausted()) return;
  const place: Place = { part: part ?? "", sheet: name, channel };
  const sayName = async () => {
    if (isNamed(sheet)) reading.emit({ text: name, part: "other", channel, location: { sheet: name } });
  };
  await outcome.attempt(part ?? USUAL_MAIN_PART, sayName);
  if (part === undefined || owners.has(partKey(part))) return reading.flush();
  owners.set(partKey(part), place);
  await readPart(spreadsheet, place, true);
  for (const each of await partsOfSheet(parts, part, owners, place))
    if (classOfPart(parts, each) === "xml") await readPart(spreadsheet, { ...place, part: each }, false);
}

/** Parts no sheet leads to. A sheet among them is a remain, unless the directions that should lead to it are lost. */
async function readRemains(spreadsheet: Spreadsheet, channel: Channel | null): Promise<void> {
  const { parts, owners, book } = spreadsheet;
  const properties = await propertyParts(parts);
  const apart = new Set([CONTENT_TYPES_PART, book.stringsPart ?? "", ...properties].map(partKey));
  for (const part of parts.parts) {
    const key = partKey(part);
    if (owners.has(key) || apart.has(key) || key.endsWith(".rels")) continue;
    if (classOfPart(parts, part) === "xml")
      await readPart(spreadsheet, { part, sheet: undefined, channel }, false);
  }
}

async function readPart(spreadsheet: Spreadsheet, place: Place, isSheet: boolean): Promise<void> {
  const { parts, context, outcome, book, reading } = spreadsheet;
  const { part } = place;
  if (outcome.exhausted()) return;
  await outcome.attempt(part, async () => {
    const read = await parts.read(part);
    const bytes = part.toLowerCase().endsWith(".vml") ? mendVml(read) : read;
    const seen = isSheet && place.channel === null && book.mayVanish;
    const painted = seen ? await paintedAreas(parts, part, bytes, outcome, context.limits) : [];
    const handlersFor = (root: XmlElement) =>
      SHEET_ROOTS.has(root.name)
        ? worksheetReader(place, painted, book, reading)
        : readerOf(root)(place, reading);
    await walkPart(part, bytes, handlersFor, isSheet ? sheetLimits(context.limits) : context.limits);
  });
  reading.flush();
}

/** A cell is about six nodes, and none of them is kept: a sheet may have as many cells as another part has nodes. */
function sheetLimits(limits: Limits): Limits {
  return { ...limits, xmlNodes: limits.xmlNodes * NODES_PER_CELL };
}

/** What belongs to no sheet: names, users and paths, texts that no cell uses, words of number formats, links to the outside. */
async function sayOfWorkbook(
  { parts, outcome, book, reading }: Spreadsheet,
  workbook: Workbook,
): Promise<void> {
  const stringsPart = book.stringsPart ?? "xl/sharedStrings.xml";
  if (outcome.exhausted()) return;
  if (book.stringMissing) outcome.report(stringsPart, new Unread("corrupt"));
  await outcome.attempt(stringsPart, async () => {
    for (const text of book.formatWords)
      if (speaks(text)) reading.emit({ text, part: "other", channel: null, location: { object: "numFmt" } });
    for (const block of workbook.blocks) reading.emit(block);
    const location = { object: stringsPart };
    for (const { text, phonetic } of book.strings.unused())
      for (const each of [text, phonetic])
        reading.emit({ text: each, part: "other", channel: "orphan", location });
    await readExternalTargets(parts, reading);
  });
  reading.flush();
}
