import { contradicts, extensionOf, openDocumentFormat, packageFormat } from "./format-names.ts";
import { classifyOle } from "./ole/classify.ts";
import { sniffText } from "./sniff-text.ts";
import { isTarHeader } from "./tar-header.ts";
import { zipMimetype, zipNames } from "./zip-names.ts";

export interface Sniffed {
  /** What the content is: a key of `FORMATS`; `unknown` for binary content without a known signature. */
  readonly format: string;
  readonly encrypted: boolean;
  /** The extension (lower case) when the name claims something else, else null. */
  readonly mismatch: string | null;
}

const HEAD_BYTES = 4096;
/** Readers accept junk before the header within this distance (ISO 32000-1 annex H.3.4.1). */
const PDF_WITHIN = 1024;

/** Signatures as latin1 text; OLE and ZIP are looked into further. */
const MAGICS: readonly (readonly [magic: string, at: number, format: string])[] = [
  ["PK\x03\x04", 0, "zip"],
  ["PK\x05\x06", 0, "zip"],
  ["PK\x07\x08", 0, "zip"],
  ["\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", 0, "ole"],
  // Workbooks of Excel 2.0 to 4.0, and newer ones that lack the compound file around them: the begin of their first record.
  ["\x09\x00\x04\x00", 0, "xls"],
  ["\x09\x02\x06\x00", 0, "xls"],
  ["\x09\x04\x06\x00", 0, "xls"],
  ["\x09\x08\x08\x00\x00\x05", 0, "xls"],
  ["\x09\x08\x10\x00\x00\x06", 0, "xls"],
  ["%PDF-", 0, "pdf"],
  ["Rar!\x1a\x07", 0, "rar"],
  ["7z\xbc\xaf\x27\x1c", 0, "7z"],
  ["\x1f\x8b\x08", 0, "gz"],
  ["BZh", 0, "bz2"],
  ["\xfd7zXZ\0", 0, "xz"],
  ["\x28\xb5\x2f\xfd", 0, "zst"],
  ["ustar", 257, "tar"],
  ["\x89PNG\r\n\x1a\n", 0, "png"],
  ["\xff\xd8\xff", 0, "jpg"],
  ["GIF87a", 0, "gif"],
  ["GIF89a", 0, "gif"],
  ["II*\0", 0, "tiff"],
  ["MM\0*", 0, "tiff"],
  ["WEBP", 8, "webp"],
  ["ftypheic", 4, "heic"],
  ["ftypmif1", 4, "heic"],
  ["ftypavif", 4, "heic"],
  ["AC10", 0, "dwg"],
];

/**
 * Chooses the format of a file by its content alone; the extension only tells kinds of text apart and is compared at the end.
 * @throws Unread `corrupt` for a compound file that is broken.
 */
export async function sniff(bytes: Uint8Array, name: string): Promise<Sniffed> {
  const extension = extensionOf(name);
  const { format, encrypted } = await formatOf(bytes, extension);
  return { format, encrypted, mismatch: contradicts(extension, format) ? extension : null };
}

async function formatOf(bytes: Uint8Array, extension: string): Promise<Omit<Sniffed, "mismatch">> {
  const head = latin1(bytes, 0, HEAD_BYTES);
  const magic = MAGICS.find(([text, at]) => head.startsWith(text, at))?.[2] ?? bitmap(head);
  if (magic === "ole") {
    const kind = classifyOle(bytes);
    return kind.format === "ooxml" ? { ...kind, format: packageFormat(extension) } : kind;
  }
  if (magic === "zip") return { format: zipFormat(bytes, extension), encrypted: false };
  if (magic !== undefined) return { format: magic, encrypted: false };
  if (isTarHeader(bytes)) return { format: "tar", encrypted: false };
  if (hasLatePdfHeader(head, bytes)) return { format: "pdf", encrypted: false };
  const format = isBinary(bytes) ? "unknown" : sniffText(head.replaceAll("\0", ""), extension);
  return { format, encrypted: false };
}

/** "BM" begins many a text; a bitmap also has four reserved zero bytes. */
function bitmap(head: string): string | undefined {
  return head.startsWith("BM") && head.startsWith("\0\0\0\0", 6) ? "bmp" : undefined;
}

/**
 * Junk before the header, or no header at all: viewers open both. A text may well quote such a line, but only a PDF goes on to
 * say where its cross-reference table is.
 */
function hasLatePdfHeader(head: string, bytes: Uint8Array): boolean {
  if (!/%PDF-\d|\d{1,10} \d{1,5} obj\b/.test(head.slice(0, PDF_WITHIN))) return false;
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).includes("startxref");
}

const ZIP_PARTS: readonly (readonly [part: string, format: string])[] = [
  ["word/document.xml", "docx"],
  ["xl/workbook.xml", "xlsx"],
  ["xl/workbook.bin", "xlsb"],
  ["ppt/presentation.xml", "pptx"],
  ["visio/document.xml", "vsdx"],
  ["[content_types].xml", "ooxml"],
  ["ofd.xml", "ofd"],
  ["encryptions.xml", "ofd"],
];
const ZIP_MIMETYPES: readonly (readonly [RegExp, string])[] = [
  [/^application\/vnd\.oasis\.opendocument\.text/, "odt"],
  [/^application\/vnd\.oasis\.opendocument\.spreadsheet/, "ods"],
  [/^application\/vnd\.oasis\.opendocument\.presentation/, "odp"],
  [/^application\/vnd\.oasis\.opendocument\.graphics/, "odg"],
  [/^application\/epub\+zip/, "epub"],
];

function zipFormat(bytes: Uint8Array, extension: string): string {
  const mimetype = zipMimetype(bytes) ?? "";
  const byMimetype = ZIP_MIMETYPES.find(([pattern]) => pattern.test(mimetype))?.[1];
  if (byMimetype !== undefined) return byMimetype;
  const names = new Set(zipNames(bytes));
  // Without a directory the archive is broken; its name tells which reader should say so.
  if (names.size === 0) {
    const claimed = packageFormat(extension);
    return claimed === "ooxml" ? "zip" : claimed;
  }
  // Packed anew by other programs, an OpenDocument file may lack its media type; its body tells which it is.
  if (names.has("content.xml") && names.has("meta-inf/manifest.xml")) return openDocumentFormat(extension);
  return ZIP_PARTS.find(([part]) => names.has(part))?.[1] ?? "zip";
}

/** Zero bytes make a file binary unless they are the halves of UTF-16 or UTF-32 characters. */
function isBinary(bytes: Uint8Array): boolean {
  const zeros = [0, 0, 0, 0];
  const length = Math.min(bytes.length, HEAD_BYTES * 4);
  for (let at = 0; at < length; at++) if (bytes[at] === 0) zeros[at % 4]!++;
  const total = zeros.reduce((sum, count) => sum + count, 0);
  if (total === 0) return false;
  const odd = zeros[1]! + zeros[3]!;
  const oneSided = odd <= total * 0.05 || odd >= total * 0.95;
  const wide =
    (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0 && bytes[1] === 0 && bytes[2] === 0xfe);
  return !oneSided && !wide;
}

function latin1(bytes: Uint8Array, start: number, end: number): string {
  return Buffer.from(bytes.subarray(start, end)).toString("latin1");
}
