import type { Container } from "./container.ts";

const EXTENSION = 0x21;
const IMAGE = 0x2c;
const TRAILER = 0x3b;
const COMMENT = 0xfe;
const PLAIN_TEXT = 0x01;
const APPLICATION = 0xff;
/** XMP stands raw, not in sub-blocks; this many bytes behind it lead every reader out again (XMP part 3, 1.1.2). */
const XMP_MAGIC_TRAILER = 257;

/** Walks the blocks of a GIF file (GIF89a appendix A–F). */
export function walkGif(bytes: Buffer, into: Container): void {
  into.size = { width: bytes.readUInt16LE(6), height: bytes.readUInt16LE(8) };
  let at = 13 + colourTable(bytes.readUInt8(10));
  for (;;) {
    const introducer = bytes.readUInt8(at);
    if (introducer === TRAILER) break;
    if (introducer === IMAGE) {
      into.frames.push({ width: bytes.readUInt16LE(at + 5), height: bytes.readUInt16LE(at + 7) });
      // Descriptor, local colours and the code size precede the pixels.
      at = subBlocks(bytes, at + 10 + colourTable(bytes.readUInt8(at + 9)) + 1).end;
    } else if (introducer === EXTENSION) at = readExtension(bytes, at + 1, into);
    else throw new RangeError("unknown block");
  }
  into.trailing = bytes.subarray(at + 1);
  into.whole = true;
}

function readExtension(bytes: Buffer, at: number, into: Container): number {
  const label = bytes.readUInt8(at);
  const { pieces, end } = subBlocks(bytes, at + 1);
  const [first, ...rest] = pieces;
  if (label === COMMENT) into.texts.push({ object: "gif:Comment", bytes: Buffer.concat(pieces) });
  else if (label === PLAIN_TEXT) into.texts.push({ object: "gif:PlainText", bytes: Buffer.concat(rest) });
  else if (label === APPLICATION && first !== undefined) {
    const name = first.toString("latin1");
    if (name === "XMP DataXMP") into.xmp.push(bytes.subarray(at + 13, end - XMP_MAGIC_TRAILER - 1));
    else into.texts.push({ object: "gif:Application", bytes: Buffer.concat(rest), foreign: true });
  }
  return end;
}

function subBlocks(bytes: Buffer, start: number): { readonly pieces: Buffer[]; readonly end: number } {
  const pieces: Buffer[] = [];
  let at = start;
  for (let length = bytes.readUInt8(at); length > 0; length = bytes.readUInt8(at)) {
    pieces.push(bytes.subarray(at + 1, at + 1 + length));
    at += 1 + length;
  }
  return { pieces, end: at + 1 };
}

/** Bytes of the colour table that the packed field announces. */
function colourTable(packed: number): number {
  return (packed & 0x80) === 0 ? 0 : 3 << ((packed & 7) + 1);
}
