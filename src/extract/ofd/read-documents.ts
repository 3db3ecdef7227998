import { handOnAttachments } from "./attachments.ts";
import { annotationParts, type OfdDocument } from "./document.ts";
import { childrenOf, type OfdElement } from "./element.ts";
import { sayOutlines } from "./outlines.ts";
import { readPage } from "./page.ts";
import type { Reading } from "./reading.ts";
import { readLoosePart, settle } from "./remains.ts";

/**
 * Reads the pages of all documents of a file, counted through, and then what each document holds besides.
 * @returns the number of pages
 */
export async function readDocuments(reading: Reading, documents: readonly OfdDocument[]): Promise<number> {
  const { outcome, context, notices } = reading;
  const found = documents.reduce((sum, { pages }) => sum + pages.length, 0);
  const allowed = context.limits.pages;
  context.onPages?.(found);
  if (found > allowed) notices.push({ code: "limit-pages", location: null, detail: { found, allowed } });
  let before = 0;
  for (const document of documents) {
    await readPages(reading, document, before);
    before += document.pages.length;
  }
  for (const document of documents) if (!outcome.exhausted()) await readBeside(reading, document);
  return found;
}

async function readPages(reading: Reading, document: OfdDocument, before: number): Promise<void> {
  const { parts, outcome, context } = reading;
  const annotations = await annotationParts(reading, document);
  for (const [index, page] of document.pages.entries()) {
    const number = before + index + 1;
    const files = annotations.get(page.id) ?? [];
    if (number > context.limits.pages || outcome.exhausted()) {
      // Told once for all of them: they are not remains of something else.
      for (const part of [page.part, ...files]) parts.pass(part);
      continue;
    }
    await outcome.attempt(page.part, () => readPage(reading, document, page, number, files));
    for (const part of [page.part, ...files]) await settle(reading, part, "other");
  }
}

async function readBeside(reading: Reading, document: OfdDocument): Promise<void> {
  const { parts, outcome } = reading;
  const { part, root, templates } = document;
  await outcome.attempt(part, async () => sayOutlines(reading, root));
  await handOnAttachments(reading, root, part);
  for (const { part: template } of templates.values())
    if (!parts.isReached(template)) await readLoosePart(reading, template, "template", document);
  for (const [list, inside] of [
    ["CustomTags", "FileLoc"],
    ["Extensions", "ExtendData"],
  ] as const)
    for (const { text } of childrenOf(root, list)) await readList(reading, text, part, inside);
}

/** A list of files, and the files; their words come out with the strays. */
async function readList(reading: Reading, location: string, from: string, inside: string): Promise<void> {
  const { parts } = reading;
  const list = parts.find(location, from);
  const root = list === undefined ? undefined : await parts.tree(list);
  for (const entry of root?.children ?? [])
    for (const { text } of childrenOf(entry, inside)) await readFile(reading, text, list ?? from);
}

async function readFile({ parts }: Reading, location: string, from: string): Promise<void> {
  const part = parts.find(location, from);
  if (part !== undefined && /\.xml$/i.test(part)) await parts.tree(part);
}

/** Every document root that a DocBody lists as a version (GB/T 33190-2016, clause 19), the present one too. */
export async function versionRoots({ parts }: Reading, body: OfdElement, from: string): Promise<string[]> {
  const versions = childrenOf(body, "Versions").flatMap((list) => childrenOf(list, "Version"));
  const roots: (string | undefined)[] = [];
  for (const version of versions) {
    const part = parts.find(version.attributes.get("BaseLoc") ?? "", from);
    const root = part === undefined ? undefined : await parts.tree(part);
    for (const { text } of root ? childrenOf(root, "DocRoot") : []) roots.push(parts.find(text, part!, from));
  }
  return roots.filter((root) => root !== undefined);
}
