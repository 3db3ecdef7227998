import type { Notice, TextBlock } from "../../model/document.ts";
import { type ExtractContext, Unread } from "../extractor.ts";
import { lettersOf } from "../letters.ts";
import { readAnnotations } from "./annotations.ts";
import { readAppearances } from "./appearances.ts";
import { type Attachment, attachmentsOf, readAttachment } from "./attachments.ts";
import { withForm, withPage } from "./document.ts";
import type { Engine } from "./engine.ts";
import { readInfo, readOutline } from "./metadata.ts";
import { type PageReading, readPage } from "./page.ts";
import { emptyRedactionBlocks, replacementBlocks } from "./page-extras.ts";
import type { Pointer } from "./pdfium.ts";
import type { Inspection } from "./placed-text.ts";
import { mayHaveLayers } from "./redaction/layers.ts";
import { createProof } from "./redaction/proof.ts";
import { earlierStates, readFormerLines } from "./revisions.ts";
import { readStructure } from "./structure.ts";

/** All that PDFium tells about a document; copied out, so that the document can be closed. */
export interface DocumentReading {
  readonly pages: number;
  /** By page number, from 1; pages PDFium fails on are missing. */
  readonly readings: Map<number, PageReading>;
  /** Everything besides the text painted on the pages. */
  readonly blocks: TextBlock[];
  readonly attachments: Attachment[];
  readonly notices: Notice[];
}

/** An open document, and its bytes here and on the heap. */
export interface Opened {
  readonly document: Pointer;
  readonly file: Pointer;
  readonly bytes: Uint8Array;
}

/** An open document on its way to being read. */
interface Session extends Opened {
  readonly engine: Engine;
  readonly context: ExtractContext;
  readonly reading: DocumentReading;
  readonly inspection: Inspection;
}

/** Painting may take this share of the time a file has. */
const PAINTING = 1 / 3;

/**
 * Reads everything, and stops with a notice where a limit is passed: what was read until then stays read.
 * @param painting whether pages may be painted to see what they hide
 */
export function readDocument(
  engine: Engine,
  opened: Opened,
  context: ExtractContext,
  painting: boolean,
): DocumentReading {
  const { document, file, bytes } = opened;
  const pages = Math.max(0, engine.pdfium.FPDF_GetPageCount(document));
  context.onPages?.(pages);
  const reading: DocumentReading = { pages, readings: new Map(), blocks: [], attachments: [], notices: [] };
  const { fileMs, pageMs, fileMsMax } = context.limits;
  const allowance = painting ? PAINTING * Math.min(fileMs + pages * pageMs, fileMsMax) : 0;
  const proof = createProof(engine, file, bytes.length, allowance);
  let layers: boolean | null = null;
  const inspection = { proof, mayHaveLayers: () => (layers ??= mayHaveLayers(bytes)) };
  const session = { engine, ...opened, context, reading, inspection };
  try {
    add(session, readInfo(engine, document));
    add(session, readOutline(engine, document));
    withForm(engine, document, (form) => readPages(session, form));
    for (const attachment of attachmentsOf(engine, document))
      session.reading.attachments.push(readAttachment(engine, attachment, spendFile(context)));
    readEarlierStates(session);
  } catch (error) {
    if (!(error instanceof Unread)) throw error;
    session.reading.notices.push({ code: error.code, location: error.location, detail: error.detail });
  } finally {
    proof.close();
  }
  return reading;
}

function add({ context, reading }: Session, blocks: readonly TextBlock[]): void {
  for (const block of blocks) {
    context.budget.spendText(block.text.length);
    reading.blocks.push(block);
  }
}

function spendFile({ budget }: ExtractContext): (length: number) => void {
  return (length) => {
    budget.spendEntries(1);
    budget.spendBytes(length);
  };
}

function readPages(session: Session, form: Pointer): void {
  const { pages, notices } = session.reading;
  const allowed = session.context.limits.pages;
  if (pages > allowed)
    notices.push({ code: "limit-pages", location: null, detail: { found: pages, allowed } });
  for (let number = 1; number <= Math.min(pages, allowed); number++)
    if (!readOnePage(session, form, number))
      notices.push({ code: "page-unread", location: { page: number } });
}

/** @returns whether all of the page was read */
function readOnePage(session: Session, form: Pointer, number: number): boolean {
  const { engine, document } = session;
  const read = withPage(engine, document, number - 1, (page) => readContents(session, form, page, number));
  if (!read) return false;
  const appearances = read.appearances ? readAppearances(engine, document, number - 1, read.letters) : [];
  add(
    session,
    appearances.map((text) => ({ text, part: "annotation", channel: null, location: { page: number } })),
  );
  return read.complete;
}

/** Reads what is painted, then what else the page carries; null when PDFium cannot load its text. */
function readContents(
  session: Session,
  form: Pointer,
  page: Pointer,
  number: number,
): { complete: boolean; appearances: boolean; letters: string } | null {
  const { engine, document, context, reading } = session;
  const location = { page: number };
  const painted = readPage(engine, page, number, session.inspection);
  if (!painted) return null;
  for (const { text } of painted.lines) context.budget.spendText(text.length);
  reading.readings.set(number, painted);
  const letters = lettersOf(painted.lines.map(({ text }) => text).join(""));
  const notes = readAnnotations({ engine, document, form, location, spend: spendFile(context) }, page);
  reading.attachments.push(...notes.attachments);
  add(session, [...notes.blocks, ...emptyRedactionBlocks(painted, number)]);
  add(session, replacementBlocks(painted, readStructure(engine, document, page), letters, number));
  const noted = lettersOf(notes.blocks.map(({ text }) => text).join(""));
  return { complete: painted.complete, appearances: notes.painted, letters: letters + noted };
}

function readEarlierStates(session: Session): void {
  const { engine, document, bytes, context, reading } = session;
  const states = earlierStates(engine, document, bytes);
  if (states.length === 0) return;
  const present = [...reading.readings.values()].flatMap(({ lines }) => lines.map(({ text }) => text));
  const { lines, complete } = readFormerLines(
    engine,
    bytes,
    states,
    lettersOf(present.join("")),
    context.limits.pages,
  );
  add(
    session,
    lines.map(({ text, page }) => ({ text, part: "body", channel: "previous-revision", location: { page } })),
  );
  if (!complete) reading.notices.push({ code: "part-unread", location: { object: "previous-revision" } });
}
