import { type Extract, Unread } from "../extractor.ts";
import { createMemberNames } from "../member-names.ts";
import { createOutcome } from "../outcome.ts";
import { decodeCharset } from "./charset.ts";
import { readAttachments } from "./msg/attachments.ts";
import { asideTexts, headerTexts } from "./msg/blocks.ts";
import { decompressRtf } from "./msg/compressed-rtf.ts";
import { binaryProperty, codePages, PROPERTY, stringProperties } from "./msg/properties.ts";
import type { MessageReading } from "./msg/reading.ts";
import { openStorage } from "./msg/storage.ts";

/** Bytes before the values in the property stream of a message that is a file ([MS-OXMSG] 2.4.1.1). */
const FILE_HEADER = 32;

/**
 * A message of Outlook ([MS-OXMSG]): subject, people and plain text are its own text; its page, RTF body, attachments and the messages
 * in it go to `context.child`; other properties are told where they speak.
 * @throws Unread `corrupt` for a compound file that cannot be opened, `empty` for a message without any text
 */
export const extractMsg: Extract = async (bytes, context) => {
  const { root, torn } = await openStorage(bytes);
  const outcome = createOutcome();
  let members = 0;
  const pages = codePages(root, FILE_HEADER);
  const reading: MessageReading = {
    root,
    pages,
    properties: stringProperties(root, pages),
    outcome,
    context: {
      ...context,
      child: async (...member) => {
        members++;
        await context.child(...member);
      },
    },
    nameOf: createMemberNames(),
  };
  for (const name of torn) outcome.report(name, new Unread("corrupt"));
  await outcome.attempt("properties", async () => sayTexts(reading));
  await handOnBodies(reading);
  await readAttachments(reading);
  const extraction = outcome.finish("msg");
  if (members + extraction.blocks.length + extraction.notices.length === 0) throw new Unread("empty");
  return extraction;
};

function sayTexts(reading: MessageReading): void {
  const { outcome, context, properties } = reading;
  const bodies = properties.filter(({ id }) => id === PROPERTY.body);
  const shown = headerTexts(reading);
  const said = new Set([...shown, ...bodies].map(({ text }) => text));
  const body = bodies.flatMap(({ text }) =>
    text === null ? [] : [{ text, part: "body" as const, channel: null, location: { line: 1 } }],
  );
  for (const block of [...shown, ...body, ...asideTexts(reading, said)]) {
    context.budget.spendText(block.text.length);
    outcome.blocks.push(block);
  }
  if (properties.some(({ text }) => text === null)) throw new Unread("undecodable");
}

/** Every form of the text is read: they may differ. */
async function handOnBodies({
  root,
  pages,
  properties,
  outcome,
  context,
  nameOf,
}: MessageReading): Promise<void> {
  await outcome.attempt("html", async () => {
    const written = properties.find(({ id }) => id === PROPERTY.html)?.text;
    const binary = binaryProperty(root, PROPERTY.html);
    const page = written ?? (binary && decodeCharset(binary, pages.internet));
    const bytes = page ? Buffer.from(page, "utf8") : binary;
    if (bytes && bytes.length > 0) await context.child(nameOf("body.html"), bytes);
  });
  await outcome.attempt("rtf", async () => {
    const packed = binaryProperty(root, PROPERTY.rtf);
    if (packed && packed.length > 0)
      await context.child(nameOf("body.rtf"), decompressRtf(packed, context.budget));
  });
}
