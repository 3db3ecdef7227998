import type { PictureSize } from "../picture-size.ts";
import type { Container, WalkTools } from "./container.ts";
import { type Directory, numberOf, readTiff } from "./tiff.ts";

const NEW_SUBFILE_TYPE = 0x00fe;
const REDUCED = 1;
const WIDTH = 0x0100;
const LENGTH = 0x0101;

/** A TIFF file: its pages are the directories of its chain, but for small copies of others. */
export function walkTiff(bytes: Buffer, into: Container, { budget }: WalkTools): void {
  into.exif.push(bytes);
  const { directories, littleEndian, whole } = readTiff(bytes, budget);
  for (const directory of directories) {
    const size = pageSize(directory, littleEndian);
    if (size !== null) into.frames.push(size);
  }
  into.size = into.frames[0] ?? null;
  into.whole = whole && into.size !== null;
}

function pageSize(directory: Directory, littleEndian: boolean): PictureSize | null {
  if (directory.kind !== "image" && directory.kind !== "sub") return null;
  const reduced = ((numberOf(directory, NEW_SUBFILE_TYPE, littleEndian) ?? 0) & REDUCED) !== 0;
  const width = numberOf(directory, WIDTH, littleEndian);
  const height = numberOf(directory, LENGTH, littleEndian);
  return reduced || width === undefined || height === undefined ? null : { width, height };
}
