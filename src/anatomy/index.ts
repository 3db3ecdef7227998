import type { TextBlock } from "../model/document.ts";
import type { Anatomy } from "../model/review.ts";
import type { Story } from "../normalise/story.ts";
import { findAddressee } from "./addressee.ts";
import { listedAttachments, namedStarts } from "./attachments.ts";
import { findDisclosure } from "./disclosure.ts";
import { findCopyNumber, findSigner, findUrgency } from "./head.ts";
import { findPrintedDate } from "./imprint.ts";
import { findIssuers, organsInTitle } from "./issuer.ts";
import { toLines } from "./lines.ts";
import { findNote, thisPaper } from "./note.ts";
import { findNumber } from "./number.ts";
import { firstPaper, headOf, mainText } from "./paper.ts";
import { findSignature, writtenDateOf } from "./signature.ts";
import { findTitle } from "./title.ts";

/** Of a file that could not be read: every element unknown. */
export const NO_ANATOMY: Anatomy = {
  copyNumber: null,
  classification: null,
  urgency: null,
  issuer: null,
  issuers: [],
  documentNumber: null,
  signer: null,
  title: null,
  addressee: null,
  writtenDate: null,
  printedDate: null,
  disclosure: null,
  note: null,
  attachments: [],
};

/**
 * Reads the GB/T 9704-2012 elements of the visible text. Absent elements are null: nothing is guessed. Of a compilation only the
 * first paper is read; `classification` is left to the judge.
 */
export function readAnatomy(blocks: readonly TextBlock[], stories: readonly Story[]): Anatomy {
  const lines = firstPaper(toLines(blocks, stories));
  const head = headOf(lines);
  const number = findNumber(head);
  const signer = findSigner(head);
  const title = findTitle(lines, head, number, signer);
  const below = lines.slice(title ? title.last + 1 : 0);
  const addressee = title ? findAddressee(below) : null;
  const main = mainText(below, addressee !== null);
  const signature = findSignature(main);
  const marked = findIssuers(lines, head.length, number);
  const issuers = settle(
    marked,
    signature?.organs ?? [],
    title ? organsInTitle(head.slice(title.first, title.last + 1)) : [],
  );
  const writtenDate = writtenDateOf(signature, title?.date ?? null, title ? below : [], head);
  const note = findNote(main, signature?.line ?? null) ?? thisPaper(below.slice(main.length));
  const listed = listedAttachments(main);
  const isPaper = number !== null || title !== null || issuers.length > 0;
  return {
    ...NO_ANATOMY,
    copyNumber: isPaper ? findCopyNumber(head) : null,
    urgency: findUrgency(head),
    issuer: issuers[0] ?? null,
    issuers,
    documentNumber: number?.value ?? null,
    signer: signer?.names ?? null,
    title: title?.title ?? null,
    addressee,
    writtenDate,
    printedDate: findPrintedDate(lines, issuers, writtenDate),
    disclosure: findDisclosure(lines, note),
    note,
    attachments: listed.length > 0 ? listed : namedStarts(below.slice(main.length)),
  };
}

/**
 * The head names the organs; all that sign a joint paper belong to it too. Without a head the signature tells, without that
 * the title.
 */
function settle(
  marked: readonly string[],
  signed: readonly string[],
  titled: readonly string[],
): readonly string[] {
  if (marked.length > 0) return signed.length > 1 ? [...new Set([...marked, ...signed])] : marked;
  return [...new Set(signed.length > 0 ? signed : titled)];
}
