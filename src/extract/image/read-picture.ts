import type { Location } from "../../model/document.ts";
import { type ExtractContext, Unread } from "../extractor.ts";
import type { Outcome } from "../outcome.ts";
import { type PictureSize, pictureSize } from "../picture-size.ts";
import { speaks } from "../speaks.ts";
import type { Container } from "./container.ts";
import { looseText } from "./loose-text.ts";
import type { Packet, Property } from "./metadata.ts";
import { readPackets } from "./packets.ts";
import { readContainer } from "./read-container.ts";
import { keepThumbnail } from "./thumbnail.ts";
import { readTrailing } from "./trailing.ts";

/** What became known of a picture besides the blocks, small copies and notices its outcome took. */
export interface PictureReading {
  readonly size: PictureSize | null;
  /** Of each image, where the file holds several. */
  readonly frames: readonly PictureSize[];
  /** false: the file breaks off or contradicts itself. */
  readonly whole: boolean;
}

/**
 * Reads what a picture file says besides its pixels: properties, comments, small copies of itself, data behind its end. Properties
 * are part `metadata`, channel `property`; `location.object` is `exif:Artist`, or `word/media/image1.jpeg!/exif:Artist` for a
 * picture that stands in a document at `place`. Formats not known (EMF, JPEG 2000, HEIC …) say nothing.
 */
export async function readPicture(
  bytes: Uint8Array,
  outcome: Outcome,
  context: ExtractContext,
  place: Location = {},
): Promise<PictureReading> {
  const prefix = place.object === undefined ? "" : `${place.object}!/`;
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const read = await outcome.attempt(`${prefix}picture`, async () => ({
    found: readContainer(buffer, context),
  }));
  const container = read?.found;
  if (!container) return { size: pictureSize(bytes), frames: [], whole: read !== undefined };

  const property = propertyReceiver(prefix, outcome, context, place);
  await outcome.attempt(`${prefix}picture`, async () => readTexts(container, prefix, outcome, property));
  const thumbnails: Uint8Array[] = [];
  const receiver = { property, thumbnail: (file: Uint8Array) => void thumbnails.push(file) };
  await readPackets(packetsOf(container), prefix, receiver, outcome, context);
  for (const file of thumbnails) await keepThumbnail(file, container.size, prefix, outcome, context, place);
  await readTrailing(container.trailing, prefix, outcome, context);
  return container;
}

/** Writers say the same in several forms of metadata; under one name it is told once. */
function propertyReceiver(
  prefix: string,
  { blocks }: Outcome,
  { budget }: ExtractContext,
  place: Location,
): (property: Property) => void {
  const told = new Set<string>();
  return ({ object, text }) => {
    const key = `${object} ${text}`;
    if (told.has(key)) return;
    told.add(key);
    budget.spendText(text.length);
    const location = { ...place, object: `${prefix}${object}` };
    blocks.push({ text, part: "metadata", channel: "property", location });
  };
}

function readTexts(
  { texts }: Container,
  prefix: string,
  outcome: Outcome,
  give: (property: Property) => void,
): void {
  for (const { object, bytes, foreign } of texts) {
    const text = looseText(bytes);
    if (text === null && !foreign) outcome.report(`${prefix}${object}`, new Unread("undecodable"));
    if (text !== null && (foreign ? speaks(text) : text.trim() !== "")) give({ object, text });
  }
}

function packetsOf({ exif, xmp, resources }: Container): Packet[] {
  return [
    ...exif.map((bytes) => ({ kind: "exif" as const, bytes })),
    ...resources.map((bytes) => ({ kind: "resources" as const, bytes })),
    ...xmp.map((bytes) => ({ kind: "xmp" as const, bytes })),
  ];
}
