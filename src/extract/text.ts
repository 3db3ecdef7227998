import type { Notice, TextBlock } from "../model/document.ts";
import { dataPictures } from "./data-picture.ts";
import { declaredCharset, decode } from "./encoding.ts";
import { type Extract, type ExtractContext, Unread } from "./extractor.ts";
import { addsText, decodeEscapes, decodeReferences, reading } from "./markup.ts";
import { tagCharacterBlocks } from "./tag-characters.ts";

/** Plain text and source that is read as written: txt, csv, css, js, json, xml, svg … `format` only names the result. */
export function textExtractor(format: string): Extract {
  return async (bytes, context) => {
    const { text, notices } = readText(bytes, context);
    return {
      format,
      blocks: [written(text), ...hiddenReadings(text, format, context), ...tagCharacterBlocks(text)],
      notices: [...notices, ...entityNotices(text, format)],
      pictures: dataPictures(text),
      pages: null,
    };
  };
}

/**
 * The decoded text of a file, charged to the budget.
 * @throws Unread `undecodable` when no encoding fits the whole file.
 */
export function readText(bytes: Uint8Array, context: ExtractContext): { text: string; notices: Notice[] } {
  const decoded = decode(bytes, declaredCharset(bytes));
  if (decoded === null) throw new Unread("undecodable");
  context.budget.spendText(decoded.text.length);
  const { text, encoding } = decoded;
  return {
    text,
    notices: encoding === "utf-8" ? [] : [{ code: "encoding", location: null, detail: { encoding } }],
  };
}

function written(text: string): TextBlock {
  return { text, part: "body", channel: null, location: { line: 1 } };
}

/** The same text once more where escapes, references or tags keep its Chinese from being seen in the source. */
function hiddenReadings(text: string, format: string, context: ExtractContext): TextBlock[] {
  const blocks: TextBlock[] = [];
  const unescaped = text.includes("\\") ? decodeEscapes(text, format === "css") : text;
  if (unescaped !== text && addsText(text, unescaped))
    blocks.push({ text: unescaped, part: "other", channel: "script", location: { line: 1 } });
  for (const shown of [isXml(format) ? reading(text) : null, resolved(text)])
    if (shown !== null) blocks.push({ ...written(shown), view: "paint" });
  for (const block of blocks) context.budget.spendText(block.text.length);
  return blocks;
}

function isXml(format: string): boolean {
  return format === "xml" || format === "svg";
}

/** The source with its character references decoded, in attributes as well; null where that shows nothing new. */
function resolved(text: string): string | null {
  if (!text.includes("&")) return null;
  const shown = decodeReferences(text);
  return shown !== text && addsText(text, shown) ? shown : null;
}

/** Entities of the document's own making are never expanded, so what they stand for was not read. */
function entityNotices(text: string, format: string): Notice[] {
  return isXml(format) && text.includes("<!ENTITY")
    ? [{ code: "part-unread", location: { object: "<!ENTITY>" }, detail: { reason: "entity" } }]
    : [];
}
