import { type Extract, Unread } from "./extractor.ts";
import { sayDocInfo } from "./ofd/doc-info.ts";
import { type OfdDocument, openDocument } from "./ofd/document.ts";
import { childrenOf, fieldOf, type OfdElement } from "./ofd/element.ts";
import { openOfd, reportMissing } from "./ofd/package.ts";
import { readDocuments, versionRoots } from "./ofd/read-documents.ts";
import { inOrder, type Reading, startReading } from "./ofd/reading.ts";
import { readFormerDocument, readUnreached, settle } from "./ofd/remains.ts";
import { saySignatures } from "./ofd/signatures.ts";
import { createOutcome } from "./outcome.ts";
import { openZip } from "./zip.ts";

const ROOT_PART = "OFD.xml";
/** GM/T 0099: where this lies, parts are encrypted. */
const ENCRYPTION_PART = "Encryptions.xml";
const USUAL_DOCUMENT = /(?:^|\/)document(?!res)[^/]*\.xml$/i;

/**
 * Reads an OFD file (GB/T 33190): what its pages show line by line, what they hide, and everything else in the archive.
 * @throws Unread when the archive or all document roots cannot be read: corrupt, encrypted, limit-…
 */
export const extractOfd: Extract = async (bytes, context) => {
  const archive = await openZip(bytes, context);
  const outcome = createOutcome();
  const reading = startReading(openOfd(archive, outcome, context), outcome, context);
  const { parts, notices } = reading;
  const encrypted = parts.find(ENCRYPTION_PART) !== undefined;
  const main = parts.find(ROOT_PART) ?? ROOT_PART;
  const root = archive.names.includes(main) ? await parts.tree(main) : undefined;
  const bodies = root ? childrenOf(root, "DocBody") : [];
  const documents = await openDocuments(reading, bodies, main);
  if (documents.length === 0) throw new Unread(encrypted ? "encrypted" : "corrupt");
  if (encrypted) outcome.report(ENCRYPTION_PART, new Unread("encrypted"));

  const pages = await readDocuments(reading, documents);
  for (const body of bodies)
    if (!outcome.exhausted()) await outcome.attempt(main, () => readBody(reading, body, main));
  await readUnreached(reading);
  for (const part of [...parts.trees.keys()]) await settle(reading, part, "other");
  const { blocks, ...extraction } = outcome.finish("ofd");
  return { ...extraction, blocks: inOrder(blocks), notices: [...extraction.notices, ...notices], pages };
};

/** The documents the file declares; where it declares none that can be read, those that lie where they usually do. */
async function openDocuments(
  reading: Reading,
  bodies: readonly OfdElement[],
  main: string,
): Promise<OfdDocument[]> {
  const { parts, outcome } = reading;
  const declared = bodies.flatMap((body) => {
    const location = fieldOf(body, "DocRoot") ?? "";
    const part = parts.find(location, main);
    if (part === undefined) reportMissing(outcome, location === "" ? main : location);
    return part ?? [];
  });
  const documents = await openAll(reading, declared);
  if (documents.length > 0) return documents;
  return openAll(
    reading,
    parts.parts.filter((part) => USUAL_DOCUMENT.test(part)),
  );
}

async function openAll(reading: Reading, parts: readonly string[]): Promise<OfdDocument[]> {
  const documents: OfdDocument[] = [];
  for (const part of new Set(parts)) {
    const document = await openDocument(reading, part);
    if (document) documents.push(document);
  }
  return documents;
}

/** What a DocBody says of its document: properties, who signed, and its earlier versions. */
async function readBody(reading: Reading, body: OfdElement, main: string): Promise<void> {
  const { parts } = reading;
  sayDocInfo(reading, body);
  await saySignatures(reading, body, main);
  for (const root of await versionRoots(reading, body, main))
    if (!parts.isReached(root)) await readFormerDocument(reading, root);
}
