import type { TextBlock } from "../../../model/document.ts";
import { type Extract, Unread } from "../../extractor.ts";
import { openOle } from "../container.ts";
import { type OleReading, startReading } from "../reading.ts";
import { readOfficeArt, readRest } from "../rest.ts";
import { FIB, type Fib, readFib, structure } from "./fib.ts";
import { readFormattedPages } from "./formatted-pages.ts";
import { type Piece, readPieces } from "./pieces.ts";
import { secondOpinion } from "./second-opinion.ts";
import { ALL_PAGES, readPrintedPages } from "./sections.ts";
import { readStory } from "./story.ts";
import { fontNames, STRING_TABLES } from "./string-tables.ts";
import { PLAIN, readStyles } from "./styles.ts";
import { storiesOf } from "./subdocuments.ts";
import type { DocText } from "./text.ts";

const MAIN = "WordDocument";

/**
 * Reads a Word 97-2007 document (.doc .dot, .wps of WPS): all its texts by the piece table, with the formatting that hides some of them,
 * its tables of strings, properties, objects and pictures, and what lies unused in its streams.
 * Throws `Unread`: `unsupported` for older versions, `corrupt` where not even a second reader finds the text.
 */
export const extractDoc: Extract = async (bytes, context) => {
  const reading = startReading(openOle(bytes, context.budget), context);
  const stream = reading.container.find(MAIN);
  if (stream === undefined) throw new Unread("corrupt", { format: "doc" });
  const main = reading.read(stream);
  const fib = readFib(main);
  const tableStream = reading.container.find(fib.tableName);
  if (tableStream === undefined) throw new Unread("corrupt", { format: "doc" });
  const file: DocFile = { reading, fib, main, table: reading.read(tableStream) };

  await readText(file);
  await readStringTables(file);
  for (const { path, content } of artStreams(file)) readOfficeArt(reading, path, content);
  await readRest(reading);
  return reading.outcome.finish("doc");
};

interface DocFile {
  readonly reading: OleReading;
  readonly fib: Fib;
  readonly main: Uint8Array;
  readonly table: Uint8Array;
}

/** A piece table that cannot be followed leaves a second reader to try; what it finds is not all there is. */
async function readText(file: DocFile): Promise<void> {
  const { reading, fib, main, table } = file;
  const { budget } = reading.context;
  try {
    const { text, pieces } = readPieces(fib, main, table, budget.spendText);
    reading.cover(MAIN, pieces.map(rangeOf));
    // Characters that the stream lacks are not there to be read.
    if (pieces.some((piece) => rangeOf(piece)[1] > main.length))
      reading.outcome.report(MAIN, new Unread("corrupt"));
    await readStories(file, text, pieces);
  } catch (error) {
    if (!(error instanceof Unread) || error.code !== "corrupt") throw error;
    const blocks = await secondOpinion(main, table, fib.tableName);
    if (blocks.length === 0) throw error;
    reading.outcome.report(MAIN, error);
    reading.say(blocks);
  }
}

function rangeOf({ start, end, at, bytesPerCharacter }: Piece): readonly [number, number] {
  return [at, at + (end - start) * bytesPerCharacter];
}

/** Visible text first, then what is hidden, channel by channel. */
async function readStories(file: DocFile, text: string, pieces: readonly Piece[]): Promise<void> {
  const { reading, fib, main, table } = file;
  const doc = await openText(file, text, pieces);
  const pages = await reading.outcome.attempt("sections", async () => readPrintedPages(fib, main, table));
  const hidden: TextBlock[] = [];
  for (const story of storiesOf(fib, table, text.length, pages ?? ALL_PAGES)) {
    const blocks = readStory(doc, story);
    // The characters are spent already.
    for (const block of blocks.visible)
      (block.channel === null ? reading.outcome.blocks : hidden).push(block);
    for (const block of blocks.hidden) hidden.push(block);
  }
  for (const channel of new Set(hidden.map((block) => block.channel)))
    for (const block of hidden) if (block.channel === channel) reading.outcome.blocks.push(block);
}

/** Formatting that cannot be read is reported; the text is then taken as seen. */
async function openText(
  { reading, fib, main, table }: DocFile,
  text: string,
  pieces: readonly Piece[],
): Promise<DocText> {
  const { outcome } = reading;
  const runs = async (index: number, kind: "character" | "paragraph") => {
    const read = async () => {
      const bins = structure(fib, table, index);
      return bins === undefined ? [] : readFormattedPages(bins, main, kind);
    };
    return (await outcome.attempt(`${kind} formatting`, read)) ?? [];
  };
  const styles = await outcome.attempt("styles", async () => {
    const sheet = structure(fib, table, FIB.styles);
    return sheet && readStyles(sheet);
  });
  return {
    text,
    pieces,
    characterRuns: await runs(FIB.characterPages, "character"),
    paragraphRuns: await runs(FIB.paragraphPages, "paragraph"),
    styles: styles ?? (() => PLAIN),
    fonts: (await outcome.attempt("fonts", async () => fontNames(fib, table))) ?? [],
  };
}

async function readStringTables({ reading, fib, table }: DocFile): Promise<void> {
  const covered = [FIB.styles, FIB.fonts, ...STRING_TABLES.map(({ index }) => index)];
  for (const { name, index, read } of STRING_TABLES)
    await reading.outcome.attempt(name, async () => {
      const bytes = structure(fib, table, index);
      if (bytes !== undefined) reading.say(read(bytes));
    });
  for (const index of covered) {
    const range = fib.range(index);
    if (range) reading.cover(fib.tableName, [[range.at, range.at + range.length]]);
  }
}

/** Drawings lie in the table stream, pictures in the other two. */
function artStreams({ reading, fib, main, table }: DocFile): { path: string; content: Uint8Array }[] {
  const data = reading.container.find("Data");
  return [
    { path: fib.tableName, content: table },
    { path: MAIN, content: main },
    ...(data ? [{ path: "Data", content: reading.read(data) }] : []),
  ];
}
