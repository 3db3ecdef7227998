import type { Channel } from "../../model/document.ts";
import { buildLines } from "../page-text/lines.ts";
import { handOnAttachments } from "./attachments.ts";
import { annotationParts, NO_DOCUMENT, type OfdDocument, openDocument } from "./document.ts";
import { childrenOf, type OfdElement } from "./element.ts";
import { paintPage, sheetOf } from "./page-content.ts";
import { isDer, kindOfPart, type PartKind } from "./part-kind.ts";
import type { Reading } from "./reading.ts";
import { sayStrays } from "./strays.ts";

/** Reads an earlier state of a document: of all it leads to, what the present one does not use, and says only what differs. */
export async function readFormerDocument(reading: Reading, part: string): Promise<void> {
  const { parts, outcome } = reading;
  const document = await openDocument(reading, part);
  if (document === undefined) return;
  const annotations = [...(await annotationParts(reading, document)).values()].flat();
  const templates = [...document.templates.values()].map((template) => template.part);
  for (const each of [...document.pages.map((page) => page.part), ...templates, ...annotations]) {
    if (outcome.exhausted()) return;
    if (!parts.isReached(each)) await readLoosePart(reading, each, "previous-revision", document);
  }
  await handOnAttachments(reading, document.root, part);
  await settle(reading, part, "previous-revision");
}

/** Reads a part that no page shows: all its text, in lines where it is a page. */
export async function readLoosePart(
  reading: Reading,
  part: string,
  channel: Channel,
  document: OfdDocument = NO_DOCUMENT,
): Promise<void> {
  const { parts, outcome } = reading;
  await outcome.attempt(part, async () => {
    const root = await parts.tree(part);
    if (root !== undefined) await sayLines(reading, root, part, channel, document);
    await settle(reading, part, channel);
  });
}

async function sayLines(
  reading: Reading,
  root: OfdElement,
  part: string,
  channel: Channel,
  document: OfdDocument,
): Promise<void> {
  const { glyphs } = await paintPage(
    reading,
    root,
    part,
    sheetOf(root, document),
    document,
    childrenOf(root, "Annot"),
  );
  for (const { text } of buildLines(glyphs, []))
    if (!reading.isKnown(text)) reading.say({ text, part: "body", channel, location: { object: part } });
}

/** Says what is left in a part that has been read, and lets go of it. */
export async function settle(reading: Reading, part: string, channel: Channel): Promise<void> {
  const { parts, outcome } = reading;
  const tree = parts.trees.get(part);
  if (tree && !outcome.exhausted())
    await outcome.attempt(part, async () => sayStrays(reading, part, tree, channel));
  parts.release(part);
}

/** Reads every entry nothing has led to: other document roots first, since they lead to more. */
export async function readUnreached(reading: Reading): Promise<void> {
  const { parts, outcome } = reading;
  const unreached = () => (outcome.exhausted() ? [] : parts.parts.filter((part) => !parts.isReached(part)));
  const isRoot = (part: string) => kindOfPart(part) === "xml" && /document/i.test(part);
  for (const part of unreached().filter(isRoot)) await readFormerRoot(reading, part);
  for (const part of unreached()) {
    if (outcome.exhausted()) return;
    await READERS[kindOfPart(part)](reading, part);
  }
}

const READERS: Readonly<Record<PartKind, (reading: Reading, part: string) => Promise<void>>> = {
  xml: (reading, part) => readLoosePart(reading, part, "orphan"),
  picture: listPicture,
  file: handOn,
  textless: async ({ parts }, part) => parts.pass(part),
};

async function readFormerRoot(reading: Reading, part: string): Promise<void> {
  const { parts, outcome } = reading;
  if (outcome.exhausted() || parts.isReached(part)) return;
  const root = await parts.tree(part);
  if (root?.name === "Document") await readFormerDocument(reading, part);
  else await settle(reading, part, "orphan");
}

async function listPicture({ media }: Reading, part: string): Promise<void> {
  await media.load(part);
  media.show(part, {});
}

/** Its name is no word of a person: what it holds is reviewed, that it is there is only remarked. */
async function handOn({ parts, outcome, context, say }: Reading, part: string): Promise<void> {
  await outcome.attempt(part, async () => {
    const bytes = await parts.read(part);
    if (bytes.length === 0 || isDer(bytes)) return;
    say({ text: part, part: "attachment", channel: "orphan", location: { object: part } });
    await context.child(part, bytes);
  });
}
