import { pictureSize } from "../../picture-size.ts";
import { u32 } from "../bytes.ts";
import type { OleReading } from "../reading.ts";
import { readOfficeArt } from "../rest.ts";
import type { Substream } from "./substreams.ts";

/** MsoDrawingGroup holds the pictures, MsoDrawing the shapes; both go on over as many records as they need. */
const DRAWING: ReadonlySet<number> = new Set([0x00eb, 0x00ec]);
/** BkHim ([MS-XLS] 2.4.19). */
const BACKGROUND = 0x00e9;
const BACKGROUND_HEAD = 8;

/** Pictures, words and descriptions of the drawings of each sheet. */
export function readDrawings(reading: OleReading, path: string, substreams: readonly Substream[]): void {
  for (const { sheet, records } of substreams) {
    const place = sheet ?? path;
    const pieces = records
      .filter(({ type }) => DRAWING.has(type))
      .flatMap(({ data, continued }) => [data, ...continued]);
    if (pieces.length > 0) readOfficeArt(reading, place, Buffer.concat(pieces));
    for (const { type, data, continued } of records)
      if (type === BACKGROUND) listBackground(reading, place, Buffer.concat([data, ...continued]));
  }
}

/** The bitmap behind a sheet has lost its file header. */
function listBackground({ outcome }: OleReading, place: string, record: Uint8Array): void {
  if (record.length < BACKGROUND_HEAD + 4) return;
  const file = new Uint8Array(14 + record.length - BACKGROUND_HEAD);
  file.set([0x42, 0x4d]);
  file.set(record.subarray(BACKGROUND_HEAD), 14);
  const size = u32(record, BACKGROUND_HEAD) > 0 ? pictureSize(file) : null;
  outcome.pictures.push({
    location: { object: `${place} background` },
    width: size?.width ?? null,
    height: size?.height ?? null,
  });
}
