import type { Notice } from "../../model/document.ts";
import type { PageReading } from "./page.ts";
import type { DocumentReading } from "./read-document.ts";
import { isGarbled, NO_TEXT, type Sense, senseOf, sumOf } from "./readable.ts";
import { secondOpinion } from "./second-opinion.ts";

/** A page with fewer unmapped characters is left to PDFium unless the whole document is like it. */
const UNMAPPED = 20;
/** From this share of unmapped characters on, a page's text is doubtful. */
const SHARE = 0.2;
/** Characters in GB 2312 that a single page of real Chinese reaches in any case. */
const PAGE_SHARE = 0.3;

/** What is taken over from pdf.js, and what neither engine could make sense of. */
export interface Consultation {
  /** Text that replaces the visible lines of a page. */
  readonly texts: ReadonlyMap<number, string>;
  readonly notices: readonly Notice[];
}

/**
 * Asks pdf.js about pages whose text PDFium gives with doubt, and about pages on which it finds nothing at all: an empty page
 * is fine, a content stream that cannot be decoded looks just the same to PDFium.
 */
export async function consult(bytes: Uint8Array, reading: DocumentReading): Promise<Consultation> {
  const doubtful = doubtfulPages(reading);
  const blank = [...reading.readings].filter(([, page]) => page.blank).map(([number]) => number);
  const texts = new Map<number, string>();
  const notices: Notice[] = [];
  const asked = [...doubtful, ...blank];
  const opinion = asked.length > 0 ? await secondOpinion(bytes, () => asked) : null;
  const accept = (page: number, text: string) => {
    if (text.trim() !== "") texts.set(page, text);
  };
  for (const page of blank) {
    const text = opinion?.texts.get(page) ?? null;
    if (text === null) notices.push({ code: "page-unread", location: { page } });
    else accept(page, text);
  }
  for (const page of doubtful) {
    const text = opinion?.texts.get(page) ?? "";
    if (text.trim() === "" || isGarbled(senseOf(text), PAGE_SHARE))
      notices.push({ code: "garbled-text", location: { page } });
    else accept(page, text);
  }
  if (!isGarbled(senseOfAll(reading, texts))) return { texts, notices };
  const others = notices.filter(({ code }) => code !== "garbled-text");
  return { texts, notices: [...others, { code: "garbled-text", location: null }] };
}

function senseOfAll({ readings }: DocumentReading, texts: ReadonlyMap<number, string>): Sense {
  let sense = NO_TEXT;
  for (const [number, page] of readings)
    sense = sumOf(sense, senseOf(texts.get(number) ?? visibleText(page)));
  return sense;
}

function doubtfulPages({ readings }: DocumentReading): number[] {
  const pages = [...readings];
  const total = (count: (page: PageReading) => number) =>
    pages.reduce((sum, [, page]) => sum + count(page), 0);
  const everywhere = total((page) => page.unmapped) >= SHARE * total((page) => page.characters);
  return pages
    .filter(([, page]) => {
      if (page.characters === 0) return false;
      const unsure = page.unmapped >= SHARE * page.characters && (everywhere || page.unmapped >= UNMAPPED);
      return unsure || isGarbled(senseOf(visibleText(page)), PAGE_SHARE);
    })
    .map(([number]) => number);
}

function visibleText({ lines }: PageReading): string {
  return lines
    .filter(({ channel }) => channel === null)
    .map(({ text }) => text)
    .join("\n");
}
