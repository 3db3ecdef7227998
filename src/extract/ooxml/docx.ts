import type { TextBlock } from "../../model/document.ts";
import { type Extract, type ExtractContext, Unread } from "../extractor.ts";
import { createOutcome, type Outcome } from "../outcome.ts";
import { openZip } from "../zip.ts";
import { handOnFiles, listPictures } from "./attachments.ts";
import { partKey } from "./content-types.ts";
import { mainPart } from "./kind.ts";
import { CONTENT_TYPES_PART, type OoxmlPackage, openPackage } from "./package.ts";
import { classOfPart } from "./part-class.ts";
import { propertyParts, readPropertyParts } from "./property-parts.ts";
import { createCounter, NO_NUMBERING, type Numbering, readNumbering } from "./word/numbering.ts";
import { readPart } from "./word/part.ts";
import { type Reading, type Section, startReading, type WordDocument } from "./word/reading.ts";
import { type PartUse, rootStory } from "./word/root-story.ts";
import { printedHeaders } from "./word/section.ts";
import { NO_SETTINGS, readSettings, type Settings } from "./word/settings.ts";
import { NO_STYLES, readStyles } from "./word/styles.ts";

const USUAL_MAIN_PART = "word/document.xml";
/** Parts the text hangs on, in the order a reader meets them; all others follow as they lie in the package. */
const READING_ORDER = ["header", "footer", "footnotes", "endnotes", "comments"];

/**
 * Reads a WordprocessingML package (.docx .docm .dotx .dotm, transitional or strict): every part that holds text,
 * whether the document refers to it or not. Throws `Unread` when the archive or the main part cannot be read at all.
 */
export const extractDocx: Extract = async (bytes, context) => {
  const archive = await openZip(bytes, context);
  const outcome = createOutcome();
  const parts = await openPackage(archive, context.limits, outcome.report);
  const main = (await mainPart(parts)) ?? parts.find(USUAL_MAIN_PART);
  if (main === undefined) throw new Unread("corrupt");

  const word = await openWord(parts, main, context, outcome);
  const body = await readMain(word, main);
  const printed = await printedParts(word, main, body.sections);
  const readings = [body];
  await reportMissing(word, main);
  for (const part of await orderedParts(parts, main)) {
    if (outcome.exhausted()) break;
    readings.push(await readOther(word, part, printed));
  }
  await readPropertyParts(parts, outcome, context);
  await listPictures(parts, readings, outcome, context);
  await handOnFiles(parts, readings, outcome, context);
  return outcome.finish("docx");
};

/** What reading any part of this package needs. */
interface Word {
  readonly parts: OoxmlPackage;
  readonly context: ExtractContext;
  readonly outcome: Outcome;
  readonly document: WordDocument;
  readonly numbering: Numbering;
  readonly settings: Settings;
}

async function openWord(
  parts: OoxmlPackage,
  main: string,
  context: ExtractContext,
  outcome: Outcome,
): Promise<Word> {
  const { limits, budget } = context;
  const related = async <T>(
    type: string,
    read: (bytes: Uint8Array, l: typeof limits) => Promise<T>,
    absent: T,
  ) => {
    const target = (await parts.relationships(main)).find((each) => each.type === type)?.target;
    const part = parts.find(target ?? `word/${type}.xml`);
    if (part === undefined) return absent;
    return (await outcome.attempt(part, async () => read(await parts.read(part), limits))) ?? absent;
  };
  const settings = await related("settings", readSettings, NO_SETTINGS);
  const document: WordDocument = {
    styles: await related("styles", readStyles, NO_STYLES),
    numbers: { textbox: 0, table: 0 },
    notes: new Set(),
    others: new Set(),
    showsPageColour: settings.displayBackground,
    pageColour: "FFFFFF",
    spendText: budget.spendText,
  };
  return {
    parts,
    context,
    outcome,
    document,
    settings,
    numbering: await related("numbering", readNumbering, NO_NUMBERING),
  };
}

/** Without any text of the main part the file counts as unread; a part that breaks off keeps what came before. */
async function readMain(word: Word, main: string): Promise<Reading> {
  const visible: TextBlock[] = [];
  const reading = begin(word, main, visible);
  try {
    await readInto(word, reading, "main");
  } catch (error) {
    if (!(error instanceof Unread)) throw error;
    if (visible.length === 0) throw unreadMain(error, main);
    word.outcome.report(main, error);
  }
  gather(word, reading, visible);
  return reading;
}

function unreadMain({ code, detail }: Unread, main: string): Unread {
  return new Unread(code === "undecodable" ? "corrupt" : code, detail, { object: main });
}

async function readOther(word: Word, part: string, printed: ReadonlySet<string>): Promise<Reading> {
  const visible: TextBlock[] = [];
  const reading = begin(word, part, visible);
  const use = printed.has(partKey(part)) ? "printed" : "none";
  await word.outcome.attempt(part, () => readInto(word, reading, use));
  gather(word, reading, visible);
  return reading;
}

function begin({ document, numbering }: Word, part: string, visible: TextBlock[]): Reading {
  return startReading(document, part, createCounter(numbering, document.styles), visible);
}

async function readInto({ parts, context }: Word, reading: Reading, use: PartUse): Promise<void> {
  const part = reading.partName;
  const story = (root: string) => rootStory(root, part, use);
  await readPart(await parts.read(part), reading, story, context.limits);
}

/** Hidden texts follow the seen ones, channel by channel, so that each channel can be read as one text. */
function gather({ outcome }: Word, { hidden }: Reading, visible: readonly TextBlock[]): void {
  for (const block of visible) outcome.blocks.push(block);
  for (const channel of new Set(hidden.map((block) => block.channel)))
    for (const block of hidden) if (block.channel === channel) outcome.blocks.push(block);
}

async function printedParts(word: Word, main: string, sections: readonly Section[]): Promise<Set<string>> {
  const ids = printedHeaders(sections, word.settings.evenAndOddHeaders);
  const relationships = await word.parts.relationships(main);
  return new Set(relationships.filter(({ id }) => ids.has(id)).map(({ target }) => partKey(target)));
}

/** A header or note that the document promises and the package lacks has not been read. */
async function reportMissing({ parts, outcome }: Word, main: string): Promise<void> {
  for (const { type, target, external } of await parts.relationships(main))
    if (READING_ORDER.includes(type) && !external && parts.find(target) === undefined)
      outcome.report(target, new Unread("corrupt"));
}

/** All XML parts but the main one, the properties, and documents that are only embedded. */
async function orderedParts(parts: OoxmlPackage, main: string): Promise<readonly string[]> {
  const relationships = await parts.relationships(main);
  const first = READING_ORDER.flatMap((type) => relationships.filter((each) => each.type === type))
    .map(({ target }) => parts.find(target))
    .filter((part) => part !== undefined);
  const chunks = relationships.filter(({ type }) => type === "aFChunk").map(({ target }) => target);
  const apart = new Set([main, CONTENT_TYPES_PART, ...(await propertyParts(parts)), ...chunks].map(partKey));
  const ordered = new Set([...first, ...parts.parts]);
  return [...ordered].filter((part) => !apart.has(partKey(part)) && classOfPart(parts, part) === "xml");
}
