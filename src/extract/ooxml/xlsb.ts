import type { CellObject, ColInfo, RowInfo, WorkBook } from "@e965/xlsx";
import type { TextBlock } from "../../model/document.ts";
import { cellName } from "../cell-name.ts";
import { type Extract, type ExtractContext, Unread } from "../extractor.ts";
import { sweepUtf16 } from "../ole/sweep.ts";
import { createOutcome, type Outcome } from "../outcome.ts";
import {
  cellBlocks,
  cellReader,
  entriesOf,
  type HiddenLines,
  type Sheet,
  sheetNameBlocks,
  sheetsOf,
} from "../workbook/cells.ts";
import { loadSheetJs, openWorkbook } from "../workbook/sheetjs.ts";
import { xmlStrays } from "../xml-strays.ts";
import { openZip } from "../zip.ts";
import { handOnFiles, listPictures } from "./attachments.ts";
import { type OoxmlPackage, openPackage } from "./package.ts";
import { classOfPart } from "./part-class.ts";
import { propertyParts, readPropertyParts } from "./property-parts.ts";

/** Parts of records ([MS-XLSB] 2.1.7), which are no files of their own. */
const RECORDS = /^xl\/(?!embeddings\/|vbaProject).*\.bin$/i;

/**
 * Reads a binary workbook (.xlsb): cells, comments and names by SheetJS, the other parts by the safety net. Throws `Unread` where the
 * archive or its workbook cannot be read.
 */
export const extractXlsb: Extract = async (bytes, context) => {
  const archive = await openZip(bytes, context);
  const outcome = createOutcome();
  const parts = await openPackage(archive, context.limits, outcome.report);
  // SheetJS inflates without limits: first every part is inflated under ours.
  const net = await readNet(parts, outcome, context);
  const sheetJs = await loadSheetJs();
  const workbook = openWorkbook(sheetJs, bytes, { looks: true });
  const blocks = workbookBlocks(workbook, cellReader(sheetJs, workbook));
  const said = new Set(blocks.map(({ text }) => text));
  const channels = new Set(blocks.map(({ channel }) => channel).sort());
  for (const channel of [null, ...[...channels].filter((each) => each !== null)])
    say(
      outcome,
      context,
      blocks.filter((block) => block.channel === channel),
    );
  say(
    outcome,
    context,
    net.filter(({ text }) => !said.has(text)),
  );
  await readPropertyParts(parts, outcome, context);
  const files = { ...parts, parts: parts.parts.filter((part) => !RECORDS.test(part)) };
  await listPictures(files, [], outcome, context);
  await handOnFiles(files, [], outcome, context);
  return outcome.finish("xlsb");
};

function say(outcome: Outcome, { budget }: ExtractContext, blocks: readonly TextBlock[]): void {
  for (const block of blocks) {
    budget.spendText(block.text.length);
    outcome.blocks.push(block);
  }
}

/** What may be text in any part; a part that passes a limit ends the reading of the file. */
async function readNet(parts: OoxmlPackage, outcome: Outcome, context: ExtractContext): Promise<TextBlock[]> {
  const blocks: TextBlock[] = [];
  const properties = new Set(await propertyParts(parts));
  for (const part of parts.parts) {
    try {
      const bytes = await parts.read(part);
      if (properties.has(part)) continue;
      for (const text of await netOf(parts, part, bytes, context))
        blocks.push({ text, part: "other", channel: "other", location: { object: part } });
    } catch (error) {
      if (!(error instanceof Unread) || error.code.startsWith("limit-")) throw error;
      outcome.report(part, error);
    }
  }
  return blocks;
}

async function netOf(
  parts: OoxmlPackage,
  part: string,
  bytes: Uint8Array,
  { limits }: ExtractContext,
): Promise<string[]> {
  if (RECORDS.test(part)) return /styles|theme/i.test(part) ? [] : sweepUtf16(bytes, [[0, bytes.length]]);
  return classOfPart(parts, part) === "xml" && !/theme|\.rels$|Content_Types/i.test(part)
    ? xmlStrays(bytes, limits)
    : [];
}

function workbookBlocks(workbook: WorkBook, asText: (cell: CellObject) => string): TextBlock[] {
  const blocks = sheetsOf(workbook).flatMap((sheet) => [
    ...sheetNameBlocks(sheet),
    ...cellBlocks(sheet, hiddenLines(sheet), asText),
    ...commentBlocks(sheet),
  ]);
  for (const { Name: text } of workbook.Workbook?.Names ?? [])
    if (!text.startsWith("_xlnm.") && text.trim() !== "")
      blocks.push({ text, part: "other", channel: "defined-name", location: {} });
  return blocks;
}

function hiddenLines({ cells }: Sheet): HiddenLines {
  const hidden = (lines: readonly (RowInfo | ColInfo)[] = []) =>
    new Set(entriesOf(lines).flatMap(([index, { hidden: is }]) => (is ? [index] : [])));
  return { rows: hidden(cells?.["!rows"]), columns: hidden(cells?.["!cols"]) };
}

function commentBlocks({ name, cells }: Sheet): TextBlock[] {
  const blocks: TextBlock[] = [];
  for (const [row, line] of entriesOf((cells?.["!data"] ?? []) as CellObject[][]))
    for (const [column, { c: comments }] of entriesOf(line))
      for (const { t: text } of comments ?? [])
        blocks.push({
          text,
          part: "comment",
          channel: "comment",
          location: { sheet: name, cell: cellName({ row: row + 1, column: column + 1 }) },
        });
  return blocks;
}
