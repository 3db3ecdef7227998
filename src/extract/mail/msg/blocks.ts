import type { TextBlock } from "../../../model/document.ts";
import { speaks } from "../../speaks.ts";
import { asideBlocks } from "../envelope.ts";
import { readEntity } from "../header-fields.ts";
import { PROPERTY, stringProperties } from "./properties.ts";
import type { MessageReading } from "./reading.ts";

/** What Outlook shows above the text, and the property it comes from. */
const SHOWN: readonly (readonly [id: number, label: string])[] = [
  [PROPERTY.subject, "Subject"],
  [PROPERTY.representedName, "From"],
  [PROPERTY.senderName, "From"],
  [PROPERTY.representedAddress, "From"],
  [PROPERTY.senderAddress, "From"],
  [PROPERTY.senderSmtp, "From"],
  [PROPERTY.displayTo, "To"],
  [PROPERTY.displayCc, "Cc"],
  [PROPERTY.displayBcc, "Bcc"],
];
const RECIPIENT = /^__recip_version1\.0_/i;
/** Fields that name all recipients of a kind in one text. */
const LISTS = new Set(["To", "Cc", "Bcc"]);
const OF_RECIPIENT: readonly number[] = [PROPERTY.displayName, PROPERTY.emailAddress, PROPERTY.smtpAddress];
/** Names in the directory of an Exchange server, which are shown nowhere. */
const DIRECTORY_NAME = /^\/o=/i;

interface Labelled {
  readonly text: string | null;
  readonly label: string;
}

/** Subject, sender and recipients, each once. */
export function headerTexts(reading: MessageReading): TextBlock[] {
  const shown = SHOWN.flatMap(([id, label]) =>
    reading.properties
      .filter((property) => property.id === id)
      .map(({ text }): Labelled => ({ text, label })),
  );
  const blocks = new Map<string, TextBlock>();
  for (const { text, label } of [...shown, ...recipients(reading, shown)]) {
    if (text === null || text.trim() === "" || DIRECTORY_NAME.test(text) || blocks.has(text)) continue;
    const heading = label === "Subject" && { heading: true };
    blocks.set(text, { text, part: "header", channel: null, location: { object: label }, ...heading });
  }
  return [...blocks.values()];
}

/** Names and addresses of recipients that the lists of them do not tell. */
function recipients({ root, pages }: MessageReading, shown: readonly Labelled[]): Labelled[] {
  const lists = shown.filter(({ label }) => LISTS.has(label));
  const listed = new Set(lists.flatMap(({ text }) => text?.split(/; ?/) ?? []));
  return [...root.storages]
    .filter(([name]) => RECIPIENT.test(name))
    .flatMap(([, storage]) => stringProperties(storage, pages))
    .filter(({ id, text }) => OF_RECIPIENT.includes(id) && text !== null && !listed.has(text))
    .map(({ text }) => ({ text, label: "Recipient" }));
}

/** Every other string of the message and its recipients that speaks, and what the way through the mail tells; `said` is left out. */
export function asideTexts(
  { root, properties, pages }: MessageReading,
  said: ReadonlySet<string | null>,
): TextBlock[] {
  const recipients = [...root.storages].filter(([name]) => RECIPIENT.test(name));
  const all = [...properties, ...recipients.flatMap(([, storage]) => stringProperties(storage, pages))];
  const transport = properties.find(({ id }) => id === PROPERTY.transportHeaders)?.text ?? "";
  const fields = readEntity(Buffer.from(transport, "utf8").toString("latin1")).fields;
  const blocks = asideBlocks(
    fields,
    new Set(["subject", "from", "to", "cc", "bcc", "date", "sender", "reply-to"]),
  );
  const told = new Set([...said, ...blocks.map(({ text }) => text)]);
  for (const { id, text } of all) {
    if (text === null || id === PROPERTY.transportHeaders || told.has(text) || !speaks(text)) continue;
    told.add(text);
    const object = `msg:${id.toString(16).toUpperCase().padStart(4, "0")}`;
    blocks.push({ text, part: "metadata", channel: "property", location: { object } });
  }
  return blocks;
}
