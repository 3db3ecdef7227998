import type { Location } from "../../model/document.ts";
import { bearsDocumentSignature, SIGNATURE_BYTES } from "../document-signature.ts";
import { decode } from "../encoding.ts";
import { Unread } from "../extractor.ts";
import { readPicture } from "../image/read-picture.ts";
import { type StoredFile, storedZip } from "../stored-zip.ts";
import type { OdfReader } from "./document.ts";
import type { OdfPackage } from "./package.ts";
import { classOfPart } from "./part-class.ts";
import type { Extent } from "./reading.ts";

interface Placed {
  readonly location: Location;
  readonly extent: Extent | null;
}

/** Lists pictures and scripts, and hands embedded documents, earlier versions and unknown files back to the line. */
export async function readFiles(
  reader: OdfReader,
  parts: OdfPackage,
  names: readonly string[],
  embedded: readonly string[],
): Promise<void> {
  const placed = places(reader, parts);
  for (const folder of embedded) {
    if (reader.outcome.exhausted()) return;
    await handOnDocument(reader, parts, folder, placed);
  }
  for (const name of names) {
    if (reader.outcome.exhausted()) return;
    await reader.outcome.attempt(name, () => readEntry(reader, parts, name, placed));
  }
}

async function readEntry(
  reader: OdfReader,
  parts: OdfPackage,
  name: string,
  placed: ReadonlyMap<string, Placed>,
): Promise<void> {
  const kind = classOfPart(name, parts.manifest);
  if (kind === "xml") return;
  // What is only called a font, a sound or a picture may be a document.
  const called = kind === "textless" || kind === "picture";
  const isDocument = called && bearsDocumentSignature(await parts.head(name, SIGNATURE_BYTES));
  if (kind === "textless" && !isDocument) return;
  const bytes = await parts.read(name);
  if (kind === "script") return tellScript(reader, name, bytes);
  if (kind === "picture" && !isDocument) return listPicture(reader, name, bytes, placed);
  await handOn(reader, name, bytes, kind === "version" ? "previous-revision" : "embedded-file", placed);
}

/** Entry → the first place where the text points to it. */
function places({ readings }: OdfReader, parts: OdfPackage): ReadonlyMap<string, Placed> {
  const placed = new Map<string, Placed>();
  for (const { partName, references } of readings) {
    const folder = partName.slice(0, partName.lastIndexOf("/") + 1);
    for (const { address, location, extent } of references) {
      const name = parts.find(address, folder);
      if (name !== undefined && !placed.has(name)) placed.set(name, { location, extent });
    }
  }
  return placed;
}

/** An embedded document is a folder of the package; as a package of its own it is reviewed like any other file. */
async function handOnDocument(
  reader: OdfReader,
  parts: OdfPackage,
  folder: string,
  placed: ReadonlyMap<string, Placed>,
): Promise<void> {
  const type = Buffer.from(parts.manifest.types.get(folder) ?? "");
  const files: StoredFile[] = [{ name: "mimetype", bytes: type }];
  for (const name of parts.names) {
    if (!name.startsWith(folder)) continue;
    await reader.outcome.attempt(name, async () => {
      files.push({ name: name.slice(folder.length), bytes: await parts.read(name) });
    });
  }
  const name = folder.slice(0, -1);
  await reader.outcome.attempt(name, () => handOn(reader, name, storedZip(files), "embedded-file", placed));
}

async function handOn(
  { outcome, context }: OdfReader,
  name: string,
  bytes: Uint8Array,
  channel: "embedded-file" | "previous-revision",
  placed: ReadonlyMap<string, Placed>,
): Promise<void> {
  // Some writers leave empty or zeroed files behind; there is nothing in them to read.
  if (bytes.every((byte) => byte === 0)) return;
  const location = { ...placed.get(name)?.location, object: name };
  outcome.blocks.push({ text: name, part: "attachment", channel, location });
  await context.child(name, bytes);
}

async function listPicture(
  { outcome, context }: OdfReader,
  name: string,
  bytes: Uint8Array,
  placed: ReadonlyMap<string, Placed>,
): Promise<void> {
  const place = placed.get(name);
  const location = { ...place?.location, object: name };
  const read = await readPicture(bytes, outcome, context, location);
  const { width, height } = read.size ?? place?.extent ?? { width: null, height: null };
  outcome.pictures.push({ location, width, height });
}

function tellScript({ outcome, context }: OdfReader, name: string, bytes: Uint8Array): void {
  const decoded = decode(bytes);
  if (decoded === null) throw new Unread("undecodable");
  context.budget.spendText(decoded.text.length);
  outcome.blocks.push({ text: decoded.text, part: "other", channel: "script", location: { object: name } });
}
