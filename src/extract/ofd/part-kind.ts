/** What can be done with an entry nothing leads to: read as XML, list as a picture, pass over, or hand on as a file. */
export type PartKind = "xml" | "picture" | "textless" | "file";

const PICTURE = /\.(?:png|jpe?g|gif|bmp|webp|tiff?|jb2|jbig2|gbig2|jp2)$/i;
const TEXTLESS = /\.(?:ttf|otf|ttc|otc|cff|pfb|pfm|icc|icm|wav|mp3|mp4|avi|wmv|mov)$/i;
const XML = /\.(?:xml|xsd)$/i;

export function kindOfPart(part: string): PartKind {
  // A repeated name of the archive ends in its number.
  const name = part.replace(/#\d+$/, "");
  if (XML.test(name)) return "xml";
  if (PICTURE.test(name)) return "picture";
  return TEXTLESS.test(name) ? "textless" : "file";
}

/** Whether bytes are one ASN.1 structure in DER (X.690) from first to last: a signature, a seal, a certificate. */
export function isDer(bytes: Uint8Array): boolean {
  const [tag = 0, first = 0] = bytes;
  if (tag !== 0x30) return false;
  if (first < 0x80) return bytes.length === 2 + first;
  const size = first - 0x80;
  if (size === 0 || size > 4) return false;
  const length = bytes.subarray(2, 2 + size).reduce((sum, byte) => sum * 256 + byte, 0);
  return bytes.length === 2 + size + length;
}
