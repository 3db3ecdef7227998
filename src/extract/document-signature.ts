/** Signatures of documents and archives, as latin1 text. Gzip is not among them: `.emz` and `.svgz` pictures bear it. */
const SIGNATURES = [
  "PK\x03\x04",
  "%PDF-",
  "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
  "{\\rtf",
  "Rar!\x1a\x07",
  "7z\xbc\xaf\x27\x1c",
];

/** So many bytes of a file show its signature. */
export const SIGNATURE_BYTES = 8;

/** Whether a file that is called a picture, a font or a sound begins as a document does: then it is one. */
export function bearsDocumentSignature(bytes: Uint8Array): boolean {
  const head = Buffer.from(bytes.subarray(0, SIGNATURE_BYTES)).toString("latin1");
  return SIGNATURES.some((signature) => head.startsWith(signature));
}
