import type { Container } from "./container.ts";

const SOI = 0xd8;
const EOI = 0xd9;
const SOS = 0xda;
const APP1 = 0xe1;
const APP2 = 0xe2;
const APP13 = 0xed;
const COM = 0xfe;
/** JFIF, the colour profile and multi-picture index, Adobe's transform: never words. */
const TEXTLESS_APPLICATIONS = new Set([0xe0, APP2, 0xee]);

const EXIF = "Exif\0\0";
const XMP = "http://ns.adobe.com/xap/1.0/\0";
const XMP_EXTENSION = "http://ns.adobe.com/xmp/extension/\0";
/** GUID, length and offset of a piece (XMP specification part 3, 1.1.3.1). */
const EXTENSION_HEADER = 32 + 4 + 4;
const PHOTOSHOP = "Photoshop 3.0\0";
const MULTI_PICTURE = "MPF\0";

/** What several segments together make up. */
interface Pieces {
  readonly photoshop: Buffer[];
  readonly extension: { readonly guid: string; readonly offset: number; readonly data: Buffer }[];
  multiPicture: boolean;
}

/**
 * Walks the segments of a JPEG file (ITU T.81 annex B). Cameras append further JPEGs and say so in an MPF segment (CIPA DC-007):
 * those are images of the same file.
 */
export function walkJpeg(bytes: Buffer, into: Container): void {
  const pieces: Pieces = { photoshop: [], extension: [], multiPicture: false };
  try {
    let end = walkImage(bytes, 0, into, pieces);
    while (pieces.multiPicture) {
      const next = afterPadding(bytes, end);
      if (!isStart(bytes, next)) break;
      end = walkImage(bytes, next, into, pieces);
    }
    into.trailing = bytes.subarray(end);
    into.whole = true;
  } finally {
    if (pieces.photoshop.length > 0) into.resources.push(Buffer.concat(pieces.photoshop));
    into.xmp.push(...extendedPackets(pieces));
  }
}

/** One image from its SOI; returns where its EOI ends. Throws `RangeError` when it has none. */
function walkImage(bytes: Buffer, start: number, into: Container, pieces: Pieces): number {
  let at = start + 2;
  for (;;) {
    if (bytes.readUInt8(at) !== 0xff) throw new RangeError("no marker");
    const marker = bytes.readUInt8(at + 1);
    if (marker === 0xff) at += 1;
    else if (marker === EOI) return at + 2;
    else {
      const length = bytes.readUInt16BE(at + 2);
      const end = at + 2 + length;
      if (length < 2 || end > bytes.length) throw new RangeError("segment");
      readSegment(marker, bytes.subarray(at + 4, end), into, pieces);
      at = marker === SOS ? afterEntropyCoded(bytes, end) : end;
    }
  }
}

function readSegment(marker: number, data: Buffer, into: Container, pieces: Pieces): void {
  if (isFrame(marker)) {
    const size = { width: data.readUInt16BE(3), height: data.readUInt16BE(1) };
    into.size ??= size;
    into.frames.push(size);
  } else if (marker === APP1 && startsWith(data, EXIF)) into.exif.push(data.subarray(EXIF.length));
  else if (marker === APP1 && startsWith(data, XMP)) into.xmp.push(data.subarray(XMP.length));
  else if (marker === APP1 && startsWith(data, XMP_EXTENSION)) {
    const piece = data.subarray(XMP_EXTENSION.length);
    pieces.extension.push({
      guid: piece.toString("latin1", 0, 32),
      offset: piece.readUInt32BE(36),
      data: piece.subarray(EXTENSION_HEADER),
    });
  } else if (marker === APP13 && startsWith(data, PHOTOSHOP))
    pieces.photoshop.push(data.subarray(PHOTOSHOP.length));
  else if (marker === COM) into.texts.push({ object: "jpeg:Comment", bytes: data });
  else if (marker === APP2 && startsWith(data, MULTI_PICTURE)) pieces.multiPicture = true;
  else if (marker >= 0xe0 && marker <= 0xef && !TEXTLESS_APPLICATIONS.has(marker))
    into.texts.push({ object: `jpeg:APP${marker - 0xe0}`, bytes: data, foreign: true });
}

/** SOFn; C4, C8 and CC in the same range are other segments. */
function isFrame(marker: number): boolean {
  return marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
}

/** Where the next segment begins: in between, FF stands before a zero or a restart marker. */
function afterEntropyCoded(bytes: Buffer, start: number): number {
  for (let at = bytes.indexOf(0xff, start); at >= 0; at = bytes.indexOf(0xff, at + 1)) {
    const marker = bytes.readUInt8(at + 1);
    if (marker !== 0 && !(marker >= 0xd0 && marker <= 0xd7) && marker !== 0xff) return at;
  }
  throw new RangeError("no end of image");
}

/** Pieces in their own order; the length each claims for the whole is not believed. */
function extendedPackets({ extension }: Pieces): Buffer[] {
  const guids = new Set(extension.map(({ guid }) => guid));
  return [...guids].map((guid) =>
    Buffer.concat(
      extension
        .filter((piece) => piece.guid === guid)
        .sort((a, b) => a.offset - b.offset)
        .map(({ data }) => data),
    ),
  );
}

function afterPadding(bytes: Buffer, from: number): number {
  let at = from;
  while (bytes[at] === 0) at++;
  return at;
}

function isStart(bytes: Buffer, at: number): boolean {
  return bytes[at] === 0xff && bytes[at + 1] === SOI && bytes[at + 2] === 0xff;
}

function startsWith(data: Buffer, text: string): boolean {
  return data.toString("latin1", 0, text.length) === text;
}
