const OLE_MAGIC = "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1";
/** AppleDouble (RFC 1740 appendix B): Finder data and attributes of the file beside it. */
const APPLE_DOUBLE_MAGIC = "\0\x05\x16\x07";
const DS_STORE_MAGIC = "\0\0\0\x01Bud1";
/** Streams of a thumbnail store, XP's and those since Vista, in the UTF-16 of a compound file's directory. */
const THUMBNAIL_STREAMS = ["Catalog", "16_", "32_", "96_", "256_", "1024_", "2560_"].map((name) =>
  Buffer.from(name, "utf16le"),
);
/** Streams a document has; one of them makes it a document, whatever it is called. */
const DOCUMENT_STREAMS = [
  ...["WordDocument", "Workbook", "Book", "PowerPoint Document", "EncryptedPackage"],
  ...["__substg1.0_", "__properties_version", "Contents", "VisioDocument"],
].map((name) => Buffer.from(name, "utf16le"));

/** Whether a file is what Windows or macOS keeps in a folder for its own display, by name and by content. */
export function isSystemFile(name: string, bytes: Uint8Array): boolean {
  const content = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const startsWith = (magic: string) => content.toString("latin1", 0, magic.length) === magic;
  if (name.startsWith("._")) return startsWith(APPLE_DOUBLE_MAGIC);
  if (name === ".DS_Store") return startsWith(DS_STORE_MAGIC);
  if (!/^thumbs\.db$/i.test(name) || !startsWith(OLE_MAGIC)) return false;
  return (
    THUMBNAIL_STREAMS.some((stream) => content.includes(stream)) &&
    !DOCUMENT_STREAMS.some((stream) => content.includes(stream))
  );
}
