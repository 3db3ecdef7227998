import { type Extract, Unread } from "../extractor.ts";
import { createOutcome } from "../outcome.ts";
import { openZip } from "../zip.ts";
import { handOnFiles, listPictures } from "./attachments.ts";
import { partKey } from "./content-types.ts";
import { mainPart } from "./kind.ts";
import { openPackage } from "./package.ts";
import { readPropertyParts } from "./property-parts.ts";
import { type Deck, readPartInto, readWithFaults, startDeck } from "./slide/deck.ts";
import { readOtherParts, readTargets } from "./slide/other-parts.ts";
import { presentationOf, readNames } from "./slide/presentation.ts";
import type { ReadSlide } from "./slide/slide-parts.ts";
import { readNotes, readSlide } from "./slide/slides.ts";
import { readTemplate } from "./slide/templates.ts";

const USUAL_MAIN_PART = "ppt/presentation.xml";
const USUAL_SLIDE = /^ppt\/slides\/slide(\d{1,6})\.xml$/;

/**
 * Reads a PresentationML package (.pptx .pptm .ppsx .ppsm .potx .potm, transitional or strict): the slides in the order of the show,
 * their notes, what layouts and masters draw on them, and every other part that holds text. Throws `Unread` when the archive
 * cannot be read, or the main part and with it every slide.
 */
export const extractPptx: Extract = async (bytes, context) => {
  const archive = await openZip(bytes, context);
  const outcome = createOutcome();
  const parts = await openPackage(archive, context.limits, outcome.report);
  const main = (await mainPart(parts)) ?? parts.find(USUAL_MAIN_PART);
  if (main === undefined) throw new Unread("corrupt");

  const tree = await readWithFaults({ parts, context, outcome }, main);
  const deck = startDeck(parts, context, outcome, presentationOf(tree));
  const slides = await readSlides(deck, main);
  if (tree === null && slides.length === 0) throw new Unread("corrupt", {}, { object: main });
  for (const slide of slides) if (!outcome.exhausted()) await readNotes(deck, slide);
  for (const { channel, shows } of slides)
    if (channel === null) for (const page of shows) await readTemplate(deck, page, true);
  if (tree) await readPartInto(deck, main, tree.root, {}, (reading) => readNames(tree.root, reading));
  await readOtherParts(deck);
  await readTargets(deck, slides);
  await readPropertyParts(parts, outcome, context);
  await listPictures(parts, deck.readings, outcome, context);
  await handOnFiles(parts, deck.readings, outcome, context);
  return outcome.finish("pptx");
};

/** Slides in the order of the show (ISO/IEC 29500-1 §19.2.1.34 sldIdLst), numbered from 1. */
async function readSlides(deck: Deck, main: string): Promise<ReadSlide[]> {
  const slides: ReadSlide[] = [];
  for (const [index, part] of (await slideParts(deck, main)).entries()) {
    if (deck.outcome.exhausted()) break;
    const slide = await readSlide(deck, part, index + 1);
    if (slide) slides.push(slide);
  }
  return slides;
}

/** Where the order cannot be read to its end, the slides that are there count as shown, in the order of their names. */
async function slideParts({ parts, outcome, presentation }: Deck, main: string): Promise<string[]> {
  const relationships = await parts.relationships(main);
  const listed = presentation.slideIds.map(
    (id) => relationships.find((each) => each.id === id)?.target ?? main,
  );
  const found = listed.filter((target) => target !== main).map(parts.find);
  const known = found.filter((part) => part !== undefined);
  for (const target of listed)
    if (target === main || !parts.find(target)) outcome.report(target, new Unread("corrupt"));
  if (known.length === listed.length && presentation.isWhole) return known;
  const numberOf = (part: string) => Number(USUAL_SLIDE.exec(partKey(part))?.[1] ?? 0);
  const others = parts.parts.filter((part) => numberOf(part) > 0 && !known.includes(part));
  return [...known, ...others.toSorted((a, b) => numberOf(a) - numberOf(b))];
}
