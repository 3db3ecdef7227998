import type { Extraction, Notice } from "../model/document.ts";
import { type Extract, type ExtractContext, Unread } from "./extractor.ts";
import { extensionOf } from "./format-names.ts";
import { type Sniffed, sniff } from "./sniff.ts";

const odf = async () => (await import("./odf.ts")).extractOdf;
const text = (format: string) => async () => (await import("./text.ts")).textExtractor(format);
const image = (format: string) => async () => (await import("./image.ts")).imageExtractor(format);

/** One line per format that is read. A library is loaded with the first file that needs it. */
const READERS: Readonly<Record<string, () => Promise<Extract>>> = {
  docx: async () => (await import("./ooxml/docx.ts")).extractDocx,
  pptx: async () => (await import("./ooxml/pptx.ts")).extractPptx,
  xlsx: async () => (await import("./ooxml/xlsx.ts")).extractXlsx,
  doc: async () => (await import("./ole/doc/index.ts")).extractDoc,
  xls: async () => (await import("./ole/xls/index.ts")).extractXls,
  xlsb: async () => (await import("./ooxml/xlsb.ts")).extractXlsb,
  ppt: async () => (await import("./ole/ppt/index.ts")).extractPpt,
  ole: async () => (await import("./ole/object.ts")).extractObject,
  pdf: async () => (await import("./pdf/index.ts")).extractPdf,
  ofd: async () => (await import("./ofd.ts")).extractOfd,
  odt: odf,
  ods: odf,
  odp: odf,
  odg: odf,
  "flat-odf": async () => (await import("./odf.ts")).extractFlatOdf,
  rtf: async () => (await import("./rtf.ts")).extractRtf,
  html: async () => (await import("./html.ts")).extractHtml,
  markdown: async () => (await import("./markdown.ts")).extractMarkdown,
  zip: async () => (await import("./archive/zip.ts")).extractZip,
  tar: async () => (await import("./archive/tar.ts")).extractTar,
  gz: async () => (await import("./archive/gzip.ts")).extractGzip,
  eml: async () => (await import("./mail.ts")).mailExtractor("eml"),
  mht: async () => (await import("./mail.ts")).mailExtractor("mht"),
  msg: async () => (await import("./mail/msg.ts")).extractMsg,
  txt: text("txt"),
  csv: text("csv"),
  css: text("css"),
  js: text("js"),
  json: text("json"),
  xml: text("xml"),
  svg: text("svg"),
  jpg: image("jpg"),
  png: image("png"),
  gif: image("gif"),
  bmp: image("bmp"),
  tiff: image("tiff"),
  webp: image("webp"),
};

/** The formats whose content is examined; every other one is listed as unexamined. */
export const FORMATS: readonly string[] = Object.keys(READERS);

/**
 * What one file says, read by the format its content shows. A file that cannot be read yields no blocks and a notice:
 * `empty`, `encrypted`, `unsupported` (detail.format), `undecodable`, or what its reader threw as `Unread`.
 * @throws whatever is not `Unread`: a bug of ours or of a library, for the supervisor to report as `crash`.
 */
export async function extract(bytes: Uint8Array, context: ExtractContext): Promise<Extraction> {
  const named = extensionOf(context.name) || "unknown";
  if (bytes.length === 0) return unread(named, new Unread("empty"));
  let format = named;
  let notices: readonly Notice[] = [];
  try {
    const sniffed = await sniff(bytes, context.name);
    format = sniffed.format;
    notices = mismatchNotices(sniffed);
    const extraction = await read(bytes, sniffed, context);
    return { ...extraction, notices: [...notices, ...extraction.notices] };
  } catch (error) {
    if (error instanceof Unread) return unread(format, error, notices);
    throw error;
  }
}

async function read(bytes: Uint8Array, sniffed: Sniffed, context: ExtractContext): Promise<Extraction> {
  if (sniffed.encrypted) throw new Unread("encrypted", { format: sniffed.format });
  const format = sniffed.format === "ooxml" ? await packageKind(bytes, context) : sniffed.format;
  const load = READERS[format];
  if (load === undefined) throw new Unread("unsupported", { format });
  const extractFormat = await load();
  return extractFormat(bytes, context);
}

/** Packages whose main part has an unusual name say themselves which it is. */
async function packageKind(bytes: Uint8Array, context: ExtractContext): Promise<string> {
  const { openZip } = await import("./zip.ts");
  const { ooxmlKind } = await import("./ooxml/kind.ts");
  // A package without a document, such as a theme, is no more than an archive.
  return (await ooxmlKind(await openZip(bytes, context), context.limits)) ?? "zip";
}

function mismatchNotices({ format, mismatch }: Sniffed): Notice[] {
  if (mismatch === null) return [];
  return [{ code: "extension-mismatch", location: null, detail: { extension: mismatch, format } }];
}

function unread(
  format: string,
  { code, location, detail }: Unread,
  before: readonly Notice[] = [],
): Extraction {
  return { format, blocks: [], notices: [...before, { code, location, detail }], pictures: [], pages: null };
}
