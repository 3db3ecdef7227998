import { decode } from "../encoding.ts";
import { type ExtractContext, Unread } from "../extractor.ts";
import type { Outcome } from "../outcome.ts";
import { speaks } from "../speaks.ts";
import { asideBlocks } from "./envelope.ts";
import { type Entity, readEntity } from "./header-fields.ts";
import { splitMultipart } from "./multipart.ts";
import { isLocalAddress, nameOfPart, type PartHeader, readPartHeader } from "./part-header.ts";
import { isSignature, sealOf } from "./sealed.ts";
import { listShownPicture } from "./shown-picture.ts";
import { markupOfPart, textOfPart } from "./text-part.ts";
import { decodeTransfer } from "./transfer-encoding.ts";
import { uuencodedFiles } from "./uuencode.ts";

export interface MailReading {
  readonly outcome: Outcome;
  readonly context: ExtractContext;
  /** Makes names of members differ. */
  readonly nameOf: (name: string) => string;
  /** What the page or text of the mail itself is called. */
  readonly bodyName: string;
}

/** What Chinese Word writes before every page it saves: that a program which cannot show it is too old. */
const WORDS_OWN = /^此文档为“单个文件网页”[^\n]{0,120}Internet Explorer[^\n]{0,4}$/;

/** Multipart entities inside each other; mails that were forwarded ten times stay far below. */
const DEEPEST = 50;

/**
 * Reads a part of a mail and everything in it. `section` numbers it as IMAP does (RFC 3501 §6.4.5): `2.1` is the first part of the
 * second; the mail itself is an empty string.
 */
export async function readPart(
  entity: Entity,
  section: string,
  reading: MailReading,
  defaultType?: string,
): Promise<void> {
  const { outcome } = reading;
  if (outcome.exhausted()) return;
  const header = readPartHeader(entity.fields, defaultType);
  const object = header.fileName ?? (section === "" ? "body" : section);
  await outcome.attempt(object, async () => {
    if (section !== "") sayAside(entity, header, object, reading);
    const seal = sealOf(header);
    if (seal) return handOn(header, section, new Uint8Array(0), reading, seal);
    if (header.mediaType.startsWith("multipart/"))
      return readMultipart(entity.body, header, section, reading);
    return readContent(entity.body, header, section, object, reading);
  });
}

async function readMultipart(
  body: string,
  header: PartHeader,
  section: string,
  reading: MailReading,
): Promise<void> {
  const depth = section === "" ? 0 : section.split(".").length;
  if (depth > DEEPEST) throw new Unread("limit-depth", { found: depth, allowed: DEEPEST });
  const split = splitMultipart(body, header.parameters.get("boundary") ?? "");
  if (split === null) return noParts(body, reading);
  for (const outside of split.outside) sayHidden(outside, reading);
  const digest = header.mediaType === "multipart/digest" ? "message/rfc822" : undefined;
  for (const [index, part] of split.parts.entries()) {
    // Counted outside of the part, so that too many of them are told once.
    reading.context.budget.spendEntries(1);
    const inner = section === "" ? `${index + 1}` : `${section}.${index + 1}`;
    await readPart(readEntity(part), inner, reading, digest);
  }
  // The mail breaks off; whatever came behind is not in the file.
  if (!split.closed) throw new Unread("corrupt");
}

/** Shown as it stands by mail programs that look for parts in vain. */
function noParts(body: string, { outcome, context }: MailReading): never {
  const text = decode(Buffer.from(body, "latin1"))?.text ?? "";
  context.budget.spendText(text.length);
  outcome.blocks.push({ text, part: "body", channel: null, location: { line: 1 } });
  throw new Unread("corrupt");
}

async function readContent(
  body: string,
  header: PartHeader,
  section: string,
  object: string,
  reading: MailReading,
): Promise<void> {
  const { context } = reading;
  const transferred = decodeTransfer(body, header.transferEncoding);
  if (transferred === null) {
    const unknown = new Unread("unsupported", { encoding: header.transferEncoding.slice(0, 40) });
    return handOn(header, section, new Uint8Array(0), reading, unknown);
  }
  const { bytes, strays } = transferred;
  context.budget.spendBytes(bytes.length);
  sayHidden(strays, reading);
  if (bytes.length === 0 && body.trim() !== "") throw new Unread("corrupt");
  if (isSignature(header, bytes) || (bytes.length === 0 && header.fileName === null)) return;
  if (await listShownPicture(bytes, header, object, reading)) return;
  const isFile = header.isAttachment || header.fileName !== null;
  if (!isFile && isPlain(header.mediaType)) return sayText(bytes, header, section, object, reading);
  return handOn(header, section, bytes, reading);
}

/** What is shown as text of the mail. Delivery reports and headers of other mails are readable as they are. */
function isPlain(mediaType: string): boolean {
  if (/^message\/(?:rfc822|global)$/.test(mediaType)) return false;
  return (
    mediaType === "text/plain" || mediaType === "text/rfc822-headers" || mediaType.startsWith("message/")
  );
}

async function sayText(
  bytes: Uint8Array,
  header: PartHeader,
  section: string,
  object: string,
  { outcome, context, nameOf }: MailReading,
): Promise<void> {
  const text = textOfPart(bytes, header);
  context.budget.spendText(text.length);
  const location = section === "" ? { line: 1 } : { line: 1, object };
  outcome.blocks.push({ text, part: "body", channel: null, location });
  for (const file of uuencodedFiles(Buffer.from(bytes).toString("latin1"))) {
    const name = nameOf(decode(Buffer.from(file.name, "latin1"))?.text ?? file.name);
    context.budget.spendBytes(file.bytes.length);
    outcome.blocks.push({ text: name, part: "attachment", channel: null, location: { object: name } });
    await context.child(name, file.bytes);
  }
}

/** Gives a part to the line as a file of its own; one with a name is an attachment, which a reader sees listed. */
async function handOn(
  header: PartHeader,
  section: string,
  bytes: Uint8Array,
  { outcome, context, nameOf, bodyName }: MailReading,
  unread?: Unread,
): Promise<void> {
  const isPage = header.mediaType === "text/html" && !header.isAttachment && header.fileName === null;
  const name = nameOf(isPage ? pageName(header, bodyName) : nameOfPart(header, `part-${section || 1}`));
  const isAttached = header.isAttachment || header.fileName !== null || /^message\//.test(header.mediaType);
  if (isAttached)
    outcome.blocks.push({ text: name, part: "attachment", channel: null, location: { object: name } });
  await context.child(name, isPage ? markupOfPart(bytes, header) : bytes, unread);
}

function pageName(header: PartHeader, bodyName: string): string {
  return header.location === "" ? `${bodyName}.html` : nameOfPart(header, bodyName);
}

/** What the header of a part tells besides: its address, a description. */
function sayAside(
  { fields }: Entity,
  { location }: PartHeader,
  object: string,
  { outcome }: MailReading,
): void {
  if (isLocalAddress(location))
    outcome.blocks.push({ text: location, part: "other", channel: "external-link", location: { object } });
  outcome.blocks.push(...asideBlocks(fields));
}

/** Text where no mail program looks: around the parts, or between the lines of an encoding. */
function sayHidden(source: string, { outcome, context }: MailReading): void {
  if (source.trim() === "") return;
  const text = decode(Buffer.from(source, "latin1"))?.text.trim() ?? "";
  if (!speaks(text) || WORDS_OWN.test(text)) return;
  context.budget.spendText(text.length);
  outcome.blocks.push({ text, part: "other", channel: "other", location: { object: "outside" } });
}
