import { pictureSize } from "../picture-size.ts";
import type { Container } from "./container.ts";

const RIFF_HEADER = 12;
const CHUNK_HEADER = 8;
const EXIF_PREFIX = "Exif\0\0";
const TEXTLESS = new Set(["VP8 ", "VP8L", "VP8X", "ALPH", "ANIM", "ICCP"]);

/** Walks the RIFF chunks of a WebP file (RFC 9649 §2). */
export function walkWebp(bytes: Buffer, into: Container): void {
  into.size = pictureSize(bytes);
  const end = CHUNK_HEADER + bytes.readUInt32LE(4);
  let pictured = false;
  let at = RIFF_HEADER;
  while (at < end) {
    const type = bytes.toString("latin1", at, at + 4);
    const length = bytes.readUInt32LE(at + 4);
    if (at + CHUNK_HEADER + length > bytes.length) throw new RangeError("chunk");
    const data = bytes.subarray(at + CHUNK_HEADER, at + CHUNK_HEADER + length);
    pictured ||= type === "VP8 " || type === "VP8L" || type === "ANMF";
    readChunk(type, data, into);
    at += CHUNK_HEADER + length + (length % 2);
  }
  into.trailing = bytes.subarray(at);
  into.whole = pictured;
}

function readChunk(type: string, data: Buffer, into: Container): void {
  if (type === "EXIF") {
    const prefixed = data.toString("latin1", 0, EXIF_PREFIX.length) === EXIF_PREFIX;
    into.exif.push(prefixed ? data.subarray(EXIF_PREFIX.length) : data);
  } else if (type === "XMP ") into.xmp.push(data);
  else if (type === "ANMF")
    into.frames.push({ width: data.readUIntLE(6, 3) + 1, height: data.readUIntLE(9, 3) + 1 });
  else if (!TEXTLESS.has(type)) into.texts.push({ object: "webp:chunk", bytes: data, foreign: true });
}
