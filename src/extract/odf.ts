import type { Extract, ExtractContext } from "./extractor.ts";
import { readMain, readOther, startReader, tellStrays } from "./odf/document.ts";
import { readFiles } from "./odf/files.ts";
import { handOnInline } from "./odf/inline.ts";
import { type OdfPackage, openPackage } from "./odf/package.ts";
import { classOfPart, embeddedDocuments } from "./odf/part-class.ts";
import { collectStyles } from "./odf/style-layer.ts";
import { NO_STYLES, type Styles, stylesOf } from "./odf/styles.ts";
import { createOutcome } from "./outcome.ts";
import { openZip } from "./zip.ts";

const MAIN = "content.xml";
const STYLES = "styles.xml";
/** Read after the text in this order; all others follow as they lie in the package. */
const FIRST_OF_OTHERS = ["meta.xml", "settings.xml"];

/** The formats told apart by what stands in `office:body`. */
const FORMATS: Readonly<Record<string, string>> = {
  text: "odt",
  spreadsheet: "ods",
  presentation: "odp",
  drawing: "odg",
};

/**
 * Reads an OpenDocument package (.odt .ott .ods .ots .odp .otp .odg): text, headers, properties, charts and formulas; embedded
 * documents, earlier versions and unknown files become members. Throws `Unread`: `encrypted`, or when the text is not there.
 */
export const extractOdf: Extract = async (bytes, context) => {
  const outcome = createOutcome();
  const parts = await openPackage(await openZip(bytes, context), context, outcome);
  const content = await parts.read(MAIN);
  const looks = parts.names.includes(STYLES)
    ? await outcome.attempt(STYLES, () => parts.read(STYLES))
    : undefined;
  const common = await stylesIn(looks, null, context);
  const styles = await stylesIn(content, common, context);
  const reader = startReader(context, outcome, styles, (address) => parts.holds(address));

  await readMain(reader, MAIN, content, styles);
  if (looks) await readOther(reader, STYLES, common, looks);
  const embedded = embeddedDocuments(parts.manifest);
  const names = parts.names.filter((name) => !embedded.some((folder) => name.startsWith(folder)));
  for (const name of otherXml(names, parts)) {
    if (outcome.exhausted()) break;
    const part = await outcome.attempt(name, () => parts.read(name));
    // Programs leave empty files of their settings behind.
    if (part && part.length > 0)
      await readOther(reader, name, await stylesOfObject(name, part, context), part);
  }
  await readFiles(reader, parts, names, embedded);
  tellStrays(reader);
  return outcome.finish(FORMATS[reader.document.body ?? ""] ?? "odf");
};

/** Reads a document written as one XML file (.fodt .fods .fodp .fodg; ISO/IEC 26300-1 §3.1.2). */
export const extractFlatOdf: Extract = async (bytes, context) => {
  const outcome = createOutcome();
  const styles = await stylesIn(bytes, null, context);
  const reader = startReader(context, outcome, styles, () => false);
  await readMain(reader, "office:document", bytes, styles);
  await handOnInline(reader);
  tellStrays(reader);
  return outcome.finish("flat-odf");
};

async function stylesIn(
  bytes: Uint8Array | undefined,
  common: Styles | null,
  { limits }: ExtractContext,
): Promise<Styles> {
  return bytes ? stylesOf(await collectStyles(bytes, limits), common) : NO_STYLES;
}

/** Charts and formulas bring styles of their own; other parts have none. */
async function stylesOfObject(name: string, bytes: Uint8Array, context: ExtractContext): Promise<Styles> {
  return name.endsWith(`/${MAIN}`) ? stylesIn(bytes, null, context) : NO_STYLES;
}

function otherXml(names: readonly string[], { manifest }: OdfPackage): readonly string[] {
  const first = FIRST_OF_OTHERS.filter((name) => names.includes(name));
  const xml = names.filter((name) => classOfPart(name, manifest) === "xml");
  return [...new Set([...first, ...xml])].filter((name) => name !== MAIN && name !== STYLES);
}
