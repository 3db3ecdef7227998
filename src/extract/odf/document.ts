import { type ExtractContext, Unread } from "../extractor.ts";
import type { Outcome } from "../outcome.ts";
import { readPart } from "./part.ts";
import { type OdfDocument, type Reading, startReading } from "./reading.ts";
import { mastersShown, type Styles } from "./styles.ts";

/** What reading any part of a document needs. */
export interface OdfReader {
  readonly document: OdfDocument;
  readonly context: ExtractContext;
  readonly outcome: Outcome;
  /** Of all parts read so far. */
  readonly readings: Reading[];
}

/** `styles` are those of the text; `holds` tells whether an address leads into the package. */
export function startReader(
  context: ExtractContext,
  outcome: Outcome,
  styles: Styles,
  holds: OdfDocument["holds"],
): OdfReader {
  const { spendText, spendBytes } = context.budget;
  const document: OdfDocument = {
    numbers: new Map(),
    said: new Set(),
    authors: new Set(),
    body: null,
    slides: 0,
    mastersShown: mastersShown(styles),
    drawn: styles.drawn,
    holds,
    spendText,
    spendBytes,
  };
  return { document, context, outcome, readings: [] };
}

/** Reads the part that holds the text: without any of it the file counts as unread; one that breaks off keeps what came before. */
export async function readMain(
  reader: OdfReader,
  part: string,
  bytes: Uint8Array,
  styles: Styles,
): Promise<void> {
  const reading = startReading(reader.document, part, styles);
  try {
    await readPart(bytes, reading, reader.context.limits);
  } catch (error) {
    if (!(error instanceof Unread)) throw error;
    const { code, detail } = error;
    if (reading.visible[0]?.length === 0)
      throw new Unread(code === "undecodable" ? "corrupt" : code, detail, { object: part });
    reader.outcome.report(part, error);
  }
  gather(reader, reading);
}

/** Reads any other part; one that breaks off keeps what came before, with a notice. */
export async function readOther(
  reader: OdfReader,
  part: string,
  styles: Styles,
  bytes: Uint8Array,
): Promise<void> {
  const reading = startReading(reader.document, part, styles);
  await reader.outcome.attempt(part, () => readPart(bytes, reading, reader.context.limits));
  gather(reader, reading);
}

/** Hidden texts follow the seen ones, channel by channel, so that each channel can be read as one text. */
function gather({ outcome, readings }: OdfReader, reading: Reading): void {
  const { visible, notes, hidden } = reading;
  for (const block of [...visible.slice(0, 1), notes].flat()) outcome.blocks.push(block);
  for (const channel of new Set(hidden.map((block) => block.channel)))
    for (const block of hidden) if (block.channel === channel) outcome.blocks.push(block);
  readings.push(reading);
}

/** Tells what may be text and was met at no known place, unless it was said elsewhere in the document. */
export function tellStrays({ document: { said }, outcome, readings }: OdfReader): void {
  for (const block of readings.flatMap(({ strays }) => strays)) {
    if (said.has(block.text)) continue;
    said.add(block.text);
    outcome.blocks.push(block);
  }
}
