import type { Extraction, Notice, TextBlock } from "../../model/document.ts";
import { type ExtractContext, Unread } from "../extractor.ts";
import { linesOf } from "./plain-lines.ts";
import { isGarbled, senseOf } from "./readable.ts";
import { secondOpinion } from "./second-opinion.ts";

/**
 * Reads a file that PDFium refuses. Only the text of the pages is had this way, and a notice says so.
 * @throws Unread `encrypted`, or `corrupt` when pdf.js gets nothing out of it either
 */
export async function readWithPdfjs(bytes: Uint8Array, context: ExtractContext): Promise<Extraction> {
  const allowed = context.limits.pages;
  const opinion = await secondOpinion(bytes, (pages) =>
    Array.from({ length: Math.min(pages, allowed) }, (_, index) => index + 1),
  );
  const read = [...(opinion?.texts ?? [])];
  if (opinion === null || read.every(([, text]) => text === null)) throw new Unread("corrupt");
  const blocks: TextBlock[] = [];
  const notices: Notice[] = [{ code: "part-unread", location: { object: "annotations" } }];
  if (opinion.pages > allowed)
    notices.push({ code: "limit-pages", location: null, detail: { found: opinion.pages, allowed } });
  for (const [page, text] of read) {
    if (text === null) notices.push({ code: "page-unread", location: { page } });
    // Without the page's objects nobody can say whether there was anything to read.
    else if (text.trim() === "") notices.push({ code: "no-text-layer", location: { page } });
    else blocks.push(...linesOf(text, page));
  }
  for (const { text } of blocks) context.budget.spendText(text.length);
  if (isGarbled(senseOf(blocks.map(({ text }) => text).join(""))))
    notices.push({ code: "garbled-text", location: null });
  return { format: "pdf", blocks, notices, pictures: [], pages: opinion.pages };
}
