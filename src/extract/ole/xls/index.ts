import type { TextBlock } from "../../../model/document.ts";
import { type Extract, Unread } from "../../extractor.ts";
import { cellBlocks, cellReader, NONE_HIDDEN, sheetNameBlocks, sheetsOf } from "../../workbook/cells.ts";
import { loadSheetJs, openWorkbook } from "../../workbook/sheetjs.ts";
import { isCompound } from "../classify.ts";
import { containerOf, openOle } from "../container.ts";
import { type OleReading, startReading } from "../reading.ts";
import { readRest } from "../rest.ts";
import { readBookRecords } from "./book-records.ts";
import { readDrawings } from "./drawings.ts";
import { graphBlocks, isGraph } from "./graph.ts";
import { cellsOnly, netNeedless } from "./record-kinds.ts";
import { orphanBlocks, pivotBlocks } from "./remains.ts";
import { readSheetRecords } from "./sheet-records.ts";
import { type Substream, substreamsOf } from "./substreams.ts";

const MAIN = "Workbook";
const MAIN_BEFORE_97 = "Book";

/**
 * Reads a workbook of Excel 2.0 to 2003 (.xls .xlt, .et of WPS), in a compound file or, before Excel 5.0, without: cells by SheetJS, all
 * else by its records, then properties, objects and what lies unused. Throws `Unread` where no cell can be read.
 */
export const extractXls: Extract = async (bytes, context) => {
  const container = isCompound(bytes) ? openOle(bytes, context.budget) : containerOf(MAIN, bytes);
  const reading = startReading(container, context);
  const stream = container.find(MAIN) ?? container.find(MAIN_BEFORE_97);
  if (stream === undefined) throw new Unread("corrupt", { format: "xls" });
  const content = reading.read(stream);
  const report = (error: Unread) => reading.outcome.report(stream.path, error);
  const substreams = substreamsOf(content, report);
  // SheetJS would take such bytes for a text file.
  if (substreams.length === 0) throw new Unread("corrupt", { format: "xls" });

  await readWorkbook(reading, content, substreams, report);
  readDrawings(reading, stream.path, substreams);
  reading.cover(stream.path, netNeedless(content, substreams));
  await reading.outcome.attempt("_SX_DB_CUR", async () => reading.say(pivotBlocks(reading)));
  await readRest(reading);
  return reading.outcome.finish("xls");
};

/** Sheets in the order of the tabs, what is seen before what is hidden. */
async function readWorkbook(
  reading: OleReading,
  stream: Uint8Array,
  substreams: readonly Substream[],
  report: (error: Unread) => void,
): Promise<void> {
  const around = substreams.map((substream) => readSheetRecords(substream, report));
  if (isGraph(substreams)) {
    for (const { records } of substreams) reading.say(graphBlocks(records));
    for (const { blocks } of around) reading.say(blocks);
    return;
  }
  const sheetJs = await loadSheetJs();
  const workbook = openWorkbook(sheetJs, cellsOnly(stream), { looks: false });
  const asText = cellReader(sheetJs, workbook);
  const sheets = sheetsOf(workbook);
  // A second sheet of the same name takes the place of the first.
  if (new Set(workbook.SheetNames).size < sheets.length) report(new Unread("corrupt"));

  const blocks = sheets.flatMap((sheet) => {
    const { hiddenLines = NONE_HIDDEN, blocks: others = [] } =
      around.find(({ name }) => name === sheet.name) ?? {};
    return [...sheetNameBlocks(sheet), ...cellBlocks(sheet, hiddenLines, asText), ...others];
  });
  for (const { name, blocks: others } of around)
    if (!workbook.SheetNames.includes(name ?? "")) blocks.push(...others);
  for (const { sheet, version, records } of substreams)
    if (sheet === undefined) blocks.push(...readBookRecords(records, version, report));
  blocks.push(...orphanBlocks(workbook, blocks));
  sayInOrder(reading, blocks);
}

function sayInOrder({ say }: OleReading, blocks: readonly TextBlock[]): void {
  say(blocks.filter(({ channel }) => channel === null));
  const channels = new Set(blocks.map(({ channel }) => channel));
  channels.delete(null);
  for (const each of channels) say(blocks.filter(({ channel }) => channel === each));
}
