import type { Location } from "../../model/document.ts";
import { bearsDocumentSignature, SIGNATURE_BYTES } from "../document-signature.ts";
import type { ExtractContext } from "../extractor.ts";
import { readPicture } from "../image/read-picture.ts";
import type { Outcome } from "../outcome.ts";
import { readActiveContent } from "./active-content.ts";
import { partKey } from "./content-types.ts";
import type { OoxmlPackage } from "./package.ts";
import { classOfPart } from "./part-class.ts";

/** A picture, an embedded file or anything else the text points to; the package knows what it is. */
export interface Reference {
  /** `r:id`, `r:embed` … of the part it stands in. */
  readonly id: string;
  readonly location: Location;
  /** Displayed extent in pixels, where the text says it. */
  readonly extent: { readonly width: number; readonly height: number } | null;
  /** Only a part of the picture is shown (`a:srcRect`); the rest is still in the file. */
  readonly cropped?: boolean;
}

/** What one part of the text points to. */
export interface PartReferences {
  readonly partName: string;
  readonly references: readonly Reference[];
}

type Placed = Omit<Reference, "id">;

/**
 * Lists every picture of the package once, with what it says of itself: where the text shows it, or by its own name when nothing
 * does. A document that is only called a picture is handed on instead.
 */
export async function listPictures(
  parts: OoxmlPackage,
  readings: readonly PartReferences[],
  outcome: Outcome,
  context: ExtractContext,
): Promise<void> {
  const placed = await places(parts, readings);
  for (const part of parts.parts) {
    if (outcome.exhausted()) return;
    const place = placed.get(partKey(part));
    const drawn = place !== undefined && part.toLowerCase().endsWith(".svg");
    if (classOfPart(parts, part) !== "picture" && !drawn) continue;
    const location = { ...place?.location, object: part };
    const content = await outcome.attempt(part, () => parts.read(part));
    if (content && bearsDocumentSignature(content)) {
      await handOn(part, content, location, outcome, context);
      continue;
    }
    const read = content && (await readPicture(content, outcome, context, location));
    const { width, height } = read?.size ?? place?.extent ?? { width: null, height: null };
    outcome.pictures.push({ location, width, height });
    if (place?.cropped) outcome.blocks.push({ text: part, part: "image", channel: "cropped", location });
  }
}

/** Hands embedded documents, OLE objects, imported chunks and unknown files back to the line, and names each. */
export async function handOnFiles(
  parts: OoxmlPackage,
  readings: readonly PartReferences[],
  outcome: Outcome,
  context: ExtractContext,
): Promise<void> {
  const placed = await places(parts, readings);
  const chunks = new Set(await importedChunks(parts, readings));
  for (const part of parts.parts) {
    if (outcome.exhausted()) return;
    await outcome.attempt(part, async () => {
      if (!chunks.has(partKey(part)) && !(await isFile(parts, part))) return;
      const content = await parts.read(part);
      // Some writers leave empty or zeroed parts behind; there is nothing in them to read.
      if (content.every((byte) => byte === 0)) return;
      if (await readActiveContent(part, parts.contentType(part), content, outcome, context)) return;
      const location = { ...placed.get(partKey(part))?.location, object: part };
      await handOn(part, content, location, outcome, context);
    });
  }
}

/** A part whose name or type says font, sound or film may still be a document. */
async function isFile(parts: OoxmlPackage, part: string): Promise<boolean> {
  const kind = classOfPart(parts, part);
  if (kind !== "textless") return kind === "file";
  return bearsDocumentSignature(await parts.head(part, SIGNATURE_BYTES));
}

async function handOn(
  part: string,
  content: Uint8Array,
  location: Location,
  outcome: Outcome,
  context: ExtractContext,
): Promise<void> {
  outcome.blocks.push({ text: part, part: "attachment", channel: "embedded-file", location });
  await context.child(part, content);
}

/** Part key → the first place where the text points to it. */
async function places(
  parts: OoxmlPackage,
  readings: readonly PartReferences[],
): Promise<ReadonlyMap<string, Placed>> {
  const placed = new Map<string, Placed>();
  for (const { partName, references } of readings) {
    const relationships = await parts.relationships(partName);
    const targets = new Map(
      relationships.filter((each) => !each.external).map((each) => [each.id, each.target]),
    );
    for (const { id, ...place } of references) {
      const target = targets.get(id);
      if (target === undefined) continue;
      // A picture shown twice is cropped only where no place shows the whole of it.
      const known = placed.get(partKey(target));
      if (known === undefined || (known.cropped && !place.cropped)) placed.set(partKey(target), place);
    }
  }
  return placed;
}

/** altChunk (ISO/IEC 29500-1 §17.17.2): its content may be XML, but belongs to another format. */
async function importedChunks(parts: OoxmlPackage, readings: readonly PartReferences[]): Promise<string[]> {
  const found: string[] = [];
  for (const { partName } of readings)
    for (const { type, target, external } of await parts.relationships(partName))
      if (type === "aFChunk" && !external) found.push(partKey(target));
  return found;
}
