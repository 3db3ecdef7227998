import { crc32 } from "node:zlib";
import type { Container, WalkTools } from "./container.ts";

const SIGNATURE_BYTES = 8;
const XMP_KEYWORD = "XML:com.adobe.xmp";
/** How ImageMagick keeps metadata of other formats: a name, a length and hexadecimal digits, on lines of their own. */
const RAW_PROFILE = /^Raw profile type (exif|app1|iptc|8bim|xmp)$/i;
/** Chunks of the standard that hold pixels or numbers. */
const TEXTLESS = new Set(
  "PLTE IDAT tRNS cHRM gAMA iCCP sBIT sRGB cICP mDCv cLLi bKGD hIST pHYs tIME acTL fdAT oFFs sTER".split(" "),
);

/** Walks the chunks of a PNG or APNG file (W3C PNG 3rd edition, 5.3). */
export function walkPng(bytes: Buffer, into: Container, tools: WalkTools): void {
  let intact = true;
  for (let at = SIGNATURE_BYTES; ; ) {
    const length = bytes.readUInt32BE(at);
    const type = bytes.toString("latin1", at + 4, at + 8);
    const end = at + 8 + length;
    intact &&= bytes.readUInt32BE(end) === crc32(bytes.subarray(at + 4, end));
    readChunk(type, bytes.subarray(at + 8, end), into, tools);
    at = end + 4;
    if (type !== "IEND") continue;
    into.trailing = bytes.subarray(at);
    into.whole = intact && into.size !== null;
    return;
  }
}

function readChunk(type: string, data: Buffer, into: Container, { inflate }: WalkTools): void {
  if (type === "IHDR") into.size = { width: data.readUInt32BE(0), height: data.readUInt32BE(4) };
  else if (type === "fcTL") into.frames.push({ width: data.readUInt32BE(4), height: data.readUInt32BE(8) });
  else if (type === "eXIf") into.exif.push(data);
  else if (type === "tEXt") keep(keyword(data), afterZeros(data, 1), into);
  else if (type === "zTXt") keep(keyword(data), inflate(afterZeros(data, 1).subarray(1)), into);
  else if (type === "iTXt") {
    const flags = afterZeros(data, 1);
    // Language and translated keyword follow the compression flag and method.
    const text = afterZeros(flags.subarray(2), 2);
    keep(keyword(data), flags.readUInt8(0) === 0 ? text : inflate(text), into);
  } else if (!TEXTLESS.has(type) && type !== "IEND")
    into.texts.push({ object: `png:${type}`, bytes: data, foreign: true });
}

function keep(name: string, content: Uint8Array, into: Container): void {
  const profile = RAW_PROFILE.exec(name)?.[1]?.toLowerCase();
  if (name === XMP_KEYWORD) into.xmp.push(content);
  else if (profile !== undefined) keepProfile(profile, content, into);
  else if (/^[\w .:-]{1,79}$/.test(name)) into.texts.push({ object: `png:${name}`, bytes: content });
  else {
    into.texts.push({ object: "png:keyword", bytes: Buffer.from(name, "latin1") });
    into.texts.push({ object: "png:text", bytes: content });
  }
}

function keepProfile(profile: string, content: Uint8Array, into: Container): void {
  const digits = Buffer.from(content)
    .toString("latin1")
    .replace(/^\s*[^\n]*\n\s*\d+\s*\n/, "");
  const data = Buffer.from(digits.replace(/\s/g, ""), "hex");
  const head = data.toString("latin1", 0, 4);
  if (head === "Exif") into.exif.push(data.subarray(6));
  else if (head === "http") into.xmp.push(data.subarray(data.indexOf(0) + 1));
  else if (profile === "exif") into.exif.push(data);
  else if (profile === "xmp") into.xmp.push(data);
  else into.resources.push(data);
}

function keyword(data: Buffer): string {
  const end = data.indexOf(0);
  return data.toString("latin1", 0, end < 0 ? data.length : end);
}

/** What follows after so many zero-terminated fields. */
function afterZeros(data: Buffer, fields: number): Buffer {
  let rest = data;
  for (let field = 0; field < fields; field++) {
    const zero = rest.indexOf(0);
    if (zero < 0) throw new RangeError("unterminated field");
    rest = rest.subarray(zero + 1);
  }
  return rest;
}
