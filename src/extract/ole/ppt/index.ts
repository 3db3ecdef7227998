import type { TextBlock } from "../../../model/document.ts";
import { type Extract, Unread } from "../../extractor.ts";
import { openOle } from "../container.ts";
import { type OleReading, startReading } from "../reading.ts";
import { readOfficeArt, readRest } from "../rest.ts";
import { handOnStorages } from "./object-storages.ts";
import { pageBlocks } from "./pages.ts";
import { readPersistObjects } from "./persist.ts";
import { RT, recordAt, siblings } from "./records.ts";
import { remainBlocks } from "./remains.ts";

const MAIN = "PowerPoint Document";
const PICTURES = "Pictures";
/** PowerPoint 4.0 and 95 write other records under the same name. */
const OLDER = "PP40";

/**
 * Reads a presentation of PowerPoint 97-2003 (.ppt .pps .pot, .dps of WPS): slides in their order with their notes and comments, masters,
 * what older savings left behind, properties, objects and pictures. Throws `Unread`: `unsupported` for older versions, `corrupt` where no
 * document is found.
 */
export const extractPpt: Extract = async (bytes, context) => {
  const reading = startReading(openOle(bytes, context.budget), context);
  const { container, outcome, read } = reading;
  const main = container.find(MAIN);
  if (main === undefined)
    throw container.find(OLDER)
      ? new Unread("unsupported", { format: "PowerPoint 95" })
      : new Unread("corrupt");
  const stream = read(main);
  await readSlides(reading, stream);
  await handOnStorages(reading, stream);
  readOfficeArt(reading, MAIN, stream);
  const pictures = container.find(PICTURES);
  if (pictures) readOfficeArt(reading, PICTURES, read(pictures));
  // Every record has been looked into.
  reading.cover(MAIN, [[0, lastEnd(stream)]]);
  await readRest(reading);
  if (lastEnd(stream) === 0) outcome.report(MAIN, new Unread("corrupt"));
  return outcome.finish("ppt");
};

async function readSlides(reading: OleReading, stream: Uint8Array): Promise<void> {
  const { container, outcome, say, read } = reading;
  const currentUser = container.find("Current User");
  const objects = readPersistObjects(stream, currentUser && read(currentUser));
  const document = objects.document === undefined ? undefined : recordAt(stream, objects.document);
  const isDocument = document?.type === RT.document;
  const blocks: TextBlock[] = [];
  const visited = new Set<number>();
  if (isDocument)
    await outcome.attempt(MAIN, async () => {
      blocks.push(
        ...pageBlocks(stream, document, objects.offsets, visited, (error) => outcome.report(MAIN, error)),
      );
    });
  const current = new Set(isDocument ? objects.offsets.values() : []);
  blocks.push(...remainBlocks(stream, visited, current, blocks, isDocument));
  if (!isDocument && blocks.length === 0) throw new Unread("corrupt", { format: "ppt" });
  if (!isDocument) outcome.report(MAIN, new Unread("corrupt"));
  say(blocks.filter(({ channel }) => channel === null));
  for (const each of new Set(blocks.map(({ channel }) => channel)))
    if (each !== null) say(blocks.filter(({ channel }) => channel === each));
}

/** Where the records end that can be followed; what lies behind is left to the safety net. */
function lastEnd(stream: Uint8Array): number {
  let end = 0;
  for (const { at, data } of siblings(stream)) end = at + 8 + data.length;
  return end;
}
