import type { TextBlock } from "../../model/document.ts";
import { speaks } from "../speaks.ts";
import { decodeHeaderText } from "./encoded-words.ts";
import type { HeaderField } from "./header-fields.ts";

/** What every mail program shows above the text, in this order, as it is usually written (RFC 5322 §3.6). */
const SHOWN = ["Subject", "From", "Sender", "Reply-To", "To", "Cc", "Bcc", "Date"];
/** What people or offices set, shown nowhere or in a dialog. */
const SAID = new Set([
  ...["organization", "keywords", "comments", "sensitivity", "importance", "thread-topic"],
  ...["x-originating-ip", "x-sender", "x-attachment-name", "content-description"],
  ...["resent-from", "resent-to", "resent-cc", "resent-sender", "disposition-notification-to"],
]);
/** Machinery whose values are long and mean nothing, whatever they decode to. */
const MACHINERY =
  /^(?:content-(?:type|transfer-encoding|disposition|id|location)|mime-version|dkim-|arc-|domainkey|authentication-)/;
/** Addresses of networks that are nobody else's business (RFC 1918). */
const INTRANET = /(?<![\d.])(?:10\.\d{1,3}|192\.168|172\.(?:1[6-9]|2\d|3[01]))\.\d{1,3}\.\d{1,3}(?![\d.])/;

/** The header of a mail: first what a reader sees, then what else it tells of people and their network. `object` is the field's name. */
export function envelopeBlocks(fields: readonly HeaderField[]): TextBlock[] {
  const shown = SHOWN.flatMap((label) =>
    fields
      .filter(({ name, value }) => name === label.toLowerCase() && value !== "")
      .map((field): TextBlock => {
        const heading = label === "Subject" && { heading: true };
        const text = decodeHeaderText(field.value);
        return { text, part: "header", channel: null, location: { object: label }, ...heading };
      }),
  );
  return [...shown, ...asideBlocks(fields, new Set(SHOWN.map((label) => label.toLowerCase())))];
}

/** Fields that speak, of a mail or one of its parts, except those in `known`. */
export function asideBlocks(
  fields: readonly HeaderField[],
  known: ReadonlySet<string> = new Set(),
): TextBlock[] {
  return fields.flatMap(({ name, value }): TextBlock[] => {
    if (known.has(name) || MACHINERY.test(name) || value === "") return [];
    const text = decodeHeaderText(value);
    if (!SAID.has(name) && !speaks(text) && !(name === "received" && INTRANET.test(text))) return [];
    return [{ text, part: "metadata", channel: "property", location: { object: name } }];
  });
}
