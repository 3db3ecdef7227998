import { decode } from "./encoding.ts";
import { type Extract, Unread } from "./extractor.ts";
import { envelopeBlocks } from "./mail/envelope.ts";
import { readEntity } from "./mail/header-fields.ts";
import { splitMailbox, withoutSeparator } from "./mail/mailbox.ts";
import { readPart } from "./mail/part.ts";
import { createMemberNames } from "./member-names.ts";
import { createOutcome } from "./outcome.ts";

/**
 * A mail (RFC 5322, MIME) or a page saved as one (RFC 2557): header and plain text are its own text; pages, attachments, pictures and
 * forwarded mails go to `context.child`, every alternative of them. A mailbox goes there mail by mail.
 * @throws Unread `empty` for a mail without header and text
 */
export function mailExtractor(format: "eml" | "mht"): Extract {
  return async (bytes, context) => {
    const source = octets(bytes);
    const outcome = createOutcome();
    const mails = splitMailbox(source);
    if (mails !== null) {
      for (const [index, mail] of mails.entries()) {
        context.budget.spendEntries(1);
        await context.child(`mail-${index + 1}.eml`, Buffer.from(mail, "latin1"));
      }
      return outcome.finish("mbox");
    }
    const mail = readEntity(withoutSeparator(source));
    const envelope = envelopeBlocks(mail.fields);
    await outcome.attempt("header", async () => {
      for (const { text } of envelope) context.budget.spendText(text.length);
    });
    outcome.blocks.push(...envelope.filter(({ channel }) => channel === null));
    const bodyName = format === "mht" ? "index" : "body";
    await readPart(mail, "", { outcome, context, nameOf: createMemberNames(), bodyName });
    outcome.blocks.push(...envelope.filter(({ channel }) => channel !== null));
    if (mail.body.trim() === "" && outcome.blocks.length === 0) throw new Unread("empty");
    return outcome.finish(format);
  };
}

/** One unit per byte; a mail somebody saved as UTF-16 is brought to bytes first. */
function octets(bytes: Uint8Array): string {
  const wide = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
  const narrow = wide ? Buffer.from(decode(bytes)?.text ?? "", "utf8") : Buffer.from(bytes);
  return narrow
    .toString("latin1")
    .replace(/^\xef\xbb\xbf/, "")
    .replace(/^\s+/, "");
}
