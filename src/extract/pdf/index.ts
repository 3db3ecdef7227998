import type { Extraction, Notice, TextBlock } from "../../model/document.ts";
import type { Extract, ExtractContext } from "../extractor.ts";
import type { Attachment } from "./attachments.ts";
import { type Consultation, consult } from "./consult.ts";
import { NotOpenable, withDocument } from "./document.ts";
import { discardEngine, isTrap, loadEngine } from "./engine.ts";
import { readWithPdfjs } from "./pdfjs-only.ts";
import { linesOf } from "./plain-lines.ts";
import { readRaw, sweepBytes } from "./raw/index.ts";
import { type DocumentReading, readDocument } from "./read-document.ts";
import { isCutOff } from "./truncation.ts";

/**
 * Text of a PDF: what the pages show, line by line, and what the file carries beside it.
 * @throws Unread `encrypted` for a file that asks for a password, `corrupt` for one that no engine opens
 */
export const extractPdf: Extract = async (bytes, context) => {
  const raw = readRaw(bytes, context);
  const reading = await readWithPdfium(bytes, context);
  if (reading === null || reading.pages === 0) return readWithPdfjs(bytes, context);
  const consultation = await consult(bytes, reading);
  const unpacked = await handOver(reading.attachments, context);
  const told = [...pageBlocks(reading, consultation), ...reading.blocks, ...unpacked.blocks];
  const notices = [...reading.notices, ...pageNotices(reading, consultation), ...consultation.notices];
  const swept = isSpent(notices) ? NOTHING : await sweepBytes(await loadEngine(), bytes, raw, told, context);
  const cutOff: Notice[] = isCutOff(bytes) ? [{ code: "corrupt", location: null }] : [];
  return {
    format: "pdf",
    blocks: [...told, ...swept.blocks],
    notices: [
      ...notices,
      ...unpacked.notices,
      ...swept.notices.filter(({ location }) => !isTold(location?.page, notices)),
      ...cutOff,
    ],
    pictures: [...reading.readings.values()].flatMap(({ pictures }) => pictures),
    pages: reading.pages,
  } satisfies Extraction;
};

const NOTHING: Pick<Extraction, "blocks" | "notices"> = { blocks: [], notices: [] };

/** A limit of the whole file is reached. */
function isSpent(notices: readonly Notice[]): boolean {
  return notices.some(({ code }) => code === "limit-expanded" || code === "limit-text");
}

/** Whether a page is already said not to be read. */
function isTold(page: number | undefined, notices: readonly Notice[]): boolean {
  return (
    page !== undefined &&
    notices.some(({ code, location }) => code !== "ocr-layer" && location?.page === page)
  );
}

/** Null when PDFium finds no document, or breaks over it. What it breaks over may only be the painting: the second try does without. */
async function readWithPdfium(
  bytes: Uint8Array,
  context: ExtractContext,
  painting = true,
): Promise<DocumentReading | null> {
  const engine = await loadEngine();
  try {
    return withDocument(engine, bytes, (document, file) =>
      readDocument(engine, { document, file, bytes }, context, painting),
    );
  } catch (error) {
    if (error instanceof NotOpenable) return null;
    if (!isTrap(error)) throw error;
    discardEngine();
    return painting ? readWithPdfium(bytes, context, false) : null;
  }
}

/** The visible text of all pages first, so that it stays one running text; hidden lines and the order of painting after it. */
function pageBlocks({ readings }: DocumentReading, { texts }: Consultation): TextBlock[] {
  const visible: TextBlock[] = [];
  const hidden: TextBlock[] = [];
  const painted: TextBlock[] = [];
  for (const [page, { lines, paint }] of readings) {
    const other = texts.get(page);
    if (other !== undefined) visible.push(...linesOf(other, page));
    else if (paint !== null)
      painted.push({ text: paint, part: "body", channel: null, location: { page }, view: "paint" });
    for (const [index, { text, channel, layout }] of lines.entries()) {
      const location = { page, line: index + 1 };
      const block: TextBlock = { text, part: "body", channel, location, ...(layout && { layout }) };
      if (channel !== null) hidden.push(block);
      else if (other === undefined) visible.push(block);
    }
  }
  return [...visible, ...hidden, ...painted];
}

function pageNotices({ readings }: DocumentReading, { texts, notices }: Consultation): Notice[] {
  const settled = new Set(notices.map(({ location }) => location?.page));
  const unconfirmed = [...readings].filter(([, reading]) => reading.unconfirmed);
  const [first] = unconfirmed;
  const unsure: Notice[] = first
    ? [
        {
          code: "part-unread",
          location: { page: first[0], object: "covered-text" },
          detail: { pages: unconfirmed.length },
        },
      ]
    : [];
  return [...readings]
    .flatMap(([page, { lacksText, ocrLayer }]): Notice[] => {
      const notice = (code: Notice["code"]): Notice => ({ code, location: { page } });
      if (ocrLayer) return [notice("ocr-layer")];
      return lacksText && !texts.has(page) && !settled.has(page) ? [notice("no-text-layer")] : [];
    })
    .concat(unsure);
}

/** Attached files go back to the line as members of their own. */
async function handOver(
  attachments: readonly Attachment[],
  context: ExtractContext,
): Promise<{ blocks: TextBlock[]; notices: Notice[] }> {
  const blocks: TextBlock[] = [];
  const notices: Notice[] = [];
  for (const { name, bytes } of attachments) {
    const location = { object: name };
    blocks.push({ text: name, part: "attachment", channel: "embedded-file", location });
    if (bytes === null) notices.push({ code: "part-unread", location });
    else await context.child(name, bytes);
  }
  return { blocks, notices };
}
